import { error, type Problem, type ProblemCode, startOf } from '../problem.ts';
import { positionAt, readSource } from './locate.ts';

/** The text of a file, or the one reason why it cannot be read. */
export interface Decoded {
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** How large a file may be, and what to do about a larger one. */
export interface SizeCap {
  readonly bytes: number;
  readonly hint: string;
}

/** Reads bytes as UTF-8, without a byte-order mark at the start. */
export function decodeText(file: string, bytes: Uint8Array, cap: SizeCap): Decoded {
  if (bytes.length > cap.bytes) {
    const sizes = `${megabytes(bytes.length)} MiB; ${megabytes(cap.bytes)} MiB is the limit`;
    return refuse(file, 'file-too-large', `the file is too large: ${sizes}`, cap.hint);
  }
  if (isUtf16(bytes)) {
    return refuse(file, 'file-encoding', 'the file is UTF-16, not UTF-8', SAVE_AS_UTF8);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    return { text: null, problems: [invalidByte(file, bytes)] };
  }
}

const SAVE_AS_UTF8 = 'save it as UTF-8';

function refuse(file: string, code: ProblemCode, message: string, hint: string): Decoded {
  return { text: null, problems: [error(code, message, startOf(file), hint)] };
}

function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1024 / 1024) * 10) / 10);
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 2 && (first === 0) !== (second === 0);
}

function invalidByte(file: string, bytes: Uint8Array): Problem {
  const garbled = new TextDecoder('utf-8').decode(bytes);
  const at = firstInvalid(garbled, bytes);
  const byte = bytes[at.byte] ?? 0;
  const position = positionAt(readSource(file, garbled), at.character, 1);
  const message = `byte ${at.byte + 1} of the file (0x${byte.toString(16).padStart(2, '0')}) is not UTF-8`;
  const hint = isKorean(bytes)
    ? `it looks like CP949 (Windows Korean): ${SAVE_AS_UTF8}`
    : SAVE_AS_UTF8;
  return error('file-encoding', message, position, hint);
}

/** Finds the first replacement character that the bytes themselves do not spell (EF BF BD). */
function firstInvalid(garbled: string, bytes: Uint8Array): { character: number; byte: number } {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const encoder = new TextEncoder();
  let byte = mark;
  let from = 0;
  for (;;) {
    const at = garbled.indexOf('\ufffd', from);
    byte += encoder.encode(garbled.slice(from, at)).length;
    const spelled = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (at < 0 || !spelled) return { character: Math.max(0, at), byte };
    byte += 3;
    from = at + 1;
  }
}

/** Tells whether the bytes read as Korean in the old Windows encoding, which WHATWG calls euc-kr. */
function isKorean(bytes: Uint8Array): boolean {
  try {
    return /[가-힣]/u.test(new TextDecoder('euc-kr', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

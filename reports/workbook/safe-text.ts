const MAXIMUM_LENGTH = 32_767;
const CUT_NOTE = ' [cut: longer than a cell can hold]';
const MAXIMUM_ADDRESS = 2_000;
const MAXIMUM_NAME = 31;
const REPLACEMENT = '\uFFFD';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** The underscore that begins what Excel would decode. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * Makes any text fit for a cell: what XML forbids is replaced visibly, what Excel would decode is
 * escaped, and what is too long is cut with a note. The cell stays a string, never a formula.
 */
export function safeText(text: string, note = CUT_NOTE): string {
  return cut(cleanText(text), note).replace(ESCAPE, '_x005F_');
}

/** Replaces visibly what XML forbids. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, REPLACEMENT)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g, REPLACEMENT)
    .replace(/(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, REPLACEMENT);
}

/** Gives the address to link to, or null where it is neither an ordinary web address nor one for mail. */
export function safeAddress(text: string): string | null {
  if (!/^(https?:\/\/|mailto:)/i.test(text) || !URL.canParse(text)) return null;
  const { href } = new URL(text);
  return href.length > MAXIMUM_ADDRESS ? null : href;
}

/** Makes text fit for a page footer, where an ampersand starts a code. */
export function safeFooter(text: string): string {
  const letters = [...safeText(text).replace(/\s+/g, ' ')];
  return letters.slice(0, 80).join('').replaceAll('&', '&&');
}

/** Gives each sheet a name that Excel accepts and no other sheet has, whatever its case. */
export function safeSheetNames(names: readonly string[]): string[] {
  const taken = new Set(['history']);
  return names.map((name) => {
    const base = cleanName(name);
    let candidate = base;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const ending = ` (${count})`;
      candidate = shorten(base, MAXIMUM_NAME - ending.length) + ending;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function cleanName(name: string): string {
  // an escape would count as more letters here than in the spreadsheet
  const plain = name.replace(ESCAPE, ' ');
  const clean = safeText(plain).replace(/[*?:\\/[\]\s]+/g, ' ');
  const bare = shorten(clean, MAXIMUM_NAME).replace(/^[' ]+|[' ]+$/g, '');
  return bare === '' ? 'Sheet' : bare;
}

function cut(text: string, note: string): string {
  if (text.length <= MAXIMUM_LENGTH) return text;
  return shorten(text, MAXIMUM_LENGTH - note.length) + note;
}

/** Cuts between characters, never within a surrogate pair. */
function shorten(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

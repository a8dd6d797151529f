import { LIMITS } from '../limits.ts';
import { error, type Problem, startOf } from '../problem.ts';
import { checkCharacters } from './check-characters.ts';
import { compose } from './compose.ts';
import { convert } from './convert.ts';
import { decodeText } from './decode-text.ts';
import type { SourceNode } from './document.ts';
import { readSource } from './locate.ts';
import { scanTokens } from './scan-tokens.ts';

/** A YAML file read: `root` is null where nothing in it can be trusted. */
export interface ReadDocument {
  readonly root: SourceNode | null;
  readonly problems: readonly Problem[];
}

const SIZE_CAP = { bytes: LIMITS.yamlBytes, hint: 'move tables of numbers into a CSV file' };

/** Reads a YAML file into nodes that know their place; each step guards the one after it. */
export function readDocument(file: string, bytes: Uint8Array): ReadDocument {
  const { text, problems } = decodeText(file, bytes, SIZE_CAP);
  if (text === null) return { root: null, problems };
  const source = readSource(file, text);
  const hidden = checkCharacters(source);
  if (hidden.length > 0) return { root: null, problems: hidden };
  const scan = scanTokens(source);
  if (scan.hostile) return { root: null, problems: scan.problems };
  const composed = compose(source, scan.tokens);
  if (composed.broken)
    return { root: null, problems: withoutEchoes(scan.problems, composed.problems) };
  if (composed.contents === null) return { root: null, problems: [empty(file)] };
  const { root, problems: found } = convert(source, composed.contents);
  return { root, problems: [...scan.problems, ...composed.problems, ...found] };
}

/** Drops what the library says about a line that the token scan has already explained. */
function withoutEchoes(
  scanned: readonly Problem[],
  composed: readonly Problem[],
): readonly Problem[] {
  const unclosed = scanned.some((problem) => problem.code === 'yaml-syntax');
  const lines = new Set(scanned.map((problem) => problem.position.line));
  return [...scanned, ...composed.filter(({ position }) => !unclosed && !lines.has(position.line))];
}

function empty(file: string): Problem {
  return error('yaml-syntax', 'the file is empty', startOf(file));
}

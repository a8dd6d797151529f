import { LIMITS } from '../limits.ts';
import { error, type Problem, type ProblemCode, ProblemError } from '../problem.ts';
import { checkHidden } from './check-characters.ts';
import { numberFault } from './check-number.ts';
import { decodeText } from './decode-text.ts';
import type { MapEntry, ScalarNode, SourceFile, SourceNode } from './document.ts';

import { positionAt, readSource } from './locate.ts';
import type { ReadDocument } from './read-document.ts';

const SIZE_CAP = { bytes: LIMITS.jsonBytes, hint: 'split the file' };

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /[\w.+-]+/y;
const WORDS: ReadonlyMap<string, true | false | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads the text once, from left to right; the first slip in the syntax ends it. */
class JsonReader {
  readonly source: SourceFile;
  readonly problems: Problem[] = [];
  at = 0;
  constructor(source: SourceFile) {
    this.source = source;
  }

  stop(code: ProblemCode, message: string, length = 1, hint?: string): never {
    const position = positionAt(this.source, this.at, length);
    throw new ProblemError([...this.problems, error(code, message, position, hint)]);
  }

  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source.text)?.[0] ?? '';
  }

  /** Gives the next character that is no white space; "" at the end of the file. */
  peek(): string {
    this.at += this.match(SPACE).length;
    return this.source.text[this.at] ?? '';
  }

  take(character: string, after: string): void {
    const found = this.peek();
    if (found === character) this.at += 1;
    else this.stop('json-syntax', `"${character}" is missing ${after}`, 1, this.hintAt(found));
  }

  hintAt(found: string): string | undefined {
    if (found === '') return 'the file ends here';
    if (found === '/' || found === '#') return 'JSON has no comments';
    if (found === "'") return 'a text stands between double quotes';
    if (found === ']' || found === '}') return 'no comma stands after the last entry';
    if (/[\w"[{-]/.test(found)) return 'a comma is missing before this';
    return undefined;
  }

  scalar(value: ScalarNode['value'], start: number, length: number, text: string): ScalarNode {
    const raw = { source: this.source, start, text: text.replace(/[\r\n]/g, ' ') };
    return { kind: 'scalar', value, raw, position: positionAt(this.source, start, length) };
  }

  string(): ScalarNode {
    const typed = this.match(STRING);
    const start = this.at;
    if (typed === '') {
      const hint =
        'a text stands between double quotes on one line, with \\" for a quote and \\t for a tab';
      this.stop('json-syntax', 'this text does not end, or has a bad escape', 1, hint);
    }
    this.at += typed.length;
    const value = (JSON.parse(typed) as string).normalize('NFC');
    const quoted = this.scalar(value, start + 1, typed.length - 2, value);
    return { ...quoted, position: positionAt(this.source, start, typed.length) };
  }

  number(): ScalarNode {
    const typed = this.match(NUMBER);
    const rest = this.match(WORD);
    if (typed === '' || rest.length > typed.length) {
      const hint = 'numbers have no sign but -, no needless zeros and digits around their point';
      this.stop('json-syntax', `"${rest || '-'}" is not a number in JSON`, rest.length || 1, hint);
    }
    const fault = numberFault(typed);
    const node = this.scalar(fault === undefined ? Number(typed) : 0, this.at, typed.length, typed);
    if (fault !== undefined) {
      this.problems.push(error('odd-number', fault.message, node.position, fault.hint));
    }
    this.at += typed.length;
    return node;
  }

  word(): ScalarNode {
    const typed = this.match(WORD);
    const value = WORDS.get(typed);
    if (value === undefined) {
      const found = typed || this.source.text[this.at] || '';
      const message = found === '' ? 'a value is missing' : `"${found}" was not expected here`;
      const hint =
        typed === '' ? this.hintAt(found) : 'a text stands between double quotes; NaN is none';
      this.stop('json-syntax', message, found.length || 1, hint);
    }
    const node = this.scalar(value, this.at, typed.length, typed);
    this.at += typed.length;
    return node;
  }

  entry(seen: ReadonlyMap<string, number>, depth: number): MapEntry {
    if (this.peek() !== '"') {
      const hint = 'a key stands between double quotes; no comma stands after the last entry';
      this.stop('json-syntax', 'a key is missing here', 1, hint);
    }
    const { value: key, position: keyPosition } = this.string();
    const line = seen.get(String(key));
    if (line !== undefined) {
      const message = `the key "${key}" is already there, on line ${line}`;
      this.problems.push(error('duplicate-key', message, keyPosition, 'keep one of them'));
    }
    this.take(':', `after the key "${key}"`);
    return { key: String(key), keyPosition, value: this.value(depth) };
  }

  /** Reads what stands between brackets, up to and with the closing one. */
  inside(close: ']' | '}', item: () => void): void {
    this.at += 1;
    if (this.peek() === close) {
      this.at += 1;
      return;
    }
    item();
    while (this.peek() === ',') {
      this.at += 1;
      item();
    }
    this.take(close, 'here');
  }

  value(depth: number): SourceNode {
    const first = this.peek();
    if (depth > LIMITS.levels) this.stop('json-syntax', `more than ${LIMITS.levels} levels`);
    if (first === '"') return this.string();
    if (first === '-' || (first >= '0' && first <= '9')) return this.number();
    if (first !== '{' && first !== '[') return this.word();
    const position = positionAt(this.source, this.at, 1);
    if (first === '[') {
      const items: SourceNode[] = [];
      this.inside(']', () => items.push(this.value(depth + 1)));
      return { kind: 'list', items, position };
    }
    const entries: MapEntry[] = [];
    const seen = new Map<string, number>();
    this.inside('}', () => {
      const entry = this.entry(seen, depth + 1);
      entries.push(entry);
      seen.set(entry.key, entry.keyPosition.line);
    });
    return { kind: 'map', entries, position };
  }

  whole(): SourceNode {
    const root = this.value(0);
    if (this.peek() !== '') this.stop('json-syntax', 'the file goes on after its end', 1);
    return root;
  }
}

/** Reads a JSON file into nodes that know their place. */
export function readJson(file: string, bytes: Uint8Array): ReadDocument {
  const { text, problems } = decodeText(file, bytes, SIZE_CAP);
  if (text === null) return { root: null, problems };
  const source = readSource(file, text);
  const hidden = checkHidden(source);
  if (hidden.length > 0) return { root: null, problems: hidden };
  const reader = new JsonReader(source);
  try {
    const root = reader.whole();
    return { root: reader.problems.length === 0 ? root : null, problems: reader.problems };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { root: null, problems: thrown.problems };
  }
}

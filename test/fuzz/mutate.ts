import { NUMBERS, PIECES } from './pieces.ts';
import type { Random } from './random.ts';

type Mutation = (text: string, random: Random) => string;

function cut(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to);
}

/** Finds one of the parts of a text that a pattern matches. */
function pick(text: string, pattern: RegExp, random: Random): readonly [number, string] | null {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const match = random.of(found);
  return [match.index, match[0]];
}

const TOKEN = /[A-Za-z_][\w-]*|\d+(?:\.\d+)?|[^\s\w]/g;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

const token: Mutation = (text, random) => {
  const at = pick(text, TOKEN, random);
  if (at === null) return text;
  const [from, old] = at;
  const other = pick(text, TOKEN, random)![1];
  const put = random.of([other, random.of(PIECES), old + old, '', `${old}x`, old.toUpperCase()]);
  return cut(text, from, from + old.length, put);
};

const swap: Mutation = (text, random) => {
  const [a, b] = [pick(text, TOKEN, random), pick(text, TOKEN, random)];
  if (a === null || b === null || a[0] === b[0]) return text;
  const [[first, x], [second, y]] = a[0] < b[0] ? [a, b] : [b, a];
  return cut(cut(text, second, second + y.length, x), first, first + x.length, y);
};

const numeric: Mutation = (text, random) => {
  const at = pick(text, NUMBER, random);
  return at === null ? text : cut(text, at[0], at[0] + at[1].length, random.of(NUMBERS));
};

const insert: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return cut(text, at, at + random.below(3) * random.below(12), random.of(PIECES));
};

function lines(act: (list: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const list = text.split('\n');
    act(list, random.below(list.length), random);
    return list.join('\n');
  };
}

const LINES: readonly Mutation[] = [
  lines((list, at) => list.splice(at, 1)),
  lines((list, at) => list.splice(at, 0, list[at]!)),
  lines((list, at, random) => list.splice(random.below(list.length), 0, ...list.splice(at, 1))),
  lines((list, at, random) => list.splice(at, 1, `${' '.repeat(random.below(5))}${list[at]}`)),
  lines((list, at, random) => list.splice(at, 1, list[at]!.slice(random.below(4)))),
  lines((list, at) => list.splice(at, 2, list.slice(at, at + 2).join(' '))),
  lines((list, at) => list.splice(at)),
  lines((list, at, random) => list.splice(at, 1, list[at]!.slice(0, random.below(60)))),
];

const KEY = /^( *)([\w."-]+):/gm;

/** Gives a key with all that stands below it. */
function blockAt(text: string, random: Random): readonly [from: number, to: number] | null {
  const at = pick(text, KEY, random);
  if (at === null) return null;
  const indent = at[1].length - at[1].trimStart().length;
  const rest = text.slice(at[0] + at[1].length);
  const end = rest.search(new RegExp(`\\n {0,${indent}}\\S`));
  return [at[0], end < 0 ? text.length : at[0] + at[1].length + end + 1];
}

const structure: Mutation = (text, random) => {
  const block = blockAt(text, random);
  if (block === null) return token(text, random);
  const [from, to] = block;
  const old = text.slice(from, to);
  const key = pick(text, /[\w-]+(?=:)/g, random)?.[1] ?? 'key';
  const put = random.of([
    '',
    old + old,
    old.replace(/: ?/, ':\n    - '),
    old.replace(/: (.*)/, ': { a: $1 }'),
    old.replace(/: (.*)/, ': [$1]'),
    old.replace(/[\w-]+(?=:)/, key),
    old.replace(/:.*/s, ':\n'),
    old.replaceAll(/["']/g, ''),
    old.replace(/^/gm, '  '),
    `${old.trimEnd()}\n${old.replace(/[\w-]+(?=:)/, key)}`,
  ]);
  return cut(text, from, to, put);
};

const KINDS: readonly (readonly [kind: string, mutate: Mutation])[] = [
  ['token', token],
  ['token', swap],
  ['token', insert],
  ['line', (text, random) => random.of(LINES)(text, random)],
  ['structure', structure],
  ['number', numeric],
];

function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const put = Array.from({ length: random.below(3) }, () => random.below(256));
  const drop = random.below(3);
  return Uint8Array.from([...bytes.slice(0, at), ...put, ...bytes.slice(at + drop)]);
}

/** What was done to a file, and what became of it. */
export interface Mutant {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** Changes a file in one to three places: bytes, tokens, lines, structure or numbers. */
export function mutate(bytes: Uint8Array, random: Random): Mutant {
  if (random.below(6) === 0) return { kind: 'byte', bytes: mutateBytes(bytes, random) };
  const [kind, act] = random.of(KINDS);
  let text = Buffer.from(bytes).toString('utf8');
  for (let times = random.below(3); times >= 0; times--) text = act(text, random);
  return { kind, bytes: Uint8Array.from(Buffer.from(text)) };
}

import type { MapEntry, ScalarNode, SourceNode } from '../source/document.ts';

/** What stands in for the names in braces. */
export interface Filling {
  /** Finds what a path leads to; undefined where the case lacks it. */
  readonly find: (path: string) => SourceNode | undefined;
  /** Is told of every brace, and whether the case has something for it. */
  readonly tell: (choices: string, found: boolean) => void;
  /** What the case's names of elements are called in the model. */
  readonly elements: ReadonlyMap<string, string>;
}

const BRACES = /\{\s*([^{}]*?)\s*\}/g;
const LITERAL = /^(?:'([^']*)'|(-?\d[\d.eE+-]*))$/;

/** Tells whether a text takes anything from a case. */
export function hasBraces(node: SourceNode): boolean {
  if (node.kind === 'scalar') return node.raw.text.search(BRACES) >= 0;
  if (node.kind === 'list') return node.items.some(hasBraces);
  return node.entries.some(({ key, value }) => key.search(BRACES) >= 0 || hasBraces(value));
}

/** Reads a text as the files of a study do: what looks like a number is one. */
export function numberOr(text: string): number | string {
  return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
}

function withText(node: ScalarNode, text: string, shift = 0): ScalarNode {
  const raw = { ...node.raw, start: Math.max(0, node.raw.start - shift), text };
  return { ...node, value: numberOr(text), raw };
}

/** Writes a scalar of a case as the files of a study do: yes and no. */
function wordOf({ value, raw }: ScalarNode): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : raw.text;
}

/** Finds the first of `a.b | c | 'a text' | 4` that there is. */
function resolve(filling: Filling, choices: string, at: ScalarNode): SourceNode | undefined {
  const findOne = (choice: string) => {
    const literal = LITERAL.exec(choice);
    return literal === null ? filling.find(choice) : withText(at, literal[1] ?? literal[2]!);
  };
  let found: SourceNode | undefined;
  for (const choice of choices.split('|')) found ??= findOne(choice.trim());
  filling.tell(choices, found !== undefined);
  return found;
}

/** A text of digits stays a text, so that it is refused where a number belongs. */
function withQuotes(node: ScalarNode): ScalarNode {
  const { value } = node;
  if (typeof value !== 'string' || typeof numberOr(value) === 'string') return node;
  return {
    ...node,
    raw: { ...node.raw, start: Math.max(0, node.raw.start - 1), text: `"${value}"` },
  };
}

/** Puts words around a scalar of a case. */
function dressScalar(node: ScalarNode, before: string, after: string): ScalarNode {
  if (node.value === null) return node;
  const quoted = withQuotes(node);
  if (before + after === '' && typeof node.value !== 'boolean') return quoted;
  const words = quoted === node ? wordOf(node) : quoted.raw.text;
  return withText(quoted, before + words + after, before.length);
}

/** Puts words around every scalar below a node, and gives elements the names they have in the model. */
function dress(filling: Filling, node: SourceNode, before: string, after: string): SourceNode {
  if (node.kind === 'scalar') return dressScalar(node, before, after);
  const inner = (value: SourceNode) => dress(filling, value, before, after);
  if (node.kind === 'list') return { ...node, items: node.items.map(inner) };
  const entries = node.entries.map((entry) => ({
    ...entry,
    key: filling.elements.get(entry.key) ?? entry.key,
    value: inner(entry.value),
  }));
  return { ...node, entries };
}

/** Replaces every brace in a text; undefined where the case lacks something, or has no one text there. */
export function fillText(filling: Filling, text: string, at: ScalarNode): string | undefined {
  let isWhole = true;
  const filled = text.replace(BRACES, (_whole, choices: string) => {
    const found = resolve(filling, choices, at);
    if (found?.kind === 'scalar') {
      const word = wordOf(found);
      return filling.elements.get(word) ?? word;
    }
    isWhole = false;
    return '';
  });
  return isWhole ? filled : undefined;
}

/** Replaces the braces in a name that a text is found for, and leaves strange ones alone. */
export function fillName(filling: Filling, text: string, at: ScalarNode): string {
  return text.replace(BRACES, (whole, choices: string) => {
    const found = resolve(filling, choices, at);
    return found?.kind === 'scalar' ? wordOf(found) : whole;
  });
}

function fillScalar(filling: Filling, node: ScalarNode): SourceNode | undefined {
  const { text } = node.raw;
  const [first, second] = [...text.matchAll(BRACES)];
  if (first === undefined) return node;
  if (second !== undefined) {
    const filled = fillText(filling, text, node);
    return filled === undefined ? undefined : withText(node, filled);
  }
  const found = resolve(filling, first[1]!, node);
  if (found === undefined) return undefined;
  const [before, after] = [text.slice(0, first.index), text.slice(first.index + first[0].length)];
  return dress(filling, found, before, after);
}

/** Fills the key and the value of an entry; undefined where the case lacks something for either. */
export function fillEntry(filling: Filling, entry: MapEntry): MapEntry | undefined {
  const value = fillNode(filling, entry.value);
  const at: ScalarNode = {
    kind: 'scalar',
    value: entry.key,
    raw: { source: { file: '', text: '', lineStarts: [0] }, start: 0, text: entry.key },
    position: entry.keyPosition,
  };
  const key = fillText(filling, entry.key, at);
  if (key === undefined || value === undefined) return undefined;
  return { ...entry, key: key === entry.key ? key : (filling.elements.get(key) ?? key), value };
}

/**
 * Replaces `{path}` by what the case has there in every text below a node: a lone brace becomes that part of
 * the case with its own places, lists and maps included. Undefined where the case lacks something.
 */
export function fillNode(filling: Filling, node: SourceNode): SourceNode | undefined {
  if (node.kind === 'scalar') return fillScalar(filling, node);
  if (node.kind === 'list') {
    const items = node.items.flatMap((item) => fillNode(filling, item) ?? []);
    return items.length === node.items.length ? { ...node, items } : undefined;
  }
  const entries = node.entries.flatMap((entry) => fillEntry(filling, entry) ?? []);
  return entries.length === node.entries.length ? { ...node, entries } : undefined;
}

import { STATEMENT_KINDS, type StatementKind } from '../difference/statement.ts';
import { error, type Position, type Problem } from '../problem.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { readDocument } from '../source/read-document.ts';
import { hintFor } from '../source/suggest.ts';
import type { Figure } from '../statistics/figure.ts';
import {
  EXACT,
  FIGURES,
  type FigureName,
  type Lock,
  type LockedMeasure,
  type Outcome,
  type SaidLines,
  type Tolerance,
} from './lock.ts';

const TEXTS = ['engine', 'numerics', 'generator', 'sampling', 'seed', 'digest'] as const;

const MAPS = ['inputs', 'runs', 'trajectories', 'validations'] as const;

const KEYS: readonly string[] = ['lock', ...TEXTS, 'draws', 'reasons', ...MAPS, 'said', 'measures'];

const REMAKE =
  'a lock is written by `parley lock`, not by hand; take the file back from version control';

/** Reads the parts of a lock and collects what is wrong with them. */
class Reader {
  readonly problems: Problem[] = [];

  refuse(message: string, position: Position, hint = REMAKE): void {
    this.problems.push(error('wrong-type', message, position, hint));
  }

  entries(node: SourceNode | undefined, keys?: readonly string[]): readonly MapEntry[] {
    if (node === undefined) return [];
    if (node.kind !== 'map') {
      this.refuse('a map is wanted here', node.position);
      return [];
    }
    for (const { key, keyPosition } of node.entries) {
      if (keys === undefined || keys.includes(key)) continue;
      const hint = hintFor(key, keys) ?? `known here: ${keys.join(', ')}`;
      this.problems.push(error('unknown-key', `unknown key "${key}"`, keyPosition, hint));
    }
    return node.entries;
  }

  find(node: SourceNode, key: string): SourceNode | undefined {
    const found = this.entries(node).find((entry) => entry.key === key)?.value;
    if (found === undefined) {
      this.problems.push(error('missing-key', `"${key}" is missing`, node.position, REMAKE));
    }
    return found;
  }

  text(node: SourceNode | undefined): string {
    if (node?.kind === 'scalar' && node.value !== null) {
      return typeof node.value === 'string' ? node.value : node.raw.text.trim();
    }
    if (node !== undefined) this.refuse('a text is wanted here', node.position);
    return '';
  }

  texts(node: SourceNode | undefined): ReadonlyMap<string, string> {
    return new Map(this.entries(node).map(({ key, value }) => [key, this.text(value)]));
  }

  list(node: SourceNode | undefined): readonly string[] {
    if (node?.kind === 'list') return node.items.map((item) => this.text(item));
    if (node !== undefined) this.refuse('a list is wanted here', node.position);
    return [];
  }

  number(text: string, node: SourceNode | undefined): number {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value) && node !== undefined) {
      this.refuse(`"${text}" is not a number`, node.position);
    }
    return value;
  }
}

function readFigure(reader: Reader, node: SourceNode | undefined): Figure {
  const text = reader.text(node);
  if (text === 'none') return { value: null, error: null };
  const [value = '', spread] = text.split(' ± ');
  return {
    value: reader.number(value, node),
    error: spread === undefined ? null : reader.number(spread, node),
  };
}

function readOutcome(reader: Reader, node: SourceNode): Outcome {
  if (node.kind === 'scalar') {
    const figure = readFigure(reader, node);
    return { mean: figure, median: figure, p5: figure, p95: figure };
  }
  reader.entries(node, FIGURES);
  const figures = FIGURES.map((name) => [name, readFigure(reader, reader.find(node, name))]);
  return Object.fromEntries(figures) as Record<FigureName, Figure>;
}

function readTolerance(reader: Reader, node: SourceNode): Tolerance {
  const at = reader.find(node, 'tolerance');
  const text = reader.text(at);
  if (text === 'exact' || at === undefined) return EXACT;
  const value = reader.number(text, at);
  if (value <= 0) reader.refuse('a tolerance is above 0, or `exact`', at.position);
  const why = reader.entries(node).find(({ key }) => key === 'why')?.value;
  return { kind: 'absolute', value, why: why === undefined ? '' : reader.text(why) };
}

function readMeasure(reader: Reader, node: SourceNode): LockedMeasure {
  reader.entries(node, ['unit', 'tolerance', 'why', 'digest', 'outcomes']);
  return {
    unit: reader.text(reader.find(node, 'unit')),
    tolerance: readTolerance(reader, node),
    digest: reader.text(reader.find(node, 'digest')),
    outcomes: new Map(
      reader
        .entries(reader.find(node, 'outcomes'))
        .map(({ key, value }) => [key, readOutcome(reader, value)]),
    ),
  };
}

function readSaid(reader: Reader, node: SourceNode | undefined): SaidLines {
  return new Map(
    reader
      .entries(node, STATEMENT_KINDS)
      .map(({ key, value }) => [key as StatementKind, reader.texts(value)]),
  );
}

function readRoot(reader: Reader, root: SourceNode): Lock {
  reader.entries(root, KEYS);
  const version = reader.find(root, 'lock');
  if (version !== undefined && reader.text(version) !== '1') {
    const hint = 'it was written by a newer parley; run that one, or lock again';
    reader.refuse('this kind of lock is not known here', version.position, hint);
  }
  const texts = TEXTS.map((key) => [key, reader.text(reader.find(root, key))] as const);
  const draws = reader.find(root, 'draws');
  // What has no entries is not written.
  const optional = (key: string) => reader.entries(root).find((entry) => entry.key === key)?.value;
  const maps = MAPS.map((key) => [key, reader.texts(optional(key))] as const);
  return {
    ...(Object.fromEntries(texts) as Record<(typeof TEXTS)[number], string>),
    ...(Object.fromEntries(maps) as Record<(typeof MAPS)[number], ReadonlyMap<string, string>>),
    draws: reader.number(reader.text(draws), draws),
    reasons: reader.list(reader.find(root, 'reasons')),
    said: readSaid(reader, reader.find(root, 'said')),
    measures: new Map(
      reader
        .entries(reader.find(root, 'measures'))
        .map(({ key, value }) => [key, readMeasure(reader, value)]),
    ),
  };
}

/** Reads the bytes of a lock; `lock` is null where something is wrong with it. */
export function readLock(
  file: string,
  bytes: Uint8Array,
): { readonly lock: Lock | null; readonly problems: readonly Problem[] } {
  const { root, problems } = readDocument(file, bytes);
  if (root === null || problems.length > 0) return { lock: null, problems };
  const reader = new Reader();
  const lock = readRoot(reader, root);
  return { lock: reader.problems.length === 0 ? lock : null, problems: reader.problems };
}

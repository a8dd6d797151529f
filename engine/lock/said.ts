import { createHash } from 'node:crypto';
import {
  byCodeUnit,
  canonical,
  STATEMENT_KINDS,
  type Statement,
  type StatementKind,
} from '../difference/statement.ts';
import type { SaidLines } from './lock.ts';

/** Longer texts are known by their digest alone, so that a lock stays a page that one can read. */
const LONGEST = 72;

/** Formulas stand in the model; a lock that repeated them would be a second one. */
const BY_DIGEST: ReadonlySet<StatementKind> = new Set(['equation', 'check', 'validation']);

/** One thing that is said, all its elements together, and where. */
export interface Said {
  readonly kind: StatementKind;
  readonly name: string;
  readonly line: string;
  readonly places: readonly SaidPlace[];
}

/** Where something is said: each file, and the first line in it. */
export type SaidPlace = Pick<Statement, 'file' | 'line'>;

function textOf(kind: StatementKind, statements: readonly Statement[]): string {
  const texts = [...new Set(statements.map(({ text }) => text))];
  if (BY_DIGEST.has(kind)) return '';
  if (texts.length > 1) return `${statements.length} values`;
  return texts[0]!.length > LONGEST ? '' : texts[0]!;
}

function lineOf(kind: StatementKind, statements: readonly Statement[]): string {
  const exact = canonical(statements.map((one) => [one.element, one.exact]));
  const digest = createHash('sha256').update(exact).digest('hex').slice(0, 12);
  const text = textOf(kind, statements);
  return text === '' ? `(${digest})` : `${text} (${digest})`;
}

function placesOf(statements: readonly Statement[]): readonly SaidPlace[] {
  const lines = new Map<string, number>();
  for (const { file, line } of statements) {
    lines.set(file, Math.min(line, lines.get(file) ?? Number.POSITIVE_INFINITY));
  }
  return [...lines].map(([file, line]) => ({ file, line }));
}

/** Puts the elements of each thing that a study says together, by kind and then by name. */
export function gatherSaid(statements: readonly Statement[]): readonly Said[] {
  return STATEMENT_KINDS.flatMap((kind) => {
    const named = new Map<string, Statement[]>();
    for (const one of statements.filter((each) => each.kind === kind)) {
      named.set(one.name, [...(named.get(one.name) ?? []), one]);
    }
    return [...named]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([name, elements]) => ({
        kind,
        name,
        line: lineOf(kind, elements),
        places: placesOf(elements),
      }));
  });
}

/** Lists what is said line by line, as a lock keeps it. */
export function saidLines(said: readonly Said[]): SaidLines {
  const lines = new Map<StatementKind, Map<string, string>>();
  for (const { kind, name, line } of said) {
    const named = lines.get(kind) ?? new Map<string, string>();
    lines.set(kind, named.set(name, line));
  }
  return lines;
}

/** Takes the digest off a line; "" where nothing else was kept. */
export function saidText(line: string): string {
  return line.replace(/ ?\([0-9a-f]{12}\)$/, '');
}

import type { Comparison, Provenance } from '../engine/index.ts';
import type { Side } from './diff-side.ts';
import { twoParts } from './diff-text.ts';
import { printable } from './display-width.ts';
import { InputError } from './file-error.ts';
import { decimalsFor, showChange, showNumber } from './number-text.ts';
import type { Format } from './open-study.ts';
import { print, printJson } from './terminal.ts';
import { layOutTable, type TextCell } from './text-table.ts';

type ResultSide = Side & { readonly kind: 'results' };

/** What is read of the figures that a run printed. */
interface Figures {
  readonly provenance: Provenance;
  readonly comparisons: readonly Comparison[];
}

function figuresOf({ label, results }: ResultSide): Figures {
  const found = results as Partial<Figures> | null;
  const isRun =
    typeof found === 'object' &&
    Array.isArray(found?.comparisons) &&
    Array.isArray(found?.provenance?.inputs);
  if (isRun) return found as Figures;
  throw new InputError(`cannot read the results ${label}: run --format json did not write them`);
}

/** Lists what the two runs were told otherwise, as far as figures know. */
function saidLines({ provenance: a }: Figures, { provenance: b }: Figures): readonly string[] {
  const keys = ['engineVersion', 'numericsVersion', 'seed', 'draws', 'sampling'] as const;
  const settings = keys.flatMap((key) =>
    a[key] === b[key] ? [] : [`${key}: ${a[key]} -> ${b[key]}`],
  );
  const [old, fresh] = [a, b].map(
    ({ inputs }) => new Map(inputs.map((one) => [one.path, one.sha256])),
  );
  const paths = [...new Set([...old!.keys(), ...fresh!.keys()])];
  const files = paths.flatMap((path) => {
    const [was, is] = [old!.get(path), fresh!.get(path)];
    if (was === is) return [];
    return [
      `${path} ${was === undefined ? 'is new' : is === undefined ? 'is missing' : 'was changed'}`,
    ];
  });
  return [...settings, ...files].map(printable);
}

interface Moved {
  readonly measure: string;
  readonly scenario: string;
  readonly condition: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly change: number | null;
  /** In Monte Carlo standard errors of the first; null where it has none. */
  readonly errors: number | null;
}

function movedIn({ comparisons: a }: Figures, { comparisons: b }: Figures): readonly Moved[] {
  const key = ({ measure, scenario, condition }: Comparison) =>
    JSON.stringify([measure, scenario, condition]);
  const fresh = new Map(b.map((one) => [key(one), one]));
  const old = new Map(a.map((one) => [key(one), one]));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((place): readonly Moved[] => {
    const [was, is] = [old.get(place), fresh.get(place)];
    const { measure, scenario, condition } = (is ?? was)!;
    const [before, after] = [was?.outcome.median, is?.outcome.median];
    const [from, to] = [before?.value ?? null, after?.value ?? null];
    if (from === to && was?.outcome.mean.value === is?.outcome.mean.value) return [];
    const change = from === null || to === null ? null : to - from;
    const error = before?.error ?? 0;
    const errors = change === null || error === 0 ? null : change / error;
    return [{ measure, scenario, condition, from, to, change, errors }];
  });
}

function table(moved: readonly Moved[]): string {
  const left = (text: string): TextCell => ({ text: printable(text), side: 'left' });
  const right = (text: string): TextCell => ({ text, side: 'right' });
  const head = [
    left('measure'),
    left('scenario'),
    ...['from', 'to', 'change', 'std errors'].map(right),
  ];
  const rows = moved.map(({ measure, scenario, condition, from, to, change, errors }) => {
    const decimals = decimalsFor([change]) + 1;
    const run = condition === null ? scenario : `${scenario} under ${condition}`;
    const texts = [
      showNumber(from, decimals),
      showNumber(to, decimals),
      showChange(change, decimals),
    ];
    const count = errors === null ? '-' : String(Number(errors.toPrecision(2)));
    return [left(measure), left(run), ...[...texts, count].map(right)];
  });
  return layOutTable([head, ...rows]);
}

/** Compares the figures of two runs; without the studies, nothing can be said of why they differ. */
export function diffResults([one, other]: readonly [ResultSide, ResultSide], format: Format): void {
  const [before, after] = [figuresOf(one), figuresOf(other)];
  const said = saidLines(before, after);
  const moved = movedIn(before, after);
  if (format === 'json') {
    printJson({ one: one.label, other: other.label, said, moved });
    return;
  }
  const why =
    'For what each edit contributes, compare the studies: parley diff STUDY@REVISION STUDY.';
  const out = moved.length === 0 ? ['nothing'] : ['Medians.', table(moved), why];
  print(twoParts(`${one.label} -> ${other.label}`, said, out));
}

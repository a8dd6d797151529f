import type { Comparison, Figure, Provenance } from '../engine/index.ts';
import type { Side } from './diff-side.ts';
import { type DiffReporter, type PlainTable, printDiff } from './diff-text.ts';
import { InputError } from './file-error.ts';
import type { IsToldApart } from './near-zero.ts';
import { decimalsFor, showChange, showNumber } from './number-text.ts';

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
  return [...settings, ...files];
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
  /** Whether the change is more than other draws might do; null where both runs had the same draws. */
  readonly isToldApart: boolean | null;
}

function haveSameDraws({ provenance: a }: Figures, { provenance: b }: Figures): boolean {
  return a.seed === b.seed && a.draws === b.draws && a.sampling === b.sampling;
}

/** Gives the error of the change between figures of draws that have nothing to do with each other. */
function errorBetween(...figures: readonly (Figure | undefined)[]): number | null {
  const errors = figures.map((one) => one?.error ?? null).filter((error) => error !== null);
  return errors.length === 0 ? null : Math.hypot(...errors);
}

function movedIn(one: Figures, other: Figures, isToldApart: IsToldApart): readonly Moved[] {
  const isPaired = haveSameDraws(one, other);
  const key = ({ measure, scenario, condition }: Comparison) =>
    JSON.stringify([measure, scenario, condition]);
  const fresh = new Map(other.comparisons.map((each) => [key(each), each]));
  const old = new Map(one.comparisons.map((each) => [key(each), each]));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((place): readonly Moved[] => {
    const [was, is] = [old.get(place), fresh.get(place)];
    const { measure, scenario, condition } = (is ?? was)!;
    const [before, after] = [was?.outcome.median, is?.outcome.median];
    const [from, to] = [before?.value ?? null, after?.value ?? null];
    if (from === to && was?.outcome.mean.value === is?.outcome.mean.value) return [];
    const change = from === null || to === null ? null : to - from;
    const error = before?.error ?? 0;
    const errors = change === null || error === 0 ? null : change / error;
    const between = errorBetween(before, after);
    const isClear = isPaired ? null : isToldApart({ value: change, error: between });
    return [{ measure, scenario, condition, from, to, change, errors, isToldApart: isClear }];
  });
}

function table(moved: readonly Moved[]): PlainTable | null {
  if (moved.length === 0) return null;
  const rows = moved.map((one) => {
    const { measure, scenario, condition, from, to, change, errors, isToldApart } = one;
    const mark = errors !== null && isToldApart === false ? '≈' : '';
    const decimals = decimalsFor([change]) + 1;
    const run = condition === null ? scenario : `${scenario} under ${condition}`;
    const ends = [from, to].map((value) => showNumber(value, decimals));
    const count = errors === null ? '-' : String(Number(errors.toPrecision(2)));
    return [measure, run, ...ends, `${mark}${showChange(change, decimals)}`, count];
  });
  return { heads: ['measure', 'scenario', 'from:', 'to:', 'change:', 'std errors:'], rows };
}

/** Compares the figures of two runs; without the studies, nothing can be said of why they differ. */
export async function diffResults(
  [one, other]: readonly [ResultSide, ResultSide],
  reporter: DiffReporter,
): Promise<void> {
  const [before, after] = [figuresOf(one), figuresOf(other)];
  const said = saidLines(before, after);
  const { isToldApart } = await import('../engine/index.ts');
  const moved = movedIn(before, after, isToldApart);
  const why =
    'For what each edit contributes, compare the studies: parley diff STUDY@REVISION STUDY.';
  const page = {
    title: `${one.label} -> ${other.label}`,
    said,
    note: 'Medians.',
    table: table(moved),
    after: moved.length === 0 ? 'nothing' : why,
  };
  printDiff(reporter, page, { one: one.label, other: other.label, said, moved });
}

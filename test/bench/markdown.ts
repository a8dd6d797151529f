import { type Clock, ratio, shortest, timeOf } from './figures.ts';
import type { Measured } from './measure.ts';
import type { Table } from './plan.ts';

/** A table with what was measured of it. */
export interface Finished {
  readonly kind: Table['kind'];
  readonly name: string;
  readonly draws: number;
  readonly runs: number;
  readonly steps: number;
  readonly equations: number;
  readonly rows: readonly Measured[];
}

/** The row that all times are given as multiples of, where it is there. */
const MEASURE = 'C, `pow`';

function measureOf({ rows }: Finished): Measured {
  return rows.find(({ name }) => name === MEASURE) ?? rows[0]!;
}

function figures(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value < 0.1 ? 2 : 3);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heads.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

function spoken({ agreement }: Measured): string {
  const { isEqual, digest, difference } = agreement;
  return isEqual ? `\`${digest.slice(0, 8)}\`` : `within ${difference.toExponential(0)}`;
}

const COUNT = new Intl.NumberFormat('en');

/** Writes a model's rows: the time for a draw, its multiple of C, and whether the values are the engine's. */
function modelTable(finished: Finished, clock: Clock): string {
  const { name, equations, draws, rows } = finished;
  const measure = measureOf(finished);
  const microseconds = (seconds: number) => figures(seconds * 1e6);
  const cells = rows.map((row) => [
    row.name,
    figures(ratio(row, measure, clock)),
    microseconds(timeOf(row, clock)),
    microseconds(shortest(row, clock)),
    spoken(row),
  ]);
  return `**${name}**, ${COUNT.format(equations)} equations, ${COUNT.format(draws)} draws\n\n${grid(
    ['', `× ${measure.name}`, 'µs a draw', 'at best', 'values'],
    cells,
  )}`;
}

/** Takes the rows of the tables of few draws out of those of all, so that they stand together. */
function withMoreDraws(few: readonly Finished[], all: readonly Finished[]): readonly Finished[] {
  const names = new Set(few[0]!.rows.map(({ name }) => name));
  return all
    .filter(({ kind }) => kind === 'draws' || kind === 'model')
    .map((finished) => ({ ...finished, rows: finished.rows.filter(({ name }) => names.has(name)) }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.draws - b.draws);
}

/** Writes how the back ends and NumPy fare with fewer and more draws. */
function drawsTable(all: readonly Finished[], clock: Clock): string {
  const [first] = all as [Finished, ...Finished[]];
  const numpy = ({ rows }: Finished) => rows.find(({ name }) => name === 'NumPy');
  const heads = ['', 'draws', `× ${measureOf(first).name}`, '× NumPy', 'µs a draw'];
  const cells = all.flatMap((finished) =>
    finished.rows.map((row) => [
      `${finished.name}, ${row.name}`,
      COUNT.format(finished.draws),
      figures(ratio(row, measureOf(finished), clock)),
      numpy(finished) === undefined ? '' : figures(ratio(row, numpy(finished)!, clock)),
      figures(timeOf(row, clock) * 1e6),
    ]),
  );
  return grid(heads, cells);
}

/** The size that others are measured by. */
const MIDDLE = 351;

/** Writes what an equation costs in models of several sizes, as a multiple of what it costs in the middle one. */
function sizeTable(all: readonly Finished[], clock: Clock): string {
  const names = all[0]!.rows.map(({ name }) => name);
  const middle = all.find(({ equations }) => equations === MIDDLE) ?? all[0]!;
  const perEquation = ({ rows, equations, steps }: Finished, name: string) =>
    timeOf(rows.find((row) => row.name === name)!, clock) / equations / steps;
  const cells = all.map((finished) => [
    COUNT.format(finished.equations),
    ...names.flatMap((name) => {
      const time = perEquation(finished, name);
      return [figures(time * 1e9), figures(time / perEquation(middle, name))];
    }),
  ]);
  const heads = names.flatMap((name) => [`${name}, ns an equation`, `to ${MIDDLE}`]);
  return grid(['equations', ...heads], cells);
}

/** Writes a study's rows: all of its simulations at 10,000 draws. */
function studyTable(finished: Finished, clock: Clock): string {
  const { name, equations, runs, steps, rows, draws } = finished;
  const measure = measureOf(finished);
  const cells = rows.map((row) => [
    row.name,
    figures(ratio(row, measure, clock)),
    figures(timeOf(row, clock) * 10_000),
    spoken(row),
  ]);
  const what = `${runs} simulations of ${steps} months, ${COUNT.format(equations)} equations, measured with ${COUNT.format(draws)} draws`;
  return `**${name}**, ${what}\n\n${grid(['', `× ${measure.name}`, 's for 10,000 draws', 'values'], cells)}`;
}

/** Writes everything that was measured as Markdown. */
export function writeMarkdown(all: readonly Finished[], clock: Clock): string {
  const of = (kind: Table['kind']) => all.filter((finished) => finished.kind === kind);
  const [few, sizes] = [of('draws'), of('size')];
  return [
    ...of('model').map((finished) => modelTable(finished, clock)),
    ...(few.length === 0 ? [] : [drawsTable(withMoreDraws(few, all), clock)]),
    ...(sizes.length === 0 ? [] : [sizeTable(sizes, clock)]),
    ...of('study').map((finished) => studyTable(finished, clock)),
  ].join('\n\n');
}

/** Writes the rows of peers, as multiples of the first. */
export function writePeers(rows: readonly Measured[], draws: number, clock: Clock): string {
  const cells = rows.map((row) => [
    row.name,
    figures(ratio(row, rows[0]!, clock)),
    figures(timeOf(row, clock) * 1e6),
    spoken(row),
  ]);
  return `${COUNT.format(draws)} draws, fewer where that would take long\n\n${grid(['', `× ${rows[0]!.name}`, 'µs a draw', 'values'], cells)}`;
}

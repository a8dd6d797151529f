import type { BreakEven, Results, Summary } from '../../engine/index.ts';
import { readingOf } from '../break-even-reading.ts';
import { drawsFit } from '../draw-columns.ts';
import { drawsIn, meanOf, pairedDifference, quantileOf } from '../draw-formulas.ts';
import { formatFor } from '../format.ts';
import { cellAt, type Formula, formula } from '../formula.ts';
import { figuresOf } from '../live-cell.ts';
import type { Report } from '../report.ts';
import { type Cell, number } from '../sheet.ts';
import { numbers, type TableColumn, words } from '../table.ts';

/** Name of the sheet. */
export const BREAK_EVEN = 'Break-even';

/** Where each part of the table begins: a figure, its error, and so on; the columns of runs follow on the direction. */
export const AT = { rise: 2, ratios: 4, reading: 8, cost: 9, gain: 15, direction: 21 } as const;

/** The ends of the ranges. */
export const ENDS = [
  { name: 'p5', level: 0.05 },
  { name: 'p95', level: 0.95 },
] as const;

/** A probability of 1 in percentage points. */
export const POINTS_IN_ALL = 100;

/** One offer. */
export interface BreakEvenRow {
  readonly item: BreakEven;
  readonly title: string;
  readonly row: number;
  /** Columns of Draws: the baseline without success, the offer without and with it. */
  readonly runs: readonly (number | null)[];
}

/** Headers are long here, and columns few. */
const NARROWEST = 8.5;
const WORDY = 13;

const narrowNumbers = (
  header: string,
  cell: (row: BreakEvenRow) => Cell,
  from: number = NARROWEST,
) => ({ ...numbers(header, cell), from });

const inRow = (row: number, column: number) => cellAt(BREAK_EVEN, row, column, 'columns');

function runCells(row: number) {
  const [without, failed, succeeded] = [1, 2, 3].map((at) => inRow(row, AT.direction + at));
  return { without: without!, failed: failed!, succeeded: succeeded! };
}

function valuesOf(side: 'cost' | 'gain', row: number): Formula {
  const { without, failed, succeeded } = runCells(row);
  return pairedDifference(side === 'cost' ? without : succeeded, failed, inRow(row, AT.direction));
}

/** A ratio to a gain that is none would be a number without meaning. */
function rises({ item }: BreakEvenRow, value: number | null): number | null {
  return value === null || (item.gain.mean.value ?? 0) <= 0 ? null : value * POINTS_IN_ALL;
}

/** Describes the columns that say by how much success must become likelier. */
export function riseColumns(
  { results, say }: Report,
  levelsAt: number,
): TableColumn<BreakEvenRow>[] {
  const live = figuresOf(drawsFit(results));
  const points = cellAt(BREAK_EVEN, levelsAt, AT.rise);
  const errorOf = (header: string, pick: (item: BreakEven) => number | null) =>
    narrowNumbers(header, (one) => number(rises(one, pick(one.item)), 'plain-2', 'numberQuiet'));
  return [
    narrowNumbers(
      say('Must raise the chance of success by, points'),
      (one) => {
        const [cost, gain] = [AT.cost, AT.gain].map((column) => inRow(one.row, column));
        const rise = formula`${points}*${cost!}/${gain!}`;
        return live.cell(rise, rises(one, one.item.rise.value), 'plain-1', 'numberStrong');
      },
      WORDY,
    ),
    errorOf(say('Rise ±'), ({ rise }) => rise.error),
    ...ENDS.flatMap(({ name, level }, at) => [
      narrowNumbers(
        say('Rise draw by draw, {level}', { level: `${level * 100}%` }),
        (one) => {
          const ratios = quantileOf(
            ratiosOf(one.row),
            cellAt(BREAK_EVEN, levelsAt, AT.ratios + 2 * at, 'rows'),
          );
          const value = rises(one, one.item.ratios[name].value);
          return live.array(formula`${points}*${ratios}`, value, 'plain-1');
        },
        WORDY,
      ),
      errorOf(
        say('Rise, {level} ±', { level: `${level * 100}%` }),
        ({ ratios }) => ratios[name].error,
      ),
    ]),
    words(say('Reading'), [20, 26], ({ item }) => readingOf(say, item)),
  ];
}

/** Leaves out the draws in which success changes nothing, which have no ratio. */
function ratiosOf(row: number): Formula {
  const { without, failed, succeeded } = runCells(row);
  const [base, fails, succeeds] = [drawsIn(without), drawsIn(failed), drawsIn(succeeded)];
  return formula`IF(${succeeds}<>${fails},(${base}-${fails})/(${succeeds}-${fails}))`;
}

/** Describes the columns of a cost or a gain. */
export function sideColumns(
  { results, say }: Report,
  side: 'cost' | 'gain',
  levelsAt: number,
): TableColumn<BreakEvenRow>[] {
  const live = figuresOf(drawsFit(results));
  const formats = sideFormats(results, side);
  const name = side === 'cost' ? say('Cost') : say('Gain');
  const errorOf = (header: string, pick: (summary: Summary) => number | null) =>
    narrowNumbers(header, ({ item }) => number(pick(item[side]), formats.error, 'numberQuiet'));
  return [
    narrowNumbers(say('{side}, mean', { side: name }), ({ row, item }) =>
      live.array(
        meanOf(valuesOf(side, row)),
        item[side].mean.value,
        formats.figure,
        'numberStrong',
      ),
    ),
    errorOf(say('{side}, mean ±', { side: name }), ({ mean }) => mean.error),
    ...ENDS.flatMap((end, at) => {
      const level = cellAt(BREAK_EVEN, levelsAt, AT[side] + 2 + 2 * at, 'rows');
      const said = { side: name, level: `${end.level * 100}%` };
      return [
        narrowNumbers(say('{side}, {level}', said), ({ row, item }) =>
          live.array(
            quantileOf(valuesOf(side, row), level),
            item[side][end.name].value,
            formats.figure,
          ),
        ),
        errorOf(say('{side}, {level} ±', said), (summary) => summary[end.name].error),
      ];
    }),
  ];
}

function sideFormats({ breakEvens, study }: Results, side: 'cost' | 'gain') {
  const unit = study.measures.find(({ name }) => name === study.breakEven?.measure)?.unit ?? '';
  const figures = breakEvens.flatMap(({ [side]: { p5, mean, p95 } }) => [p5, mean, p95]);
  return {
    figure: formatFor(
      figures.map(({ value }) => value),
      { unit },
    ),
    error: formatFor(
      figures.map(({ error }) => error),
      { digits: 2 },
    ),
  };
}

/** Describes the columns that say which draws a row reads. */
export function runColumns({ say }: Report, direction: number): TableColumn<BreakEvenRow>[] {
  const headers = [
    say('Column of Draws: the baseline without success'),
    say('Column of Draws: the offer without success'),
    say('Column of Draws: the offer with success'),
  ];
  return [
    narrowNumbers(say('Better: +1 more, −1 less'), () =>
      number(direction, 'signed-0', 'numberQuiet'),
    ),
    ...headers.map((header, at) =>
      narrowNumbers(header, ({ runs }) => number(runs[at]!, 'plain-0', 'numberQuiet')),
    ),
  ];
}

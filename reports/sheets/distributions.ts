import type { Summary } from '../../engine/index.ts';
import { areEqual, areOrdered, check, columnArea } from '../checks.ts';
import { drawsFit } from '../draw-columns.ts';
import { drawsIn, meanOf, quantileOf } from '../draw-formulas.ts';
import { type MeansPlace, meanAt } from '../figure-checks.ts';
import { QUANTILES, quantileName } from '../figure-columns.ts';
import { formatFor } from '../format.ts';
import { cellAt, type Formula, formula } from '../formula.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import { figuresOf } from '../live-cell.ts';
import {
  type OutcomeLinks,
  type OutcomeRow,
  outcomeLinks,
  outcomeRows,
  outcomeWords,
} from '../outcome-rows.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, type Check, number, percent, type Sheet, text } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

const NAME = 'Distributions';

/** Where the mean, the quantiles and the numbers of the columns of Draws stand. */
const MEAN = 5;
const FIRST_QUANTILE = 10;
const COLUMN = 17;

interface Row extends OutcomeRow {
  readonly outcome: Summary;
  readonly values: Formula;
}

/** Shows how the draws of every measure spread, scenario by scenario. */
export function distributionsSheet(report: Report, links: OutcomeLinks, means: MeansPlace): Sheet {
  const { say } = report;
  const plan = (firstRow: number): SheetPlan => ({
    name: NAME,
    title: say('How outcomes spread'),
    about: say(
      'Moments and quantiles over the draws, in the unit that the row names; runs as drawn, no condition imposed. ± is the Monte Carlo error of the figure before it.',
    ),
    above: [levelRow(report)],
    ...tableOf(columnsFor(report, links, firstRow - 2), rowsOf(report, firstRow)),
    frozenColumns: 2,
    table: NAME,
    printUntil: [firstRow + rowsOf(report, firstRow).length - 1, COLUMN - 1],
    checks: checksOf(report, firstRow, means),
  });
  return layOut(plan, say);
}

function checksOf(report: Report, firstRow: number, means: MeansPlace): Check[] {
  const { say } = report;
  const rows = rowsOf(report, firstRow).length;
  const at = (column: number) => columnArea(NAME, firstRow, rows, column);
  const [mean, column] = [at(MEAN), at(COLUMN)];
  // the smallest and the largest draw stand beside the quantiles
  const ends = [-1, ...QUANTILES.keys(), QUANTILES.length].map((one) => at(FIRST_QUANTILE + one));
  return [
    check(
      say('Means are those of the sheet {name}', { name: say('Comparison') }),
      areEqual([mean], meanAt(means, column), formula`ABS(${ends[0]!})+ABS(${ends.at(-1)!})`),
    ),
    check(say('Quantiles never fall from the smallest draw to the largest'), areOrdered(ends)),
  ];
}

function levelRow({ say }: Report) {
  const before = Array.from({ length: FIRST_QUANTILE - 2 }, () => blank());
  const levels = QUANTILES.map(({ level }) => percent(level, 0, 'numberQuiet'));
  return [...before, text(say('Level'), 'cellQuiet'), ...levels];
}

function rowsOf(report: Report, firstRow: number): Row[] {
  return outcomeRows(report)
    .filter(({ column }) => column.condition === null)
    .map((one, index) => ({
      ...one,
      outcome: one.found.outcome,
      values: drawsIn(cellAt(NAME, firstRow + index, COLUMN, 'columns')),
    }));
}

function columnsFor(report: Report, links: OutcomeLinks, levelsAt: number): TableColumn<Row>[] {
  const { say } = report;
  return [
    ...outcomeWords<Row>(say).filter((_, at) => at !== 1),
    words(say('Unit'), [8, 18], ({ measure }) => measure.unit),
    ...momentColumns(report),
    ...quantileColumns(report, levelsAt),
    ...outcomeLinks<Row>(say, links),
  ];
}

/** How many there are, and their moments. */
function momentColumns({ results, say }: Report): TableColumn<Row>[] {
  const live = figuresOf(drawsFit(results));
  const level =
    (formulaOf: (values: Formula) => Formula, pick: (outcome: Summary) => number | null) =>
    ({ values, outcome, formats }: Row) =>
      live.cell(formulaOf(values), pick(outcome), formats.level);
  return [
    numbers(say('Draws'), ({ values, outcome }) =>
      live.cell(formula`COUNT(${values})`, outcome.count, 'plain-0', 'numberQuiet'),
    ),
    numbers(
      say('Mean'),
      level(meanOf, ({ mean }) => mean.value),
    ),
    numbers(say('Mean ±'), ({ outcome }) => quiet(outcome.mean.error)),
    numbers(
      say('Standard deviation'),
      level(
        (values) => formula`STDEV(${values})`,
        ({ deviation }) => deviation.value,
      ),
    ),
    numbers(say('Standard deviation ±'), ({ outcome }) => quiet(outcome.deviation.error)),
  ];
}

/** The quantiles between the smallest and the largest draw. */
function quantileColumns({ results, say }: Report, levelsAt: number): TableColumn<Row>[] {
  const live = figuresOf(drawsFit(results));
  const end =
    (name: 'MIN' | 'MAX', pick: (outcome: Summary) => number | null) =>
    ({ values, outcome, formats }: Row) =>
      live.cell(formula`${name}(${values})`, pick(outcome), formats.level);
  return [
    numbers(
      say('Minimum'),
      end('MIN', ({ minimum }) => minimum),
    ),
    ...QUANTILES.map((quantile, at) =>
      numbers<Row>(quantileName(quantile, say), ({ values, outcome, formats }) => {
        const level = cellAt(NAME, levelsAt, FIRST_QUANTILE + at, 'rows');
        const { value } = outcome[quantile.name];
        const style = quantile.name === 'median' ? 'numberStrong' : 'number';
        return live.cell(quantileOf(values, level), value, formats.level, style);
      }),
    ),
    numbers(
      say('Maximum'),
      end('MAX', ({ maximum }) => maximum),
    ),
    numbers(say('Quantiles, largest ±'), ({ outcome }) => quiet(largestError(outcome))),
  ];
}

function largestError({ p5, p25, median, p75, p95 }: Summary): number | null {
  const errors = [p5, p25, median, p75, p95].flatMap(({ error }) => error ?? []);
  return errors.length === 0 ? null : Math.max(...errors);
}

function quiet(error: number | null): Cell {
  return number(error, formatFor([error], { digits: 2 }), 'numberQuiet');
}

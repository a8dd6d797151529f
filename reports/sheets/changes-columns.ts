import type { Comparison, Figure } from '../../engine/index.ts';
import { directionOf } from '../contenders.ts';
import { drawsFit } from '../draw-columns.ts';
import { shareOf } from '../draw-formulas.ts';
import { FIGURE_COLUMNS, type FigureItem, figureColumns } from '../figure-columns.ts';
import { cellAt, type Formula, formula } from '../formula.ts';
import { changeUnit } from '../labels.ts';
import { type Figures, figuresOf } from '../live-cell.ts';
import { type OutcomeLinks, type OutcomeRow, outcomeLinks, outcomeWords } from '../outcome-rows.ts';
import type { Report } from '../report.ts';
import { number } from '../sheet.ts';
import { numbers, type TableColumn, words } from '../table.ts';

/** What changes are taken against. */
export type Against = 'baseline' | 'reference';

/** Names of the sheets. */
export const CHANGES = { baseline: 'Against baseline', reference: 'Against reference' } as const;

/** Where the columns stand that formulas read; chances are taken against the baseline alone. */
export function changeColumns(against: Against) {
  const chances = 6 + FIGURE_COLUMNS;
  const other = chances + (against === 'baseline' ? 5 : 0);
  const chance = { direction: chances, better: chances + 1, equal: chances + 3 };
  return { draws: 5, mean: 6, ...chance, other, column: other + 1 };
}

/** A scenario, measure and condition beside the same of the other scenario. */
export interface ChangeRow extends OutcomeRow, FigureItem {
  /** The number of the column that the change is from. */
  readonly other: number;
  /** The draws of both, and how many they share. */
  readonly own: Formula;
  readonly base: Formula;
  readonly count: Formula;
}

/** Describes the columns of the table. */
export function columnsOfChanges(
  report: Report,
  against: Against,
  links: OutcomeLinks,
  firstRow: number,
): TableColumn<ChangeRow>[] {
  const { results, say } = report;
  const figures = figuresOf(drawsFit(results));
  const { mean } = changeColumns(against);
  const place = { sheet: CHANGES[against], column: mean, levelRow: firstRow - 2 };
  const name = against === 'baseline' ? say('baseline') : say('reference');
  return [
    ...outcomeWords<ChangeRow>(say),
    words(say('Unit'), [8, 14], ({ measure }) => changeUnit(report, measure.unit)),
    numbers(say('Draws'), ({ count, summary }) =>
      figures.cell(count, summary!.count, 'plain-0', 'numberQuiet'),
    ),
    ...figureColumns<ChangeRow>(place, figures.array, say, (figure) =>
      say('{figure} of the change against {name}', { figure, name }),
    ),
    ...(against === 'baseline' ? chanceColumns(report, figures, name) : []),
    numbers(say('Column of the other, {name}', { name }), ({ other }) =>
      number(other, 'plain-0', 'numberQuiet'),
    ),
    ...outcomeLinks<ChangeRow>(say, links),
  ];
}

/** How often a scenario does better than the baseline, and how often it makes no difference at all. */
function chanceColumns({ say }: Report, figures: Figures, name: string): TableColumn<ChangeRow>[] {
  const { draws, direction } = changeColumns('baseline');
  const at = (row: number, column: number) => cellAt(CHANGES.baseline, row, column, 'columns');
  const errorColumn = (header: string, pick: (found: Comparison) => Figure | null) =>
    numbers<ChangeRow>(header, ({ found }) => {
      const error = pick(found)?.error ?? null;
      return number(error === null ? null : error * 100, 'plain-2', 'numberQuiet');
    });
  return [
    numbers(say('Better: +1 more, −1 less'), ({ measure }) =>
      number(directionOf(measure) || null, 'signed-0', 'numberQuiet'),
    ),
    numbers(say('Better than {name}, % of draws', { name }), ({ row, found, own, base }) =>
      figures.cell(
        shareOf(formula`${at(row, direction)}*(${own}-${base})>0`, at(row, draws)),
        found.beatsBaseline?.value ?? null,
        'percent-1',
        'numberStrong',
      ),
    ),
    errorColumn(say('Better ±, points'), ({ beatsBaseline }) => beatsBaseline),
    numbers(say('Equal to {name}, % of draws', { name }), ({ row, found, own, base }) =>
      figures.cell(
        shareOf(formula`ISNUMBER(${own})*(${own}=${base})`, at(row, draws)),
        found.equalsBaseline?.value ?? null,
        'percent-1',
      ),
    ),
    errorColumn(say('Equal ±, points'), ({ equalsBaseline }) => equalsBaseline),
  ];
}

import { appliesNotes } from '../applies.ts';
import { columnArea } from '../checks.ts';
import { drawsFit } from '../draw-columns.ts';
import { drawsIn } from '../draw-formulas.ts';
import { levelChecks, type MeansPlace } from '../figure-checks.ts';
import { FIGURE_COLUMNS, type FigureItem, figureColumns, levelCells } from '../figure-columns.ts';
import { inputFormat } from '../format.ts';
import { cellAt, formula } from '../formula.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import { type Figures, figuresOf } from '../live-cell.ts';
import {
  type OutcomeLinks,
  type OutcomeRow,
  outcomeLinks,
  outcomeRows,
  outcomeWords,
} from '../outcome-rows.ts';
import type { Report } from '../report.ts';
import { number, type Sheet } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

/** Name of the sheet. */
export const COMPARISON = 'Comparison';

/** Where the columns stand that formulas read. */
export const COMPARISON_COLUMNS = {
  draws: 5,
  mean: 6,
  operator: 6 + FIGURE_COLUMNS,
  target: 7 + FIGURE_COLUMNS,
  meets: 8 + FIGURE_COLUMNS,
  column: 10 + FIGURE_COLUMNS,
  engineMean: 13 + FIGURE_COLUMNS,
} as const;

type Row = OutcomeRow & FigureItem;

/** Lists every measure of every scenario under every condition, with every error. */
export function comparisonSheet(report: Report, links: OutcomeLinks): Sheet {
  const { results, say } = report;
  const isLive = drawsFit(results);
  const figures = figuresOf(isLive);
  const plan = (firstRow: number): SheetPlan => {
    const place = { sheet: COMPARISON, column: COMPARISON_COLUMNS.mean, levelRow: firstRow - 2 };
    const rows = rowsOf(report, firstRow);
    const columns = [
      ...outcomeWords<Row>(say),
      words<Row>(say('Unit'), [8, 14], ({ measure }) => measure.unit),
      countColumn(report, figures),
      ...figureColumns<Row>(place, figures.cell, say),
      ...chanceColumns(report, figures),
      ...outcomeLinks<Row>(say, links),
      numbers<Row>(say('Mean, computed by the engine'), ({ found, formats }) =>
        number(found.outcome.mean.value, formats.level, 'numberQuiet'),
      ),
    ];
    return {
      name: COMPARISON,
      title: say('Every scenario on every measure'),
      about: say(
        'One row for each condition, measure and scenario, in the unit that the row names; ± is the Monte Carlo error of the figure before it.',
      ),
      notes: notesOf(report),
      above: [levelCells(place, say)],
      ...tableOf(columns, rows),
      frozenColumns: 3,
      table: COMPARISON,
      hasFilters: true,
      printUntil: [firstRow + rows.length - 1, COMPARISON_COLUMNS.column - 1],
      checks: levelChecks(report, place, rows.length, COMPARISON_COLUMNS, isLive),
    };
  };
  return layOut(plan, say);
}

/** Finds the means of all outcomes on the sheet. */
export function meansPlace({ tables: [table] }: Sheet): MeansPlace {
  const { top, rows } = table!;
  const at = (column: number) => columnArea(COMPARISON, top + 1, rows - 1, column);
  return { means: at(COMPARISON_COLUMNS.mean), columns: at(COMPARISON_COLUMNS.column) };
}

function notesOf(report: Report): string[] {
  const { say } = report;
  return [
    ...appliesNotes(report),
    say(
      'Filter Condition and Measure for the part that you look for. The last columns lead to the draws of a row and to the definition of its measure; they do not print.',
    ),
    say(
      'A blank means that the figure cannot be had: no draws are selected, or the measure has no target.',
    ),
  ];
}

function rowsOf(report: Report, firstRow: number): Row[] {
  return outcomeRows(report).map((one, index) => ({
    ...one,
    row: firstRow + index,
    summary: one.found.outcome,
    format: one.formats.level,
    errorFormat: one.formats.levelError,
    values: drawsIn(columnCell(firstRow + index)),
  }));
}

const columnCell = (row: number) => cellAt(COMPARISON, row, COMPARISON_COLUMNS.column, 'columns');

function countColumn({ say }: Report, figures: Figures): TableColumn<Row> {
  return numbers(say('Draws'), ({ values, found }) =>
    figures.cell(formula`COUNT(${values})`, found.outcome.count, 'plain-0', 'numberQuiet'),
  );
}

/** The chance of meeting the target. */
function chanceColumns({ say }: Report, figures: Figures): TableColumn<Row>[] {
  const at = (row: number, column: number) => cellAt(COMPARISON, row, column, 'columns');
  const { operator, target, draws } = COMPARISON_COLUMNS;
  return [
    words(say('Target is'), [8, 9], ({ measure: { bound } }) => bound?.operator ?? ''),
    numbers(say('Target'), ({ measure: { bound } }) => {
      const value = bound?.value ?? null;
      return number(value, inputFormat([value], 6));
    }),
    numbers(say('Meets the target, % of draws'), ({ row, values, found }) =>
      figures.cell(
        formula`COUNTIF(${values},${at(row, operator)}&${at(row, target)})/${at(row, draws)}`,
        found.meetsTarget?.value ?? null,
        'percent-1',
        'numberStrong',
      ),
    ),
    numbers(say('Meets the target ±, points'), ({ found }) => {
      const error = found.meetsTarget?.error ?? null;
      return number(error && error * 100, 'plain-2', 'numberQuiet');
    }),
  ];
}

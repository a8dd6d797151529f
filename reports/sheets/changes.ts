import type { Comparison, Figure } from '../../engine/index.ts';
import { check, columnArea, never, TOLERANCE } from '../checks.ts';
import { directionOf } from '../contenders.ts';
import { drawColumnFinder, drawsFit } from '../draw-columns.ts';
import { drawsIn, pairedCount, pairedDifference, shareOf } from '../draw-formulas.ts';
import { changeChecks, type MeansPlace } from '../figure-checks.ts';
import {
  CLEAR_ERRORS,
  FIGURE_COLUMNS,
  type FigureItem,
  type FigurePlace,
  figureColumns,
  levelCells,
  unclearHighlights,
} from '../figure-columns.ts';
import { type Area, cellAt, type Formula, formula } from '../formula.ts';
import { headerText } from '../header-text.ts';
import { changeUnit, roleLabel, scenarioInRole } from '../labels.ts';
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
import { type Check, number, type Sheet } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

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

interface Row extends OutcomeRow, FigureItem {
  /** The number of the column that the change is from. */
  readonly other: number;
  /** The draws of both, and how many they share. */
  readonly own: Formula;
  readonly base: Formula;
  readonly count: Formula;
}

/**
 * Lists by how much every scenario differs from the baseline or the reference, draw by draw; null where the baseline
 * is the reference.
 */
export function changesSheet(
  report: Report,
  against: Against,
  links: OutcomeLinks,
  means: MeansPlace,
): Sheet | null {
  const { results, say } = report;
  const other = results.study.scenarios.find(({ role }) => role === against);
  if (other === undefined) return null;
  const sheet = CHANGES[against];
  const plan = (firstRow: number): SheetPlan => {
    const place = { sheet, column: changeColumns(against).mean, levelRow: firstRow - 2 };
    const rows = rowsOf(report, against, firstRow);
    return {
      name: sheet,
      title: say('What each scenario changes against "{title}"', { title: other.title }),
      about: say(
        'Each draw of a scenario minus the same draw of {name} (the {role}), under the same condition, in the unit that the row names; ± is the Monte Carlo error.',
        { name: other.name, role: roleLabel(say, other) },
      ),
      notes: notesOf(report),
      above: [levelCells(place, say, CLEAR_ERRORS)],
      ...tableOf(columnsFor(report, against, links, firstRow), rows),
      frozenColumns: 3,
      table: `Against_${against}`,
      hasFilters: true,
      printUntil: [firstRow + rows.length - 1, changeColumns(against).other - 1],
      highlights: unclearHighlights(place, rows.length),
      checks: checksOf(report, place, rows.length, against, means),
    };
  };
  return layOut(plan, say);
}

function checksOf(
  report: Report,
  place: FigurePlace,
  rows: number,
  against: Against,
  means: MeansPlace,
): Check[] {
  const columns = changeColumns(against);
  const changes = changeChecks(report, place, rows, columns, means);
  if (against === 'reference') return changes;
  const { sheet, levelRow } = place;
  const at = (column: number) => columnArea(sheet, levelRow + 2, rows, column);
  const [better, equal] = [at(columns.better), at(columns.equal)];
  return [
    ...changes,
    check(
      report.say('Draws that are better and draws that are equal are no more than all draws'),
      never(formula`(${better}<0)+(${equal}<0)+(${better}+${equal}>1+${TOLERANCE})`),
    ),
  ];
}

function notesOf({ say }: Report): string[] {
  return [
    say(
      'Grey italics: not to be told from zero at this number of draws, since it lies within {count} Monte Carlo errors of zero.',
      { count: CLEAR_ERRORS },
    ),
    say(
      'The median of the changes need not be the change of the medians: where an offer only moves the chance of a deal, most draws change by nothing and the mean says more.',
    ),
    say(
      'Left out: the scenario itself, and selections that do not hold the same draws in both scenarios.',
    ),
  ];
}

function columnsFor(
  report: Report,
  against: Against,
  links: OutcomeLinks,
  firstRow: number,
): TableColumn<Row>[] {
  const { results, say } = report;
  const figures = figuresOf(drawsFit(results));
  const { mean } = changeColumns(against);
  const place = { sheet: CHANGES[against], column: mean, levelRow: firstRow - 2 };
  const name = headerText(scenarioInRole(results, against));
  return [
    ...outcomeWords<Row>(say),
    words(say('Unit'), [8, 14], ({ measure }) => changeUnit(report, measure.unit)),
    numbers(say('Draws'), ({ count, summary }) =>
      figures.cell(count, summary!.count, 'plain-0', 'numberQuiet'),
    ),
    ...figureColumns<Row>(place, figures.array, say, (figure) =>
      say('{figure} of the change against {name}', { figure, name }),
    ),
    ...(against === 'baseline' ? chanceColumns(report, figures, name) : []),
    numbers(say('Column of {name}', { name }), ({ other }) =>
      number(other, 'plain-0', 'numberQuiet'),
    ),
    ...outcomeLinks<Row>(say, links),
  ];
}

/** How often a scenario does better than the baseline, and how often it makes no difference at all. */
function chanceColumns({ say }: Report, figures: Figures, name: string): TableColumn<Row>[] {
  const { draws, direction } = changeColumns('baseline');
  const at = (row: number, column: number) => cellAt(CHANGES.baseline, row, column, 'columns');
  const errorColumn = (header: string, pick: (found: Comparison) => Figure | null) =>
    numbers<Row>(header, ({ found }) => {
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

function rowsOf(report: Report, against: Against, firstRow: number): Row[] {
  const name = scenarioInRole(report.results, against);
  const find = drawColumnFinder(report.results);
  const { column, other } = changeColumns(against);
  const pick = against === 'baseline' ? 'againstBaseline' : 'againstReference';
  return outcomeRows(report)
    .filter(({ found }) => found.scenario !== name && (found[pick]?.count ?? 0) > 0)
    .map((one, index) => {
      const row = firstRow + index;
      const cells = [column, other].map((at) => cellAt(CHANGES[against], row, at, 'columns'));
      const [ownCell, baseCell] = cells as [Area, Area];
      return {
        ...one,
        row,
        summary: one.found[pick],
        format: one.formats.change,
        errorFormat: one.formats.changeError,
        other: find(one.found.measure, name, one.found.condition)!,
        values: pairedDifference(ownCell, baseCell),
        count: pairedCount(ownCell, baseCell),
        own: drawsIn(ownCell),
        base: drawsIn(baseCell),
      };
    });
}

import type { Comparison, MeasureDescription } from '../engine/index.ts';
import { comparisonFinder, type MeasureFormats, measureFormats } from './compared.ts';
import { type DrawColumn, drawColumns } from './draw-columns.ts';
import { conditionLabels, scenarioLabel } from './labels.ts';
import type { Say } from './language/say.ts';
import type { Places } from './lay-out.ts';
import type { Report } from './report.ts';
import { blank, columnName, link, number } from './sheet.ts';
import { numbers, type TableColumn, words } from './table.ts';

/** A measure of a scenario under a condition: a column of the sheet Draws, a row of the tables that sum it up. */
export interface OutcomeRow {
  /** The number of the column in `draws_all`. */
  readonly at: number;
  readonly column: DrawColumn;
  readonly measure: MeasureDescription;
  readonly condition: string;
  readonly scenario: string;
  readonly found: Comparison;
  readonly formats: MeasureFormats;
}

/** Lists all of them, in the order of the columns. */
export function outcomeRows(report: Report): OutcomeRow[] {
  const { results, say } = report;
  const { measures, scenarios } = results.study;
  const titles = new Map(conditionLabels(report).map(({ name, title }) => [name, title]));
  const labels = new Map(scenarios.map((one) => [one.name, scenarioLabel(say, one)]));
  const described = new Map(measures.map((one) => [one.name, one]));
  const formats = measureFormats(results);
  const find = comparisonFinder(results);
  return drawColumns(results).map((column, index) => ({
    at: index + 1,
    column,
    measure: described.get(column.measure)!,
    condition: titles.get(column.condition)!,
    scenario: labels.get(column.scenario)!,
    found: find(column.measure, column.scenario, column.condition)!,
    formats: formats.get(column.measure)!,
  }));
}

/** Where the names in such a row lead to: draws by the number of their column, measures by name. */
export interface OutcomeLinks {
  readonly draws: Places;
  readonly measures: Places;
}

/** Describes the columns that name an outcome. */
export function outcomeWords<Row extends OutcomeRow>(say: Say): TableColumn<Row>[] {
  return [
    words<Row>(say('Measure'), [24, 40], ({ measure }) => measure.title),
    words<Row>(say('Condition'), [10, 20], ({ condition }) => condition),
    words<Row>(say('Scenario'), [14, 36], ({ scenario }) => scenario),
  ];
}

/** Describes the columns that lead from an outcome to the definition of its measure and to its draws. */
export function outcomeLinks<Row extends OutcomeRow>(
  say: Say,
  links: OutcomeLinks,
): TableColumn<Row>[] {
  const column = (header: string, cell: TableColumn<Row>['cell']) => ({
    ...{ header, from: 8, to: 28, cell },
  });
  return [
    numbers<Row>(say('Column of Draws'), ({ at }) => number(at, 'plain-0', 'numberQuiet')),
    column(say('Draws at'), ({ at }) => {
      const place = links.draws.get(String(at));
      return place === undefined ? blank('cell') : link(columnName(place.column), place);
    }),
    column(say('Definition'), ({ measure: { name } }) => link(name, links.measures.get(name)!)),
  ];
}

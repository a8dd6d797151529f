import {
  type BestColumn,
  bestColumns,
  bestHeader,
  bestInRow,
  bestOfDraw,
} from '../best-columns.ts';
import { type MeasureFormats, measureFormats } from '../compared.ts';
import { type DrawColumn, drawColumns, drawHeader } from '../draw-columns.ts';
import { headerText, uniqueHeaders } from '../header-text.ts';
import { conditionLabels, scenarioLabel } from '../labels.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, formulaCell, number } from '../sheet.ts';
import type { Format } from '../style.ts';

/** A column of the sheet Draws beside the draws' numbers. */
export interface DrawsColumn {
  readonly header: string;
  readonly words: readonly [measure: string, scenario: string, condition: string, unit: string];
  readonly format: Format;
  /** Starts reading at the first draw; the cell of each follows, with the number of the row that it stands in. */
  readonly open: () => (draw: number, row: number) => Cell;
}

/** Lists the columns of outcomes, then those that hold the best of each draw. */
export function columnsOfDraws(report: Report): DrawsColumn[] {
  const { results, say } = report;
  const formats = measureFormats(results);
  const wordsOf = wordsFinder(report);
  const outcomes = drawColumns(results).map((column) => ({
    header: drawHeader(column),
    words: wordsOf(column),
    ...outcomeCells(column, formats.get(column.measure)!),
  }));
  const best = bestColumns(results).map((column) => {
    const [measure, , condition, unit] = wordsOf(column.columns[0]!);
    return {
      header: bestHeader(column),
      words: [measure, say('Best of the contenders'), condition, unit] as const,
      ...bestCells(column, formats.get(column.measure)!),
    };
  });
  const columns = [...outcomes, ...best];
  const headers = uniqueHeaders(columns.map(({ header }) => headerText(header)));
  return columns.map((column, at) => ({ ...column, header: headers[at]! }));
}

function wordsFinder(report: Report): (column: DrawColumn) => DrawsColumn['words'] {
  const { measures, scenarios } = report.results.study;
  const titles = new Map(conditionLabels(report).map(({ name, title }) => [name, title]));
  return ({ measure, scenario, condition }) => {
    const { title, unit } = measures.find(({ name }) => name === measure)!;
    const label = scenarioLabel(report.say, scenarios.find(({ name }) => name === scenario)!);
    return [title, label, titles.get(condition)!, unit];
  };
}

type Cells = Pick<DrawsColumn, 'format' | 'open'>;

/** A run says which draws it holds, ascending; a selection does not hold all of them. */
function outcomeCells({ run, index }: DrawColumn, { level: format }: MeasureFormats): Cells {
  const values = run.outcomes[index]!;
  const { drawIndices } = run;
  const none = blank('number');
  const open = () => {
    let next = 0;
    return (draw: number) => {
      if (drawIndices[next] !== draw) return none;
      next += 1;
      return number(values[next - 1]!, format);
    };
  };
  return { format, open };
}

function bestCells(column: BestColumn, { level: format }: MeasureFormats): Cells {
  const cell = (draw: number, row: number) =>
    formulaCell(bestInRow(column, row), bestOfDraw(column, draw), format);
  return { format, open: () => cell };
}

import { comparisonFinder } from '../compared.ts';
import { type FindDrawColumn, drawColumnFinder } from '../draw-columns.ts';
import type { FigurePoint, FindFigure } from '../figure-places.ts';
import { formula } from '../formula.ts';
import { scenarioLabel } from '../labels.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, formulaCell, text } from '../sheet.ts';
import { type Format, lookOf, type Style } from '../style.ts';
import { linesOf } from '../text-width.ts';
import { isToldApart } from '../told-apart.ts';
import type { Headline } from './effects.ts';

/** Where the figures of the summary stand: levels on Comparison, changes on Against baseline. */
export interface SummaryFigures {
  readonly levels: FindFigure;
  readonly changes: FindFigure;
}

/** Columns of each measure: median, 5%, 95%, change, its error. */
export const MEASURE_COLUMNS = 5;

/** How wide they are together, in digits. */
const MEASURE_WIDTH = 48;

/** Makes the rows of the comparison: the measures, what stands in each column, and a row for each scenario. */
export function summaryTable(
  report: Report,
  headlines: readonly Headline[],
  figures: SummaryFigures,
): Cell[][] {
  const { say, results } = report;
  const header = [
    text(say('Scenario'), 'header'),
    ...headlines.flatMap(() =>
      [say('Median'), '5%', '95%', say('Mean change'), say('Change ±')].map((word) =>
        text(word, 'headerNumber'),
      ),
    ),
  ];
  const column = drawColumnFinder(results);
  const rows = results.study.scenarios.map((scenario) => {
    const strength = scenario.role === 'scenario' ? 'cell' : 'cellStrong';
    return [
      text(scenarioLabel(say, scenario), strength),
      ...headlines.flatMap((headline) =>
        figureCells(report, headline, scenario.name, { figures, column }),
      ),
    ];
  });
  return [...measureRows(headlines), header, ...rows];
}

/** Names the measures over their columns, in as many lines as the longest takes. */
function measureRows(headlines: readonly Headline[]): Cell[][] {
  const names = headlines.map(({ measure }) =>
    linesOf(`${measure.title}, ${measure.unit}`, lookOf('group'), MEASURE_WIDTH),
  );
  const most = Math.max(...names.map((lines) => lines.length));
  return Array.from({ length: most }, (_, at) => [
    blank('group'),
    ...names.flatMap((lines) => {
      // short names stand at the bottom
      const line = lines[at - (most - lines.length)] ?? '';
      const rest = Array.from({ length: MEASURE_COLUMNS - 1 }, () => blank('group'));
      return [text(line, 'group'), ...rest];
    }),
  ]);
}

function figureCells(
  { results }: Report,
  { measure, formats }: Headline,
  scenario: string,
  { figures, column }: { figures: SummaryFigures; column: FindDrawColumn },
): Cell[] {
  const found = comparisonFinder(results)(measure.name, scenario, null);
  const at = column(measure.name, scenario, null);
  const cell = (
    find: FindFigure,
    value: number | null | undefined,
    [point, part]: readonly [FigurePoint, 'error'?],
    look: readonly [Format, Style],
  ): Cell => {
    const place = at === undefined ? null : find(at, point, part);
    if (place === null || value === null || value === undefined) return blank(look[1]);
    return formulaCell(formula`${place}`, value, ...look);
  };
  const change = found?.againstBaseline ?? null;
  const isClear = change !== null && isToldApart(change.mean);
  const { levels, changes } = figures;
  const outcome = found?.outcome;
  return [
    cell(levels, outcome?.median.value, ['median'], [formats.level, 'numberStrong']),
    cell(levels, outcome?.p5.value, ['p5'], [formats.level, 'numberQuiet']),
    cell(levels, outcome?.p95.value, ['p95'], [formats.level, 'numberQuiet']),
    cell(changes, change?.mean.value, ['mean'], [formats.change, isClear ? 'numberStrong' : 'numberUnclear']),
    cell(changes, change?.mean.error, ['mean', 'error'], [formats.changeError, 'numberQuiet']),
  ];
}

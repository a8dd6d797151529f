import { isToldApart } from '../../engine/index.ts';
import { appliesTo, changeApplies } from '../applies.ts';
import { comparisonFinder } from '../compared.ts';
import { drawColumnFinder, type FindDrawColumn } from '../draw-columns.ts';
import type { FigurePoint, FindFigure } from '../figure-places.ts';
import { formula } from '../formula.ts';
import { isUncertain } from '../is-uncertain.ts';
import { scenarioLabel } from '../labels.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, formulaCell, text } from '../sheet.ts';
import { type Format, lookOf, type Style } from '../style.ts';
import { linesOf } from '../text-width.ts';
import type { Headline } from './effects.ts';

/** Where the figures of the summary stand: levels on Comparison, changes on Against baseline. */
export interface SummaryFigures {
  readonly levels: FindFigure;
  readonly changes: FindFigure;
}

/** How wide all columns of the measures are together, in digits, and how many measures there is room for. */
export const FIGURES_WIDTH = 157.5;
const MEASURES = 3;

/** What stands in the columns of each measure: where draws do not differ, neither ranges nor errors. */
function wordsOf({ results, say }: Report): string[] {
  return isUncertain(results)
    ? [say('Median'), '5%', '95%', say('Mean change'), say('Change ±')]
    : [say('Value'), say('Change')];
}

/** How many columns the measures take. */
export function figureColumnCount(report: Report): number {
  return MEASURES * wordsOf(report).length;
}

/** Makes the rows of the comparison: the measures, what stands in each column, and a row for each scenario. */
export function summaryTable(
  report: Report,
  headlines: readonly Headline[],
  figures: SummaryFigures,
): Cell[][] {
  const { say, results } = report;
  const words = wordsOf(report);
  const header = [
    text(say('Scenario'), 'header'),
    ...headlines.flatMap(() => words.map((word) => text(word, 'headerNumber'))),
  ];
  const column = drawColumnFinder(results);
  const rows = results.study.scenarios.map((scenario) => {
    const strength = scenario.role === 'scenario' ? 'cell' : 'cellStrong';
    return [
      text(scenarioLabel(say, scenario), strength),
      ...headlines.flatMap((headline) => {
        const cells = figureCells(report, headline, scenario.name, { figures, column });
        return words.length === cells.length ? cells : [cells[0]!, cells[3]!];
      }),
    ];
  });
  return [...measureRows(headlines, words.length), header, ...rows];
}

/** Names the measures over their columns, in as many lines as the longest takes. */
function measureRows(headlines: readonly Headline[], columns: number): Cell[][] {
  const names = headlines.map(({ measure }) =>
    linesOf(`${measure.title}, ${measure.unit}`, lookOf('group'), FIGURES_WIDTH / MEASURES - 3),
  );
  const most = Math.max(...names.map((lines) => lines.length));
  return Array.from({ length: most }, (_, at) => [
    blank('group'),
    ...names.flatMap((lines) => {
      // short names stand at the bottom
      const line = lines[at - (most - lines.length)] ?? '';
      const rest = Array.from({ length: columns - 1 }, () => blank('group'));
      return [text(line, 'group'), ...rest];
    }),
  ]);
}

function figureCells(
  { results, say }: Report,
  { measure, spoken }: Headline,
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
  if (!appliesTo(measure, scenario, null)) {
    return [text(say('n/a'), 'cellRight'), ...Array.from({ length: 4 }, () => blank('number'))];
  }
  const { levels, changes } = figures;
  const changeCells = [
    cell(
      changes,
      change?.mean.value,
      ['mean'],
      [`signed-${spoken.change.inUnit}`, isClear ? 'numberStrong' : 'numberUnclear'],
    ),
    cell(
      changes,
      change?.mean.error,
      ['mean', 'error'],
      [`plain-${spoken.change.inUnit + 1}`, 'numberQuiet'],
    ),
  ];
  const isSilent = !changeApplies(results.study, measure, scenario, null);
  const level: Format = `plain-${spoken.level.inUnit}`;
  const outcome = found?.outcome;
  return [
    cell(levels, outcome?.median.value, ['median'], [level, 'numberStrong']),
    cell(levels, outcome?.p5.value, ['p5'], [level, 'numberQuiet']),
    cell(levels, outcome?.p95.value, ['p95'], [level, 'numberQuiet']),
    ...(isSilent ? [text(say('n/a'), 'cellRight'), blank('number')] : changeCells),
  ];
}

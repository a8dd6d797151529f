import type { MeasureDescription } from '../../engine/index.ts';
import { countIn } from '../bins.ts';
import { fixedLabel, type PlacedChart } from '../charts/chart.ts';
import { type Line, lineChart } from '../charts/line-chart.ts';
import { axis } from '../charts/looks.ts';
import { comparisonFinder } from '../compared.ts';
import { formatFor, shownNumber } from '../format.ts';
import { areaOf, cellAt } from '../formula.ts';
import { varies } from '../is-uncertain.ts';
import { scenarioLabel } from '../labels.ts';
import { runAsDrawn } from '../path-values.ts';
import type { Report } from '../report.ts';
import { spokenNumber } from '../spoken-measure.ts';

/** Rows that bins and chart take together, so that both stand on a page, and the fewest of a chart. */
const ROWS = 32;
const FEWEST_ROWS = 12;
const MOST_ROWS = 18;

/** Every how many bins one is labelled. */
const LABELLED = 4;

/** A measure, the edges of its bins, and where its shares stand. */
export interface HistogramPlace {
  readonly sheet: string;
  readonly measure: MeasureDescription;
  readonly index: number;
  readonly edges: readonly number[];
  /** The row of the first bin, and that of the names of scenarios. */
  readonly first: number;
  readonly header: number;
  /** The column of the first scenario; the lower edges stand in the first column. */
  readonly column: number;
}

/** Draws the shares of draws in the bins of a measure, a line for each scenario, below the numbers. */
export function histogramChartOf(report: Report, place: HistogramPlace): PlacedChart {
  const { results, say } = report;
  const { scenarios } = results.study;
  const { sheet, measure, index, edges, first, header, column } = place;
  const bins = edges.length - 1;
  const rows = (at: number) => areaOf(sheet, [first, at], [first + bins - 1, at]);
  const format = formatFor([edges[2]! - edges[1]!], { digits: 2 });
  const chart = lineChart({
    name: say('Spread of {measure}', { measure: measure.title }),
    title: fixedLabel(titleOf(report, measure)),
    about: say('Shares of the draws of every scenario in common bins of {measure}', {
      measure: measure.title,
    }),
    categories: {
      area: rows(1),
      values: edges.slice(0, -1).map((edge) => shownNumber(edge, format)),
    },
    base: axis(say('{measure}, {unit}; from', { measure: measure.title, unit: measure.unit }), {
      every: LABELLED,
    }),
    values: axis(say('Share of draws, %'), { format: 'percent-0', min: 0 }),
    // all draws of a scenario in one bin would leave no room for the others
    lines: scenarios.flatMap((scenario, at): Line[] => {
      const values = runAsDrawn(results, scenario.name)?.outcomes[index] ?? new Float64Array(0);
      if (!varies(values)) return [];
      return [
        {
          name: { text: scenarioLabel(say, scenario), cell: cellAt(sheet, header, column + at) },
          values: {
            ...{ area: rows(column + at), format: 'percent-1' },
            values: countIn(edges, values).map((count) => count / (values.length || 1)),
          },
          role: scenario.role,
        },
      ];
    }),
  });
  const top = first + bins + 1;
  const right = column + scenarios.length - 1;
  return { chart, top, left: 1, bottom: top + chartRows(bins) - 1, right };
}

/** Says how many rows a chart below so many bins takes. */
export function chartRows(bins: number): number {
  return Math.min(Math.max(ROWS - bins, FEWEST_ROWS), MOST_ROWS);
}

/** Tells whether the draws of a measure differ in any scenario. */
export function hasSpread({ results }: Report, index: number): boolean {
  return results.study.scenarios.some(({ name }) => {
    const values = runAsDrawn(results, name)?.outcomes[index];
    return values !== undefined && varies(values);
  });
}

/** Says where most draws of the baseline lie. */
function titleOf({ results, say }: Report, { name, title, unit }: MeasureDescription): string {
  const baseline = results.study.scenarios.find(({ role }) => role === 'baseline')!;
  const outcome = comparisonFinder(results)(name, baseline.name, null)?.outcome;
  const ends = [outcome?.p5.value ?? 0, outcome?.p95.value ?? 0] as const;
  const [low, high] = ends.map((end) => spokenNumber(end, formatFor(ends, { unit })));
  return say('{measure}: {low} to {high} in nine of ten draws of "{baseline}"', {
    ...{ measure: title, low: low!, high: high!, baseline: baseline.title },
  });
}

import type { MeasureDescription, Results } from '../../engine/index.ts';
import { countIn, edgesOver } from '../bins.ts';
import type { PlacedChart } from '../charts/chart.ts';
import { check, never, TOLERANCE } from '../checks.ts';
import { comparisonFinder } from '../compared.ts';
import { drawColumnFinder, drawsFit } from '../draw-columns.ts';
import { drawsIn } from '../draw-formulas.ts';
import { formatFor } from '../format.ts';
import { areaOf, cellAt, formula } from '../formula.ts';
import { scenarioHeaders } from '../labels.ts';
import { layOut } from '../lay-out.ts';
import { type Figures, figuresOf } from '../live-cell.ts';
import type { Together } from '../paper.ts';
import { runAsDrawn } from '../path-values.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, type Check, number, type Sheet, text } from '../sheet.ts';
import { chartRows, hasSpread, histogramChartOf } from './histogram-chart.ts';

const NAME = 'Histograms';

/** The scenarios' columns stand beside both ends of a bin. */
const FIRST_COLUMN = 3;

/** A measure with the edges of its bins. */
interface Block {
  readonly measure: MeasureDescription;
  readonly index: number;
  readonly edges: readonly number[];
}

/** Counts the draws of every scenario in common bins, measure by measure. */
export function histogramsSheet(report: Report): Sheet {
  const { results, say } = report;
  const { scenarios } = results.study;
  return layOut(
    (firstRow, rowAt) => ({
      name: NAME,
      title: say('Where the draws fall'),
      about: say(
        'Share of draws in each bin, in % of the draws of the scenario as drawn; bins are in the unit that stands in each heading.',
      ),
      notes: [
        say(
          'All scenarios share the bins of a measure. A bin holds its lower edge, not its upper one; the first and the last are as wide as the smallest and the largest draw ask for.',
        ),
      ],
      columns: [
        { from: 12, to: 20 },
        { from: 12, to: 20 },
        ...scenarios.map(() => ({ from: 12.5, to: 14 })),
      ],
      header: [
        text(say('Bin from'), 'headerNumber'),
        text(say('Bin to'), 'headerNumber'),
        ...scenarioHeaders(say, scenarios),
      ],
      ...bodyOf(report, firstRow - 1, rowAt),
      frozenColumns: 2,
    }),
    say,
  );
}

/** Places measure after measure: numbers, and a chart of them on the same page. */
function bodyOf(report: Report, header: number, rowAt: (index: number) => number) {
  const { results } = report;
  const live = figuresOf(drawsFit(results));
  const rows: Cell[][] = [];
  const checks: Check[] = [];
  const charts: PlacedChart[] = [];
  const together: Together[] = [];
  results.study.measures.forEach((measure, index) => {
    const block = blockOf(results, measure, index);
    const start = rows.length;
    const first = rowAt(start + 1);
    rows.push(...rowsOf(report, live, block, first));
    if (block.edges.length > 0) checks.push(checkOf(report, block, first));
    if (hasSpread(report, index)) {
      charts.push(chartOf(report, block, first, header));
      rows.push(...Array.from({ length: chartRows(block.edges.length - 1) }, () => [blank()]));
    }
    together.push([start, rows.length - 1]);
  });
  return { rows, checks, charts, together };
}

function chartOf(report: Report, block: Block, first: number, header: number): PlacedChart {
  const place = { sheet: NAME, first: first + 1, header, column: FIRST_COLUMN };
  return histogramChartOf(report, { ...block, ...place });
}

function blockOf(results: Results, measure: MeasureDescription, index: number): Block {
  const find = comparisonFinder(results);
  const outcomes = results.study.scenarios.flatMap(
    ({ name }) => find(measure.name, name, null)?.outcome ?? [],
  );
  return { measure, index, edges: edgesOver(outcomes) };
}

/** The sums stand below the row of columns and the bins. */
function checkOf({ results, say }: Report, { measure, edges }: Block, first: number): Check {
  const row = first + edges.length;
  const last = FIRST_COLUMN + results.study.scenarios.length - 1;
  const sums = areaOf(NAME, [row, FIRST_COLUMN], [row, last]);
  return check(
    say('All bins hold all draws: {title}', { title: measure.title }),
    never(formula`ABS(${sums}-1)>${TOLERANCE}`),
  );
}

/** A heading, and from row `first` on: the columns of Draws, the bins, and their sum. */
function rowsOf(report: Report, live: Figures, block: Block, first: number): Cell[][] {
  const { results, say } = report;
  const { scenarios } = results.study;
  const { measure, edges } = block;
  const heading = [
    text(say('{title} ({unit})', { title: measure.title, unit: measure.unit }), 'section'),
    ...Array.from({ length: scenarios.length + 1 }, () => blank('section')),
  ];
  if (edges.length === 0) return [heading, [text(say('No draws.'), 'plain')]];
  const columns = scenarios.map(({ name }, at) => columnOf(report, live, block, name, first, at));
  const format = formatFor([edges[2]! - edges[1]!], { digits: 2 });
  const bins = edges
    .slice(1)
    .map((to, bin) => [
      number(edges[bin]!, format),
      number(to, format),
      ...columns.map((cells) => cells.bins[bin]!),
    ]);
  return [
    heading,
    [text(say('Column of Draws'), 'cellQuiet'), blank('cell'), ...columns.map((one) => one.number)],
    ...bins,
    [text(say('All bins'), 'cellStrong'), blank('cell'), ...columns.map((one) => one.sum)],
  ];
}

/** The cells of one scenario: the number of its column, its share in each bin, and their sum. */
function columnOf(
  { results }: Report,
  live: Figures,
  { measure, index, edges }: Block,
  scenario: string,
  first: number,
  at: number,
) {
  const column = FIRST_COLUMN + at;
  const draws = drawsIn(cellAt(NAME, first, column, 'rows'));
  const values = runAsDrawn(results, scenario)?.outcomes[index] ?? new Float64Array(0);
  const counts = countIn(edges, values);
  const shareOf = (bin: number) => (values.length === 0 ? null : counts[bin]! / values.length);
  const bins = counts.map((_, bin) => {
    const [from, to] = [1, 2].map((edge) => cellAt(NAME, first + 1 + bin, edge, 'columns'));
    const within = formula`COUNTIFS(${draws},">="&${from!},${draws},"<"&${to!})/COUNT(${draws})`;
    return live.cell(within, shareOf(bin), 'percent-1');
  });
  const area = areaOf(NAME, [first + 1, column], [first + counts.length, column], 'none');
  const sum = live.cell(formula`SUM(${area})`, values.length === 0 ? null : 1, 'percent-1');
  const found = drawColumnFinder(results)(measure.name, scenario, null) ?? null;
  return { number: number(found, 'plain-0', 'numberQuiet'), bins, sum };
}

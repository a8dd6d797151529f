import type { MeasureDescription, Results } from '../../engine/index.ts';
import { type Bins, binsOver, countIn, edgeOf } from '../bins.ts';
import { comparisonFinder } from '../compared.ts';
import { formatFor } from '../format.ts';
import { scenarioHeaders } from '../labels.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, percent, type Sheet, text } from '../sheet.ts';
import { runAsDrawn } from './trajectories.ts';

/** Counts the draws of every scenario in common bins, measure by measure. */
export function histogramsSheet(report: Report): Sheet {
  const { results, say } = report;
  const blocks = results.study.measures.map((measure, index) => blockOf(report, measure, index));
  return layOut(
    {
      name: 'Histograms',
      title: say('Where the draws fall'),
      about: say(
        'Share of draws in each bin, in % of the draws of the scenario; bins are in the unit that stands in each heading.',
      ),
      notes: [
        say(
          'All scenarios share the bins of a measure. A bin holds its lower edge, not its upper one; the first and the last bin also hold what lies beyond them.',
        ),
      ],
      columns: [
        { from: 12, to: 20 },
        { from: 12, to: 20 },
        ...results.study.scenarios.map(() => ({ from: 11, to: 14 })),
      ],
      header: [
        text(say('Bin from'), 'headerNumber'),
        text(say('Bin to'), 'headerNumber'),
        ...scenarioHeaders(say, results.study.scenarios),
      ],
      rows: blocks.flat(),
      frozenColumns: 2,
    },
    say,
  );
}

function blockOf({ results, say }: Report, measure: MeasureDescription, index: number): Cell[][] {
  const find = comparisonFinder(results);
  const { scenarios } = results.study;
  const outcomes = scenarios.flatMap(
    (scenario) => find(measure.name, scenario.name, null)?.outcome ?? [],
  );
  const bins = binsOver(outcomes);
  const heading = text(`${measure.title} (${measure.unit})`, 'section');
  const rest = Array.from({ length: scenarios.length + 1 }, () => blank('section'));
  if (bins === null) return [[heading, ...rest], [text(say('No draws.'), 'plain')]];
  return [[heading, ...rest], ...binRows(results, bins, index)];
}

function binRows(results: Results, bins: Bins, measureIndex: number): Cell[][] {
  const columns = results.study.scenarios.map((scenario) => {
    const values = runAsDrawn(results, scenario.name)?.outcomes[measureIndex];
    if (values === undefined || values.length === 0) return null;
    return countIn(bins, values).map((count) => count / values.length);
  });
  const edges = Array.from({ length: bins.count + 1 }, (_, index) => edgeOf(bins, index));
  const format = formatFor([bins.width === 0 ? bins.from : bins.width], { digits: 2 });
  return edges
    .slice(1)
    .map((to, bin) => [
      number(edges[bin]!, format),
      number(to, format),
      ...columns.map((shares) => percent(shares?.[bin] ?? null, 1)),
    ]);
}

import { fixedLabel, type PlacedChart } from '../charts/chart.ts';
import { lineChart } from '../charts/line-chart.ts';
import { axis } from '../charts/looks.ts';
import { roundEnds } from '../charts/round-ends.ts';
import { dayNumber, shownNumber } from '../format.ts';
import { areaOf, cellAt } from '../formula.ts';
import { scenarioHeaders, scenarioLabel, stepFormat, stepHeader, stepLabel } from '../labels.ts';
import { layOut } from '../lay-out.ts';
import { monthsApart } from '../months-apart.ts';
import { bandFormat, runAsDrawn } from '../path-values.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, type Sheet, text } from '../sheet.ts';
import { spokenNumber } from '../spoken-measure.ts';

/** Name of the sheet. */
const NAME = 'Trajectories';

/** Rows of the chart below each heading. */
const CHART_ROWS = 14;

/** Sets the median paths of all scenarios side by side, in charts and in numbers. */
export function trajectoriesSheet(report: Report): Sheet {
  const { results, say } = report;
  const { trajectories, scenarios, steps } = results.study;
  const rows = trajectories.map((_, index) => medianRows(report, index));
  const starts = rows.map((_, at) => rows.slice(0, at).flat().length);
  return layOut(
    (firstRow, rowAt) => ({
      name: NAME,
      title: say('How each scenario moves over time'),
      about: say(
        'Median over the draws, {step} by {step}; the unit stands in each heading. Percentile bands are on the sheet Bands.',
        { step: stepLabel(say, results.study) },
      ),
      columns: [{ from: 13, to: 14 }, ...scenarios.map(() => ({ from: 13.5, to: 14 }))],
      header: [
        text(stepHeader(say, results.study), 'header'),
        ...scenarioHeaders(say, results.study.scenarios),
      ],
      rows: rows.flat(),
      frozenColumns: 1,
      isUpright: true,
      together: starts.map((start, at) => [start, (starts[at + 1] ?? rows.flat().length) - 1]),
      charts:
        steps.length === 1
          ? []
          : starts.map((start, index) =>
              pathsChart(report, index, { top: rowAt(start + 1), header: firstRow - 1 }),
            ),
    }),
    say,
  );
}

/** A heading, room for the chart, and a row for each step. */
function medianRows(report: Report, index: number): Cell[][] {
  const { results } = report;
  const { scenarios, trajectories, steps } = results.study;
  const trajectory = trajectories[index]!;
  const bands = scenarios.map((scenario) => runAsDrawn(results, scenario.name)?.bands[index]);
  const format = bandFormat(results, index);
  const heading = `${trajectory.title} (${trajectory.unit})`;
  const room = steps.length === 1 ? 0 : CHART_ROWS;
  return [
    [text(heading, 'section'), ...scenarios.map(() => blank('section'))],
    ...Array.from({ length: room }, () => [blank()]),
    ...steps.map((day, step) => [
      number(dayNumber(day), stepFormat(report)),
      ...bands.map((item) => number(item?.median[step] ?? null, format)),
    ]),
  ];
}

/** Draws the medians of a path in all scenarios, over the numbers that follow. */
function pathsChart(
  report: Report,
  index: number,
  { top, header }: { readonly top: number; readonly header: number },
): PlacedChart {
  const { results, say } = report;
  const { scenarios, trajectories, steps } = results.study;
  const { title, unit } = trajectories[index]!;
  const format = bandFormat(results, index);
  const first = top + CHART_ROWS;
  const medians = scenarios.map(({ name }) => [
    ...(runAsDrawn(results, name)?.bands[index]?.median ?? []),
  ]);
  const column = (at: number) => areaOf(NAME, [first, at], [first + steps.length - 1, at]);
  const chart = lineChart({
    name: say('Medians of {path}', { path: title }),
    title: fixedLabel(pathsTitle(report, index)),
    about: say('Medians of {path} in every scenario, step by step', { path: title }),
    categories: {
      ...{ area: column(1), format: stepFormat(report) },
      values: steps.map(dayNumber),
    },
    base: axis('', { format: stepFormat(report), every: monthsApart(results.study) }),
    values: axis(unit, roundEnds(medians.flat())),
    lines: scenarios.map((scenario, at) => ({
      name: { text: scenarioLabel(say, scenario), cell: cellAt(NAME, header, at + 2) },
      values: {
        ...{ area: column(at + 2), format },
        values: medians[at]!,
      },
      role: scenario.role,
    })),
  });
  return { chart, top, left: 1, bottom: top + CHART_ROWS - 1, right: scenarios.length + 1 };
}

/** Says between which scenarios a path ends. */
function pathsTitle(report: Report, index: number): string {
  const { results, say } = report;
  const { scenarios, trajectories, steps } = results.study;
  const ends = scenarios.flatMap((scenario) => {
    const end = runAsDrawn(results, scenario.name)?.bands[index]?.median.at(-1);
    return end === undefined ? [] : [{ title: scenario.title, end }];
  });
  const sorted = ends.sort((a, b) => a.end - b.end);
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  const format = bandFormat(results, index);
  const path = trajectories[index]!.title;
  const day = shownNumber(dayNumber(steps.at(-1)!), stepFormat(report));
  const said = (value: number) => spokenNumber(value, format);
  const values = {
    ...{ path, day, low: said(lowest.end), high: said(highest.end) },
    ...{ lowest: lowest.title, highest: highest.title },
  };
  return lowest.end === highest.end
    ? say('{path}: {low} in every scenario in {day}', values)
    : say('{path}: from {low} ({lowest}) to {high} ({highest}) in {day}', values);
}

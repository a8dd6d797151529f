import type { Bands, Results, Run, TrajectoryDescription } from '../../engine/index.ts';
import { dayNumber, formatFor } from '../format.ts';
import { scenarioHeaders, scenarioLabel, stepFormat, stepHeader, stepLabel } from '../labels.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, type Sheet, text } from '../sheet.ts';
import type { Format } from '../style.ts';

const POINTS = ['p5', 'p25', 'median', 'p75', 'p95'] as const;

/** Sets the median paths of all scenarios side by side. */
export function trajectoriesSheet(report: Report): Sheet {
  const { results, say } = report;
  const { trajectories, scenarios } = results.study;
  const rows = trajectories.flatMap((_, index) => medianRows(report, index));
  const length = results.study.steps.length + 1;
  return layOut(
    {
      name: 'Trajectories',
      title: say('How each scenario moves over time'),
      about: say(
        'Median over the draws, {step} by {step}; the unit stands in each heading. Percentile bands are on the sheet Bands.',
        { step: stepLabel(say, results.study) },
      ),
      columns: [{ from: 12, to: 12 }, ...scenarios.map(() => ({ from: 11, to: 14 }))],
      header: [
        text(stepHeader(say, results.study), 'header'),
        ...scenarioHeaders(say, results.study.scenarios),
      ],
      rows,
      frozenColumns: 1,
      pageStarts: trajectories.slice(1).map((_, index) => (index + 1) * length),
    },
    say,
  );
}

function medianRows(report: Report, index: number): Cell[][] {
  const { results } = report;
  const { scenarios, trajectories, steps } = results.study;
  const trajectory = trajectories[index]!;
  const bands = scenarios.map((scenario) => runAsDrawn(results, scenario.name)?.bands[index]);
  const format = bandFormat(results, index);
  const heading = `${trajectory.title} (${trajectory.unit})`;
  return [
    [text(heading, 'section'), ...scenarios.map(() => blank('section'))],
    ...steps.map((day, step) => [
      stepCell(report, day),
      ...bands.map((item) => number(item?.median[step] ?? null, format)),
    ]),
  ];
}

/** Lists the percentile bands of every trajectory of every scenario. */
export function bandsSheet(report: Report): Sheet {
  const { results, say } = report;
  const { trajectories } = results.study;
  const words = [say('Trajectory'), say('Unit'), say('Scenario')];
  const points = [say('5%'), say('25%'), say('Median'), say('75%'), say('95%')];
  const numbers = [stepHeader(say, results.study), ...points];
  const rows = trajectories.flatMap((trajectory, index) => bandRows(report, trajectory, index));
  return layOut(
    (firstRow) => ({
      name: 'Bands',
      title: say('Percentile bands over time'),
      about: say(
        'Quantiles over the draws in each {step}, in the unit that the row names; runs as drawn, no condition imposed.',
        { step: stepLabel(say, results.study) },
      ),
      notes: [say('Only the first path prints; all of them stand on the screen.')],
      columns: [
        { from: 30, to: 44 },
        { from: 8, to: 20 },
        { from: 20, to: 36 },
        ...numbers.map(() => ({ from: 11, to: 14 })),
      ],
      header: [
        ...words.map((word) => text(word, 'header')),
        ...numbers.map((word) => text(word, 'headerNumber')),
      ],
      rows,
      frozenColumns: 4,
      table: 'Bands',
      printUntil: [firstRow + results.study.steps.length - 1, words.length + numbers.length],
    }),
    say,
  );
}

function bandRows(report: Report, trajectory: TrajectoryDescription, index: number): Cell[][] {
  const { results, say } = report;
  const format = bandFormat(results, index);
  return results.study.scenarios.flatMap((scenario) => {
    const bands = runAsDrawn(results, scenario.name)?.bands[index];
    if (bands === undefined) return [];
    return results.study.steps.map((day, step) => [
      text(trajectory.title),
      text(trajectory.unit),
      text(scenarioLabel(say, scenario)),
      stepCell(report, day),
      ...POINTS.map((point) =>
        number(bands[point][step] ?? null, format, point === 'median' ? 'numberStrong' : 'number'),
      ),
    ]);
  });
}

/** Finds the run of a scenario with nothing imposed. */
export function runAsDrawn(results: Results, scenario: string): Run | undefined {
  return results.runs.find((run) => run.scenario === scenario && run.condition === null);
}

/** Chooses the number format of a trajectory, the same in all scenarios. */
export function bandFormat(results: Results, index: number): Format {
  const values = function* () {
    for (const { bands } of results.runs) if (bands[index]) yield* edges(bands[index]);
  };
  return formatFor(values(), { unit: results.study.trajectories[index]!.unit });
}

function* edges(bands: Bands): Generator<number> {
  yield* bands.p5;
  yield* bands.median;
  yield* bands.p95;
}

function stepCell(report: Report, day: string): Cell {
  return number(dayNumber(day), stepFormat(report));
}

import type { TrajectoryDescription } from '../../engine/index.ts';
import { dayNumber } from '../format.ts';
import { scenarioLabel, stepFormat, stepHeader, stepLabel } from '../labels.ts';
import { layOut } from '../lay-out.ts';
import { bandFormat, runAsDrawn } from '../path-values.ts';
import type { Report } from '../report.ts';
import { type Cell, number, type Sheet, text } from '../sheet.ts';

const POINTS = ['p5', 'p25', 'median', 'p75', 'p95'] as const;

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
      notes: [say('Only the first paths are printed; all of them stand in the workbook.')],
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
      printUntil: [
        firstRow + printedPaths(report) * results.study.steps.length - 1,
        words.length + numbers.length,
      ],
    }),
    say,
  );
}

/** Up to the first that moves: nothing happens to the reference. */
function printedPaths({ results: { study } }: Report): number {
  return study.scenarios.findIndex(({ role }) => role !== 'reference') + 1;
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
      number(dayNumber(day), stepFormat(report)),
      ...POINTS.map((point) =>
        number(bands[point][step] ?? null, format, point === 'median' ? 'numberStrong' : 'number'),
      ),
    ]);
  });
}

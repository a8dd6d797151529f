import type { BreakEven } from '../../engine/index.ts';
import { formatFor } from '../format.ts';
import type { Say } from '../language/say.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, percent, text } from '../sheet.ts';
import type { Format, Style } from '../style.ts';

/** One line of the block, a column for each scenario. */
interface Line {
  readonly label: string;
  readonly figure: string;
  readonly unit: string;
  readonly cell: (item: BreakEven) => Cell;
  readonly isShare?: boolean;
  readonly error?: (item: BreakEven) => number | null;
}

/** Says what each offer costs and by how much it must raise the chance of success; empty where not asked for. */
export function breakEvenRows({ results, say }: Report): Cell[][] {
  const { breakEven, scenarios, measures, conditions } = results.study;
  if (breakEven === null || results.breakEvens.length === 0) return [];
  const measure = measures.find((item) => item.name === breakEven.measure);
  const titleOf = (name: string) => conditions.find((item) => item.name === name)?.title || name;
  const titles = { success: titleOf(breakEven.success), failure: titleOf(breakEven.failure) };
  const unit = measure?.unit ?? '';
  const items = scenarios.map((scenario) =>
    results.breakEvens.find((item) => item.scenario === scenario.name),
  );
  const heading = say('What each offer must achieve to pay for itself, measured by: {measure}', {
    measure: measure?.title ?? breakEven.measure,
  });
  return [
    [text(heading, 'part'), ...Array.from({ length: scenarios.length + 3 }, () => blank('part'))],
    ...linesOf(say, results.breakEvens, unit, titles).map((line) => rowOf(line, items)),
  ];
}

function linesOf(
  say: Say,
  all: readonly BreakEven[],
  unit: string,
  titles: { readonly success: string; readonly failure: string },
): Line[] {
  const formats = { cost: sideFormat(all, 'cost', unit), gain: sideFormat(all, 'gain', unit) };
  const shown = (value: number | null, format: Format, style: Style) =>
    number(value, format, style);
  return [
    {
      label: say('Must raise the probability of success by'),
      figure: say('Mean cost / mean gain'),
      unit: say('probability'),
      cell: (item) => percent(hasGain(item) ? item.rise.value : null, 1, 'numberStrong'),
      isShare: true,
      error: (item) => item.rise.error,
    },
    {
      label: say('In words'),
      figure: say('Reading'),
      unit: '',
      cell: (item) => text(readingOf(say, item), 'cellRight'),
    },
    ...(['p5', 'p95'] as const).map((point) => ({
      label: point === 'p5' ? say('Interval of that rise, draw by draw') : '',
      figure: point === 'p5' ? say('5%') : say('95%'),
      unit: point === 'p5' ? say('probability') : '',
      cell: (item: BreakEven) =>
        percent(hasGain(item) ? item.ratios[point].value : null, 1, 'numberQuiet'),
      isShare: true,
      error: (item: BreakEven) => item.ratios[point].error,
    })),
    ...(['cost', 'gain'] as const).flatMap((side) =>
      (['mean', 'p5', 'p95'] as const).map((point) => ({
        label: point === 'mean' ? sideLabel(say, side, titles) : '',
        figure: { mean: say('Mean'), p5: say('5%'), p95: say('95%') }[point],
        unit: point === 'mean' ? unit : '',
        cell: (item: BreakEven) =>
          shown(
            item[side][point].value,
            formats[side],
            point === 'mean' ? 'numberStrong' : 'numberQuiet',
          ),
        error: (item: BreakEven) => item[side][point].error,
      })),
    ),
  ];
}

function sideFormat(all: readonly BreakEven[], side: 'cost' | 'gain', unit: string): Format {
  const points = all.flatMap(({ [side]: { p5, mean, p95 } }) => [p5.value, mean.value, p95.value]);
  return formatFor(points, { unit });
}

/** A ratio to a gain that is none would be a number without meaning. */
function hasGain({ gain }: BreakEven): boolean {
  return (gain.mean.value ?? 0) > 0;
}

function sideLabel(
  say: Say,
  side: 'cost' | 'gain',
  titles: { readonly success: string; readonly failure: string },
): string {
  return side === 'cost'
    ? say('Cost if it fails ({failure}); positive is worse', titles)
    : say('Gain from success ({success}); positive is better', titles);
}

function rowOf(line: Line, items: readonly (BreakEven | undefined)[]): Cell[] {
  const errors = items.flatMap((item) => (item && line.error?.(item)) ?? []);
  const largest = errors.length === 0 ? null : Math.max(...errors);
  const isShare = line.isShare ?? false;
  return [
    text(line.label, line.label === '' ? 'cell' : 'cellStrong'),
    text(line.unit),
    text(line.figure),
    ...items.map((item) => (item === undefined ? blank('number') : line.cell(item))),
    isShare
      ? percent(largest, 2, 'numberQuiet')
      : number(largest, formatFor([largest], { digits: 2 }), 'numberQuiet'),
  ];
}

/** Puts the break-even into words, so that a ratio without meaning is not read as one with. */
export function readingOf(say: Say, { rise, cost, gain }: BreakEven): string {
  if (cost.mean.value === null || gain.mean.value === null) return say('no draws');
  if (cost.mean.value <= 0) return say('costs nothing here');
  if (gain.mean.value <= 0) return say('success gains nothing');
  if (rise.value === null) return say('no draws');
  if (rise.value > 1) return say('never pays here');
  return say('pays from +{points} points', { points: (rise.value * 100).toFixed(1) });
}

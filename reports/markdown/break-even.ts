import type { BreakEven } from '../../engine/index.ts';
import { readingOf } from '../break-even-reading.ts';
import { displayed, formatFor } from '../format.ts';
import type { Report } from '../report.ts';
import { number } from '../sheet.ts';
import type { Format } from '../style.ts';
import { escapeMarkdown } from './escape.ts';
import { type Column, tableText } from './table.ts';

/** Says by how much each offer must raise the chance of success, at most so many; "" where the study does not ask. */
export function breakEvenPart({ results, say }: Report, most: number): string {
  const { breakEven, measures, scenarios } = results.study;
  if (breakEven === null || results.breakEvens.length === 0) return '';
  const measure = measures.find(({ name }) => name === breakEven.measure);
  const unit = measure?.unit ?? '';
  const format = formatFor(results.breakEvens.flatMap(meansOf), { unit });
  const titleOf = (name: string) => scenarios.find((one) => one.name === name)?.title ?? name;
  const heading = say('What each offer must achieve to pay for itself, measured by: {measure}', {
    measure: escapeMarkdown(measure?.title ?? breakEven.measure),
  });
  const right = (text: string): Column => ({ heading: text, align: 'right' });
  const table = tableText(
    [
      { heading: say('Offer'), align: 'left' },
      { heading: say('Must raise the probability of success by'), align: 'left' },
      right(`${say('Cost if it fails')}, ${escapeMarkdown(unit)}`),
      right(`${say('Gain from success')}, ${escapeMarkdown(unit)}`),
    ],
    results.breakEvens
      .slice(0, most)
      .map((item) => [escapeMarkdown(titleOf(item.scenario)), ...cellsOf(say, item, format)]),
  );
  return `### ${heading}\n\n${table}`;
}

function meansOf({ cost, gain }: BreakEven): (number | null)[] {
  return [cost.mean.value, gain.mean.value];
}

function cellsOf(say: Report['say'], item: BreakEven, format: Format): string[] {
  return [
    riseText(say, item),
    ...[item.cost, item.gain].map(({ mean }) => displayed(number(mean.value, format)) || '–'),
  ];
}

/** A ratio to a gain that is none, or one above certainty, is told in words alone. */
function riseText(say: Report['say'], item: BreakEven): string {
  const { rise, gain, cost } = item;
  const isNumber = (cost.mean.value ?? 0) > 0 && (gain.mean.value ?? 0) > 0;
  if (!isNumber || rise.value === null || rise.value > 1) return readingOf(say, item);
  const error = rise.error === null ? '' : ` ±${points(rise.error)}`;
  return say('+{rise} points', { rise: `${points(rise.value)}${error}` });
}

function points(share: number): string {
  return displayed(number(share * 100, 'plain-1'));
}

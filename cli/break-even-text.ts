import type { BreakEven, Results } from '../engine/index.ts';
import { printable } from './display-width.ts';
import { decimalsFor, showNumber } from './number-text.ts';
import { layOutTable } from './text-table.ts';

function verdict({ rise, cost, gain }: BreakEven): string {
  if ((cost.mean.value ?? 0) <= 0) return 'pays even where nothing comes of it';
  if (rise.value === null || (gain.mean.value ?? 0) <= 0)
    return 'never pays: success gains nothing';
  const points = rise.value * 100;
  if (points > 100) return 'never pays: it costs more than success gains';
  const error = rise.error === null ? '' : ` (±${showNumber(rise.error * 100, 1)})`;
  return `needs +${showNumber(points, 1)} points${error}`;
}

/** Says what the two conditions are, whose dates need not be those of a chance that is measured; "" where they say nothing. */
function imposedLine({ conditions }: Results['study'], names: readonly string[]): string {
  const told = names.flatMap((name) => {
    const title = conditions.find((one) => one.name === name)?.title ?? '';
    return title === '' || title === name ? [] : [`${name}: ${title}.`];
  });
  if (told.length === 0) return '';
  return `  ${told.join(' ')} A chance in the table may be of another event or date.`;
}

/** Says by how much each offer must raise the probability of success to pay for itself; "" where none is asked. */
export function breakEvenText({ study, breakEvens }: Results): string {
  if (study.breakEven === null || breakEvens.length === 0) return '';
  const { measure, success, failure } = study.breakEven;
  const unit = study.measures.find(({ name }) => name === measure)?.unit ?? '';
  const figures = breakEvens.flatMap(({ cost, gain }) => [cost.mean.value, gain.mean.value]);
  const show = (value: number | null) => showNumber(value, decimalsFor(figures));
  const rows = breakEvens.map((row) =>
    [
      `  ${printable(row.scenario)}`,
      verdict(row),
      `costs ${show(row.cost.mean.value)}, success gains ${show(row.gain.mean.value)} ${printable(unit)}`,
    ].map((text) => ({ text, side: 'left' as const })),
  );
  const head = `Break-even on ${measure}: by how much an offer must raise the chance of "${success}" over "${failure}"`;
  const about = printable(imposedLine(study, [success, failure]));
  return [printable(head), ...(about === '' ? [] : [about]), layOutTable(rows)].join('\n');
}

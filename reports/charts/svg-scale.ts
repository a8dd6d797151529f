import { roundStep } from '../round-step.ts';

/** Where values lie between two places of a drawing, and which of them are marked. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** What a scale must show, and what is fixed of it. */
export interface Range {
  readonly values: readonly number[];
  readonly min: number | null;
  readonly max: number | null;
  readonly every: number | null;
}

/** Makes a scale from one place to another whose ends and marks are round, with about so many marks. */
export function scaleOf(range: Range, [from, to]: readonly [number, number], marks: number): Scale {
  const [low, high] = endsOf(range);
  const step = range.every ?? roundStep((high - low) / marks);
  const first = range.min ?? Math.floor(low / step + SLACK) * step;
  const last = range.max ?? Math.ceil(high / step - SLACK) * step;
  const count = Math.floor((last - first) / step + SLACK) + 1;
  return {
    at: (value) => from + ((value - first) / (last - first)) * (to - from),
    ticks: Array.from({ length: count }, (_, index) => tidy(first + index * step, step)),
  };
}

/** A value that is a mark but for its last bits needs no further one; nor do smaller spreads have marks. */
const SLACK = 1e-9;
const SMALLEST = 1e-200;

function endsOf({ values, min, max }: Range): readonly [number, number] {
  const low = min ?? values.reduce((least, value) => Math.min(least, value), max ?? Infinity);
  const high = max ?? values.reduce((most, value) => Math.max(most, value), min ?? -Infinity);
  const size = Math.max(Math.abs(low), Math.abs(high), SMALLEST);
  if (high - low > SLACK * size) return [low, high];
  const middle = Number.isFinite(low) ? low : 0;
  const reach = Math.max(1, Math.abs(middle)) / 2;
  return [middle - reach, middle + reach];
}

/** Makes 0.3 of 0.30000000000000004, and 0 of what is none but for its last bits. */
function tidy(value: number, step: number): number {
  return Math.abs(value) < SLACK * step ? 0 : Number(value.toPrecision(12));
}

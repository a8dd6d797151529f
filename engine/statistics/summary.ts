import type { Figure } from './figure.ts';
import { moments } from './moments.ts';
import { positiveZero, quantiles } from './quantile.ts';
import {
  type Grouping,
  gather,
  groupByReplicate,
  hasErrors,
  perReplicate,
  replicateError,
} from './replicate.ts';

/** What a reader sees of a column of numbers, one per draw; in the measure's unit. */
export interface Summary {
  readonly count: number;
  readonly mean: Figure;
  readonly deviation: Figure;
  readonly minimum: number | null;
  readonly p5: Figure;
  readonly p25: Figure;
  readonly median: Figure;
  readonly p75: Figure;
  readonly p95: Figure;
  readonly maximum: number | null;
}

/** Mean, deviation and the five quantiles, in the order of the summary. */
type Row = readonly (number | null)[];

/**
 * Summarises a column: moments in the order given, exact quantiles, and for each the Monte Carlo
 * standard error from the spread of the sample's replicates.
 *
 * Shape: `drawIndices[k]` is the draw of `values[k]`; null where value k is draw k.
 */
export function summarise(values: Float64Array, drawIndices: Uint32Array | null): Summary {
  const sorted = values.slice();
  const row = rowOf(values, sorted);
  const grouping = groupByReplicate(values.length, drawIndices);
  const rows = hasErrors(grouping) ? rowsOfReplicates(values, grouping) : null;
  const figure = (index: number): Figure => ({
    value: row[index]!,
    error: rows === null ? null : replicateError(rows.map((each) => each[index]!)),
  });
  return {
    count: values.length,
    mean: figure(0),
    deviation: figure(1),
    minimum: endOf(sorted, 0),
    p5: figure(2),
    p25: figure(3),
    median: figure(4),
    p75: figure(5),
    p95: figure(6),
    maximum: endOf(sorted, values.length - 1),
  };
}

function rowOf(values: Float64Array, scratch: Float64Array): Row {
  const { mean, deviation } = moments(values);
  return [mean, deviation, ...quantiles(scratch)];
}

function rowsOfReplicates(values: Float64Array, grouping: Grouping): Row[] {
  const grouped = gather(values, grouping);
  return perReplicate(grouping, (from, to) => {
    const part = grouped.subarray(from, to);
    return rowOf(part, part);
  });
}

function endOf(sorted: Float64Array, rank: number): number | null {
  return sorted.length === 0 ? null : positiveZero(sorted[rank]!);
}

import { normalProbability, normalQuantile } from '../distribution/standard-normal.ts';
import { REPLICATES } from './replicate.ts';

/** The uniforms nearest to 0 and 1 that a stream can give; mixed scores must not round beyond them. */
const LEAST = Number.EPSILON / 2;
const GREATEST = 1 - LEAST;

/**
 * Gives independent columns of uniforms the correlations that a Cholesky factor stands for.
 * A column whose score is its own alone, as that of the first, keeps its bits.
 */
export type Correlate = (
  columns: readonly Float64Array[],
  factor: readonly Float64Array[],
) => readonly Float64Array[];

/** Correlates random columns draw by draw, so that fewer draws remain the beginning of more. */
export const correlateRandom: Correlate = (columns, factor) =>
  mix(columns, factor, (_, scores) =>
    scores.map((score) => Math.min(Math.max(normalProbability(score), LEAST), GREATEST)),
  );

/**
 * Correlates Latin hypercubes: each replicate of a column keeps its values, one in each stratum, and takes them in
 * the order of the mixed scores. Few draws in a replicate have few ranks, so that less than what was asked is reached.
 *
 * Source: after Iman and Conover (1982), with the scores of the copula in place of van der Waerden's.
 */
export const correlateHypercube: Correlate = (columns, factor) => mix(columns, factor, reorder);

function mix(
  columns: readonly Float64Array[],
  factor: readonly Float64Array[],
  settle: (own: Float64Array, scores: Float64Array) => Float64Array,
): readonly Float64Array[] {
  const scores = columns.map((column) => column.map(normalQuantile));
  return columns.map((column, index) => {
    const weights = factor[index]!;
    const isAlone = weights.every((weight, other) => other === index || weight === 0);
    return isAlone ? column : settle(column, weighted(scores, weights));
  });
}

function weighted(scores: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(scores[0]!.length);
  for (const [index, weight] of weights.entries()) {
    const column = scores[index]!;
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * column[i]!;
  }
  return sum;
}

function reorder(own: Float64Array, scores: Float64Array): Float64Array {
  const target = new Float64Array(own.length);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const draws: number[] = [];
    for (let draw = replicate; draw < own.length; draw += REPLICATES) draws.push(draw);
    const values = Float64Array.from(draws, (draw) => own[draw]!).sort();
    draws.sort((a, b) => scores[a]! - scores[b]!);
    for (const [rank, draw] of draws.entries()) target[draw] = values[rank]!;
  }
  return target;
}

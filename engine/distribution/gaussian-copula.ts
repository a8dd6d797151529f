import { cholesky } from '../arithmetic/cholesky.ts';
import { smallSine } from '../arithmetic/sine.ts';

/** Two inputs by name, and the rank correlation (Spearman) asked for between them. */
export interface RankedPair {
  readonly one: string;
  readonly other: string;
  readonly rank: number;
}

/**
 * Inputs that are drawn together, in order of name, so that no order of a file shows in the draws.
 * Shape: `factor[i]` holds the weights of the normal scores up to the i-th in the i-th.
 */
export interface Copula {
  readonly names: readonly string[];
  readonly factor: readonly Float64Array[];
}

/**
 * Computes the correlation of two normal scores whose ranks correlate as asked.
 *
 * Source: K. Pearson, On further methods of determining correlation (1907).
 */
export function scoreCorrelation(rank: number): number {
  return 2 * smallSine((Math.PI / 6) * rank);
}

/** Sorts names into groups that pairs hang together, directly or through others; a rank of 0 is no tie. */
export function correlatedGroups(pairs: readonly RankedPair[]): readonly (readonly string[])[] {
  const groups = new Map<string, ReadonlySet<string>>();
  for (const { one, other, rank } of pairs) {
    const [group, second] = [groups.get(one) ?? [one], groups.get(other) ?? [other]];
    if (rank === 0 || group === second) continue;
    const merged = new Set([...group, ...second]);
    for (const name of merged) groups.set(name, merged);
  }
  return [...new Set(groups.values())].map((group) => [...group].sort());
}

/**
 * Writes the correlations of the normal scores of some names; what no pair gives is 0.
 *
 * Shape: symmetric, in the order of the names.
 */
export function scoreMatrix(
  names: readonly string[],
  pairs: readonly RankedPair[],
): readonly (readonly number[])[] {
  const places = new Map(names.map((name, place) => [name, place]));
  const matrix = names.map((_, i) => names.map((_, j): number => (i === j ? 1 : 0)));
  for (const { one, other, rank } of pairs) {
    const [i, j] = [places.get(one), places.get(other)];
    if (i === undefined || j === undefined) continue;
    matrix[i]![j] = scoreCorrelation(rank);
    matrix[j]![i] = matrix[i]![j]!;
  }
  return matrix;
}

/**
 * Makes the copula of each group that pairs hang together.
 *
 * Errors: throws where no draws can have these correlations; reading a study refuses them before.
 */
export function copulasOf(pairs: readonly RankedPair[]): readonly Copula[] {
  return correlatedGroups(pairs).map((names) => {
    const { rows, definite } = cholesky(scoreMatrix(names, pairs));
    if (!definite) throw new RangeError(`correlations of ${names.join(', ')} are not definite`);
    return { names, factor: rows };
  });
}

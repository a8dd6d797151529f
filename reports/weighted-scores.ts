/** Means this close, as a share of the larger, are the same to a spreadsheet: what is left is rounding. */
const ROUNDING = 2 ** -48;

/**
 * Scales the means of contenders on a measure from 0 for the worst to 1 for the best; all are 1 where none differs.
 * Source: linear value functions over the range of the alternatives, Keeney & Raiffa (1976), ch. 3.
 */
export function scaledMeans(means: readonly number[], direction: number): number[] {
  const [low, high] = [Math.min(...means), Math.max(...means)];
  if (high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high))) return means.map(() => 1);
  const worst = direction > 0 ? low : high;
  // adding 0 drops the sign of a zero
  return means.map((mean) => (mean - worst) / (direction * (high - low)) + 0);
}

/** Averages scores by weight. Shape: `scores[measure][contender]`, a weight for each measure, not all 0. */
export function weightedScores(
  scores: readonly (readonly number[])[],
  weights: readonly number[],
): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return (scores[0] ?? []).map((_, at) => {
    const sum = scores.reduce((total, row, measure) => total + weights[measure]! * row[at]!, 0);
    return sum / all;
  });
}

/** Ranks scores from 1 for the highest; equal ones share the better rank. */
export function ranksOf(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other > score).length);
}

/**
 * Ranks a column from 1; equal values share the mean of their ranks.
 *
 * Shape: one rank per value, in the order given; every rank is a whole number or a half.
 */
export function midRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const ranks = new Float64Array(sorted.length);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
    ranks.fill((from + 1 + to) / 2, from, to);
  }
  return values.map((value) => ranks[firstPlace(sorted, value)]!);
}

/** Finds by halving where a value first stands in a sorted column that holds it. */
function firstPlace(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

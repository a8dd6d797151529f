/** Ranges up to this length are sorted whole: faster than splitting them further. */
const SHORT = 12;

/**
 * Reorders values in place until each of the given ranks holds what sorting would put there.
 * Sorting whole columns only to read five quantiles takes most of the time of a report.
 *
 * Shape: `ranks` ascending, each below `values.length`.
 * Source: quickselect, Hoare (1961), with a median of three as pivot and many ranks at once.
 */
export function select(values: Float64Array, ranks: readonly number[]): void {
  selectWithin(values, 0, values.length - 1, ranks, 0, ranks.length);
}

function selectWithin(
  values: Float64Array,
  first: number,
  last: number,
  ranks: readonly number[],
  rankFrom: number,
  rankTo: number,
): void {
  if (rankFrom === rankTo) return;
  if (last - first < SHORT) {
    insertionSort(values, first, last);
    return;
  }
  const split = partition(values, first, last);
  let middle = rankFrom;
  while (middle < rankTo && ranks[middle]! <= split) middle += 1;
  selectWithin(values, first, split, ranks, rankFrom, middle);
  selectWithin(values, split + 1, last, ranks, middle, rankTo);
}

/**
 * Splits a range so that nothing up to the returned place exceeds anything after it. With three
 * values or more the median of three keeps both parts from being empty.
 */
function partition(values: Float64Array, first: number, last: number): number {
  const pivot = medianOfThree(values[first]!, values[(first + last) >>> 1]!, values[last]!);
  let left = first;
  let right = last;
  for (;;) {
    while (values[left]! < pivot) left += 1;
    while (values[right]! > pivot) right -= 1;
    if (left >= right) return right;
    const value = values[left]!;
    values[left] = values[right]!;
    values[right] = value;
    left += 1;
    right -= 1;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function insertionSort(values: Float64Array, first: number, last: number): void {
  for (let i = first + 1; i <= last; i++) {
    const value = values[i]!;
    let place = i;
    while (place > first && values[place - 1]! > value) {
      values[place] = values[place - 1]!;
      place -= 1;
    }
    values[place] = value;
  }
}

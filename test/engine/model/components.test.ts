import { expect, test } from 'vitest';
import { components } from '../../../engine/model/components.ts';

/** Groups numbers by what each reads. */
function grouped(
  reads: Readonly<Record<number, readonly number[]>>,
): readonly (readonly number[])[] {
  const things = Object.keys(reads).map((slot) => ({ slot: Number(slot) }));
  return components(things, ({ slot }) => reads[slot]!).map((group) =>
    group.map(({ slot }) => slot),
  );
}

test('what reads each other around a loop is one group, after what it reads', () => {
  expect(grouped({ 1: [2], 2: [3], 3: [1, 4], 4: [] })).toEqual([[4], [1, 2, 3]]);
});

test('loops that only lead from one to the next stay apart', () => {
  expect(grouped({ 1: [2], 2: [1, 3], 3: [4], 4: [3], 5: [1] })).toEqual([[3, 4], [1, 2], [5]]);
});

test('what reads nothing of the others keeps the order it came in', () => {
  expect(grouped({ 1: [], 2: [9], 3: [3] })).toEqual([[1], [2], [3]]);
});

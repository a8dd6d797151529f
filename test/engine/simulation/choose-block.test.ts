import { expect, test } from 'vitest';
import { chooseBlock } from '../../../engine/simulation/choose-block.ts';

const few = { columnCount: 24 };

test('models of few columns take large blocks, models of many small ones', () => {
  const blocks = [24, 500, 1000, 3000, 30_000].map((columnCount) =>
    chooseBlock({ columnCount }, 10_000, 1),
  );
  expect(blocks).toEqual([1024, 512, 256, 128, 128]);
});

test('a block holds no more than the draws that there are, but for the smallest', () => {
  expect([100, 300, 1000, 1024].map((draws) => chooseBlock(few, draws, 1))).toEqual([
    128, 256, 512, 1024,
  ]);
});

test('several threads have blocks enough to end together', () => {
  expect(chooseBlock(few, 10_000, 2)).toBe(512);
  expect(chooseBlock(few, 1000, 2)).toBe(128);
  expect(chooseBlock(few, 100_000, 4)).toBe(1024);
});

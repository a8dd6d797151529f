import { expect, test } from 'vitest';
import { REPLICATES, replicateOf } from '../../../engine/draw/replicate.ts';

test('draws go to the replicates in turn', () => {
  expect([0, 1, 19, 20, 41].map(replicateOf)).toEqual([0, 1, 19, 0, 1]);
  expect(REPLICATES).toBe(20);
});

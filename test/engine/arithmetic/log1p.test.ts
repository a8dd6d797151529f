import { expect, test } from 'vitest';
import { log1p } from '../../../engine/arithmetic/log1p.ts';
import { sweep } from './doubles.ts';

test('log1p keeps its digits where 1 + x loses them', () => {
  for (const scale of [1e-18, 1e-12, 1e-6, 1e-2, 0.9]) {
    for (const x of sweep(-scale, scale, 200)) {
      expect(Math.abs(log1p(x) / Math.log1p(x) - 1)).toBeLessThan(1e-15);
    }
  }
  expect(log1p(0)).toBe(0);
  expect(log1p(-1)).toBe(-Infinity);
});

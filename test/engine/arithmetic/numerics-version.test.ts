import { expect, test } from 'vitest';
import { numericsVersion } from '../../../engine/arithmetic/numerics-version.ts';

test('the numeric contract has a version', () => {
  expect(numericsVersion).toBe('1');
});

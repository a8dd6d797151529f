import { expect, test } from 'vitest';
import { showPhrase } from '../../../engine/distribution/family.ts';
import { table } from '../../../engine/distribution/table.ts';

test('each value is as likely as the others, in rising order', () => {
  const at = table.prepare({ kind: 'table', values: [4, 1, 3, 10] });
  expect([2 ** -53, 0.2499, 0.25, 0.5, 0.75, 1 - 2 ** -53].map(at)).toEqual([1, 1, 3, 4, 10, 10]);
});

test('the table that was given is left as it was', () => {
  const values = [3, 1, 2];
  table.prepare({ kind: 'table', values });
  expect(values).toEqual([3, 1, 2]);
});

test('the phrase gives the count and the ends', () => {
  expect(showPhrase(table.describe({ kind: 'table', values: [4, 1, 3] }, String))).toBe(
    'one of 3 values, 1 to 4',
  );
});

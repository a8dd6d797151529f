import { expect, test } from 'vitest';
import { median, ratio, timeOf } from './figures.ts';
import { type Finished, writeMarkdown, writePeers } from './markdown.ts';
import type { Measured } from './measure.ts';

function row(name: string, seconds: readonly number[], threads = 1): Measured {
  const agreement = {
    digest: '0123456789ab',
    draws: 2,
    isEqual: name === 'JavaScript',
    difference: 3e-15,
  };
  const perDraw = seconds.map((wall) => ({ wall, processor: wall / 2 }));
  return { name, threads, perDraw, agreement };
}

const JAVASCRIPT = row('JavaScript', [4e-6, 2e-6, 9e-6]);
const IN_C = row('C, `pow`', [2e-6, 2e-6, 3e-6]);

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([5, 1, 3])).toBe(3);
});

test('a ratio is the median of the ratios of each round, not the ratio of the medians', () => {
  expect(timeOf(JAVASCRIPT, 'wall')).toBe(4e-6);
  expect(ratio(JAVASCRIPT, IN_C, 'wall')).toBe(2);
});

test('rows of several threads are timed by the wall, whatever the others are timed by', () => {
  const two = row('two', [1e-6, 1e-6, 1e-6], 2);
  expect(timeOf(two, 'processor')).toBe(1e-6);
  expect(timeOf(IN_C, 'processor')).toBe(1e-6);
  expect(ratio(two, JAVASCRIPT, 'processor')).toBe(0.25);
});

test('tables name what a row computed: a digest where the bits are the same, a distance otherwise', () => {
  const finished: Finished = {
    kind: 'model',
    name: 'plain',
    draws: 1000,
    runs: 1,
    steps: 60,
    equations: 99,
    rows: [JAVASCRIPT, IN_C],
  };
  expect(writeMarkdown([finished], 'wall')).toBe(`**plain**, 99 equations, 1,000 draws

|  | × C, \`pow\` | µs a draw | at best | values |
| --- | ---: | ---: | ---: | ---: |
| JavaScript | 2.00 | 4.00 | 2.00 | \`01234567\` |
| C, \`pow\` | 1.00 | 2.00 | 2.00 | within 3e-15 |`);
});

test('peers are multiples of the first row', () => {
  expect(writePeers([JAVASCRIPT, IN_C], 2000, 'wall')).toContain('| C, `pow` | 0.500 | 2.00 |');
});

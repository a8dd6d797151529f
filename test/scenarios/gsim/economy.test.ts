import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStudyFolder } from '../../../cli/read-study.ts';
import { centralPath } from '../../support/central-path.ts';
import { each, pairs } from '../../support/change-economy.ts';
import { type Economy, economyOf } from '../../support/economy.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'scenarios', 'gsim');

const NAMES = ['US', 'JP', 'EU', 'RW'];

/** The example of Francois and Hall as the study has it; the US and the EU drop their tariffs on each other. */
const EXAMPLE: Economy = {
  trade: [
    [0, 50, 200, 300],
    [500, 0, 150, 200],
    [300, 100, 200, 200],
    [50, 100, 110, 20],
  ],
  before: [
    [1, 1.21, 1.41, 1.22],
    [1.37, 1, 1.31, 1.23],
    [1.32, 1.36, 1, 1.18],
    [1.57, 1.41, 1.25, 1.15],
  ],
  after: [
    [1, 1.21, 1, 1.22],
    [1.37, 1, 1.31, 1.23],
    [1, 1.36, 1, 1.18],
    [1.57, 1.41, 1.25, 1.15],
  ],
  demand: each(4, -1.25),
  supply: each(4, 1.5),
  substitution: each(4, 5),
};

test('the economies of these tests run as the scenarios of the study do', () => {
  const decode = new TextDecoder();
  const texts = [...readStudyFolder(FOLDER)]
    .filter(([path]) => !path.startsWith('tests/'))
    .map(([path, bytes]) => [path, decode.decode(bytes)] as const);
  const path = centralPath(Object.fromEntries(texts), 'us-eu-elimination');
  const { linear, exact } = economyOf(EXAMPLE);
  const read = (key: string) => NAMES.map((name) => path(key, name)[0]);
  expect(exact.price).toEqual(read('exact.price'));
  expect(exact.welfare).toEqual(read('exact.welfare'));
  expect(linear.price).toEqual(read('linear.price').map((change) => 1 + change!));
  expect(linear.welfare).toEqual(read('linear.welfare'));
  expect(exact.world).toBe(path('exact.world_welfare')[0]);
});

test('an economy that breaks a check of the model gives no numbers', () => {
  const trade = pairs(4, (i, v) => (i === 0 && v === 0 ? -1 : 1));
  expect(() => economyOf({ ...EXAMPLE, trade })).toThrow(/check market.no_negative_trade/);
  expect(() => economyOf({ ...EXAMPLE, demand: each(4, 0.5) })).toThrow(/demand_slopes_down/);
});

test('an economy without a price is told as one', () => {
  const fixed = { ...EXAMPLE, demand: each(4, 0), supply: each(4, 0) };
  expect(() => economyOf(fixed)).toThrow(/no solution|is NaN/);
});

import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStudyFolder } from '../../cli/read-study.ts';
import { openModel } from '../support/given-model.ts';
import { gap, holdLaw } from '../support/law.ts';

const files = readStudyFolder(join(import.meta.dirname, '..', '..', 'scenarios', 'ustr-formula'));
const model = openModel(new Map([...files].filter(([path]) => !path.startsWith('tests/'))));
const partners = model.elementsOf('tariff.imports').length;

/** Every partner of the study in one run, each with trade of its own; the unit is a million USD. */
const trades = fc.array(
  fc.record({
    imports: fc.integer({ min: 1, max: 500_000 }),
    part: fc.integer({ min: 0, max: 150 }),
  }),
  { minLength: partners, maxLength: partners },
);

interface Trade {
  readonly imports: number;
  /** Exports to the partner in hundredths of imports. */
  readonly part: number;
}

function ratesOf(trade: readonly Trade[], more = 0, scale = 1) {
  const read = model.run({
    'tariff.imports': trade.map(({ imports }) => scale * imports),
    'tariff.exports': trade.map(({ imports, part }) => (scale * imports * (part + more)) / 100),
  });
  return {
    rate: read('tariff.rate').map((percent) => percent / 100),
    firstList: read('tariff.first_list'),
    annex: read('tariff.annex'),
    perBillion: read('tariff.per_billion'),
  };
}

test('the rate is half the deficit by imports, for the parameters cancel, and never below the floor', () => {
  holdLaw(trades, 10, (trade) => {
    const wanted = trade.map(({ part }) => Math.max(0.1, (100 - part) / 200));
    expect(gap(ratesOf(trade).rate, wanted)).toBeLessThan(1e-12);
  });
});

test('the floor binds from exports of four fifths of imports on, and not before', () => {
  holdLaw(trades, 10, (trade) => {
    for (const [at, rate] of ratesOf(trade).rate.entries()) {
      if (trade[at]!.part > 80) expect(rate).toBe(0.1);
      if (trade[at]!.part < 80) expect(rate).toBeGreaterThan(0.1);
    }
  });
});

test('more exports never raise a rate, rounded or not', () => {
  holdLaw(fc.tuple(trades, fc.integer({ min: 1, max: 40 })), 10, ([trade, more]) => {
    const [before, after] = [ratesOf(trade), ratesOf(trade, more)];
    for (const which of ['rate', 'firstList', 'annex'] as const) {
      for (const [at, rate] of after[which].entries()) {
        expect(rate).toBeLessThanOrEqual(before[which][at]!);
      }
    }
  });
});

test('the scale of trade moves no rate, and the worth of a billion in inverse proportion', () => {
  holdLaw(fc.tuple(trades, fc.integer({ min: 2, max: 1000 })), 10, ([trade, scale]) => {
    const [one, other] = [ratesOf(trade), ratesOf(trade, 0, scale)];
    expect(gap(other.rate, one.rate)).toBeLessThan(1e-12);
    const worth = one.perBillion.map((points, at) => (other.perBillion[at]! * scale) / points);
    expect(gap(worth, 1)).toBeLessThan(1e-12);
  });
});

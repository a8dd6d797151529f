import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStudyFolder } from '../../cli/read-study.ts';
import { type GivenValues, openModel } from '../support/given-model.ts';
import { gap, holdLaw } from '../support/law.ts';

const files = readStudyFolder(join(import.meta.dirname, '..', '..', 'scenarios', 'armington-ge'));
const model = openModel(new Map([...files].filter(([path]) => !path.startsWith('tests/'))));
const regions = model.elementsOf('economy.output');
const shipped = model.run({});
const trade = shipped('economy.trade');
const output = shipped('economy.output');

/** What the model reports of a region, as changes. */
const CHANGES = ['welfare', 'employment', 'price_change', 'exports_to_gdp', 'duty_share'];

function pairs(cell: (exporter: number, importer: number) => number): readonly number[] {
  return regions.flatMap((_, j) => regions.map((__, i) => cell(j, i)));
}

function changes(given: GivenValues): readonly (readonly number[])[] {
  const read = model.run(given);
  return CHANGES.map((name) => read(`equilibrium.${name}`));
}

const none = pairs(() => 0);

/** Duties of up to 60% on anybody's goods but one's own. */
const tariffs = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: none.length, maxLength: none.length })
  .map((points) => pairs((j, i) => (j === i ? 0 : points[j * regions.length + i]! / 100)));

test('without tariffs nothing changes', () => {
  expect(gap(changes({ 'economy.tariff': none }), 0)).toBeLessThan(1e-12);
});

test('whatever the tariffs, markets clear, deficits cancel and no duty is negative', () => {
  holdLaw(fc.tuple(tariffs, fc.boolean()), 15, ([tariff, isLump]) => {
    const read = model.run({ 'economy.tariff': tariff, 'economy.lump_sum': [Number(isLump)] });
    const world = read('equilibrium.earned').reduce((sum, value) => sum + value, 0);
    expect(gap(read('equilibrium.sales'), read('equilibrium.earned'), world)).toBeLessThan(1e-9);
    const deficits = read('equilibrium.deficit').reduce((sum, value) => sum + value, 0);
    expect(Math.abs(deficits) / world).toBeLessThan(1e-9);
    expect(Math.min(...read('equilibrium.duty'))).toBeGreaterThanOrEqual(0);
  });
});

test('a world of another size has the same changes', () => {
  holdLaw(fc.tuple(tariffs, fc.integer({ min: 2, max: 1000 })), 8, ([tariff, scale]) => {
    const larger = {
      'economy.tariff': tariff,
      'economy.trade': trade.map((value) => value * scale),
      'economy.output': output.map((value) => value * scale),
    };
    expect(gap(changes(larger), changes({ 'economy.tariff': tariff }))).toBeLessThan(1e-7);
  });
});

test('other names for the regions give the same changes under those names', () => {
  const order = fc.shuffledSubarray([...regions.keys()], { minLength: regions.length });
  holdLaw(fc.tuple(tariffs, order), 8, ([tariff, places]) => {
    const size = regions.length;
    const both = (table: readonly number[]) =>
      pairs((j, i) => table[places[j]! * size + places[i]!]!);
    const one = (list: readonly number[]) => places.map((at) => list[at]!);
    const turned = {
      'economy.tariff': both(tariff),
      'economy.trade': both(trade),
      'economy.output': one(output),
      'economy.is_us': one(shipped('economy.is_us')),
    };
    const wanted = changes({ 'economy.tariff': tariff }).map(one);
    expect(gap(changes(turned), wanted)).toBeLessThan(1e-7);
  });
});

test('taxed alone, a region sells less to the United States than taxed with all others; spared, more', () => {
  const us = shipped('economy.is_us').indexOf(1);
  const before = shipped('economy.flow');
  const sales = (isTaxed: (exporter: number) => boolean) => {
    const tariff = pairs((j, i) => (i === us && j !== us && isTaxed(j) ? 0.25 : 0));
    return model.run({ 'economy.tariff': tariff })('equilibrium.flow');
  };
  const all = sales(() => true);
  for (const region of regions.keys()) {
    if (region === us) continue;
    const at = region * regions.length + us;
    const alone = sales((j) => j === region)[at]!;
    expect(alone).toBeLessThan(all[at]!);
    expect(all[at]).toBeLessThan(before[at]!);
    expect(sales((j) => j !== region)[at]).toBeGreaterThan(before[at]!);
  }
});

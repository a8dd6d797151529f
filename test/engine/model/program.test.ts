import { expect, test } from 'vitest';
import { centralInputs } from '../../../engine/simulation/inputs.ts';
import { interpret } from '../../../engine/simulation/interpret.ts';
import { compiled, type FormulaParts, found } from '../../support/formula-study.ts';

function measure(formula: string, unit = '1'): string {
  return `x: { title: X, unit: "${unit}", formula: '${formula}', better: higher }`;
}

function partsOf(formula: string, unit = '1'): FormulaParts {
  return { measures: measure(formula, unit) };
}

/** Computes a measure on the central path, in base units. */
function answer(formula: string, unit = '1'): number {
  const { study, program } = compiled(partsOf(formula, unit));
  const { levers, assumptions } = study.scenarios[0]!;
  const inputs = centralInputs(program.model, study.model, { levers, assumptions });
  const at = (slot: number, step: number) =>
    inputs.stepped.get(slot)?.[step] ?? inputs.constants.get(slot) ?? 0;
  return interpret(program, at).answers[1]!;
}

// The stock grows by 2 bn USD a month from 0, over six months from April 2025
test.each([
  ['total(m.sold)', 'USD', 12e9],
  ['final(m.stock)', 'USD', 12e9],
  ['minimum(m.stock)', 'USD', 2e9],
  ['maximum(m.stock)', 'USD', 12e9],
  ['average(m.stock)', 'USD', 7e9],
  ['count(m.stock)', 'USD', 42e9],
  ['at(m.stock, date(2025, 4))', 'USD', 2e9],
  ['at(m.stock, date(2025, 9, 30))', 'USD', 12e9],
  ['final(m.stock) - at(m.stock, date(2025, 6))', 'USD', 6e9],
  ['final(m.stock) / m.dollars', '1', 1],
  ['discounted(m.sold, 0)', 'USD', 12e9],
  ['discounted(m.sold, m.half - 0.5)', 'USD', 12e9],
  ['1 + irr(m.stock - 7 USD * 1e9)', '1', 1],
  ['total(sum(supplier, m.duty[supplier]) / 1 month)', '1', 4.2],
  ['sum(supplier, final(m.duty[supplier]))', '1', 0.7],
  ['max(rival, final(m.duty[rival]))', '1', 0.4],
  ['average(from(m.opens))', '1', (16 / 31 + 4) / 6],
  ['average(previous(m.stock))', 'USD', 5e9],
  ['final(calendar_month)', '1', 9],
  ['if(final(m.stock) > m.dollars / 2, 1, 0)', '1', 1],
  ['m.growth', '1', 2],
  ['date(2026, 4) - date(2025, 4)', 'months', 12],
])('the measure %s is computed', (formula, unit, value) => {
  expect(answer(formula, unit)).toBeCloseTo(value, 10);
});

const SAY_WHICH = '(say which: final(x), average(x), at(x, date(2027, 4)))';

test.each([
  ['m.stock', 'USD', `formula-feature at m.stock: stock has a value for every step ${SAY_WHICH}`],
  [
    'm.volume',
    't/year',
    `formula-feature at m.volume: volume has a value for every step ${SAY_WHICH}`,
  ],
  ['m.luck', '1', `formula-feature at m.luck: luck has a value for every step ${SAY_WHICH}`],
  [
    'calendar_year',
    '1',
    `formula-feature at calendar_year: calendar_year has a value for every step ${SAY_WHICH}`,
  ],
  [
    'from(m.opens)',
    '1',
    `formula-feature at from(m.opens): from(...) has a value for every step ${SAY_WHICH}`,
  ],
  [
    'final(m.stock) + m.sold',
    'USD',
    `formula-feature at m.sold: sold has a value for every step ${SAY_WHICH}`,
  ],
  [
    'total(m.stock)',
    'USD',
    'unit-mismatch at m.stock: total wants a rate per time here, this is USD',
  ],
  [
    'total(m.growth)',
    '1',
    'unit-mismatch at m.growth: total wants a rate per time here, this is a plain number',
  ],
  [
    'discounted(m.stock, 0)',
    'USD',
    'unit-mismatch at m.stock: discounted wants a rate per time here, this is USD',
  ],
  [
    'discounted(m.sold, m.dollars)',
    'USD',
    'unit-mismatch at m.dollars: discounted wants a plain number, the rate per year, here, this is USD',
  ],
  [
    'discounted(m.sold, m.duty[korea])',
    'USD',
    `formula-feature at m.duty[korea]: duty has a value for every step ${SAY_WHICH}`,
  ],
  [
    'total(average(m.sold))',
    'USD',
    'formula-feature at average(m.sold): average is for measures and tests, and not inside one another',
  ],
  [
    'final(m.joined)',
    '1',
    'unit-mismatch at m.joined: final wants a number here, this is a condition',
  ],
  [
    'final(on(m.opens))',
    '1',
    'unit-mismatch at on(m.opens): final wants a number here, this is a condition',
  ],
  ['final(m.opens)', '1', 'unit-mismatch at m.opens: final wants a number here, this is a date'],
  ['at(m.stock, 5)', 'USD', 'unit-mismatch at 5: at wants a date here, this is a plain number'],
  [
    'at(m.stock, m.opens)',
    'USD',
    `formula-feature at m.opens: opens has a value for every step ${SAY_WHICH}`,
  ],
  [
    'at(m.stock, date(2025, 3))',
    'USD',
    'bad-date at date(2025, 3): the date lies outside the horizon, or is not written date(2027, 4)',
  ],
  [
    'at(m.stock, date(2025, 10))',
    'USD',
    'bad-date at date(2025, 10): the date lies outside the horizon, or is not written date(2027, 4)',
  ],
  [
    'at(m.stock, date(2025, 4) + 1 month)',
    'USD',
    'bad-date at date(2025, 4) + 1 month: the date lies outside the horizon, or is not written date(2027, 4)',
  ],
  ['at(m.stock, m.none)', 'USD', 'unknown-name at m.none: module m has no "none"'],
  ['at(m.none, date(2025, 4))', 'USD', 'unknown-name at m.none: module m has no "none"'],
  ['discounted(m.sold, m.none)', 'USD', 'unknown-name at m.none: module m has no "none"'],
  [
    'final(m.stock)',
    'KRW',
    'unit-mismatch at final(m.stock): the formula yields USD; the unit says KRW',
  ],
  [
    'final(stock)',
    'USD',
    'unknown-name at stock: a name here is written module.name: "stock" (did you mean "m.stock"?)',
  ],
  [
    'final(m.stok)',
    'USD',
    'unknown-name at m.stok: module m has no "stok" (did you mean "stock"?)',
  ],
  ['final(shop.stock)', 'USD', 'unknown-module at shop.stock: the model has no module "shop"'],
  [
    'final(m.stock) > 0',
    '1',
    'unit-mismatch at final(m.stock) > 0: the formula yields a condition; the unit says 1, a plain number',
  ],
  [
    'previous(m.stock)',
    'USD',
    `formula-feature at m.stock: stock has a value for every step ${SAY_WHICH}`,
  ],
])('the measure %s [%s] is refused', (formula, unit, problem) => {
  expect(found(partsOf(formula, unit))).toEqual([problem]);
});

test('aggregates that are the same are computed once', () => {
  const measures = [
    measure('final(m.stock) / final(m.stock)'),
    measure('discounted(m.sold, 0.05) + discounted(m.sold, 0.04)', 'USD').replace('x:', 'y:'),
    measure('discounted(m.sold, 0.05)', 'USD').replace('x:', 'z:'),
  ].join('\n');
  const { aggregates } = compiled({ measures }).program;
  expect(aggregates.map(({ kind }) => kind)).toEqual(['final', 'discounted', 'discounted']);
});

test('a formula inside an aggregate becomes a variable of its own', () => {
  const { model, aggregates } = compiled(partsOf('maximum(m.stock * 2)', 'USD')).program;
  const { kind, key } = model.variables[aggregates[1]!.source]!;
  expect([kind, key]).toEqual(['watched', 'maximum(m.stock * 2)']);
  expect(model.equations.at(-1)).toMatchObject({ slot: aggregates[1]!.source, starts: null });
});

test('equations know how far back measures read them', () => {
  const lagOf = (parts: FormulaParts) => {
    const { model } = compiled(parts).program;
    const slot = model.symbols.get('m.stock')!.firstSlot;
    return model.equations.find((equation) => equation.slot === slot)!.lag;
  };
  expect(lagOf({})).toBe(1);
  expect(lagOf(partsOf('final(m.stock - delay(m.stock, 3 months))', 'USD'))).toBe(3);
  expect(lagOf({ checks: 'grows: stock >= delay(stock, 1 quarter)' })).toBe(3);
});

test('a model test on a clock of its own is held to that clock', () => {
  const equations = 'x: { unit: bn USD, formula: "delay(stock, 1 month)" }';
  const tests = ['one', 'two'].map(
    (name) => `- name: ${name}
  clock: { from: 2025-04, quarters: 2 }
  expect: { final(m.x): 0 bn USD }`,
  );
  expect(found({ equations, tests: tests.join('\n') })).toEqual([
    'wrong-arguments at 1 month: the span is a whole number of steps, written out (such as `24 months`)',
  ]);
});

test('the path of a trajectory is kept: of a variable as it is, of a formula as one of its own', () => {
  const trajectory = (name: string, formula: string) =>
    `${name}: { title: T, unit: bn USD, formula: ${formula} }`;
  const keys = (...lines: readonly string[]) => {
    const parts = { trajectories: lines.join('\n') };
    const { model, kept } = compiled(parts).program;
    return kept.map((slot) => model.variables[slot]!.key);
  };
  expect(keys(trajectory('a', 'm.stock'), trajectory('b', 'm.stock * 2'))).toEqual([
    'm.stock',
    'm.stock * 2',
  ]);
  const wrong = { trajectories: trajectory('a', 'total(m.sold)') };
  expect(found(wrong)).toEqual([
    'formula-feature at total(m.sold): total is for measures and tests, and not inside one another',
  ]);
});

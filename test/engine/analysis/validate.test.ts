import { describe, expect, test } from 'vitest';
import { collectAnswers, validate } from '../../../engine/analysis/validate.ts';
import { ProblemError } from '../../../engine/problem.ts';
import { readUnit, type Unit } from '../../../engine/quantity/unit.ts';
import type { Study, Validation } from '../../../engine/study/study.ts';
import { studyOf } from '../../support/language-study.ts';

const PERCENT = readUnit('%') as Unit;
const MILLION = readUnit('million USD') as Unit;

const FORMULA = studyOf().measures[0]!.formula;

/** A published number or range, in percent, of the scenario b against a. */
function published(low: number, high = low, slack = 0, change: Partial<Validation> = {}) {
  const ends = { low, high, from: low - slack, to: high + slack };
  const share = (value: number) => value / 100;
  return {
    ...{ name: 'one', title: 'One', by: 'IEA', source: 'iea', scenario: 'b', against: 'a' },
    ...{ compare: 'relative', unit: PERCENT, formula: FORMULA, usedInCalibration: false },
    published: Object.fromEntries(Object.entries(ends).map(([key, x]) => [key, share(x)])),
    why: 'W',
    ...change,
  } as Validation;
}

function answersOf(name: string, columns: Readonly<Record<string, readonly number[]>>) {
  return Object.entries(columns).map(([scenario, column]) => ({
    scenario,
    columns: new Map([[name, Float64Array.from(column)]]),
  }));
}

function held(one: Validation, columns: Readonly<Record<string, readonly number[]>>) {
  return validate({ ...studyOf(), validations: [one] }, answersOf(one.name, columns))[0]!;
}

/** 101 draws whose relative changes are 0%, 1%, ... 100%: the quantiles are the percent themselves. */
const BASE = Array.from({ length: 101 }, (_, k) => 50 + k);
const GROWN = BASE.map((value, k) => value * (1 + k / 100));

function rounded(values: ArrayLike<number> | null, digits = 9): readonly number[] {
  return Array.from(values ?? [], (value) => Number(value.toFixed(digits)));
}

describe('an answer', () => {
  test('is a relative change draw by draw, in its unit, not the change of the medians', () => {
    const one = held(published(50), { a: [1, 10, 100], b: [2, 11, 90] });
    expect(rounded(one.outcomes)).toEqual([100, 10, -10]);
    expect(one.outcome!.median.value).toBeCloseTo(10, 9);
  });

  test('is a difference, or the level of its scenario alone', () => {
    const columns = { a: [1e6, 2e6], b: [5e6, 4e6] };
    const difference = published(0, 0, 0, { compare: 'difference', unit: MILLION });
    expect(rounded(held(difference, columns).outcomes)).toEqual([4, 2]);
    const level = published(0, 0, 0, { compare: 'level', against: '', unit: MILLION });
    expect(rounded(held(level, columns).outcomes)).toEqual([5, 4]);
  });

  test('is none where one of its scenarios was not run, and does not count then', () => {
    const missing = [held(published(50), { a: BASE }), held(published(50), { b: GROWN })];
    for (const one of missing) {
      expect(one).toEqual({
        ...{ name: 'one', outcomes: null, outcome: null, verdict: 'not run', counts: false },
      });
    }
  });

  test.each([0, -1])('has no relative change where the other scenario has %d', (base) => {
    const broken = () => held(published(50), { a: [1, base], b: [1, 1] });
    expect(broken).toThrow(ProblemError);
    expect(broken).toThrow(`the formula is ${base} in a, draw 2`);
  });
});

describe('the verdict', () => {
  const columns = { a: BASE, b: GROWN };
  const verdictOf = (low: number, high?: number, slack?: number) =>
    held(published(low, high, slack), columns).verdict;

  test.each([
    [6, 'inside'],
    [50, 'inside'],
    [94, 'inside'],
    [4, 'outside'],
    [96, 'outside'],
  ])('one number, %d%%: the 5-95%% range holds it: %s', (value, due) => {
    expect(verdictOf(value)).toBe(due);
  });

  test.each([
    [49, 51, 'inside'],
    [0, 100, 'inside'],
    [51, 99, 'outside'],
    [0, 49, 'outside'],
  ])('a range, %d%% to %d%%: the median lies in it: %s', (low, high, due) => {
    expect(verdictOf(low, high)).toBe(due);
  });

  test('is taken to half a unit of the last printed digit', () => {
    expect([verdictOf(4, 4, 0.5), verdictOf(4, 4, 1.5)]).toEqual(['outside', 'inside']);
    expect([verdictOf(51, 99, 0.5), verdictOf(51, 99, 1.5)]).toEqual(['outside', 'inside']);
  });

  test('of an estimate that was used in calibration does not count', () => {
    const one = held(published(50, 50, 0, { usedInCalibration: true }), columns);
    expect(one).toMatchObject({ verdict: 'inside', counts: false });
    expect(held(published(96), columns)).toMatchObject({ verdict: 'outside', counts: true });
  });
});

test('a simulation keeps the last answers, of the validations that name its scenario, as drawn', () => {
  const validations = [
    published(1),
    published(2, 2, 0, { name: 'two', scenario: 'c', against: '', compare: 'level' }),
  ];
  const study: Study = { ...studyOf(), validations };
  const situation = { levers: new Map(), assumptions: new Map() };
  const results = { answers: [1, 2, 3].map((value) => Float64Array.of(value)), kept: [] };
  const collect = (scenario: string, condition: string | null = null) =>
    collectAnswers(study, { scenario, condition, situation, isCompared: true }, results);
  expect(collect('a')!.columns).toEqual(new Map([['one', Float64Array.of(2)]]));
  expect(collect('c')!.columns).toEqual(new Map([['two', Float64Array.of(3)]]));
  expect(collect('d')!.columns.size).toBe(0);
  expect(collect('a', 'open')).toBeNull();
});

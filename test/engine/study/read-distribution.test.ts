import { describe, expect, it } from 'vitest';
import { quantile } from '../../../engine/distribution/distribution.ts';
import type { AssumptionSetting } from '../../../engine/study/model-text.ts';
import { LANGUAGE, marksOf, messagesOf, studyOf } from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

/** Gives the model with the assumption gas declared in another way. */
function gas(uncertainty: string, unit = '', others: Texts = {}): Texts {
  const line = `  gas: { uncertainty: ${uncertainty}, ${unit === '' ? '' : `unit: ${unit}, `}source: iea }`;
  return { 'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(/ {2}gas: .*/, line), ...others };
}

function read(changes: Texts): AssumptionSetting & { unit: string } {
  const [assumption] = studyOf(changes).model.modules[0]!.assumptions;
  return { ...assumption!.settings.get('')!, unit: assumption!.unit.text };
}

function marks(uncertainty: string, unit = '"1"', others: Texts = {}): readonly string[] {
  return marksOf(gas(uncertainty, unit, others)).map((mark) =>
    mark.replace(/model\/m\.yaml\S* /, ''),
  );
}

describe('an interval', () => {
  it.each([
    ['3 to 7 USD/MMBtu', 'USD/MMBtu', 3, 7],
    ['3 USD/MMBtu to 7 USD/MMBtu', 'USD/MMBtu', 3, 7],
    ['0.1 to 0.5 1/month', '1/month', 0.1, 0.5],
    ['0.1 1/month to 0.5 1/month', '1/month', 0.1, 0.5],
    ['10% to 30%', '%', 0.1, 0.3],
    ['10 to 30%', '%', 0.1, 0.3],
    ['-10% to 30%', '%', -0.1, 0.3],
    ['-3 to -1', '1', -3, -1],
    ['0 to 2', '1', 0, 2],
    ['1 to 2 bn USD', 'bn USD', 1e9, 2e9],
    ['900 million USD to 2 bn USD', 'bn USD', 0.9e9, 2e9],
    ['"3 to 7"', '1', 3, 7],
  ])('covers 90 percent: %s', (text, unit, low, high) => {
    const setting = read(gas(text));
    expect(setting.unit).toBe(unit);
    expect(setting.distribution).toMatchObject({ kind: low > 0 ? 'lognormal' : 'normal' });
    const scale = Math.max(Math.abs(low), Math.abs(high));
    expect(quantile(setting.distribution!, 0.05) / scale).toBeCloseTo(low / scale, 9);
    expect(quantile(setting.distribution!, 0.95) / scale).toBeCloseTo(high / scale, 9);
    expect(setting.text).toBe(text.replaceAll('"', ''));
  });

  it.each([
    ['7 to 3', '"1"', ['bad-distribution 7 to 3']],
    ['3 to 3', '"1"', ['bad-distribution 3 to 3']],
    ['3 to 7', 'USD/t', ['unit-missing 7']],
    ['3 to 7 USD', 'USD/t', ['unit-mismatch 7 USD']],
    ['3 USD to 7 USD/t', 'USD/t', ['unit-mismatch 3 USD']],
    ['3 t to 7 USD/t', 'USD/t', ['unit-mismatch 3 t']],
    ['3 to 7 USDD/t', 'USD/t', ['unit-unknown USDD']],
    ['3 to many', '"1"', ['bad-quantity many']],
    ['few to 7', '"1"', ['bad-quantity few']],
    ['3 to', '"1"', ['wrong-type 3 to']],
    ['3 - 7', '"1"', ['wrong-type 3 - 7']],
    ['5', '"1"', ['wrong-type 5']],
  ])('is marked where it is wrong: %s in %s', (text, unit, due) => {
    expect(marks(text, unit)).toEqual(due);
  });
});

describe('a distribution', () => {
  it.each([
    ['{ uniform: [1, 3] }', 'uniform', 2],
    ['{ triangular: [1, 2, 3] }', 'triangular', 2],
    ['{ triangular: { low: 1, mode: 2, high: 3 } }', 'triangular', 2],
    ['{ pert: [1, 2, 3] }', 'pert', 2],
    ['{ normal: { mean: 2, sd: 1 } }', 'normal', 2],
    ['{ normal: { mean: 2, sd: 1, within: [1, 3] } }', 'truncated-normal', 2],
    ['{ lognormal: { p5: 1, p95: 4 } }', 'lognormal', 2],
    ['{ lognormal: { mean: 2, sd: 1 } }', 'lognormal', undefined],
    ['{ beta: [2, 2] }', 'beta', 0.5],
    ['{ beta: { alpha: 2, beta: 2 } }', 'beta', 0.5],
    ['{ beta: { alpha: 2, beta: 2, within: [1, 3] } }', 'beta', 2],
    ['{ choice: [{ value: 1, weight: 1 }, { value: 2, weight: 9 }] }', 'choice', 2],
  ])('is read as written: %s', (text, kind, median) => {
    const { distribution } = read(gas(text));
    expect(distribution).toMatchObject({ kind });
    if (median !== undefined) expect(quantile(distribution!, 0.5)).toBeCloseTo(median, 9);
  });

  it('takes bare numbers in the unit that is declared, and others with theirs', () => {
    const { distribution } = read(gas('{ triangular: [1, 2000 million USD, 3 bn USD] }', 'bn USD'));
    expect(quantile(distribution!, 0.5)).toBeCloseTo(2e9, 0);
    expect(quantile(read(gas('{ beta: [2, 2] }', '"%"')).distribution!, 0.5)).toBeCloseTo(0.5, 9);
    const bounded = read(gas('{ normal: { mean: 20%, sd: 1, within: [0, 40] } }', '"%"'));
    expect(bounded.distribution).toMatchObject({ kind: 'truncated-normal' });
    expect(quantile(bounded.distribution!, 0.5)).toBeCloseTo(0.2, 12);
  });

  it('may be a table of equally likely values', () => {
    const table = { 'model/draws.csv': 'value\n1\n2 bn USD\n3\n' };
    const { distribution } = read(gas('{ table: draws.csv }', 'bn USD', table));
    expect(distribution).toEqual({ kind: 'table', values: [1e9, 2e9, 3e9] });
  });

  it.each([
    ['{ unifrom: [1, 3] }', ['bad-distribution unifrom']],
    ['{ uniform: [1, 2, 3] }', ['bad-distribution [1, 2, 3]']],
    ['{ uniform: [3, 1] }', ['bad-distribution [3, 1]']],
    ['{ uniform: 3 }', ['bad-distribution 3']],
    ['{ triangular: [1, 9, 3] }', ['bad-distribution [1, 9, 3]']],
    ['{ triangular: [1, x, 3] }', ['bad-quantity x']],
    ['{ triangular: [1, 2 USD, 3] }', ['unit-mismatch 2 USD']],
    ['{ normal: [1, 2] }', ['bad-distribution [1, 2]']],
    ['{ normal: { mean: 1 } }', ['bad-distribution { mean: 1 }']],
    ['{ normal: { mean: 1, sd: -1 } }', ['bad-distribution { mean: 1, sd: -1 }']],
    [
      '{ normal: { mean: 1, sd: 1, within: [0] } }',
      ['bad-distribution { mean: 1, sd: 1, within: [0] }'],
    ],
    [
      '{ normal: { mean: 1, sd: 1, within: [3, 2] } }',
      ['bad-distribution { mean: 1, sd: 1, within: [3, 2] }'],
    ],
    ['{ normal: { mean: 1, sd: 1, skew: 2 } }', ['bad-distribution { mean: 1, sd: 1, skew: 2 }']],
    ['{ lognormal: { mean: 1, p95: 2 } }', ['bad-distribution { mean: 1, p95: 2 }']],
    ['{ lognormal: { p5: 4, p95: 2 } }', ['bad-distribution { p5: 4, p95: 2 }']],
    ['{ beta: [0, 2] }', ['bad-distribution [0, 2]']],
    ['{ choice: [] }', ['bad-distribution []']],
    ['{ choice: 3 }', ['bad-distribution 3']],
    ['{ choice: [3] }', ['bad-distribution 3']],
    ['{ choice: {} }', ['bad-distribution {}']],
    ['{ choice: { 2: 0, 5: 1 } }', ['bad-distribution { 2: 0, 5: 1 }']],
    ['{ choice: { 2: 1, x: 1 } }', ['bad-quantity x']],
    ['{ choice: { 2 USD: 1 } }', ['unit-mismatch 2 USD']],
    ['{ choice: { 2: often } }', ['bad-quantity often']],
    ['{ choice: [{ value: 1 }] }', ['bad-distribution { value: 1 }']],
    ['{ choice: [{ value: 1, weight: 0 }] }', ['bad-distribution [{ value: 1, weight: 0 }]']],
    ['{ choice: [{ value: 1, weight: 1, colour: 2 }] }', ['unknown-key colour']],
    ['{ choice: [{ value: x, weight: 1 }] }', ['bad-quantity x']],
    ['{ table: none.csv }', ['file-missing none.csv']],
    ['{ table: [1] }', ['wrong-type [1]']],
    [
      '{ uniform: [1, 2], normal: { mean: 1, sd: 1 } }',
      ['wrong-type { uniform: [1, 2], normal: { mean: 1, sd: 1 } }'],
    ],
    ['[1, 2]', ['wrong-type [1, 2]']],
  ])('is marked where it is wrong: %s', (text, due) => {
    expect(marks(text)).toEqual(due);
  });

  it('is told which form is wanted', () => {
    const hint = (text: string) => messagesOf(gas(text, '"1"'))[0];
    expect(hint('{ unifrom: [1, 3] }')).toBe(
      'bad-distribution: there is no distribution "unifrom" (did you mean "uniform"?)',
    );
    expect(hint('{ uniform: [1, 2, 3] }')).toContain('`uniform: [low, high]`');
    expect(hint('{ lognormal: [1, 2] }')).toContain(
      '`lognormal: { p5, p95 }` or `lognormal: { mean, sd }`',
    );
    expect(hint('{ choice: [3] }')).toContain('write `choice: { 2: 1, 5: 3 }`');
    expect(hint('3 - 7')).toContain('such as `3 to 7`');
    expect(hint('{ uniform: [3, 1] }')).toMatchInlineSnapshot(
      `"bad-distribution: the low end 3 is above the high end 1 ()"`,
    );
  });
});

describe('a choice by value and weight', () => {
  it('may be a map', () => {
    const { distribution } = read(gas('{ choice: { 2: 1, 5: 3 } }'));
    expect(distribution).toEqual({ kind: 'choice', values: [2, 5], weights: [1, 3] });
    const priced = read(gas('{ choice: { 2: 1, 5 bn USD: 3 } }', 'bn USD')).distribution;
    expect(priced).toEqual({ kind: 'choice', values: [2e9, 5e9], weights: [1, 3] });
  });
});

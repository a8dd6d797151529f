import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONDITION,
  DATE,
  dimensionOf,
  isPlain,
  measuring,
  PLAIN,
  showType,
  type Type,
  unify,
} from '../../../engine/model/types.ts';
import { baseDimension, NONE, TIME } from '../../../engine/quantity/dimension.ts';

const USD = measuring(baseDimension('USD'));
const KRW = measuring(baseDimension('KRW'));
const ZERO: Type = { kind: 'number', dimension: 'any' };
const ALL = [CONDITION, DATE, PLAIN, USD, KRW, ZERO, measuring(TIME)];
const types = fc.constantFrom<Type>(...ALL);

describe('unify', () => {
  it('finds what two equal types are', () => {
    for (const type of ALL) expect(unify(type, type)).toEqual(type);
  });

  it('lets a literal zero fit any number, and nothing else', () => {
    for (const type of [PLAIN, USD, measuring(TIME)]) {
      expect(unify(ZERO, type)).toBe(type);
      expect(unify(type, ZERO)).toBe(type);
    }
    expect(unify(ZERO, CONDITION)).toBeNull();
    expect(unify(ZERO, DATE)).toBeNull();
  });

  it.each([
    [USD, KRW],
    [USD, PLAIN],
    [DATE, measuring(TIME)],
    [DATE, CONDITION],
    [CONDITION, PLAIN],
  ])('finds nothing for two that differ', (a, b) => {
    expect(unify(a, b)).toBeNull();
  });

  it('does not mind the order', () => {
    fc.assert(
      fc.property(types, types, (a, b) => {
        expect(unify(a, b)).toEqual(unify(b, a));
      }),
      { seed: 1 },
    );
  });
});

describe('dimensionOf', () => {
  it('is known for numbers only', () => {
    expect(dimensionOf(measuring(TIME))).toBe(TIME);
    expect(dimensionOf(ZERO)).toBe(NONE);
    expect(dimensionOf(DATE)).toBeNull();
    expect(dimensionOf(CONDITION)).toBeNull();
  });
});

describe('isPlain', () => {
  it('holds for plain numbers and a literal zero', () => {
    expect(ALL.filter(isPlain)).toEqual([PLAIN, ZERO]);
  });
});

describe('showType', () => {
  it('names each type', () => {
    expect(ALL.map(showType)).toEqual([
      'a condition',
      'a date',
      'a plain number',
      'USD',
      'KRW',
      '0',
      'time',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emit } from '../../../engine/formula/emit.ts';
import { evaluate } from '../../../engine/formula/evaluate.ts';
import {
  ENVIRONMENT,
  emitOperation,
  functionOf,
  OPERATION_NAMES,
  type OperationName,
  TRUTHS,
  type Value,
} from '../../../engine/formula/operation.ts';
import { apply, number, slot, type Term } from '../../../engine/formula/term.ts';
import { anyBits } from '../arithmetic/doubles.ts';

/** What each operation takes: n a number, t a truth. */
const OPERANDS: Readonly<Record<OperationName, string>> = {
  add: 'nn',
  subtract: 'nn',
  multiply: 'nn',
  divide: 'nn',
  negate: 'n',
  power: 'nn',
  wholePower: 'nn',
  squareRoot: 'n',
  exp: 'n',
  log: 'n',
  logistic: 'n',
  floor: 'n',
  ceil: 'n',
  round: 'n',
  abs: 'n',
  smaller: 'nn',
  larger: 'nn',
  ramp: 'nnnn',
  less: 'nn',
  lessEqual: 'nn',
  greater: 'nn',
  greaterEqual: 'nn',
  equal: 'nn',
  unequal: 'nn',
  and: 'tt',
  or: 'tt',
  xor: 'tt',
  not: 't',
  choose: 'tnn',
};

const SPECIALS = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2.5,
  5e-324,
  Number.MAX_VALUE,
  Number.NaN,
  Infinity,
  -Infinity,
];
const doubles = fc.oneof(fc.constantFrom(...SPECIALS), anyBits, fc.double({ min: -10, max: 10 }));
const wholes = fc.integer({ min: -40, max: 40 });
const NAMES = Object.keys(ENVIRONMENT);

function compile(text: string, ...parameters: string[]): (...operands: Value[]) => Value {
  const make = new Function(...NAMES, `'use strict'; return (${parameters}) => ${text};`);
  return make(...Object.values(ENVIRONMENT));
}

function operandsOf(name: OperationName): fc.Arbitrary<Value[]> {
  const operands = [...OPERANDS[name]].map((kind, at) => {
    if (kind === 't') return fc.boolean();
    return name === 'wholePower' && at === 1 ? wholes : doubles;
  });
  return fc.tuple(...operands);
}

describe('an operation', () => {
  it.each(OPERATION_NAMES)('%s yields the same bits evaluated and emitted', (name) => {
    const names = [...OPERANDS[name]].map((_, at) => `v${at}`);
    const compiled = compile(emitOperation(name, names), ...names);
    fc.assert(
      fc.property(operandsOf(name), (operands) => {
        const value = functionOf(name)(...operands);
        expect(Object.is(compiled(...operands), value)).toBe(true);
        expect(typeof value).toBe(TRUTHS.has(name) ? 'boolean' : 'number');
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each<[OperationName, number[], number]>([
    ['round', [0.5], 1],
    ['round', [-0.5], -1],
    ['round', [1.5], 2],
    ['round', [-1.5], -2],
    ['round', [0.49999999999999994], 0],
    ['round', [-0.4], 0],
    ['round', [4503599627370497], 4503599627370497],
    ['floor', [-0.5], -1],
    ['floor', [2], 2],
    ['ceil', [0.5], 1],
    ['ceil', [-2], -2],
    ['ceil', [-0.5], -0],
    ['abs', [-0], 0],
    ['smaller', [0, -0], -0],
    ['larger', [-0, 0], 0],
    ['smaller', [Number.NaN, 1], Number.NaN],
    ['larger', [1, Number.NaN], Number.NaN],
    ['divide', [1, 0], Infinity],
    ['divide', [0, 0], Number.NaN],
    ['squareRoot', [-1], Number.NaN],
    ['log', [0], -Infinity],
    ['log', [-1], Number.NaN],
    ['exp', [-Infinity], 0],
    ['power', [-8, 1 / 3], Number.NaN],
    ['wholePower', [-2, 3], -8],
    ['wholePower', [0, 0], 1],
    ['logistic', [800], 1],
    ['logistic', [-800], 0],
    ['ramp', [0, 1, 1, 12], 0],
    ['ramp', [13, 14, 1, 12], 1],
    ['ramp', [6, 7, 0, 13], 0.5],
    ['ramp', [0, 1, 0.25, 0], 0.75],
    ['ramp', [0, 1, Infinity, 12], 0],
  ])('%s of %j is %d', (name, operands, due) => {
    expect(functionOf(name)(...operands)).toBe(due);
  });

  it('compares as doubles do: no NaN equals anything, both zeros are one', () => {
    expect(functionOf('equal')(Number.NaN, Number.NaN)).toBe(false);
    expect(functionOf('unequal')(Number.NaN, Number.NaN)).toBe(true);
    expect(functionOf('equal')(0, -0)).toBe(true);
    for (const name of ['less', 'lessEqual', 'greater', 'greaterEqual'] as const) {
      expect(functionOf(name)(Number.NaN, 1)).toBe(false);
    }
  });

  it.each(['and', 'or', 'xor'] as const)('%s has the truth table of its name', (name) => {
    const table = {
      and: [false, false, false, true],
      or: [false, true, true, true],
      xor: [false, true, true, false],
    };
    const values = [false, true].flatMap((a) => [false, true].map((b) => functionOf(name)(a, b)));
    expect(values).toEqual(table[name]);
  });
});

describe('the environment', () => {
  it('holds functions only, under names that are words', () => {
    for (const [name, value] of Object.entries(ENVIRONMENT)) {
      expect(name).toMatch(/^[A-Za-z]+$/);
      expect(typeof value).toBe('function');
    }
  });

  it('is all that emitted text calls', () => {
    for (const name of OPERATION_NAMES) {
      const text = emitOperation(
        name,
        [...OPERANDS[name]].map((_, at) => `v${at}`),
      );
      const words = [...text.matchAll(/[A-Za-z]\w*/g)].map(([word]) => word);
      const called = words.filter((word) => !/^v\d$/.test(word));
      expect(NAMES).toEqual(expect.arrayContaining(called));
    }
  });
});

const truths: fc.Arbitrary<OperationName> = fc.constantFrom(
  'less',
  'lessEqual',
  'equal',
  'unequal',
);
const { numeric } = fc.letrec<{ numeric: Term; truth: Term }>((tie) => ({
  numeric: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.integer({ min: 0, max: 3 }).map(slot),
    doubles.filter((value) => !Number.isNaN(value)).map(number),
    fc.tuple(tie('numeric'), tie('numeric')).map(([a, b]) => apply('subtract', a, b)),
    fc.tuple(tie('numeric'), tie('numeric')).map(([a, b]) => apply('divide', a, b)),
    fc.tuple(tie('numeric'), tie('numeric')).map(([a, b]) => apply('power', a, b)),
    tie('numeric').map((a) => apply('negate', a)),
    tie('numeric').map((a) => apply('round', a)),
    fc
      .tuple(tie('truth'), tie('numeric'), tie('numeric'))
      .map(([condition, a, b]) => apply('choose', condition, a, b)),
  ),
  truth: fc.oneof(
    { maxDepth: 5 },
    fc.tuple(truths, tie('numeric'), tie('numeric')).map(([name, a, b]) => apply(name, a, b)),
    tie('truth').map((a) => apply('not', a)),
    fc.tuple(tie('truth'), tie('truth')).map(([a, b]) => apply('and', a, b)),
    fc.tuple(tie('truth'), tie('truth')).map(([a, b]) => apply('xor', a, b)),
  ),
}));

describe('a whole term', () => {
  it('yields the same bits evaluated and emitted, however it nests', () => {
    const values = fc.tuple(doubles, doubles, doubles, doubles);
    fc.assert(
      fc.property(numeric, values, (term, now) => {
        const text = emit(term, { now: (at) => `v${at}`, past: () => 'NaN' });
        const compiled = compile(text, 'v0', 'v1', 'v2', 'v3')(...now);
        const reader = { now: (at: number) => now[at]!, past: () => Number.NaN };
        expect(Object.is(compiled, evaluate(term, reader))).toBe(true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

import { describe, expect, it, test } from 'vitest';
import { evaluate, evaluateNumber } from '../../../engine/formula/evaluate.ts';
import {
  COSTLY,
  ENVIRONMENT,
  emitOperation,
  functionOf,
  OPERATION_NAMES,
  type OperationName,
} from '../../../engine/formula/operation.ts';
import { apply, number, slot, type Term } from '../../../engine/formula/term.ts';

const VALUES = [10, 20, 30];
const READER = {
  now: (at: number) => VALUES[at]!,
  past: (at: number, lag: number) => VALUES[at]! - lag,
};

const [FALSE, TRUE] = [false, true].map((value): Term => ({ kind: 'truth', value })) as [
  Term,
  Term,
];

describe('evaluate', () => {
  it('reads numbers, truths, variables and their past', () => {
    const parts: readonly Term[] = [number(2), TRUE, slot(1), { kind: 'past', slot: 2, lag: 3 }];
    expect(parts.map((part) => evaluate(part, READER))).toEqual([2, true, 20, 27]);
  });

  it('applies operations to operands in their order', () => {
    const term = apply('subtract', apply('divide', slot(2), slot(0)), number(1));
    expect(evaluateNumber(term, READER)).toBe(2);
  });

  it('takes one, two, three or four operands', () => {
    expect(evaluate(apply('negate', slot(0)), READER)).toBe(-10);
    expect(evaluate(apply('larger', slot(0), slot(1)), READER)).toBe(20);
    expect(evaluate(apply('choose', FALSE, slot(0), slot(1)), READER)).toBe(20);
    expect(evaluate(apply('ramp', number(0), number(1), number(0), number(0)), READER)).toBe(1);
  });
});

describe('an operation', () => {
  it.each<[OperationName, readonly (number | boolean)[], number | boolean]>([
    ['add', [0.1, 0.2], 0.30000000000000004],
    ['subtract', [1, 3], -2],
    ['multiply', [3, 4], 12],
    ['divide', [1, 4], 0.25],
    ['negate', [3], -3],
    ['power', [1, 5.5], 1],
    ['wholePower', [2, -2], 0.25],
    ['squareRoot', [9], 3],
    ['exp', [0], 1],
    ['log', [1], 0],
    ['logistic', [0], 0.5],
    ['floor', [-1.5], -2],
    ['ceil', [-1.5], -1],
    ['round', [-2.5], -3],
    ['round', [2.5], 3],
    ['abs', [-3], 3],
    ['smaller', [1, 2], 1],
    ['larger', [1, 2], 2],
    ['ramp', [0, 1, 0, 2], 0.25],
    ['less', [1, 1], false],
    ['lessEqual', [1, 1], true],
    ['greater', [1, 1], false],
    ['greaterEqual', [1, 1], true],
    ['equal', [0.1 + 0.2, 0.3], false],
    ['unequal', [0.1 + 0.2, 0.3], true],
    ['and', [true, false], false],
    ['or', [true, false], true],
    ['xor', [true, true], false],
    ['xor', [true, false], true],
    ['not', [true], false],
    ['choose', [true, 1, 2], 1],
    ['choose', [false, 1, 2], 2],
  ])('%s of %j is %j', (name, operands, due) => {
    expect(functionOf(name)(...operands)).toBe(due);
    const names = Object.keys(ENVIRONMENT);
    const text = emitOperation(
      name,
      operands.map((operand) => `(${operand})`),
    );
    const compiled = new Function(...names, `return ${text};`);
    expect(compiled(...Object.values(ENVIRONMENT))).toBe(due);
  });

  test('compares exactly, unlike the parser library', () => {
    expect(functionOf('greater')(1e-16, 0)).toBe(true);
    expect(functionOf('larger')(0, 1e-16)).toBe(1e-16);
  });

  test('is called costly only where it is one', () => {
    expect([...COSTLY].every((name) => OPERATION_NAMES.includes(name))).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  functionOf,
  OPERATION_NAMES,
  type OperationName,
  TRUTHS,
  type Value,
} from '../../../engine/formula/operation.ts';
import { exp } from '../../../engine/wasm/exp.ts';
import { guardedOutOfLine } from '../../../engine/wasm/guarded.ts';
import { log } from '../../../engine/wasm/log.ts';
import { numbersOf, operationsWith } from '../../../engine/wasm/operations.ts';
import { outOfLine, type Step } from '../../../engine/wasm/out-of-line.ts';
import { f64x2 } from '../../../engine/wasm/vectors.ts';
import { anyBits } from '../arithmetic/doubles.ts';
import { compileStep } from './run-step.ts';

type Operation = Exclude<OperationName, 'wholePower'>;

const OPERATIONS = operationsWith({ exp: exp.any, log: log.any });
const NAMES = OPERATION_NAMES.filter((name): name is Operation => name !== 'wholePower');
const OF_TRUTHS: readonly OperationName[] = ['and', 'or', 'xor', 'not'];

const SPECIALS = [
  ...[0, 0.5, 1, 1.5, 2, 2.5, 12, 0.49999999999999994, 1.4999999999999998, 5e-324, 2 ** -1022],
  ...[4503599627370495.5, 4503599627370497, 2 ** 53 - 1, Number.MAX_VALUE, Infinity, Math.PI],
].flatMap((x) => [x, -x]);
const doubles = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SPECIALS, Number.NaN) },
  { weight: 1, arbitrary: anyBits },
  { weight: 2, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: fc.integer({ min: -60, max: 60 }).map((x) => x / 2) },
);

function isTruth(name: Operation, at: number): boolean {
  return OF_TRUTHS.includes(name) || (name === 'choose' && at === 0);
}

/** Lets numbers stand for truths, so that an operation becomes a function of columns. */
function asNumbers(name: Operation): Step {
  return (body, ...packs) => {
    const operands = packs.map((pack, at) =>
      isTruth(name, at) ? pack.map((x) => f64x2.unequal(x, body.number(0))) : pack,
    );
    const result = OPERATIONS[name](body, ...operands);
    return TRUTHS.has(name) ? numbersOf(body, result) : result;
  };
}

function expected(name: Operation, row: readonly number[]): number {
  const operands = row.map((x, at): Value => (isTruth(name, at) ? x !== 0 : x));
  return Number(functionOf(name)(...operands));
}

function countOf(name: Operation): number {
  return functionOf(name).length;
}

function columnsOf(rows: readonly (readonly number[])[], count: number): readonly Float64Array[] {
  return Array.from({ length: count }, (_, at) => Float64Array.from(rows, (row) => row[at]!));
}

describe('every operation has the bits that it has on numbers', () => {
  test.each(NAMES)('%s', (name) => {
    const count = countOf(name);
    const compiled = compileStep(asNumbers(name), count, 2);
    const row = fc.array(doubles, { minLength: count, maxLength: count });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 60 }), (rows) => {
        const results = compiled(...columnsOf(rows, count));
        const wrong = rows.filter((each, at) => !Object.is(results[at], expected(name, each)));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(NAMES.filter((name) => countOf(name) <= 2))('%s of all special numbers', (name) => {
    const count = countOf(name);
    const all = [...SPECIALS, Number.NaN];
    const rows = count === 1 ? all.map((x) => [x]) : all.flatMap((x) => all.map((y) => [x, y]));
    const results = compileStep(asNumbers(name), count, 3)(...columnsOf(rows, count));
    const wrong = rows.filter((row, at) => !Object.is(results[at], expected(name, row)));
    expect(wrong).toEqual([]);
  });
});

test('operations that are made of exp and log may call them out of line', () => {
  const inputs = Float64Array.from({ length: 400 }, (_, at) => (at - 100) / 17);
  const exponents = Float64Array.from({ length: 400 }, (_, at) => Math.sin(at));
  const compiled = compileStep(
    (_, x) => x!,
    2,
    4,
    (module) => {
      const place = { width: 4, results: 0x30000 };
      const called = operationsWith({
        exp: guardedOutOfLine(module, 'exp', place, exp),
        log: guardedOutOfLine(module, 'log', place, log),
      });
      return outOfLine(module, 'power', { ...place, operands: 2 }, called.power);
    },
  );
  const results = compiled(inputs, exponents);
  const due = functionOf('power');
  const wrong = [...inputs].filter((x, at) => !Object.is(results[at], due(x, exponents[at]!)));
  expect(wrong).toEqual([]);
});

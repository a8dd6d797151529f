import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Computation, Search, Statement } from '../../../engine/kernel/routine.ts';
import { runStatements } from '../../support/run-routines.ts';

const DRAWS = 7;

/** Few values, so that pivots tie, factors vanish, matrices are singular, and signs of zeros matter. */
const entry = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, -0, 1, -1, 2, -3, 0.5) },
  { weight: 1, arbitrary: fc.double({ min: -8, max: 8, noNaN: true }) },
);

function column(index: number): Computation {
  return { kind: 'column', column: index };
}

function apply(operation: 'add' | 'subtract' | 'multiply', a: Computation, b: Computation) {
  return { kind: 'apply', operation, operands: [a, b] } as const satisfies Computation;
}

/** Linear equations: coefficients and right-hand sides stand in columns, row by row; solutions go behind them. */
function linearSystem(size: number): readonly Statement[] {
  const width = size + 1;
  const indices = Array.from({ length: size }, (_, at) => at);
  const unknown = (at: number): Computation => ({ kind: 'local', name: `v${at}` });
  const residual = (row: number) =>
    apply(
      'subtract',
      indices
        .map((at): Computation => apply('multiply', column(row * width + at), unknown(at)))
        .reduce((a, b) => apply('add', a, b)),
      column(row * width + size),
    );
  const search: Search = {
    kind: 'search',
    label: 'linear',
    unknowns: indices.map((at) => ({ local: `v${at}`, guess: { kind: 'number', value: 0 } })),
    values: [],
    outliving: [],
    measures: indices.flatMap((at) => [
      { kind: 'let', local: `r${at}`, value: residual(at), label: null } as const,
      { kind: 'let', local: `w${at}`, value: { kind: 'number', value: 4 }, label: null } as const,
    ]),
    margins: indices.map(() => 1),
    slopes: [],
    jacobian: indices.map((row) => indices.map((at) => column(row * width + at))),
    tolerance: 1e-12,
    iterations: 4,
  };
  return [
    search,
    ...indices.flatMap((at): readonly Statement[] => [
      { kind: 'watch', local: `v${at}` },
      { kind: 'store', column: size * width + at, value: unknown(at), label: null },
    ]),
  ];
}

const systems = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()).chain(([size, isListed]) =>
  fc.record({
    size: fc.constant(size),
    isListed: fc.constant(isListed),
    columns: fc.array(fc.array(entry, { minLength: DRAWS, maxLength: DRAWS }), {
      minLength: size * (size + 1),
      maxLength: size * (size + 1),
    }),
  }),
);

test('systems of linear equations have the same bits in both back ends, solvable or not', () => {
  let solved = 0;
  let failed = 0;
  fc.assert(
    fc.property(systems, ({ size, isListed, columns }) => {
      const solutions = Array.from({ length: size }, () => []);
      const run = {
        statements: linearSystem(size),
        columns: [...columns, ...solutions],
        isListed,
      };
      const [js, wasm] = [runStatements('js', run), runStatements('wasm', run)];
      expect(wasm).toEqual(js);
      failed += js.flawed.filter((flaw) => flaw).length;
      solved += js.flawed.filter((flaw) => !flaw).length;
    }),
    { numRuns: 300, seed: 20250409 },
  );
  expect(solved).toBeGreaterThan(300);
  expect(failed).toBeGreaterThan(100);
});

import { expect, test } from 'vitest';
import type { Computation, Statement } from '../../../engine/kernel/routine.ts';
import { runStatements } from '../../support/run-routines.ts';

const VALUES = [0, -0, 1, -1, 2.5, Number.MIN_VALUE, -Infinity, Infinity, Number.NaN, 3];

const CASES = VALUES.flatMap((limit) =>
  (['larger', 'smaller'] as const).flatMap((operation) =>
    [true, false].map((isFirst) => ({ limit, operation, isFirst })),
  ),
);

test.each(CASES)('$operation with $limit, first $isFirst, has the bits of the host', (one) => {
  const { limit, operation, isFirst } = one;
  const number: Computation = { kind: 'number', value: limit };
  const column: Computation = { kind: 'column', column: 0 };
  const operands = isFirst ? [number, column] : [column, number];
  const store: Statement = {
    kind: 'store',
    column: 1,
    value: { kind: 'apply', operation, operands },
    label: null,
  };
  const { columns } = runStatements('wasm', { statements: [store], columns: [VALUES, []] });
  const host = operation === 'larger' ? Math.max : Math.min;
  expect(columns[1]).toEqual(VALUES.map((value) => host(value, limit)));
});

import { expect, test } from 'vitest';
import { applied, type Computation, type Routine } from '../../../engine/kernel/routine.ts';
import { chooseWidth } from '../../../engine/simd/choose-width.ts';

const X: Computation = { kind: 'column', column: 0 };

function routine(longs: number, others: number): Routine {
  const values = [
    ...Array.from({ length: longs }, () => applied('log', X)),
    ...Array.from({ length: others }, () => applied('add', X, X)),
  ];
  const statements = values.map(
    (value) => ({ kind: 'store', column: 1, value, label: null }) as const,
  );
  return { name: 'step0', over: null, statements };
}

test('a routine is wide where enough of it is exp and log', () => {
  expect(chooseWidth(routine(1, 6))).toBe(4);
  expect(chooseWidth(routine(1, 7))).toBe(2);
  expect(chooseWidth(routine(0, 0))).toBe(2);
});

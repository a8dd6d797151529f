import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { emit, emitNumber, type Naming } from '../../../engine/formula/emit.ts';
import { apply, number, slot } from '../../../engine/formula/term.ts';

const NAMING: Naming = { now: (at) => `v${at}`, past: (at, lag) => `p${at}_${lag}` };

it.each([
  [number(2.5), '2.5'],
  [slot(3), 'v3'],
  [{ kind: 'past', slot: 3, lag: 24 } as const, 'p3_24'],
  [{ kind: 'truth', value: true } as const, 'true'],
  [{ kind: 'truth', value: false } as const, 'false'],
  [apply('add', slot(0), apply('multiply', number(2), slot(1))), '(v0 + (2 * v1))'],
  [apply('subtract', slot(0), number(-1)), '(v0 - (-1))'],
  [apply('divide', slot(0), slot(1)), '(v0 / v1)'],
  [apply('negate', slot(0)), '(-v0)'],
  [apply('negate', apply('negate', slot(0))), '(-(-v0))'],
  [apply('power', slot(0), slot(1)), 'power(v0, v1)'],
  [apply('wholePower', slot(0), number(3)), 'wholePower(v0, 3)'],
  [apply('squareRoot', slot(0)), 'sqrt(v0)'],
  [apply('smaller', slot(0), slot(1)), 'min(v0, v1)'],
  [apply('ramp', slot(0), slot(1), slot(2), slot(3)), 'ramp(v0, v1, v2, v3)'],
  [apply('choose', apply('less', slot(0), slot(1)), number(1), number(2)), '((v0 < v1) ? 1 : 2)'],
  [
    apply(
      'and',
      apply('not', apply('equal', slot(0), number(0))),
      apply('unequal', slot(1), slot(2)),
    ),
    '((!(v0 === 0)) && (v1 !== v2))',
  ],
  [
    apply('or', apply('greaterEqual', slot(0), slot(1)), apply('lessEqual', slot(0), slot(1))),
    '((v0 >= v1) || (v0 <= v1))',
  ],
  [
    apply('xor', apply('greater', slot(0), slot(1)), apply('less', slot(0), slot(1))),
    '((v0 > v1) !== (v0 < v1))',
  ],
])('emits %j as %s', (term, text) => {
  expect(emit(term, NAMING)).toBe(text);
});

it.each([
  [0, '0'],
  [-0, '(-0)'],
  [-1.5, '(-1.5)'],
  [1e300, '1e+300'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [Number.NEGATIVE_INFINITY, '(-Infinity)'],
])('emits the number %d as %s', (value, text) => {
  expect(emitNumber(value)).toBe(text);
});

test('numbers read back to the same bits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      const text = emitNumber(value);
      expect(Object.is(Number(text.replace(/^\((.*)\)$/, '$1')), value)).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive, underivable } from '../../../engine/formula/derive.ts';
import { evaluateNumber } from '../../../engine/formula/evaluate.ts';
import { apply, number, slot, type Term } from '../../../engine/formula/term.ts';

const X = slot(0);
const Y = slot(1);

function valueAt(term: Term, x: number, y = 0.7): number {
  return evaluateNumber(term, { now: (at) => (at === 0 ? x : y), past: () => 3 });
}

function slopeAt(term: Term, x: number, y = 0.7): number {
  const slope = derive(term, (at) => (at === 0 ? number(1) : null));
  return slope === null ? 0 : valueAt(slope, x, y);
}

test.each([
  ['a sum', apply('add', X, apply('multiply', number(3), X)), 4],
  ['a difference', apply('subtract', number(1), X), -1],
  ['a product', apply('multiply', X, X), 2.5],
  ['a quotient', apply('divide', number(1), X), -1 / 1.25 ** 2],
  ['a negation', apply('negate', X), -1],
  ['a power', apply('power', X, Y), 0.7 * 1.25 ** -0.3],
  ['an exponent', apply('power', Y, X), 0.7 ** 1.25 * Math.log(0.7)],
  ['a whole power', apply('wholePower', X, number(3)), 3 * 1.25 ** 2],
  ['a first power', apply('wholePower', X, number(1)), 1],
  ['a power of zero', apply('wholePower', X, number(0)), 0],
  ['a root', apply('squareRoot', X), 0.5 / Math.sqrt(1.25)],
  ['an exponential', apply('exp', apply('multiply', number(2), X)), 2 * Math.exp(2.5)],
  ['a logarithm', apply('log', X), 0.8],
  ['a logistic curve', apply('logistic', X), Math.exp(-1.25) / (1 + Math.exp(-1.25)) ** 2],
  ['a size', apply('abs', apply('negate', X)), 1],
  ['the smaller of two', apply('smaller', X, Y), 0],
  ['the larger of two', apply('larger', X, Y), 1],
  ['a choice', apply('choose', apply('less', X, Y), X, apply('multiply', X, X)), 2.5],
  ['another variable', apply('exp', Y), 0],
  ['the past', { kind: 'past', slot: 0, lag: 1 } as Term, 0],
])('the derivative of %s', (_what, term, slope) => {
  expect(slopeAt(term, 1.25)).toBeCloseTo(slope, 12);
});

const slopeOfX = (term: Term) => derive(term, (at) => (at === 0 ? number(1) : null));
const EXP_X = apply('exp', X);

test.each<readonly [string, Term, Term | null]>([
  ['3 X', apply('multiply', number(3), X), number(3)],
  ['X 1', apply('multiply', X, number(1)), number(1)],
  ['3 X + X', apply('add', apply('multiply', number(3), X), X), number(4)],
  ['3 X - X', apply('subtract', apply('multiply', number(3), X), X), number(2)],
  ['X - X', apply('subtract', X, X), null],
  ['X + (1 - X)', apply('add', X, apply('subtract', number(1), X)), null],
  ['1 - X', apply('subtract', number(1), X), number(-1)],
  ['X - 1', apply('subtract', X, number(1)), number(1)],
  ['exp(X)', EXP_X, EXP_X],
  ['X + exp(X)', apply('add', X, EXP_X), apply('add', number(1), EXP_X)],
  ['exp(X) - X', apply('subtract', EXP_X, X), apply('subtract', EXP_X, number(1))],
  ['1 - exp(X)', apply('subtract', number(1), EXP_X), apply('negate', EXP_X)],
  ['X ^ 0', apply('wholePower', X, number(0)), null],
  ['X ^ 1', apply('wholePower', X, number(1)), number(1)],
  [
    'X ^ 3',
    apply('wholePower', X, number(3)),
    apply('multiply', number(3), apply('wholePower', X, number(2))),
  ],
  ['exp(X) / Y', apply('divide', EXP_X, Y), apply('divide', EXP_X, Y)],
  ['floor(Y)', apply('floor', Y), null],
])('the derivative of %s holds no part that does nothing', (_what, term, slope) => {
  expect(slopeOfX(term)).toEqual(slope);
});

test('what has no derivative may stand beside the unknown, not around it', () => {
  expect(slopeOfX(apply('add', X, apply('round', Y)))).toEqual(number(1));
  expect(() => slopeOfX(apply('round', X))).toThrow('round is refused where an unknown reaches it');
});

const smooth: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Term>(X, Y, number(0.5), number(2)),
    fc
      .tuple(fc.constantFrom('add', 'subtract', 'multiply'), tie('term'), tie('term'))
      .map(([name, a, b]) => apply(name as 'add', a, b)),
    tie('term').map((a) => apply('logistic', a)),
    tie('term').map((a) => apply('exp', apply('negate', apply('abs', a)))),
    tie('term').map((a) => apply('divide', a, apply('add', number(3), apply('logistic', a)))),
    tie('term').map((a) => apply('log', apply('add', number(2), apply('multiply', a, a)))),
  ),
})).term;

test('derivatives agree with small differences', () => {
  const at = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(smooth, at, (term, x) => {
      const h = 1e-6;
      const [below, above] = [valueAt(term, x - h), valueAt(term, x + h)];
      const [left, right] = [slopeAt(term, x - h), slopeAt(term, x + h)];
      // A kink of abs lies between the two points where the slopes differ.
      fc.pre(Math.abs(left - right) < 1e-3 * (1 + Math.abs(left)));
      const slope = (above - below) / (2 * h);
      expect(Math.abs(slopeAt(term, x) - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)));
    }),
    { numRuns: 500 },
  );
});

test('steps have no derivative where the unknown reaches them', () => {
  const reaches = (at: number) => at === 0;
  expect(underivable(apply('add', Y, apply('floor', apply('exp', X))), reaches)).toBe('floor');
  expect(underivable(apply('add', X, apply('round', Y)), reaches)).toBeNull();
  expect(underivable(apply('floor', number(2)), (at) => at !== 1)).toBeNull();
  expect(underivable(apply('ramp', number(0), number(1), X, Y), reaches)).toBe('ramp');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../engine/formula/evaluate.ts';
import { apply, slot, type Term, visit } from '../../../engine/formula/term.ts';
import { lowerPowers } from '../../../engine/kernel/lower-powers.ts';

const [X, Y] = [slot(0), slot(1)];

const double = fc.double({ min: -1e6, max: 1e6 });

test.each<readonly [string, Term]>([
  ['power', apply('power', X, Y)],
  ['logistic', apply('logistic', apply('power', apply('abs', X), Y))],
])('%s has the same bits when it is lowered', (_name, term) => {
  const lowered = lowerPowers(term);
  visit(lowered, (part) => {
    if (part.kind === 'apply') expect(['power', 'logistic']).not.toContain(part.operation);
  });
  fc.assert(
    fc.property(double, double, (x, y) => {
      const reader = { now: (at: number) => [x, y][at]!, past: () => Number.NaN };
      expect(evaluate(lowered, reader)).toBe(evaluate(term, reader));
    }),
  );
});

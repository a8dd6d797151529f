import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkModel } from '../../../engine/model/link-model.ts';
import { linkedModel } from '../../../engine/model/linked-model.ts';
import type { Model } from '../../../engine/model/model.ts';
import { error, type Problem } from '../../../engine/problem.ts';
import { readStudy } from '../../../engine/study/read-study.ts';
import { edited, filesOf, type Texts } from '../../support/small-study.ts';

/** A shop whose sales are remembered from a table of the past, a number and an assumption. */
const PAST = edited(
  'model/shop.yaml',
  'equations:\n',
  `equations:
  tabled: { unit: "1", starts: { 2024-01: 1, 2024-11: 3, 2025-03: 7 }, formula: "delay(tabled, 12 months) + 1" }
  each: { unit: "%", starts: fade, formula: previous(each) }
`,
);

function modelTextOf(texts: Texts) {
  return readStudy(filesOf(texts)).draft!.study.model;
}

/** What can be compared of a model: of a table of the past what it says of the two years before. */
function told({ equations, ...model }: Model) {
  const back = Array.from({ length: 24 }, (_, at) => at + 1);
  return {
    ...model,
    equations: equations.map(({ starts, ...equation }) => ({
      ...equation,
      starts: starts?.kind === 'table' ? back.map((lag) => starts.valueAtLag(lag)) : starts,
    })),
  };
}

const STEPS = [
  { stepMonths: 1, stepName: 'month' },
  { stepMonths: 3, stepName: 'quarter' },
  { stepMonths: 12, stepName: 'year' },
] as const;

test('a model that was linked on other clocks is as if it were linked on this one first', () => {
  const clock = fc
    .record({
      start: fc.integer({ min: 24_290, max: 24_320 }),
      steps: fc.integer({ min: 1, max: 99 }),
      step: fc.constantFrom(...STEPS),
    })
    .map(({ start, steps, step }) => ({ start, steps, ...step }));
  fc.assert(
    fc.property(fc.array(clock, { minLength: 2, maxLength: 5 }), (clocks) => {
      const text = modelTextOf(PAST);
      for (const one of clocks) {
        const [found, fresh]: [Problem[], Problem[]] = [[], []];
        const model = linkedModel(text, one, found);
        expect(told(model)).toEqual(told(linkModel(text, one, fresh)));
        expect(found).toEqual(fresh);
      }
    }),
    { numRuns: 30 },
  );
});

const MONTHS = { start: 24_303, steps: 12, ...STEPS[0] };

test('what is wrong is told each time, and once for clocks that share it', () => {
  const text = modelTextOf(edited('model/shop.yaml', 'formula: demand *', 'formula: demnd *'));
  const problems: Problem[] = [];
  linkedModel(text, MONTHS, problems);
  expect(problems).toMatchObject([{ code: 'unknown-name' }]);
  const others: Problem[] = [];
  linkedModel(text, { ...MONTHS, start: 24_304 }, others);
  expect(others[0]).toBe(problems[0]);
});

test('a system that lacks an equation is not to blame where files are wrong', () => {
  const solve = `solve:
  clear:
    unknowns:
      cleared: { unit: "1", guess: 1, residual: "price - 1" }
equations:
`;
  const text = modelTextOf(edited('model/shop.yaml', 'equations:\n', solve));
  const problems: Problem[] = [];
  linkedModel(text, MONTHS, problems);
  expect(problems.map(({ code }) => code)).toEqual(['not-solvable']);
  const before = [error('yaml-syntax', 'odd', { file: 'a.yaml', line: 1, column: 1, length: 1 })];
  linkedModel(text, MONTHS, before);
  expect(before).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { C_FASTEST, C_SCALAR } from './contenders/c.ts';
import { BACK_END_ROWS, DEFAULT_ROW } from './contenders/engine.ts';
import { INTERPRETER } from './contenders/interpreter.ts';
import { MATHJS } from './contenders/mathjs.ts';
import { NUMPY } from './contenders/numpy.ts';
import { type Effort, measure } from './measure.ts';
import {
  CES,
  CES_ROUNDS,
  PLAIN,
  type ReferenceModel,
  referenceStudy,
  sized,
} from './models/reference-study.ts';
import { makeTask, type Task } from './task.ts';

const DRAWS = 40;
const ONCE: Effort = { rounds: 1, least: 0, warmUp: 0 };

function taskOf(model: ReferenceModel): Task {
  return makeTask(model.name, referenceStudy(model, DRAWS), DRAWS, 'tariff');
}

const SIZES: readonly (readonly [ReferenceModel, number])[] = [
  [PLAIN, 99],
  [CES, 161],
  [CES_ROUNDS, 381],
  [sized(4), 351],
  [sized(8), 687],
  [sized(32), 2703],
];

test.each(SIZES)('the model $name has its number of equations', (model, equations) => {
  expect(taskOf(model).prepared.program.model.equations).toHaveLength(equations);
});

test('ten rounds come to the solution within what ten rounds are worth', async () => {
  const [solved, rounds] = await Promise.all(
    [CES, CES_ROUNDS].map(async (model) => {
      const entry = await DEFAULT_ROW.enter(taskOf(model));
      return (await entry!.outputs()).runs[0]!.answers;
    }),
  );
  for (const [at, answer] of solved!.entries()) {
    for (const [draw, value] of answer.entries()) {
      expect(rounds![at]![draw]! / value).toBeCloseTo(1, 3);
    }
  }
  expect(rounds).not.toEqual(solved);
});

test.each([PLAIN, CES, CES_ROUNDS])(
  'all rows of $name compute the same: back ends and interpreter to the bit, others but for their own powers',
  async (model) => {
    const rows = [...BACK_END_ROWS, INTERPRETER, MATHJS, C_SCALAR, C_FASTEST, NUMPY];
    const measured = await measure(taskOf(model), rows, ONCE);
    const differences = new Map(
      measured.map(({ name, agreement }) => [name, agreement.difference]),
    );
    for (const { name, agreement } of measured.slice(0, BACK_END_ROWS.length + 1)) {
      expect([name, agreement.isEqual]).toEqual([name, true]);
    }
    expect(differences.has(MATHJS.name)).toBe(true);
    for (const difference of differences.values()) expect(difference).toBeLessThan(1e-10);
  },
);

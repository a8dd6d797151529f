import fc from 'fast-check';
import { apply, number, slot, type Term } from '../../engine/formula/term.ts';
import { draftModel } from '../../engine/live/draft-model.ts';
import { fillRows } from '../../engine/live/fill-rows.ts';
import type { LiveInput, LiveModel } from '../../engine/live/live-model.ts';
import { type ScalarEquation, TIME_SLOTS } from '../../engine/model/model.ts';
import type { Program } from '../../engine/model/program.ts';
import { ONE } from '../../engine/quantity/unit.ts';
import type { InputAt } from '../../engine/simulation/interpret.ts';
import { RANDOM_INPUTS, randomTerm, randomVariables } from './random-program.ts';

const STEPS = 3;

/** A module of the study that `someResults` describes. */
const MODULE = 'lng';
const FIRST = 12;

/** Equations that everything may look back at; they come first. */
export const STOCKS = 4;

/** Steady inputs and the shock never change, so that the rows of the model show one path. */
export const randomInputAt: InputAt = (at, step) => {
  if (at === TIME_SLOTS.start) return 24303 + step;
  if (at === TIME_SLOTS.end) return 24304 + step;
  if (at === TIME_SLOTS.step) return 1;
  const along = RANDOM_INPUTS.levers.includes(at as never) ? step : 0;
  return 3 * Math.sin(at * 2.3 + along * 1.7);
};

const reads: fc.Arbitrary<Term> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(5, 6, 7, 8, 9, 10, 11).map((at): Term => slot(at)) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 2).map((at): Term => slot(at)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: STOCKS - 1 }), fc.integer({ min: 1, max: 3 }))
      .map(([at, lag]): Term => ({ kind: 'past', slot: FIRST + at, lag })),
  },
);

function equation(at: number, term: Term): ScalarEquation {
  const table = { kind: 'table' as const, valueAtLag: (lag: number) => 1.5 * lag };
  const constant = { kind: 'term' as const, term: apply('multiply', slot(7), number(0.7)) };
  return {
    slot: FIRST + at,
    term,
    starts: at % 2 === 0 ? table : constant,
    lag: at < STOCKS ? 3 : 0,
  };
}

/** Makes a program of a few stocks, and of so many random terms over them and all inputs. */
export function randomEquations(count: number, seed: number): Program {
  const stocks = Array.from({ length: STOCKS }, (_, at): Term => {
    const before: Term = { kind: 'past', slot: FIRST + at, lag: 1 };
    return apply(
      'add',
      apply('multiply', before, number(0.6)),
      slot(RANDOM_INPUTS.levers[at % 2]!),
    );
  });
  const terms = fc.sample(randomTerm(reads, 3), { numRuns: count, seed });
  const clock = { start: 24303, steps: STEPS, stepMonths: 1, stepName: 'month' as const };
  return {
    model: {
      clock,
      symbols: new Map(),
      variables: randomVariables(STOCKS + count).map((variable, at) => ({
        ...variable,
        key: `${MODULE}.v${at}`,
      })),
      equations: [...stocks, ...terms].map((term, at) => equation(at, term)),
      checks: [],
      conditionalLevers: new Map(),
    },
    aggregates: [{ kind: 'average', source: FIRST, argument: number(0) }],
    answers: [slot(-1)],
    types: [],
    kept: [],
  };
}

/** Writes a random program as a live model whose cached values are those of the engine where they are numbers, else 0. */
export function randomLive(program: Program, measure: string, scenario: string): LiveModel {
  const drafted = draftModel(
    program,
    new Set(RANDOM_INPUTS.drawn),
    [{ name: measure, unit: ONE }],
    () => null,
  );
  const { yearsSlot } = drafted;
  const filled = fillRows(drafted, { steps: STEPS, stepMonths: 1 }, (at, step) =>
    at === yearsSlot ? (step + 0.5) / 12 : randomInputAt(at, step),
  );
  const rows = filled.map((row) => ({
    ...row,
    values: row.values.map((value) => (Number.isFinite(value) ? value : 0)),
  }));
  const steady = [TIME_SLOTS.step, ...RANDOM_INPUTS.constants, ...RANDOM_INPUTS.drawn];
  const along = [0, 1, 3, 4, ...RANDOM_INPUTS.levers, yearsSlot];
  const choice =
    (kind: 'setting' | 'path') =>
    (at: number, index: number): LiveInput => ({
      slot: at,
      choices: [{ kind, index }],
    });
  return {
    ...{ steps: STEPS, stepMonths: 1, history: 3, rows, shown: 0, draws: 1, yearsSlot },
    runs: [{ scenario, condition: null }],
    inputs: [...steady.map(choice('setting')), ...along.map(choice('path'))],
    settings: steady.map((at) => ({ slot: at, central: randomInputAt(at, 0), draws: null })),
    paths: along.map((at) => ({ slot: at, values: rows[at]!.values })),
    shocks: [
      {
        slot: RANDOM_INPUTS.shock,
        central: randomInputAt(RANDOM_INPUTS.shock, 0),
        draws: new Float64Array(STEPS),
      },
    ],
    measures: [
      {
        name: measure,
        slot: drafted.answers[0]!,
        central: [rows[drafted.answers[0]!]!.values[0]!],
      },
    ],
    ...{ systems: [], checks: [], allSolved: null, allHold: null, stepSlot: TIME_SLOTS.step },
  };
}

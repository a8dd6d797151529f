import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { System } from '../../../engine/formula/rule.ts';
import { apply, number, slot, type Term, visit } from '../../../engine/formula/term.ts';
import { draftModel } from '../../../engine/live/draft-model.ts';
import { fillRows } from '../../../engine/live/fill-rows.ts';
import type { LiveRow } from '../../../engine/live/live-model.ts';
import { SearchPlans } from '../../../engine/live/plan-searches.ts';
import { TIME_SLOTS } from '../../../engine/model/model.ts';
import type { Program } from '../../../engine/model/program.ts';
import { ONE } from '../../../engine/quantity/unit.ts';
import { type DrawTrace, type InputAt, interpret } from '../../../engine/simulation/interpret.ts';
import { RANDOM_INPUTS, randomProgram, withRandomSystem } from '../../support/random-program.ts';

const STEPS = 5;

const inputAt: InputAt = (slot, step) => {
  if (slot === TIME_SLOTS.step) return 1;
  const steady = [...RANDOM_INPUTS.constants, ...RANDOM_INPUTS.drawn].includes(slot as never);
  return 2 * Math.sin(slot * 1.3 + (steady ? 0 : step * 1.7));
};

/** Runs a program, and notes what its searches needed. */
function run(program: Program) {
  const searched = new Map<System, { rounds: number; isPlain: boolean }>();
  const trace = interpret(program, inputAt, {
    value: () => true,
    check: () => true,
    searched: ({ system }, _step, { rounds, isShortened, solved }) => {
      const known = searched.get(system) ?? { rounds: 0, isPlain: true };
      const isPlain = known.isPlain && solved && !isShortened;
      searched.set(system, { rounds: Math.max(known.rounds, rounds), isPlain });
    },
  });
  return { trace, searched };
}

function live(program: Program, { trace, searched }: ReturnType<typeof run>) {
  const plans = new SearchPlans(STEPS, searched, trace.readerAt);
  const asked = program.answers.map((_, at) => ({ name: `answer ${at}`, unit: ONE }));
  const drafted = draftModel(program, new Set(RANDOM_INPUTS.drawn), asked, (system, columns) =>
    plans.plan(system, columns),
  );
  const fed: InputAt = (at, step) =>
    drafted.rows.rows[at]!.kind === 'equation' ? trace.valueAt(at, step) : inputAt(at, step);
  return { drafted, rows: fillRows(drafted, { steps: STEPS, stepMonths: 1 }, fed) };
}

function valueAt({ values }: LiveRow, step: number): number {
  return values[values.length === 1 ? 0 : step]!;
}

/** Compares every equation at every step, and every answer. */
function differences(
  program: Program,
  trace: DrawTrace,
  { drafted, rows }: ReturnType<typeof live>,
  same: (a: number, b: number) => boolean,
): readonly string[] {
  const equations = program.model.equations.flatMap(({ slot: at }) =>
    Array.from({ length: STEPS }, (_, step) => {
      const [row, engine] = [valueAt(rows[at]!, step), trace.valueAt(at, step)];
      return same(row, engine) ? '' : `slot ${at} step ${step}: ${row} and ${engine}`;
    }),
  );
  const answers = drafted.answers.map((at, index) => {
    const [row, engine] = [rows[at]!.values[0]!, trace.answers[index]!];
    return same(row, engine) ? '' : `answer ${index}: ${row} and ${engine}`;
  });
  return [...equations, ...answers].filter((one) => one !== '');
}

function close(a: number, b: number): boolean {
  if (Object.is(a, b)) return true;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

describe('the rows of a live model', () => {
  test('compute what the interpreter does, to the bit', () => {
    fc.assert(
      fc.property(randomProgram(STEPS), (program) => {
        const ran = run(program);
        expect(differences(program, ran.trace, live(program, ran), Object.is)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('find what has to be solved for', () => {
    let unrolled = 0;
    fc.assert(
      fc.property(withRandomSystem(randomProgram(STEPS)), (program) => {
        const ran = run(program);
        fc.pre(ran.trace.answers.length > 0);
        const made = live(program, ran);
        unrolled += made.drafted.systems.filter(({ steps }) => steps !== null).length;
        expect(differences(program, ran.trace, made, close)).toEqual([]);
        for (const { solved } of made.drafted.systems) {
          expect([...made.rows[solved]!.values].every((value) => value === 1)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(unrolled).toBeGreaterThan(100);
  });
});

/** A program of one equation over an input that never changes. */
function programOf(term: Term): Program {
  const [program] = fc.sample(randomProgram(STEPS), { numRuns: 1, seed: 1 }) as [Program];
  const [first] = program.model.equations;
  const equations = [{ ...first!, term, starts: null, lag: 0 }];
  const variables = program.model.variables.slice(0, first!.slot + 1);
  const aggregates = [{ kind: 'final' as const, source: first!.slot, argument: number(0) }];
  const model = { ...program.model, variables, equations };
  return { ...program, model, aggregates, answers: [slot(-1)] };
}

function rowsOf(term: Term) {
  const program = programOf(term);
  const ran = run(program);
  const made = live(program, ran);
  expect(differences(program, ran.trace, made, Object.is)).toEqual([]);
  return made.rows;
}

function weightOf({ rule }: LiveRow): number {
  let weight = 0;
  if (rule.kind === 'term') {
    visit(rule.term, () => {
      weight += 1;
    });
  }
  return weight;
}

const x = slot(RANDOM_INPUTS.constants[0]);
const y = slot(RANDOM_INPUTS.constants[1]);

describe('a row', () => {
  test('names every number that not everybody knows', () => {
    const rows = rowsOf(apply('add', apply('multiply', number(12), x), number(0.37)));
    const named = rows.filter(({ kind }) => kind === 'number');
    expect(named.map(({ key }) => key)).toEqual(['0.37']);
  });

  test.each([
    ['a sum', 'add'],
    ['the largest', 'larger'],
  ] as const)('never is too long for a formula: %s of 2,000 numbers', (_, operation) => {
    const terms = Array.from({ length: 2000 }, (__, at) => apply('multiply', x, number(at)));
    const left = rowsOf(terms.reduce((a, b) => apply(operation, a, b)));
    const right = rowsOf(terms.reduceRight((a, b) => apply(operation, b, a)));
    for (const rows of [left, right]) {
      expect(Math.max(...rows.map(weightOf))).toBeLessThanOrEqual(400);
    }
  });

  test('gives an operand that is written twice a row of its own', () => {
    const rows = rowsOf(apply('logistic', apply('add', x, y)));
    const parts = rows.filter(({ kind }) => kind === 'part');
    expect(parts.map(({ rule }) => rule)).toContainEqual({
      kind: 'term',
      term: apply('add', x, y),
    });
  });

  test.each([
    ['a branch', (unused: Term) => apply('choose', apply('equal', x, x), y, unused)],
    [
      'the end of `and`',
      (unused: Term) =>
        apply(
          'choose',
          apply('and', apply('less', x, x), apply('less', unused, y)),
          number(1),
          number(2),
        ),
    ],
    [
      'the end of `or`',
      (unused: Term) =>
        apply(
          'choose',
          apply('or', apply('equal', x, x), apply('less', unused, y)),
          number(1),
          number(2),
        ),
    ],
  ])('holds no error where the engine does not look: %s', (_, around) => {
    const nothing = apply('divide', number(1), apply('subtract', x, x));
    const rows = rowsOf(around(apply('logistic', nothing)));
    expect(rows.filter(({ kind }) => kind === 'part').length).toBeGreaterThan(0);
    expect(rows.every(({ values }) => [...values].every(Number.isFinite))).toBe(true);
  });
});

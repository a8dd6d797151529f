import fc from 'fast-check';
import { OPERATION_NAMES, type OperationName } from '../../engine/formula/operation.ts';
import { apply, number, slot, type Term } from '../../engine/formula/term.ts';
import type { AggregateKind } from '../../engine/model/aggregate.ts';
import {
  type Model,
  type ScalarCheck,
  type ScalarEquation,
  type ScalarUnknown,
  TIME_SLOTS,
  type Variable,
} from '../../engine/model/model.ts';
import { order } from '../../engine/model/order.ts';
import type { Program } from '../../engine/model/program.ts';
import { ONE } from '../../engine/quantity/unit.ts';

const TRUTHS: readonly OperationName[] = [
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'unequal',
];
const LOGIC: readonly OperationName[] = ['and', 'or', 'xor', 'not'];
const ARITY: Partial<Record<OperationName, number>> = {
  negate: 1,
  squareRoot: 1,
  exp: 1,
  log: 1,
  logistic: 1,
  floor: 1,
  ceil: 1,
  round: 1,
  abs: 1,
  not: 1,
  choose: 3,
  ramp: 4,
};

/** Slots of the inputs of random programs: time, two levers, two certain and two drawn assumptions, a shock. */
export const RANDOM_INPUTS = {
  levers: [5, 6],
  constants: [7, 8],
  drawn: [9, 10],
  shock: 11,
} as const;
const FIRST_EQUATION = 12;

/** Makes terms of numbers, over every operation; `read` makes what they read. */
export function randomTerm(read: fc.Arbitrary<Term>, depth: number): fc.Arbitrary<Term> {
  const literal = fc.double({ min: -4, max: 4, noNaN: true }).map(number);
  if (depth === 0) return fc.oneof({ weight: 3, arbitrary: read }, literal);
  const inner = randomTerm(read, depth - 1);
  const operations = OPERATION_NAMES.filter(
    (name) => !TRUTHS.includes(name) && !LOGIC.includes(name),
  );
  return fc.oneof(
    read,
    literal,
    fc.constantFrom(...operations).chain((name) => applied(name, inner, condition(inner))),
  );
}

function condition(inner: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  const compare = fc
    .tuple(fc.constantFrom(...TRUTHS), inner, inner)
    .map(([name, a, b]) => apply(name, a, b));
  return fc.oneof(
    compare,
    fc.boolean().map((value): Term => ({ kind: 'truth', value })),
    fc
      .tuple(fc.constantFrom(...LOGIC), compare, compare)
      .map(([name, a, b]) => (name === 'not' ? apply(name, a) : apply(name, a, b))),
  );
}

function applied(
  name: OperationName,
  inner: fc.Arbitrary<Term>,
  truth: fc.Arbitrary<Term>,
): fc.Arbitrary<Term> {
  if (name === 'choose') return fc.tuple(truth, inner, inner).map((terms) => apply(name, ...terms));
  if (name === 'wholePower') {
    return fc
      .tuple(inner, fc.integer({ min: -5, max: 6 }))
      .map(([x, n]) => apply(name, x, number(n)));
  }
  const count = ARITY[name] ?? 2;
  return fc
    .array(inner, { minLength: count, maxLength: count })
    .map((terms) => apply(name, ...terms));
}

/** Lists the inputs of random programs and so many equations. */
export function randomVariables(count: number): readonly Variable[] {
  const kinds = [
    ...Object.keys(TIME_SLOTS).map(() => 'time' as const),
    'lever' as const,
    'lever' as const,
    ...Array.from({ length: 4 }, () => 'assumption' as const),
    'shock' as const,
    ...Array.from({ length: count }, () => 'equation' as const),
  ];
  const position = { file: 'model/m.yaml', line: 1, column: 1, length: 1 };
  return kinds.map((kind, index) => ({
    kind,
    key: `m.v${index}`,
    element: '',
    unit: ONE,
    position,
  }));
}

/** Reads of inputs, of equations before this one, and of any equation's past. */
function reads(index: number, count: number): fc.Arbitrary<Term> {
  const now = fc.integer({ min: 0, max: FIRST_EQUATION + index - 1 }).map((at): Term => slot(at));
  const past = fc
    .tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 1, max: 3 }))
    .map(([at, lag]): Term => ({ kind: 'past', slot: FIRST_EQUATION + at, lag }));
  return fc.oneof({ weight: 3, arbitrary: now }, past);
}

function starts(): fc.Arbitrary<ScalarEquation['starts']> {
  const inputs = [...RANDOM_INPUTS.constants, ...RANDOM_INPUTS.drawn];
  return fc.oneof(
    fc.constantFrom(...inputs).map((at) => ({ kind: 'term' as const, term: slot(at) as Term })),
    fc.double({ min: -2, max: 2, noNaN: true }).map((value) => ({
      kind: 'table' as const,
      valueAtLag: (lag: number) => value + lag,
    })),
  );
}

const AGGREGATES: readonly AggregateKind[] = [
  'total',
  'count',
  'average',
  'final',
  'minimum',
  'maximum',
  'at',
  'discounted',
];

/** Makes programs of a few equations on a clock of `steps` steps; every equation may be looked back at. */
export function randomProgram(steps: number): fc.Arbitrary<Program> {
  return fc.integer({ min: 1, max: 6 }).chain((count) => {
    const equations = fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.tuple(randomTerm(reads(index, count), 3), starts()).map(
          ([term, past]): ScalarEquation => ({
            slot: FIRST_EQUATION + index,
            term,
            starts: past,
            lag: 3,
          }),
        ),
      ),
    );
    const aggregates = fc.array(
      fc.tuple(
        fc.constantFrom(...AGGREGATES),
        fc.integer({ min: 5, max: FIRST_EQUATION + count - 1 }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    return fc.tuple(equations, aggregates).map(([list, asked]): Program => {
      const clock = { start: 24303, steps, stepMonths: 1, stepName: 'month' as const };
      const model: Model = {
        clock,
        symbols: new Map(),
        variables: randomVariables(count),
        equations: list,
        checks: [],
        conditionalLevers: new Map(),
      };
      return {
        model,
        aggregates: asked.map(([kind, source]) => ({
          kind,
          source,
          argument: number(kind === 'at' ? 1 : 0.05),
        })),
        answers: asked.map((_, index) => slot(-(index + 1))),
        types: [],
        kept: [FIRST_EQUATION],
      };
    });
  });
}

/**
 * Joins equations of a program into a system behind them: unknown i is a logistic curve of the other unknowns,
 * through an equation between, and of a variable of the program; it may be looked back at, and some programs read
 * nothing that changes in time. One equation leads to the system alone, and one follows from it alone; checks hold
 * what is solved for against a schedule and against its own past.
 */
export function withRandomSystem(programs: fc.Arbitrary<Program>): fc.Arbitrary<Program> {
  return fc
    .tuple(
      programs,
      fc.integer({ min: 1, max: 7 }),
      fc.infiniteStream(fc.double({ min: -2, max: 2, noNaN: true })),
    )
    .map(([program, count, numbers]): Program => {
      const { model } = program;
      const first = model.variables.length;
      const next = () => numbers.next().value as number;
      const timeless = next() > 1;
      const reads = (index: number) =>
        timeless
          ? slot(RANDOM_INPUTS.constants[0] + (index % 4))
          : slot((index * 5 + first) % first);
      const extra = Array.from({ length: 2 * count + 2 }, () => model.variables.at(-1)!);
      const variablesNow = [...model.variables, ...extra];
      const [leading, following] = [first + 2 * count, first + 2 * count + 1];
      const plain = (at: number, term: Term): ScalarEquation => {
        return { slot: at, term, starts: null, lag: 0 };
      };
      const lever = timeless ? slot(RANDOM_INPUTS.constants[0]) : slot(RANDOM_INPUTS.levers[0]);
      const leads = plain(leading, apply('multiply', lever, slot(RANDOM_INPUTS.drawn[0])));
      const follows = plain(following, apply('add', slot(first), slot(leading)));
      const between = Array.from({ length: count }, (_, index): ScalarEquation => {
        const others = Array.from({ length: count }, (__, other) =>
          apply('multiply', number(next()), slot(first + other)),
        ).reduce((a, b) => apply('add', a, b));
        const read = index === 0 ? slot(leading) : reads(index);
        const term = apply('logistic', apply('add', others, read));
        return {
          slot: first + count + index,
          term,
          starts: { kind: 'table', valueAtLag: (lag) => lag },
          lag: 2,
        };
      });
      const unknowns = between.map(
        (_, index): ScalarUnknown => ({
          slot: first + index,
          guess: index % 2 === 0 ? number(0) : apply('multiply', number(0.1), reads(index)),
          residual: apply(
            'subtract',
            apply('multiply', slot(first + index), number(1.5 + Math.abs(next()))),
            slot(first + count + index),
          ),
          isPlain: true,
          position: model.variables[0]!.position,
          tolerance: 1e-12,
          iterations: 20,
          starts: { kind: 'term', term: slot(RANDOM_INPUTS.drawn[0]) },
        }),
      );
      const lookedAt = first + count - 1 + (next() > 0 ? 1 : 0);
      const solved = order(between, unknowns, variablesNow, []).map((one) => ({
        ...one,
        lag: one.slot === lookedAt || next() > 0.5 ? 2 : 0,
      }));
      const past: Term = { kind: 'past', slot: lookedAt, lag: 2 };
      const all = apply('add', slot(first), slot(first + count - 1));
      const reader = plain(
        variablesNow.length,
        apply('add', apply('add', slot(following), all), past),
      );
      const position = model.variables[0]!.position;
      const checks: readonly ScalarCheck[] = [
        apply(
          'greaterEqual',
          slot(first),
          apply('multiply', number(0.2), slot(RANDOM_INPUTS.levers[1])),
        ),
        apply('greaterEqual', apply('add', slot(lookedAt), number(Math.abs(next()))), past),
      ].flatMap((term, at) =>
        next() > 1 ? [{ key: `m.c${at}`, element: '', term, position }] : [],
      );
      return {
        ...program,
        model: {
          ...model,
          variables: [...variablesNow, model.variables.at(-1)!],
          equations: [leads, ...model.equations, ...solved, follows, reader],
          checks,
        },
        kept: [variablesNow.length],
      };
    });
}

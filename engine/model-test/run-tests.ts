import { labelOf, type Model } from '../model/model.ts';
import { error, hasErrors, type Position, type Problem, type ProblemCode } from '../problem.ts';
import { describeFailure } from '../simulation/describe-failure.ts';
import { centralInputs } from '../simulation/inputs.ts';
import { interpret } from '../simulation/interpret.ts';
import type { Case } from '../study/case.ts';
import type { Given, ModelTest } from '../study/model-test.ts';
import type { Study } from '../study/study.ts';
import { judge } from './judge.ts';
import { type PreparedTest, prepareTest } from './prepare-test.ts';

/** What became of one model test; it passed where `problems` is empty. */
export interface TestOutcome {
  readonly name: string;
  readonly position: Position;
  /** The case that the test was made of; null where it has none. */
  readonly of: Case | null;
  /** How many numbers were held against what the test expects. */
  readonly compared: number;
  readonly problems: readonly Problem[];
}

/** Points at the case that a test is made of, since its numbers are what the model could not bear. */
function placeOf({ of, position }: ModelTest): Position {
  return of?.position ?? position;
}

const NO_NUMBER =
  'no number comes of 0 / 0, or of a logarithm or a fractional power of a number below 0';

const TOO_LARGE = 'something is divided by 0, or grows beyond what a number can hold';

/** Runs the central path and answers the test's formulas. */
function answers(
  { test, program }: PreparedTest,
  given: Given,
  problems: Problem[],
): readonly number[] {
  const { model } = program;
  const inputs = centralInputs(model, test.model, given);
  const shocks = shockValues(model, given);
  const byStep = model.variables.map((_, slot) => inputs.stepped.get(slot));
  const fixed = model.variables.map((_, slot) => inputs.constants.get(slot) ?? shocks.get(slot)!);
  const inputAt = (slot: number, step: number) => byStep[slot]?.[step] ?? fixed[slot]!;
  const report = (code: ProblemCode, message: string, hint?: string): false => {
    problems.push(error(code, message, placeOf(test), hint));
    return false;
  };
  const trace = interpret(program, inputAt, {
    value: (slot, step, value) => {
      if (Number.isFinite(value)) return true;
      const label = labelOf(model.variables[slot]!);
      const message = `${label} is ${value} at step ${step + 1}`;
      return report('not-finite', message, Number.isNaN(value) ? NO_NUMBER : TOO_LARGE);
    },
    check: (index, step, holds) => {
      if (holds) return true;
      const label = labelOf(model.checks[index]!);
      return report('check-violated', `the check ${label} fails at step ${step + 1}`);
    },
    searched: ({ system }, step, solution) => {
      if (solution.solved) return;
      const { label, reached } = describeFailure(system, solution, model.variables);
      const where = `at step ${step + 1}`;
      report('no-solution', `no solution was found for ${label} ${where}: ${reached}`);
    },
  });
  return trace.answers;
}

function shockValues(model: Model, given: Given): ReadonlyMap<number, number> {
  return new Map(
    model.variables.flatMap(({ kind, key, element }, slot) =>
      kind === 'shock' ? [[slot, given.shocks.get(`${key}:${element}`)!] as const] : [],
    ),
  );
}

function runTest(prepared: PreparedTest): readonly Problem[] {
  const { test, expect, change, others } = prepared;
  const problems: Problem[] = [];
  const now = answers(prepared, test.given, problems);
  if (problems.length > 0) return problems;
  problems.push(...expect.flatMap((line) => judge(line, now[line.index]!, 'is')));
  if (change.length === 0 && others.length === 0) return problems;
  const before = answers(prepared, test.against, problems);
  if (before.length === 0) return problems;
  const by = (index: number) => now[index]! - before[index]!;
  problems.push(...change.flatMap((line) => judge(line, by(line.index), 'changes by')));
  for (const { index, measure } of others) {
    if (Object.is(now[index], before[index])) continue;
    const message = `${measure} changes by ${by(index)}; it should keep its bits`;
    problems.push(error('test-failed', message, test.position));
  }
  return problems;
}

function outcomeOf(study: Study, test: ModelTest): TestOutcome {
  const { name, position, of, faults } = test;
  const problems: Problem[] = faults.filter(({ severity }) => severity === 'error');
  const prepared = hasErrors(faults) ? null : prepareTest(study, test, problems);
  if (prepared !== null) problems.push(...runTest(prepared));
  const isRun = problems.every(({ code }) => code === 'test-failed');
  const compared =
    prepared === null || !isRun
      ? 0
      : prepared.expect.length + prepared.change.length + prepared.others.length;
  return { name, position, of, compared, problems };
}

/**
 * Runs the model tests of a study on the central path, each alone, on its own clock. A case that no test is
 * for, or in which nothing can be compared, is an outcome too.
 */
export function runTests(study: Study): readonly TestOutcome[] {
  const strays = study.cases.filter(({ faults }) => faults.length > 0);
  return [
    ...study.tests.map((test) => outcomeOf(study, test)),
    ...strays.map(({ of, faults }) => ({
      name: of.label,
      position: of.position,
      of,
      compared: 0,
      problems: faults,
    })),
  ];
}

/** Finds what is wrong with the tests of a study without running them. */
export function checkTests(study: Study): readonly Problem[] {
  const problems: Problem[] = [];
  for (const test of study.tests) {
    if (!hasErrors(test.faults)) prepareTest(study, test, problems);
  }
  // Tests on steps of one length share what is wrong with the model on them.
  return [...new Set(problems)];
}

import { apply, number } from '../formula/term.ts';
import { classify } from '../kernel/varies.ts';
import type { Program } from '../model/program.ts';
import type { Unit } from '../quantity/unit.ts';
import { AnswerRows } from './answer-rows.ts';
import { DraftRows } from './draft-rows.ts';
import { addEquations, type PlanSearch } from './equation-rows.ts';
import type { LiveSystem } from './live-model.ts';
import { Simplifier } from './simplify.ts';

/** The first answers of a program, by name. */
export type Asked = readonly { readonly name: string; readonly unit: Unit }[];

/** A live model before the values of its rows are known, and without what feeds it. */
export interface DraftModel {
  readonly rows: DraftRows;
  /** How many rows of the order come before those that hold one number for the whole path. */
  readonly along: number;
  readonly systems: readonly LiveSystem[];
  readonly checks: readonly number[];
  readonly allSolved: number | null;
  readonly allHold: number | null;
  /** The row of each answer. */
  readonly answers: readonly number[];
  readonly yearsSlot: number;
}

/** Writes a program as rows. `drawn` are the inputs that are uncertain in any run. */
export function draftModel(
  program: Program,
  drawn: ReadonlySet<number>,
  asked: Asked,
  plan: PlanSearch,
): DraftModel {
  const { model, aggregates } = program;
  const rows = new DraftRows(model.variables, classify(program, drawn));
  const systems = addEquations(rows, model.equations, model.clock.steps, plan);
  const checks = model.checks.map(({ key, element, term }) => {
    const owner = { key, element };
    const verdict = apply('choose', term, number(1), number(0));
    return rows.add(owner, { kind: 'check' }, new Simplifier(rows, owner).simple(verdict));
  });
  const yearsSlot = rows.addNamed('time', { key: 'years', element: '' }, { kind: 'input' }, true);
  const along = rows.order.length;
  const answering = new AnswerRows(rows, aggregates);
  const answers = asked.map(({ name, unit }, at) =>
    answering.answer(name, unit, program.answers[at]!),
  );
  const solved = systems.map((system) => system.solved);
  return {
    ...{ rows, along, systems, checks, answers, yearsSlot },
    allSolved: answering.everywhere('all_solved', solved),
    allHold: answering.everywhere('all_hold', checks),
  };
}

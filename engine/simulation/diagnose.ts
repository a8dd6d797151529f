import { slotsRead, type Term } from '../formula/term.ts';
import { labelOf } from '../model/model.ts';
import { error, type Problem } from '../problem.ts';
import { firstDayOf, showDay } from '../quantity/calendar.ts';
import { fromBase } from '../quantity/unit.ts';
import type { RandomInputs } from './block.ts';
import type { Inputs } from './inputs.ts';
import { interpret } from './interpret.ts';
import type { PreparedProgram } from './plan.ts';

/** One draw of one run that went wrong. */
export interface Incident {
  readonly prepared: PreparedProgram;
  readonly inputs: Inputs;
  readonly random: RandomInputs;
  readonly draws: number;
  readonly draw: number;
  /** "no-offer" or "no-offer under no_deal" */
  readonly run: string;
}

type At = (slot: number, step: number) => number;

/** Reads the inputs of one draw. */
export function inputsOfDraw({ prepared, inputs, random, draws, draw }: Incident): At {
  return (slot, step) => {
    const shock = prepared.shockSlots.indexOf(slot);
    if (shock >= 0) return random.shocks[shock]![step * draws + draw]!;
    const stepped = inputs.stepped.get(slot);
    if (stepped !== undefined) return stepped[step]!;
    const drawn = prepared.drawnSlots.indexOf(slot);
    return drawn >= 0 ? random.drawn[drawn]![draw]! : inputs.constants.get(slot)!;
  };
}

function monthOf({ prepared }: Incident, step: number): string {
  const { start, stepMonths } = prepared.program.model.clock;
  return showDay(firstDayOf(start + step * stepMonths)).slice(0, 7);
}

function valuesRead(incident: Incident, term: Term, step: number, valueAt: At): string {
  const { variables } = incident.prepared.program.model;
  return [...slotsRead(term)]
    .slice(0, 8)
    .map((slot) => {
      const { unit } = variables[slot]!;
      return `${labelOf(variables[slot]!)} = ${fromBase(valueAt(slot, step), unit)} ${unit.text}`;
    })
    .join(', ');
}

/** Runs the draw again, slowly, and says which equation, month or check it was, and what it read. */
export function diagnose(incident: Incident): Problem {
  const { program } = incident.prepared;
  const { model } = program;
  const at = inputsOfDraw(incident);
  const where = (step: number) =>
    `in ${incident.run}, ${monthOf(incident, step)}, draw ${incident.draw}`;
  let problem: Problem | null = null;
  const terms = new Map(model.equations.map(({ slot, term }) => [slot, term]));
  const seen = new Map<string, number>();
  const valueAt: At = (slot, step) => seen.get(`${slot} ${step}`) ?? at(slot, step);
  const trace = interpret(program, at, {
    value: (slot, step, value) => {
      seen.set(`${slot} ${step}`, value);
      if (Number.isFinite(value)) return true;
      const { position } = model.variables[slot]!;
      const message = `${labelOf(model.variables[slot]!)} is ${value} ${where(step)}`;
      problem = error(
        'not-finite',
        message,
        position,
        `it reads ${valuesRead(incident, terms.get(slot)!, step, valueAt)}`,
      );
      return false;
    },
    check: (index, step, holds) => {
      if (holds) return true;
      const check = model.checks[index]!;
      const message = `the check ${labelOf(check)} fails ${where(step)}`;
      problem = error(
        'check-violated',
        message,
        check.position,
        `it reads ${valuesRead(incident, check.term, step, valueAt)}`,
      );
      return false;
    },
  });
  if (problem !== null) return problem;
  const index = trace.answers.findIndex((answer) => !Number.isFinite(answer));
  const position = { file: 'study.yaml', line: 1, column: 1, length: 1 };
  const message = `the measure number ${index + 1} is ${trace.answers[index]} in ${incident.run}, draw ${incident.draw}`;
  return error(
    'no-root',
    message,
    position,
    'irr() finds no rate where the flows never change sign',
  );
}

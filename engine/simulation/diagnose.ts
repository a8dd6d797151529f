import { drawName } from '../draw/draw-name.ts';
import { type Rule, type Solved, slotsRead } from '../formula/rule.ts';
import type { Solution } from '../formula/solve.ts';
import { labelOf } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { error, type Position, type Problem } from '../problem.ts';
import { firstDayOf, showDay } from '../quantity/calendar.ts';
import { fromBase } from '../quantity/unit.ts';
import { describeFailure } from './describe-failure.ts';
import { inputsOfDraws, type SimulationInputs } from './inputs-of-draw.ts';
import { type DrawTrace, type InputAt, interpret } from './interpret.ts';

/** One draw of one run that went wrong. `program` is the one the author wrote, before anything was hoisted. */
export interface Incident extends SimulationInputs {
  readonly program: Program;
  readonly draw: number;
  /** "no-offer" or "no-offer under no_deal" */
  readonly run: string;
  /** The formulas of the answers, in order. */
  readonly answers: readonly { readonly name: string; readonly position: Position }[];
}

/** As many values as a message names. */
const MOST_READS = 8;

/** Writes down what the interpreter sees until something is wrong. */
class Finding {
  problem: Problem | null = null;
  readonly #incident: Incident;
  readonly #at: InputAt;
  readonly #seen = new Map<string, number>();
  readonly #terms: ReadonlyMap<number, Rule>;

  constructor(incident: Incident, at: InputAt) {
    this.#incident = incident;
    this.#at = at;
    this.#terms = new Map(incident.program.model.equations.map(({ slot, term }) => [slot, term]));
  }

  #where(step: number): string {
    const { program, run, draw } = this.#incident;
    const { start, stepMonths } = program.model.clock;
    const month = showDay(firstDayOf(start + step * stepMonths)).slice(0, 7);
    return `in ${run}, ${month}, ${drawName(draw)}`;
  }

  /** What differs between draws and scenarios comes first; what is computed, after it. */
  #rank(slot: number): number {
    const { drawnSlots } = this.#incident.prepared;
    const { kind } = this.#incident.program.model.variables[slot]!;
    if (drawnSlots.includes(slot) || kind === 'shock') return 0;
    return { lever: 1, equation: 2, watched: 2, part: 2, assumption: 3, time: 4 }[kind];
  }

  #read(term: Rule, step: number): string {
    const { variables } = this.#incident.program.model;
    const slots = [...slotsRead(term)].sort((a, b) => this.#rank(a) - this.#rank(b));
    const values = slots.slice(0, MOST_READS).map((slot) => {
      const { unit } = variables[slot]!;
      const value = this.#seen.get(`${slot} ${step}`) ?? this.#at(slot, step);
      const shown = Number(fromBase(value, unit).toPrecision(6));
      return `${labelOf(variables[slot]!)} = ${shown}${unit.text === '1' ? '' : ` ${unit.text}`}`;
    });
    const more = slots.length - values.length;
    if (more > 0) values.push(`and ${more} more`);
    return values.length === 0 ? 'it reads nothing of this step' : `it reads ${values.join(', ')}`;
  }

  value(slot: number, step: number, value: number): boolean {
    this.#seen.set(`${slot} ${step}`, value);
    if (Number.isFinite(value)) return true;
    const variable = this.#incident.program.model.variables[slot]!;
    const message = `${labelOf(variable)} is ${value} ${this.#where(step)}`;
    const hint = this.#read(this.#terms.get(slot)!, step);
    this.problem = error('not-finite', message, variable.position, hint);
    return false;
  }

  searched({ system }: Solved, step: number, solution: Solution): void {
    if (solution.solved) return;
    const { variables } = this.#incident.program.model;
    const { label, position, reached, hint } = describeFailure(system, solution, variables);
    const message = `no solution was found for ${label} ${this.#where(step)}: ${reached}`;
    const read = this.#read({ kind: 'solved', system, index: 0 }, step);
    this.problem = error('no-solution', message, position, `${hint}; ${read}`);
  }

  check(index: number, step: number, holds: boolean): boolean {
    if (holds) return true;
    const check = this.#incident.program.model.checks[index]!;
    const message = `the check ${labelOf(check)} fails ${this.#where(step)}`;
    this.problem = error('check-violated', message, check.position, this.#read(check.term, step));
    return false;
  }

  answer({ answers }: DrawTrace): Problem {
    const index = answers.findIndex((answer) => !Number.isFinite(answer));
    const { name, position } = this.#incident.answers[index]!;
    const message = `${name} is ${answers[index]} in ${this.#incident.run}, ${drawName(this.#incident.draw)}`;
    const hint = 'irr() has no rate where the flows never change sign; a ratio may divide by zero';
    return error('no-root', message, position, hint);
  }
}

/** Runs the draw again, slowly, and says which equation, check or measure it was, when, and what it read. */
export function diagnose(incident: Incident): Problem {
  const at = inputsOfDraws(incident)(incident.draw);
  const finding = new Finding(incident, at);
  const trace = interpret(incident.program, at, {
    value: (slot, step, value) => finding.value(slot, step, value),
    check: (index, step, holds) => finding.check(index, step, holds),
    searched: (solved, step, solution) => finding.searched(solved, step, solution),
  });
  return finding.problem ?? finding.answer(trace);
}

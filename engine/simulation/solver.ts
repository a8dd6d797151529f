import { evaluateNumber, type Reader } from '../formula/evaluate.ts';
import { type Read, type Rule, readsOf, type Solved, type System } from '../formula/rule.ts';
import { type Solution, solve } from '../formula/solve.ts';

/** What a system depends on, and what came of it last. */
interface Known {
  readonly reads: readonly Read[];
  inputs: readonly number[];
  solution: Solution | null;
}

/**
 * Evaluates rules step by step. A solution depends on what its system reads and on nothing else, so it is kept for
 * as long as all of that keeps its bits.
 */
export class Solver {
  readonly #known = new Map<System, Known>();

  /** Solves the system of a rule for what the reader reads. */
  solution(rule: Solved, reader: Reader): Solution {
    const known = this.#known.get(rule.system) ?? {
      reads: readsOf(rule),
      inputs: [],
      solution: null,
    };
    this.#known.set(rule.system, known);
    const inputs = known.reads.map(({ slot, lag }) =>
      lag === 0 ? reader.now(slot) : reader.past(slot, lag),
    );
    const isKept =
      known.solution !== null && inputs.every((value, at) => Object.is(value, known.inputs[at]));
    if (!isKept) known.solution = solve(rule.system, reader);
    known.inputs = inputs;
    return known.solution!;
  }

  /** Evaluates a rule; NaN for an unknown of a system without a solution. */
  value(rule: Rule, reader: Reader): number {
    if (rule.kind !== 'solved') return evaluateNumber(rule, reader);
    const { solved, values } = this.solution(rule, reader);
    return solved ? values[rule.index]! : Number.NaN;
  }
}

import { functionOf, type Value } from './operation.ts';
import type { ApplyTerm, Term } from './term.ts';

/** How a term reads variables. */
export interface Reader {
  readonly now: (slot: number) => number;
  readonly past: (slot: number, lag: number) => number;
}

/** Evaluates a term: slow and obvious, the oracle that generated code is held against. */
export function evaluate(term: Term, reader: Reader): Value {
  switch (term.kind) {
    case 'number':
    case 'truth':
      return term.value;
    case 'slot':
      return reader.now(term.slot);
    case 'past':
      return reader.past(term.slot, term.lag);
    case 'apply':
      return evaluateApply(term, reader);
  }
}

/** Calls with the operands one by one: a model test runs this millions of times, and lists are slow. */
function evaluateApply({ operation, operands }: ApplyTerm, reader: Reader): Value {
  const compute = functionOf(operation);
  const a = evaluate(operands[0]!, reader);
  if (operands.length === 1) return compute(a);
  const b = evaluate(operands[1]!, reader);
  if (operands.length === 2) return compute(a, b);
  const c = evaluate(operands[2]!, reader);
  if (operands.length === 3) return compute(a, b, c);
  return compute(a, b, c, evaluate(operands[3]!, reader));
}

/** Evaluates a term that yields a number. */
export function evaluateNumber(term: Term, reader: Reader): number {
  return evaluate(term, reader) as number;
}

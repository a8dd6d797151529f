import { functionOf, type Value } from './operation.ts';
import type { ApplyTerm, Term } from './term.ts';

/** How a term reads variables. */
export interface Reader {
  readonly now: (slot: number) => number;
  readonly past: (slot: number, lag: number) => number;
}

type Evaluator = (reader: Reader) => Value;

const known = new WeakMap<Term, Evaluator>();

/** Makes an operation on functions of a reader: one by one, since lists are slow where this runs millions of times. */
function evaluatorOfApply({ operation, operands }: ApplyTerm): Evaluator {
  const compute = functionOf(operation);
  const [a, b, c, d] = operands.map(evaluatorOf) as [Evaluator, Evaluator, Evaluator, Evaluator];
  switch (operands.length) {
    case 1:
      return (reader) => compute(a(reader));
    case 2:
      return (reader) => compute(a(reader), b(reader));
    case 3:
      return (reader) => compute(a(reader), b(reader), c(reader));
    default:
      return (reader) => compute(a(reader), b(reader), c(reader), d(reader));
  }
}

function makeEvaluator(term: Term): Evaluator {
  switch (term.kind) {
    case 'number':
    case 'truth': {
      const { value } = term;
      return () => value;
    }
    case 'slot': {
      const { slot } = term;
      return (reader) => reader.now(slot);
    }
    case 'past': {
      const { slot, lag } = term;
      return (reader) => reader.past(slot, lag);
    }
    case 'apply':
      return evaluatorOfApply(term);
  }
}

/** Makes a term a function once, which is then called for every draw and step. */
function evaluatorOf(term: Term): Evaluator {
  let made = known.get(term);
  if (made === undefined) {
    made = makeEvaluator(term);
    known.set(term, made);
  }
  return made;
}

/** Evaluates a term: slow and obvious, the oracle that generated code is held against. */
export function evaluate(term: Term, reader: Reader): Value {
  return evaluatorOf(term)(reader);
}

/** Evaluates a term that yields a number. */
export function evaluateNumber(term: Term, reader: Reader): number {
  return evaluate(term, reader) as number;
}

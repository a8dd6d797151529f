import { evaluateOperation, type Value } from './operation.ts';
import type { Term } from './term.ts';

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
      return evaluateOperation(
        term.operation,
        term.operands.map((operand) => evaluate(operand, reader)),
      );
  }
}

/** Evaluates a term that yields a number. */
export function evaluateNumber(term: Term, reader: Reader): number {
  return evaluate(term, reader) as number;
}

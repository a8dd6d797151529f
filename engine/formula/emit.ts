import { emitOperation } from './operation.ts';
import type { Term } from './term.ts';

/** How generated code names variables. */
export interface Naming {
  readonly now: (slot: number) => string;
  readonly past: (slot: number, lag: number) => string;
}

/** Writes a number so that it reads back to the same bits. */
export function emitNumber(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.startsWith('-') ? `(${text})` : text;
}

/** Writes a term as JavaScript. Only numbers, chosen names and fixed words come out, never the author's text. */
export function emit(term: Term, naming: Naming): string {
  switch (term.kind) {
    case 'number':
      return emitNumber(term.value);
    case 'truth':
      return String(term.value);
    case 'slot':
      return naming.now(term.slot);
    case 'past':
      return naming.past(term.slot, term.lag);
    case 'apply':
      return emitOperation(
        term.operation,
        term.operands.map((operand) => emit(operand, naming)),
      );
  }
}

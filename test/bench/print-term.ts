import type { OperationName } from '../../engine/formula/operation.ts';
import type { Term } from '../../engine/formula/term.ts';

/** How another language spells terms. */
export interface Dialect {
  readonly number: (value: number) => string;
  readonly truth: (value: boolean) => string;
  readonly now: (slot: number) => string;
  readonly past: (slot: number, lag: number) => string;
  readonly operations: Readonly<Record<OperationName, (...operands: readonly string[]) => string>>;
}

/** Writes a term in another language, every operation in brackets. */
export function printTerm(term: Term, dialect: Dialect): string {
  switch (term.kind) {
    case 'number':
      return dialect.number(term.value);
    case 'truth':
      return dialect.truth(term.value);
    case 'slot':
      return dialect.now(term.slot);
    case 'past':
      return dialect.past(term.slot, term.lag);
    case 'apply':
      return dialect.operations[term.operation](
        ...term.operands.map((operand) => printTerm(operand, dialect)),
      );
  }
}

/** Spells an operation between its operands, in brackets. */
export function infix(operator: string): (a?: string, b?: string) => string {
  return (a, b) => `(${a} ${operator} ${b})`;
}

/** Spells an operation as the call of a function. */
export function called(name: string): (...operands: readonly string[]) => string {
  return (...operands) => `${name}(${operands.join(', ')})`;
}

/** Spells what nearly every language spells alike. */
export const ARITHMETIC = {
  add: infix('+'),
  subtract: infix('-'),
  multiply: infix('*'),
  divide: infix('/'),
  negate: (a?: string) => `(-${a})`,
  less: infix('<'),
  lessEqual: infix('<='),
  greater: infix('>'),
  greaterEqual: infix('>='),
  equal: infix('=='),
  unequal: infix('!='),
};

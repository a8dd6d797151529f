import type { Term } from '../../../engine/formula/term.ts';
import { ARITHMETIC, called, type Dialect, infix, printTerm } from '../print-term.ts';

/** Names a variable, its value some steps back, or an aggregate, in a scope of mathjs. */
export function scopeName(slot: number, lag = 0): string {
  if (slot < 0) return `a${-slot - 1}`;
  return lag === 0 ? `v${slot}` : `v${slot}_${lag}`;
}

const DIALECT: Dialect = {
  number: (value) => (value < 0 ? `(${value})` : String(value)),
  truth: String,
  now: (slot) => scopeName(slot),
  past: scopeName,
  operations: {
    ...ARITHMETIC,
    power: infix('^'),
    wholePower: infix('^'),
    squareRoot: called('sqrt'),
    exp: called('exp'),
    log: called('log'),
    logistic: (x) => `(1 / (1 + exp(-${x})))`,
    floor: called('floor'),
    ceil: called('ceil'),
    round: called('round'),
    abs: called('abs'),
    smaller: called('min'),
    larger: called('max'),
    ramp: called('ramp'),
    and: infix('and'),
    or: infix('or'),
    xor: infix('xor'),
    not: (a) => `(not ${a})`,
    choose: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
  },
};

/** Writes a term in the language of mathjs. */
export function printMathjs(term: Term): string {
  return printTerm(term, DIALECT);
}

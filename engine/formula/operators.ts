import type { Operator } from './expression.ts';

/** The operators of the parser's grammar that are ours, by its names for them. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  pow: 'power',
  unaryMinus: 'negate',
  smaller: 'less',
  smallerEq: 'lessEqual',
  larger: 'greater',
  largerEq: 'greaterEqual',
  equal: 'equal',
  unequal: 'unequal',
  and: 'and',
  or: 'or',
  xor: 'xor',
  not: 'not',
};

/** The operators that compare two values; the operations of terms have the same names. */
export const COMPARING: readonly string[] = [
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'unequal',
] satisfies readonly Operator[];

/** How comparisons are written, by the parser's names for them. */
export const COMPARISONS: Readonly<Record<string, string>> = {
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
  equal: '==',
  unequal: '!=',
};

import { exp, log } from '../arithmetic/elementary.ts';
import { eliminate } from '../arithmetic/eliminate.ts';
import { logistic } from '../arithmetic/logistic.ts';
import { integerPower, power } from '../arithmetic/power.ts';
import { ramp } from '../arithmetic/ramp.ts';
import { round } from '../arithmetic/round.ts';

/** The value of a term: a number, or the truth of a condition. */
export type Value = number | boolean;

/** What an operation does, twice: as a function for the interpreter and as text for the kernel. */
interface Operation {
  readonly evaluate: (...operands: never[]) => Value;
  readonly emit: (...operands: readonly string[]) => string;
}

type Binary = (a: number, b: number) => Value;

function infix(operator: string, evaluate: Binary): Operation {
  return { evaluate, emit: (a, b) => `(${a} ${operator} ${b})` };
}

function called(name: string, evaluate: (...operands: number[]) => number): Operation {
  return { evaluate, emit: (...operands) => `${name}(${operands.join(', ')})` };
}

const numbers = {
  add: infix('+', (a, b) => a + b),
  subtract: infix('-', (a, b) => a - b),
  multiply: infix('*', (a, b) => a * b),
  divide: infix('/', (a, b) => a / b),
  negate: { evaluate: (a: number) => -a, emit: (a: string) => `(-${a})` },
  power: called('power', power),
  wholePower: called('wholePower', integerPower),
  squareRoot: called('sqrt', Math.sqrt),
  exp: called('exp', (x) => exp(x)),
  log: called('log', (x) => log(x)),
  logistic: called('logistic', logistic),
  floor: called('floor', Math.floor),
  ceil: called('ceil', Math.ceil),
  round: called('round', round),
  abs: called('abs', Math.abs),
  smaller: called('min', Math.min),
  larger: called('max', Math.max),
  ramp: called('ramp', ramp),
} as const satisfies Record<string, Operation>;

const conditions = {
  less: infix('<', (a, b) => a < b),
  lessEqual: infix('<=', (a, b) => a <= b),
  greater: infix('>', (a, b) => a > b),
  greaterEqual: infix('>=', (a, b) => a >= b),
  equal: infix('===', (a, b) => a === b),
  unequal: infix('!==', (a, b) => a !== b),
  and: {
    evaluate: (a: boolean, b: boolean) => a && b,
    emit: (a: string, b: string) => `(${a} && ${b})`,
  },
  or: {
    evaluate: (a: boolean, b: boolean) => a || b,
    emit: (a: string, b: string) => `(${a} || ${b})`,
  },
  xor: {
    evaluate: (a: boolean, b: boolean) => a !== b,
    emit: (a: string, b: string) => `(${a} !== ${b})`,
  },
  not: { evaluate: (a: boolean) => !a, emit: (a: string) => `(!${a})` },
  choose: {
    evaluate: (condition: boolean, a: number, b: number) => (condition ? a : b),
    emit: (condition: string, a: string, b: string) => `(${condition} ? ${a} : ${b})`,
  },
} as const satisfies Record<string, Operation>;

const OPERATIONS = { ...numbers, ...conditions };

/** The operations a term may apply. */
export type OperationName = keyof typeof OPERATIONS;

/** Lists every operation. */
export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

/** Operations that yield a condition, not a number. */
export const TRUTHS: ReadonlySet<OperationName> = new Set(
  (Object.keys(conditions) as OperationName[]).filter((name) => name !== 'choose'),
);

/** Operations that cost many times a multiplication: worth computing once where they can be shared. */
export const COSTLY: ReadonlySet<OperationName> = new Set([
  'power',
  'wholePower',
  'squareRoot',
  'exp',
  'log',
  'logistic',
  'ramp',
]);

/** Gives the function of an operation. */
export function functionOf(name: OperationName): (...operands: Value[]) => Value {
  return OPERATIONS[name].evaluate as (...operands: Value[]) => Value;
}

/** Writes an operation as JavaScript, fully parenthesised. */
export function emitOperation(name: OperationName, operands: readonly string[]): string {
  return (OPERATIONS[name].emit as (...operands: readonly string[]) => string)(...operands);
}

/** The functions that emitted text calls by name: the arithmetic of the numeric contract and nothing else. */
export const ENVIRONMENT: Readonly<Record<string, (...operands: never[]) => unknown>> = {
  power,
  wholePower: integerPower,
  sqrt: Math.sqrt,
  exp,
  log,
  logistic,
  floor: Math.floor,
  ceil: Math.ceil,
  round,
  abs: Math.abs,
  min: Math.min,
  max: Math.max,
  ramp,
  eliminate,
  same: Object.is,
};

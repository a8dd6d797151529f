import {
  functionOf,
  type OperationName,
  TRUTHS,
  type Value,
} from '../../engine/formula/operation.ts';
import { apply, number, type Term } from '../../engine/formula/term.ts';

/** What a term comes to, and how far off a spreadsheet may be that rounds in its own way. */
export interface Rounded {
  readonly value: Value;
  /** Infinity where it may decide otherwise. */
  readonly error: number;
  /** Whether something on the way is no finite number, or nearer to zero than spreadsheets go: they may give an error. */
  readonly isOdd: boolean;
}

const SMALLEST = 1e-290;

function isOddNumber(value: Value): boolean {
  if (typeof value === 'boolean') return false;
  return !Number.isFinite(value) || (value !== 0 && Math.abs(value) < SMALLEST);
}

/** Makes what is known exactly. */
export function exactly(value: Value): Rounded {
  return { value, error: 0, isOdd: isOddNumber(value) };
}

/** Gives what a term reads. */
export type Known = (slot: number, lag: number) => Rounded;

/** Two roundings of a double: exponentials and logarithms differ in their last bits. */
const ROUNDING = 2 ** -51;

/** LibreOffice takes sums for zero, and numbers for equal or whole, that are within 2^-48 of it. */
const SNAP = 2 ** -47;

type Numbers = readonly number[];
type ErrorOf = (operands: Numbers, errors: Numbers, value: number) => number;

function largest(values: Numbers): number {
  return Math.max(...values.map(Math.abs));
}

function sum(errors: Numbers): number {
  return errors.reduce((a, b) => a + b, 0);
}

const addition: ErrorOf = (operands, errors) => sum(errors) + SNAP * largest(operands);

/** A jump within reach of the error may be taken in the other direction. */
function jump(distance: (x: number) => number): ErrorOf {
  return ([x], [error]) => {
    const near = distance(x!) <= error! + SNAP * Math.abs(x!);
    return near && !(error === 0 && distance(x!) === 0 && Number.isInteger(x!)) ? 1 : 0;
  };
}

const toWhole = jump((x) => Math.abs(x - Math.round(x)));
const toHalf = jump((x) => Math.abs(x - Math.floor(x) - 0.5));

const power: ErrorOf = ([x, y], [dx, dy], value) => {
  if (x === 0) return dx === 0 ? 0 : Number.POSITIVE_INFINITY;
  const [log, by] = [Math.abs(Math.log(x!)), Math.abs(y!)];
  return Math.abs(value) * (by * (dx! / Math.abs(x!)) + log * dy! + ROUNDING * (1 + by * log));
};

const ERRORS: Partial<Record<OperationName, ErrorOf>> = {
  add: addition,
  subtract: addition,
  multiply: ([x, y], [dx, dy], value) =>
    Math.abs(x!) * dy! + Math.abs(y!) * dx! + ROUNDING * Math.abs(value),
  divide: ([, y], [dx, dy], value) =>
    (dx! + Math.abs(value) * dy!) / Math.abs(y!) + ROUNDING * Math.abs(value),
  negate: (_, [error]) => error!,
  power,
  wholePower: ([x, n], [dx], value) =>
    Math.abs(n! * value) * (ROUNDING + (x === 0 ? 0 : dx! / Math.abs(x!))),
  squareRoot: ([x], [error], value) =>
    error === 0 ? ROUNDING * value : Math.min(Math.sqrt(error!), error! / Math.sqrt(x!)),
  exp: (_, [error], value) => value * (error! + 2 * ROUNDING),
  log: ([x], [error], value) => error! / Math.abs(x!) + ROUNDING * (1 + Math.abs(value)),
  logistic: (_, [error], value) => value * (error! + 4 * ROUNDING),
  floor: toWhole,
  ceil: toWhole,
  round: toHalf,
  abs: (_, [error]) => error!,
  smaller: (_, errors) => Math.max(...errors),
  larger: (_, errors) => Math.max(...errors),
};

/** Operations of which a product or power of what is not zero may still come to it: there is nothing smaller. */
const SHRINKING: ReadonlySet<OperationName> = new Set([
  'multiply',
  'divide',
  'wholePower',
  'power',
]);

function isOdd(operation: OperationName, value: Value, operands: readonly Rounded[]): boolean {
  const vanishes = value === 0 && SHRINKING.has(operation) && operands[0]!.value !== 0;
  const isProduct = operation === 'multiply' && operands[1]!.value === 0;
  return isOddNumber(value) || (vanishes && !isProduct) || operands.some((one) => one.isOdd);
}

type Judged = Pick<Rounded, 'value' | 'error'>;

function compared(value: Value, [a, b]: Numbers, errors: Numbers): Judged {
  const [error, distance] = [sum(errors), Math.abs(a! - b!)];
  const isSure = distance > error + SNAP * largest([a!, b!]) || (distance === 0 && error === 0);
  return { value, error: isSure ? 0 : Number.POSITIVE_INFINITY };
}

function joined(operation: OperationName, value: Value, [a, b]: readonly Rounded[]): Judged {
  const stops = operation === 'and' ? false : operation === 'or' ? true : null;
  const decides = [a, b].some((one) => one?.error === 0 && one.value === stops);
  return { value, error: decides ? 0 : Math.max(a!.error, b?.error ?? 0) };
}

function chosen([condition, a, b]: readonly Rounded[]): Rounded {
  const taken = condition!.value === true ? a! : b!;
  const odd = condition!.isOdd || taken.isOdd;
  if (condition!.error === 0) return { ...taken, isOdd: odd };
  const gap = Math.abs((a!.value as number) - (b!.value as number));
  const error = gap + a!.error + b!.error;
  return {
    value: taken.value,
    error: Number.isNaN(error) ? Number.POSITIVE_INFINITY : error,
    isOdd: odd || a!.isOdd || b!.isOdd,
  };
}

function judged(operation: OperationName, operands: readonly Rounded[]): Judged {
  const values = operands.map(({ value }) => value);
  const errors = operands.map(({ error }) => error);
  const value = functionOf(operation)(...values);
  if (['and', 'or', 'not', 'xor'].includes(operation)) return joined(operation, value, operands);
  if (TRUTHS.has(operation)) return compared(value, values as number[], errors);
  const error = ERRORS[operation]!(values as number[], errors, value as number);
  return { value, error: Number.isFinite(error) ? error : Number.POSITIVE_INFINITY };
}

/** Spells a ramp in simpler operations: what its error is follows from theirs. */
function ramp([start, end, date, span]: readonly Term[]): Term {
  const [s, e, d, n] = [start!, end!, date!, span!];
  const half = apply('divide', n, number(2));
  const area = (u: Term) => {
    const square = apply('divide', apply('multiply', u, u), apply('multiply', number(2), n));
    const risen = apply('choose', apply('less', u, n), square, apply('subtract', u, half));
    return apply('choose', apply('lessEqual', u, number(0)), number(0), risen);
  };
  const areas = apply('subtract', area(apply('subtract', e, d)), area(apply('subtract', s, d)));
  const mean = apply('divide', areas, apply('subtract', e, s));
  const late = apply('choose', apply('greaterEqual', s, apply('add', d, n)), number(1), mean);
  return apply('choose', apply('lessEqual', e, d), number(0), late);
}

/** Follows a term from what it reads to what it comes to, with all rounding on the way: a running error analysis. */
export function rounded(term: Term, known: Known): Rounded {
  if (term.kind === 'number' || term.kind === 'truth') return exactly(term.value);
  if (term.kind === 'slot') return known(term.slot, 0);
  if (term.kind === 'past') return known(term.slot, term.lag);
  const { operation } = term;
  if (operation === 'ramp') return rounded(ramp(term.operands), known);
  const operands = term.operands.map((operand) => rounded(operand, known));
  if (operation === 'choose') return chosen(operands);
  const { value, error } = judged(operation, operands);
  return { value, error, isOdd: isOdd(operation, value, operands) };
}

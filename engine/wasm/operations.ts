import type { OperationName } from '../formula/operation.ts';
import type { Body } from './body.ts';
import type { Value } from './code.ts';
import type { Step } from './out-of-line.ts';
import { each, keep, MAGNITUDE, type Pack, SIGN } from './pack.ts';
import { ramp } from './ramp.ts';
import { round } from './round.ts';
import { f64x2, v128 } from './vectors.ts';

type Vector = Value<'v128'>;

/** Makes the step of one instruction: it is computed where it is used, once. */
function instructionOnEach(instruction: (...vectors: Vector[]) => Vector): Step {
  return (_, ...packs) => packs[0]!.map((_vector, at) => instruction(...packs.map((p) => p[at]!)));
}

/** Operations of one instruction; a truth is a vector whose lanes are ones or zeros. */
const INSTRUCTIONS = {
  add: f64x2.add,
  subtract: f64x2.subtract,
  multiply: f64x2.multiply,
  divide: f64x2.divide,
  squareRoot: f64x2.squareRoot,
  floor: f64x2.floor,
  ceil: f64x2.ceil,
  less: f64x2.less,
  lessEqual: f64x2.lessEqual,
  greater: f64x2.greater,
  greaterEqual: f64x2.greaterEqual,
  equal: f64x2.equal,
  unequal: f64x2.unequal,
  and: v128.and,
  or: v128.or,
  xor: v128.xor,
  not: v128.not,
  choose: (condition: Vector, a: Vector, b: Vector) => v128.select(a, b, condition),
} as const satisfies Partial<Record<OperationName, unknown>>;

/**
 * Computes a step that needs its operands in both orders. Of two zeros, and where one is no number, what comes first of
 * the two is given: so both orders together tell which it is.
 */
function inBothOrders(both: (ab: Vector, ba: Vector) => Vector, first: typeof f64x2.secondIfLess) {
  return (body: Body, ...packs: readonly Pack[]): Pack => {
    const [a, b] = packs.map((pack) => keep(body, pack)) as [Pack, Pack];
    return a.map((x, at) => both(body.let(first(x, b[at]!)), body.let(first(b[at]!, x))));
  };
}

/** Operations of fewer instructions than the host's own, which see to it that what is no number stays quiet. */
const BOUNDS = {
  smaller: inBothOrders(v128.or, f64x2.secondIfLess),
  larger: inBothOrders(
    (ab, ba) => v128.or(v128.and(ab, ba), f64x2.unequal(ab, ba)),
    f64x2.secondIfGreater,
  ),
} as const satisfies Partial<Record<OperationName, unknown>>;

/** Operations that take a constant too, since the host's own instructions make theirs anew each time. */
const WITH_CONSTANTS = {
  negate: (body: Body, x: Pack) => x.map((vector) => v128.xor(vector, body.bits(SIGN))),
  abs: (body: Body, x: Pack) => x.map((vector) => v128.and(vector, body.bits(MAGNITUDE))),
  round,
  ramp,
} as const satisfies Partial<Record<OperationName, unknown>>;

/** The steps that others are made of, in line or out of line. */
export interface Elementary {
  readonly exp: Step;
  readonly log: Step;
}

function madeOf({ exp, log }: Elementary) {
  const one = (body: Body) => body.number(1);
  return {
    exp,
    log,
    power: (body: Body, x: Pack, y: Pack) =>
      exp(body, each(body, [y, log(body, x)], f64x2.multiply)),
    logistic: (body: Body, x: Pack) => {
      const decay = exp(body, WITH_CONSTANTS.negate(body, x));
      return each(body, [decay], (e) => f64x2.divide(one(body), f64x2.add(one(body), e)));
    },
  } as const satisfies Partial<Record<OperationName, unknown>>;
}

/** All operations but whole powers, whose exponent is no pack. */
export type Operations = Readonly<Record<Exclude<OperationName, 'wholePower'>, Step>>;

/** Gives every operation on packs, with the bits that it has on numbers. */
export function operationsWith(elementary: Elementary): Operations {
  const instructions = Object.entries(INSTRUCTIONS).map(([name, instruction]) => [
    name,
    instructionOnEach(instruction as (...vectors: Vector[]) => Vector),
  ]);
  return {
    ...Object.fromEntries(instructions),
    ...BOUNDS,
    ...WITH_CONSTANTS,
    ...madeOf(elementary),
  };
}

/** Makes numbers of truths: 1 and 0. */
export function numbersOf(body: Body, truths: Pack): Pack {
  return truths.map((truth) => v128.and(truth, body.number(1)));
}

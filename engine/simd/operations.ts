import type { OperationName } from '../formula/operation.ts';
import type { Body } from '../wasm/body.ts';
import type { Value } from '../wasm/code.ts';
import { each, type Pack, SIGN } from '../wasm/pack.ts';
import { f64x2, v128 } from '../wasm/vectors.ts';

type Vector = Value<'v128'>;
type Instruction = (...operands: Vector[]) => Vector;

/** Operations that are one instruction on each vector; a truth is a lane of ones. */
const INSTRUCTIONS = {
  add: f64x2.add,
  subtract: f64x2.subtract,
  multiply: f64x2.multiply,
  divide: f64x2.divide,
  negate: f64x2.negate,
  squareRoot: f64x2.squareRoot,
  floor: f64x2.floor,
  ceil: f64x2.ceil,
  abs: f64x2.abs,
  smaller: f64x2.min,
  larger: f64x2.max,
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
} satisfies Partial<Record<OperationName, unknown>>;

/** Gives the instruction of an operation that is one. */
export function instructionOf(operation: OperationName): Instruction | undefined {
  return (INSTRUCTIONS as unknown as Partial<Record<OperationName, Instruction>>)[operation];
}

/** Rounds halves away from zero, as `round` in arithmetic/round.ts does. */
export function round(body: Body, xs: Pack): Pack {
  const whole = each(body, [xs], f64x2.truncate);
  return each(body, [xs, whole], (x, w) => {
    const isNear = f64x2.less(f64x2.abs(f64x2.subtract(x, w)), body.number(0.5));
    const isWhole = f64x2.equal(w, x);
    const sign = v128.or(v128.and(x, body.bits(SIGN)), body.number(1));
    const kept = f64x2.add(w, body.number(0));
    return v128.select(kept, f64x2.add(w, sign), v128.or(isNear, isWhole));
  });
}

/** Computes the area below a ramp, as in arithmetic/ramp.ts. */
function area(body: Body, us: Pack, spans: Pack): Pack {
  return each(body, [us, spans], (u, span) => {
    const zero = body.number(0);
    const two = body.number(2);
    const rising = f64x2.divide(f64x2.multiply(u, u), f64x2.multiply(two, span));
    const beyond = f64x2.subtract(u, f64x2.divide(span, two));
    const reached = v128.select(rising, beyond, f64x2.less(u, span));
    return v128.select(zero, reached, f64x2.lessEqual(u, zero));
  });
}

/** Computes a ramp, as `ramp` in arithmetic/ramp.ts does. */
export function ramp(body: Body, starts: Pack, ends: Pack, dates: Pack, spans: Pack): Pack {
  const late = area(body, each(body, [ends, dates], f64x2.subtract), spans);
  const early = area(body, each(body, [starts, dates], f64x2.subtract), spans);
  const means = late.map((one, at) =>
    f64x2.divide(f64x2.subtract(one, early[at]!), f64x2.subtract(ends[at]!, starts[at]!)),
  );
  return each(body, [means, starts, ends, dates, spans], (mean, start, end, date, span) => {
    const isAfter = f64x2.greaterEqual(start, f64x2.add(date, span));
    const from = v128.select(body.number(1), mean, isAfter);
    return v128.select(body.number(0), from, f64x2.lessEqual(end, date));
  });
}

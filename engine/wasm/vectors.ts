import { checkTypes, type Value } from './code.ts';
import { instruction, load, store, vector } from './instruction.ts';
import { unsigned } from './leb128.ts';

const TWO = ['v128', 'v128'] as const;

/** Instructions on the bits of vectors: whole lanes of ones are true, of zeros false. */
export const v128 = {
  not: instruction(vector(0x4d), ['v128'], 'v128'),
  and: instruction(vector(0x4e), TWO, 'v128'),
  /** Keeps the bits of the first that the second does not have. */
  andNot: instruction(vector(0x4f), TWO, 'v128'),
  or: instruction(vector(0x50), TWO, 'v128'),
  xor: instruction(vector(0x51), TWO, 'v128'),
  /** Takes bits of the first where the third has ones, of the second elsewhere. */
  select: instruction(vector(0x52), ['v128', 'v128', 'v128'], 'v128'),
  anyTrue: instruction(vector(0x53), ['v128'], 'i32'),
  load: load(vector(0x00), 4, 'v128'),
  /** Reads one double into both lanes. */
  loadSplat: load(vector(0x0a), 3, 'v128'),
  /** Reads one double into the first lane, and zero into the second. */
  loadFirst: load(vector(0x5d), 3, 'v128'),
  /** Reads one double into the second lane of a vector. */
  loadSecond: (address: Value<'i32'>, into: Value<'v128'>, offset = 0): Value<'v128'> => {
    checkTypes('load', ['i32', 'v128'], [address, into]);
    return {
      type: 'v128',
      code: [address.code, into.code, vector(0x57), 3, unsigned(offset), 1],
    };
  },
  store: store(vector(0x0b), 4, 'v128'),
  storeFirst: store(vector(0x5b), 3, 'v128', [0]),
  storeSecond: store(vector(0x5b), 3, 'v128', [1]),
};

function takeLane(lane: 0 | 1): (vector: Value<'v128'>) => Value<'f64'> {
  return instruction([...vector(0x21), lane], ['v128'], 'f64');
}

function replaceLane(lane: 0 | 1): (into: Value<'v128'>, value: Value<'f64'>) => Value<'v128'> {
  return instruction([...vector(0x22), lane], ['v128', 'f64'], 'v128');
}

/** Instructions on two doubles. */
export const f64x2 = {
  splat: instruction(vector(0x14), ['f64'], 'v128'),
  first: takeLane(0),
  second: takeLane(1),
  withFirst: replaceLane(0),
  withSecond: replaceLane(1),
  equal: instruction(vector(0x47), TWO, 'v128'),
  unequal: instruction(vector(0x48), TWO, 'v128'),
  less: instruction(vector(0x49), TWO, 'v128'),
  greater: instruction(vector(0x4a), TWO, 'v128'),
  lessEqual: instruction(vector(0x4b), TWO, 'v128'),
  greaterEqual: instruction(vector(0x4c), TWO, 'v128'),
  ceil: instruction(vector(0x74), ['v128'], 'v128'),
  floor: instruction(vector(0x75), ['v128'], 'v128'),
  truncate: instruction(vector(0x7a), ['v128'], 'v128'),
  abs: instruction(vector(0xec), ['v128'], 'v128'),
  squareRoot: instruction(vector(0xef), ['v128'], 'v128'),
  add: instruction(vector(0xf0), TWO, 'v128'),
  subtract: instruction(vector(0xf1), TWO, 'v128'),
  multiply: instruction(vector(0xf2), TWO, 'v128'),
  divide: instruction(vector(0xf3), TWO, 'v128'),
  max: instruction(vector(0xf5), TWO, 'v128'),
  /** Gives the second where it is less than the first, else the first: one machine instruction. */
  secondIfLess: instruction(vector(0xf6), TWO, 'v128'),
  /** Gives the second where the first is less than it, else the first: one machine instruction. */
  secondIfGreater: instruction(vector(0xf7), TWO, 'v128'),
};

/** Instructions on two integers of 64 bits. */
export const i64x2 = {
  bitmask: instruction(vector(0xc4), ['v128'], 'i32'),
  shiftLeft: instruction(vector(0xcb), ['v128', 'i32'], 'v128'),
  /** Shifts in zeros, whatever the sign. */
  shiftRight: instruction(vector(0xcd), ['v128', 'i32'], 'v128'),
  add: instruction(vector(0xce), TWO, 'v128'),
  subtract: instruction(vector(0xd1), TWO, 'v128'),
  equal: instruction(vector(0xd6), TWO, 'v128'),
  greater: instruction(vector(0xd9), TWO, 'v128'),
};

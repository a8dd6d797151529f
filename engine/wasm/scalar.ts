import type { Value } from './code.ts';
import { bytesOfDouble } from './constants.ts';
import { instruction, load, store } from './instruction.ts';
import { signed } from './leb128.ts';

/** Instructions on integers of 32 bits: addresses, counts and the truth of a condition. */
export const i32 = {
  /**
   * Gives an integer that is written in the code.
   *
   * Errors: throws on what is no signed integer of 32 bits.
   */
  constant: (value: number): Value<'i32'> => {
    if ((value | 0) !== value) throw new RangeError(`${value} is no signed integer of 32 bits`);
    return { type: 'i32', code: [0x41, signed(BigInt(value))] };
  },
  isZero: instruction([0x45], ['i32'], 'i32'),
  equal: instruction([0x46], ['i32', 'i32'], 'i32'),
  unequal: instruction([0x47], ['i32', 'i32'], 'i32'),
  less: instruction([0x48], ['i32', 'i32'], 'i32'),
  greater: instruction([0x4a], ['i32', 'i32'], 'i32'),
  lessEqual: instruction([0x4c], ['i32', 'i32'], 'i32'),
  greaterEqual: instruction([0x4e], ['i32', 'i32'], 'i32'),
  add: instruction([0x6a], ['i32', 'i32'], 'i32'),
  subtract: instruction([0x6b], ['i32', 'i32'], 'i32'),
  multiply: instruction([0x6c], ['i32', 'i32'], 'i32'),
  and: instruction([0x71], ['i32', 'i32'], 'i32'),
  or: instruction([0x72], ['i32', 'i32'], 'i32'),
  shiftLeft: instruction([0x74], ['i32', 'i32'], 'i32'),
  shiftRight: instruction([0x76], ['i32', 'i32'], 'i32'),
  ofDouble: instruction([0xfc, 0x02], ['f64'], 'i32'),
  load: load([0x28], 2, 'i32'),
  store: store([0x36], 2, 'i32'),
};

/** Instructions on single doubles. */
export const f64 = {
  /** Gives a number that is written in the code, by its bits. */
  constant: (value: number): Value<'f64'> => {
    return { type: 'f64', code: [0x44, bytesOfDouble(value)] };
  },
  equal: instruction([0x61], ['f64', 'f64'], 'i32'),
  unequal: instruction([0x62], ['f64', 'f64'], 'i32'),
  less: instruction([0x63], ['f64', 'f64'], 'i32'),
  greater: instruction([0x64], ['f64', 'f64'], 'i32'),
  lessEqual: instruction([0x65], ['f64', 'f64'], 'i32'),
  greaterEqual: instruction([0x66], ['f64', 'f64'], 'i32'),
  abs: instruction([0x99], ['f64'], 'f64'),
  negate: instruction([0x9a], ['f64'], 'f64'),
  ceil: instruction([0x9b], ['f64'], 'f64'),
  floor: instruction([0x9c], ['f64'], 'f64'),
  truncate: instruction([0x9d], ['f64'], 'f64'),
  squareRoot: instruction([0x9f], ['f64'], 'f64'),
  add: instruction([0xa0], ['f64', 'f64'], 'f64'),
  subtract: instruction([0xa1], ['f64', 'f64'], 'f64'),
  multiply: instruction([0xa2], ['f64', 'f64'], 'f64'),
  divide: instruction([0xa3], ['f64', 'f64'], 'f64'),
  min: instruction([0xa4], ['f64', 'f64'], 'f64'),
  max: instruction([0xa5], ['f64', 'f64'], 'f64'),
  ofInteger: instruction([0xb7], ['i32'], 'f64'),
  load: load([0x2b], 3, 'f64'),
  store: store([0x39], 3, 'f64'),
};

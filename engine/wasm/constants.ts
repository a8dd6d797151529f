import type { Constant, Value } from './code.ts';
import { vector } from './instruction.ts';

/** Gives the eight bytes of a double as they stand in memory. */
export function bytesOfDouble(value: number): readonly number[] {
  return [...new Uint8Array(Float64Array.of(value).buffer)];
}

function bytesOfInteger(value: bigint): readonly number[] {
  if (BigInt.asUintN(64, value) !== value) {
    throw new RangeError(`${value} is no unsigned integer of 64 bits`);
  }
  return [...new Uint8Array(BigUint64Array.of(value).buffer)];
}

const VECTOR_TYPE = 0x7b;
const IMMUTABLE = 0;

/**
 * The vectors of a module that never change, as globals: an instruction that holds a vector puts it together from
 * integers each time that it runs, and a global is one read.
 */
export class Constants {
  readonly #known = new Map<number | bigint | '-0', Value<'v128'>>();
  readonly #indices = new Map<Constant, number>();

  #add(bytes: readonly number[]): Value<'v128'> {
    const constant: Constant = { kind: 'constant', bytes };
    this.#indices.set(constant, this.#indices.size);
    return { type: 'v128', code: [0x23, constant] };
  }

  #keep(key: number | bigint | '-0', make: () => readonly number[]): Value<'v128'> {
    const value = this.#known.get(key) ?? this.#add(make());
    this.#known.set(key, value);
    return value;
  }

  /** Gives a number, by its bits, in both lanes. */
  number(value: number): Value<'v128'> {
    // A map takes -0 for 0.
    return this.#keep(Object.is(value, -0) ? '-0' : value, () => bytesOfDouble(value));
  }

  /** Gives an unsigned integer of 64 bits in both lanes. */
  bits(value: bigint): Value<'v128'> {
    return this.#keep(value, () => bytesOfInteger(value));
  }

  /**
   * Gives the number of a constant among the globals.
   *
   * Errors: throws on a constant of another module.
   */
  indexOf(constant: Constant): number {
    const index = this.#indices.get(constant);
    if (index === undefined) throw new Error('a constant of another module is used');
    return index;
  }

  /** Writes each constant as a global. */
  globals(): readonly (readonly number[])[] {
    return [...this.#indices.keys()].map(({ bytes }) => {
      return [VECTOR_TYPE, IMMUTABLE, ...vector(0x0c), ...bytes, ...bytes, 0x0b];
    });
  }
}

import {
  type Code,
  checkTypes,
  type Statement,
  type Type,
  type Value,
  type Values,
} from './code.ts';
import { unsigned } from './leb128.ts';

/** The prefix of all instructions on vectors. */
const VECTOR_PREFIX = 0xfd;

/** Gives the bytes of an instruction on vectors. */
export function vector(opcode: number): number[] {
  return [VECTOR_PREFIX, ...unsigned(opcode)];
}

/** Makes the function that applies an instruction to its operands. */
export function instruction<const T extends readonly Type[], G extends Type>(
  bytes: Code,
  takes: T,
  gives: G,
): (...operands: Values<T>) => Value<G> {
  const what = `instruction ${bytes.join(' ')}`;
  return (...operands) => {
    checkTypes(what, takes, operands);
    const code = operands.map((operand) => operand.code);
    code.push(bytes);
    return { type: gives, code };
  };
}

/** Makes the function that reads a value from memory, at an address plus a fixed number of bytes. */
export function load<G extends Type>(
  bytes: Code,
  alignment: number,
  gives: G,
): (address: Value<'i32'>, offset?: number) => Value<G> {
  return (address, offset = 0) => {
    checkTypes('load', ['i32'], [address]);
    return { type: gives, code: [address.code, bytes, alignment, unsigned(offset)] };
  };
}

/** Makes the function that writes a value to memory, at an address plus a fixed number of bytes. */
export function store<T extends Type>(
  bytes: Code,
  alignment: number,
  takes: T,
  lane: Code = [],
): (address: Value<'i32'>, value: Value<T>, offset?: number) => Statement {
  return (address, value, offset = 0) => {
    checkTypes('store', ['i32', takes], [address, value]);
    const code = [address.code, value.code, bytes, alignment, unsigned(offset), lane];
    return { type: null, code };
  };
}

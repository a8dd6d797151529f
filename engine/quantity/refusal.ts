import type { ProblemCode } from '../problem.ts';

/** Why a piece of text was not understood; `offset` and `length` say which part of it. */
export interface Refusal {
  readonly refused: ProblemCode;
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly hint?: string;
}

/** Makes a refusal of the part of a text from `offset` on. */
export function refuse(
  refused: ProblemCode,
  message: string,
  offset: number,
  length: number,
  hint?: string,
): Refusal {
  return { refused, message, offset, length, ...(hint === undefined ? {} : { hint }) };
}

/** Tells a refusal from a value. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

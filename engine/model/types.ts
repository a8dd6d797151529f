import { type Dimension, isNone, isSame, NONE, showDimension } from '../quantity/dimension.ts';

/** What a part of a formula yields. A literal 0 has no dimension of its own: it fits any. */
export type Type =
  | { readonly kind: 'number'; readonly dimension: Dimension | 'any' }
  | { readonly kind: 'date' }
  | { readonly kind: 'condition' };

/** The type of a plain number. */
export const PLAIN: Type = { kind: 'number', dimension: NONE };

/** The type of a condition. */
export const CONDITION: Type = { kind: 'condition' };

/** The type of a date. */
export const DATE: Type = { kind: 'date' };

/** Makes the type of a number that measures something. */
export function measuring(dimension: Dimension): Type {
  return { kind: 'number', dimension };
}

/** Finds the one type that both are; null where they differ. */
export function unify(a: Type, b: Type): Type | null {
  if (a.kind !== 'number' || b.kind !== 'number') return a.kind === b.kind ? a : null;
  if (a.dimension === 'any') return b;
  if (b.dimension === 'any') return a;
  return isSame(a.dimension, b.dimension) ? a : null;
}

/** Gives the dimension of a number; a literal 0 counts as plain. */
export function dimensionOf(type: Type): Dimension | null {
  if (type.kind !== 'number') return null;
  return type.dimension === 'any' ? NONE : type.dimension;
}

/** Tells whether a type is a plain number. */
export function isPlain(type: Type): boolean {
  return type.kind === 'number' && (type.dimension === 'any' || isNone(type.dimension));
}

/** Prints a type for a message. */
export function showType(type: Type): string {
  if (type.kind === 'condition') return 'a condition';
  if (type.kind === 'date') return 'a date';
  return type.dimension === 'any' ? '0' : showDimension(type.dimension);
}

import type { Expression } from '../formula/expression.ts';
import type { FunctionRow } from '../formula/functions.ts';
import { complain, type Scope } from './scope.ts';
import { showType, type Type, unify } from './types.ts';

/** A function call. */
export type Call = Extract<Expression, { kind: 'call' }>;

/** Checks a part of a formula and finds what it yields. */
export type Check = (scope: Scope, expression: Expression) => Type | null;

/** What a rule sees of a call. */
export interface Site {
  readonly scope: Scope;
  readonly call: Call;
  readonly row: FunctionRow;
  readonly check: Check;
}

/** Reports that an operand is not what the function takes. */
export function wants({ scope, call }: Site, at: number, what: string, got: Type): null {
  const operand = call.operands[at]!;
  return complain(
    scope,
    'unit-mismatch',
    operand.span,
    `${call.callee} wants ${what} here, this is ${showType(got)}`,
  );
}

/** Checks every operand; null where something is wrong. */
export function eachType({ scope, call, check }: Site): readonly Type[] | null {
  const types = call.operands.map((operand) => check(scope, operand));
  return types.every((type) => type !== null) ? types : null;
}

/** Finds the one type of the operands from `from` on. */
export function allSame(site: Site, types: readonly Type[], from: number): Type | null {
  let type = types[from]!;
  for (let at = from; at < types.length; at++) {
    if (types[at]!.kind === 'condition') return wants(site, at, 'a number', types[at]!);
    const both = unify(type, types[at]!);
    if (both === null) return wants(site, at, showType(type), types[at]!);
    type = both;
  }
  return type;
}

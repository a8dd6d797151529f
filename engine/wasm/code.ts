/** The types of values that a function computes with; a vector holds two doubles or two integers. */
export type Type = 'i32' | 'f64' | 'v128';

/** Values of given types, one by one. */
export type Values<T extends readonly Type[]> = { readonly [I in keyof T]: Value<T[I]> };

/** A function of a module: one that is written, or one that the module's host brings. */
export interface Callee<
  T extends readonly Type[] = readonly Type[],
  G extends readonly Type[] = readonly Type[],
> {
  readonly name: string;
  readonly takes: T;
  readonly gives: G;
}

/** A parameter or a local of one function. */
export interface Local<T extends Type = Type> {
  readonly kind: 'local';
  readonly type: T;
  /** The body of its function. */
  readonly owner: object;
}

/** A vector of a module that never changes. */
export interface Constant {
  readonly kind: 'constant';
  readonly bytes: readonly number[];
}

/** A place that a branch goes to: the end of a block or an if, or the head of a loop. */
export interface Label {
  readonly of: 'block' | 'if' | 'loop';
}

/** What becomes bytes only within its function, for there it goes by a number. */
export type Reference =
  | Local
  | Constant
  | { readonly kind: 'release'; readonly locals: readonly Local[] }
  | { readonly kind: 'function'; readonly callee: Callee }
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'open'; readonly label: Label }
  | { readonly kind: 'close'; readonly label: Label };

/** Instructions: bytes, references, and lists of both, so that to compose code is to nest it. */
export type Code = readonly (number | Reference | Code)[];

/** Code that leaves one value behind. Where it stands twice it is computed twice: see `Body.let`. */
export interface Value<T extends Type = Type> {
  readonly type: T;
  readonly code: Code;
}

/** Code that leaves nothing behind. */
export interface Statement {
  readonly type: null;
  readonly code: Code;
}

function areOf(types: readonly Type[], values: readonly Value[]): boolean {
  return types.length === values.length && types.every((type, at) => type === values[at]!.type);
}

/** Holds operands against what is taken: lists made at run time escape the compiler. */
export function checkTypes(what: string, wanted: readonly Type[], given: readonly Value[]): void {
  if (areOf(wanted, given)) return;
  const types = given.map(({ type }) => type);
  throw new TypeError(`${what}: (${wanted.join(', ')}) are wanted, not (${types.join(', ')})`);
}

import type { Callee, Code, Constant, Label, Local, Reference, Type } from './code.ts';
import { unsigned } from './leb128.ts';

/** The bytes of types, as the binary format spells them. */
export const TYPE_BYTES: Readonly<Record<Type, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

/** More locals than this no host takes. */
const MOST_LOCALS = 50_000;

/** What references stand for in one function. */
export interface Scope {
  readonly parameters: readonly Local[];
  readonly locals: readonly Local[];
  readonly functionIndex: (callee: Callee) => number;
  readonly constantIndex: (constant: Constant) => number;
}

/** Writes one function's code as bytes, and finds what its references stand for. */
class Encoder {
  readonly #scope: Scope;
  readonly #indices: ReadonlyMap<Local, number>;
  readonly #open: Label[] = [];
  readonly bytes: number[] = [];

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#indices = new Map([...scope.parameters, ...scope.locals].map((local, at) => [local, at]));
  }

  #index(local: Local): number {
    const index = this.#indices.get(local);
    if (index === undefined) throw new Error('a local of another function is used');
    return index;
  }

  #depth(label: Label): number {
    const at = this.#open.lastIndexOf(label);
    if (at < 0) throw new Error('a branch goes to a block that it does not stand in');
    return this.#open.length - 1 - at;
  }

  #resolve(reference: Reference): readonly number[] {
    switch (reference.kind) {
      case 'local':
        return unsigned(this.#index(reference.local));
      case 'function':
        return unsigned(this.#scope.functionIndex(reference.callee));
      case 'constant':
        return unsigned(this.#scope.constantIndex(reference.constant));
      case 'label':
        return unsigned(this.#depth(reference.label));
      case 'open':
        this.#open.push(reference.label);
        return [];
      case 'close':
        this.#open.pop();
        return [];
    }
  }

  /** Goes through nested code with a list of its own: sums of thousands of terms nest as deep. */
  write(code: Code): void {
    const rest: (number | Reference | Code)[] = [code];
    for (let piece = rest.pop(); piece !== undefined; piece = rest.pop()) {
      if (typeof piece === 'number') this.bytes.push(piece);
      else if ('kind' in piece) this.bytes.push(...this.#resolve(piece));
      else for (let at = piece.length - 1; at >= 0; at--) rest.push(piece[at]!);
    }
  }
}

/** Declares locals, each run of one type by its length. */
function declarations(locals: readonly Local[]): number[] {
  const runs: { type: Type; length: number }[] = [];
  for (const { type } of locals) {
    const last = runs.at(-1);
    if (last?.type === type) last.length += 1;
    else runs.push({ type, length: 1 });
  }
  const bytes = runs.flatMap(({ type, length }) => [...unsigned(length), TYPE_BYTES[type]]);
  return [...unsigned(runs.length), ...bytes];
}

/**
 * Encodes a function's locals and code.
 *
 * Errors: throws on what is not of this function or its module, and on too many locals.
 */
export function encodeFunction(code: Code, scope: Scope): readonly number[] {
  const count = scope.parameters.length + scope.locals.length;
  if (count > MOST_LOCALS) throw new RangeError(`${count} locals in one function`);
  const encoder = new Encoder(scope);
  encoder.write([code, 0x0b]);
  return declarations(scope.locals).concat(encoder.bytes);
}

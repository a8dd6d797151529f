import type { Callee, Code, Constant, Label, Local, Reference, Type } from './code.ts';
import { Numbering } from './numbering.ts';
import { Sink } from './sink.ts';

/** The bytes of types, as the binary format spells them. */
export const TYPE_BYTES: Readonly<Record<Type, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

/** What references stand for in one function. */
export interface Scope {
  /** Whose locals these are. */
  readonly owner: object;
  readonly parameters: readonly Local[];
  readonly functionIndex: (callee: Callee) => number;
  readonly constantIndex: (constant: Constant) => number;
}

const END = 0x0b;
const SET = 0x21;

/** Writes one function's code as bytes, and finds what its references stand for. */
class Encoder {
  readonly #scope: Scope;
  readonly #open: Label[] = [];
  readonly numbering: Numbering;
  readonly sink = new Sink();

  constructor(scope: Scope) {
    this.#scope = scope;
    this.numbering = new Numbering(scope.owner, scope.parameters);
  }

  #depth(label: Label): number {
    const at = this.#open.lastIndexOf(label);
    if (at < 0) throw new Error('a branch goes to a block that it does not stand in');
    return this.#open.length - 1 - at;
  }

  #resolve(reference: Reference, opcode: number): void {
    switch (reference.kind) {
      case 'local':
        this.sink.unsigned(this.numbering.of(reference, opcode === SET));
        break;
      case 'release':
        this.numbering.release(reference.locals);
        break;
      case 'constant':
        this.sink.unsigned(this.#scope.constantIndex(reference));
        break;
      case 'function':
        this.sink.unsigned(this.#scope.functionIndex(reference.callee));
        break;
      case 'label':
        this.sink.unsigned(this.#depth(reference.label));
        break;
      case 'open':
        this.#open.push(reference.label);
        break;
      case 'close':
        this.#open.pop();
    }
  }

  /** Goes through nested code with a list of its own: sums of thousands of terms nest as deep. */
  write(code: Code): void {
    const rest: (number | Reference | Code)[] = [code];
    let opcode = 0;
    for (let piece = rest.pop(); piece !== undefined; piece = rest.pop()) {
      if (typeof piece === 'number') {
        this.sink.byte(piece);
        opcode = piece;
      } else if ('kind' in piece) this.#resolve(piece, opcode);
      else for (let at = piece.length - 1; at >= 0; at--) rest.push(piece[at]!);
    }
  }
}

/** Declares locals, each run of one type by its length. */
function declare(types: readonly Type[], sink: Sink): void {
  const runs: { type: Type; length: number }[] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.type === type) last.length += 1;
    else runs.push({ type, length: 1 });
  }
  sink.unsigned(runs.length);
  for (const { type, length } of runs) {
    sink.unsigned(length);
    sink.byte(TYPE_BYTES[type]);
  }
}

/**
 * Encodes a function's locals and code.
 *
 * Errors: throws on what is not of this function or its module, on a local that is read where it holds nothing yet or
 * no longer, and on too many locals.
 */
export function encodeFunction(code: Code, scope: Scope): Uint8Array {
  const encoder = new Encoder(scope);
  encoder.write([code, END]);
  const sink = new Sink();
  declare(encoder.numbering.declared, sink);
  sink.append(encoder.sink.written());
  return sink.written();
}

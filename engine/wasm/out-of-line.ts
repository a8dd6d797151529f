import type { Body } from './body.ts';
import type { Type } from './code.ts';
import type { ModuleWriter } from './module-writer.ts';
import type { Pack } from './pack.ts';
import { i32 } from './scalar.ts';
import { v128 } from './vectors.ts';

/** Writes what is done with packs, and returns the pack that comes out. */
export type Step = (body: Body, ...packs: readonly Pack[]) => Pack;

/** Where a function out of line stands. */
export interface Place {
  /** How many packs it takes. */
  readonly operands: number;
  /** How many vectors each pack has. */
  readonly width: number;
  /** An address of 16 bytes for each vector, free for what comes out; a guarded step keeps what it is given behind. */
  readonly results: number;
}

/** Bytes of a vector. */
export const VECTOR = 16;

/** Puts a pack into memory. */
export function storePack(body: Body, address: number, pack: Pack): void {
  for (const [at, vector] of pack.entries()) {
    body.do(v128.store(i32.constant(address), vector, at * VECTOR));
  }
}

/** Takes a pack from memory; it may be used any number of times. */
export function loadPack(body: Body, address: number, width: number): Pack {
  const from = i32.constant(address);
  return Array.from({ length: width }, (_, at) => body.let(v128.load(from, at * VECTOR)));
}

/** Gives the types of so many vectors. */
export function vectorsTaken(count: number): readonly Type[] {
  return Array.from({ length: count }, () => 'v128');
}

/**
 * Defines a step as a function of its own, and returns the step that calls it: slower than in line, and far less code
 * where it is needed in many places. Results go through memory, since hosts pass at most two in registers and Node 20
 * puts vectors that are returned in an order in which they wait for each other.
 */
export function outOfLine(module: ModuleWriter, name: string, place: Place, step: Step): Step {
  const { operands, width, results } = place;
  const callee = module.define(name, vectorsTaken(operands * width), [], (body, ...parameters) => {
    const vectors = parameters as Pack;
    const packs = Array.from({ length: operands }, (_, at) =>
      vectors.slice(at * width, (at + 1) * width),
    );
    storePack(body, results, step(body, ...packs));
    return [];
  });
  return (body, ...packs) => {
    body.call(callee, ...packs.flat());
    return loadPack(body, results, width);
  };
}

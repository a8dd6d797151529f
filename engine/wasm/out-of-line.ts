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
  /** An address of 16 bytes for each vector, free for what comes out. */
  readonly results: number;
}

const BYTES = 16;

/**
 * Defines a step as a function of its own, and returns the step that calls it: slower than in line, and far less code
 * where it is needed in many places. Results go through memory, since hosts pass at most two in registers and Node 20
 * puts vectors that are returned in an order in which they wait for each other.
 */
export function outOfLine(module: ModuleWriter, name: string, place: Place, step: Step): Step {
  const { operands, width, results } = place;
  const address = i32.constant(results);
  const takes: readonly Type[] = Array.from({ length: operands * width }, () => 'v128');
  const callee = module.define(name, takes, [], (body, ...parameters) => {
    const vectors = parameters as Pack;
    const packs = Array.from({ length: operands }, (_, at) =>
      vectors.slice(at * width, (at + 1) * width),
    );
    for (const [at, vector] of step(body, ...packs).entries()) {
      body.do(v128.store(address, vector, at * BYTES));
    }
    return [];
  });
  return (body, ...packs) => {
    body.call(callee, ...packs.flat());
    return Array.from({ length: width }, (_, at) => body.let(v128.load(address, at * BYTES)));
  };
}

import type { Body } from './body.ts';
import type { ModuleWriter } from './module-writer.ts';
import { loadPack, type Place, type Step, storePack, VECTOR, vectorsTaken } from './out-of-line.ts';
import type { Pack } from './pack.ts';
import { v128 } from './vectors.ts';

/** What usual numbers would come to, and where any bit is set, a lane for which it does not hold. */
export interface Guess {
  readonly results: Pack;
  readonly unusual: Pack;
}

/** A step of one operand with a quick way for usual numbers beside the way for all. */
export interface Guarded {
  readonly usual: (body: Body, pack: Pack) => Guess;
  readonly any: Step;
}

/**
 * Defines a guarded step out of line. What was given waits in memory behind the results, where the function for all
 * numbers finds it: nothing has to stay in a register for what hardly ever happens, which a processor soon foresees.
 */
export function guardedOutOfLine(
  module: ModuleWriter,
  name: string,
  { width, results }: Omit<Place, 'operands'>,
  { usual, any }: Guarded,
): Step {
  const given = results + width * VECTOR;
  const slow = module.define(`${name}OfAny`, [], [], (body) => {
    const all = body.scope(() => any(body, loadPack(body, given, width)));
    storePack(body, results, all);
    return [];
  });
  const quick = module.define(name, vectorsTaken(width), [], (body, ...vectors) => {
    const xs = vectors as Pack;
    storePack(body, given, xs);
    const guess = usual(body, xs);
    storePack(body, results, guess.results);
    body.if(v128.anyTrue(guess.unusual.reduce((a, b) => v128.or(a, b))), () => {
      body.call(slow);
    });
    return [];
  });
  return (body, pack) => {
    body.call(quick, ...pack!);
    return loadPack(body, results, width);
  };
}

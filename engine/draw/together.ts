import type { Copula } from '../distribution/gaussian-copula.ts';
import type { Correlate } from './correlate.ts';

/** Gives the uniforms of an input by its name. */
export type Uniforms = (name: string) => Float64Array;

/**
 * Draws the inputs of each copula together, all of them when the first is asked for, and any other input alone.
 * Which inputs a run asks for, and in what order, changes no bits.
 */
export function drawTogether(
  alone: Uniforms,
  copulas: readonly Copula[],
  correlate: Correlate,
): Uniforms {
  const copulaOf = new Map(copulas.flatMap((copula) => copula.names.map((name) => [name, copula])));
  const known = new Map<string, Float64Array>();
  return (name) => {
    const copula = copulaOf.get(name);
    if (copula === undefined) return alone(name);
    if (!known.has(name)) {
      const columns = correlate(copula.names.map(alone), copula.factor);
      for (const [index, column] of columns.entries()) known.set(copula.names[index]!, column);
    }
    return known.get(name)!;
  };
}

import { latinHypercube } from './latin-hypercube.ts';
import { PURPOSE, streamKey, uniformAt } from './stream.ts';

/** How draws are made: everything that a uniform depends on but its name, draw and step. */
export interface Sampling {
  readonly seed: string;
  readonly sampling: 'random' | 'latin-hypercube';
  readonly draws: number;
}

/**
 * Draws the uniforms of one uncertainty.
 *
 * Shape: one per draw. With random sampling fewer draws are the beginning of more.
 */
export function uncertaintyUniforms(sampling: Sampling, name: string): Float64Array {
  const key = streamKey(sampling.seed, name);
  const uniforms = new Float64Array(sampling.draws);
  for (let draw = 0; draw < sampling.draws; draw++) {
    uniforms[draw] = uniformAt(key, draw, 0, PURPOSE.uncertainty);
  }
  return sampling.sampling === 'random' ? uniforms : latinHypercube(key, uniforms);
}

/**
 * Draws the uniforms of one shock, always independent of each other.
 *
 * Shape: `[step * draws + draw]`.
 */
export function shockUniforms(sampling: Sampling, name: string, steps: number): Float64Array {
  const key = streamKey(sampling.seed, name);
  const { draws } = sampling;
  const uniforms = new Float64Array(steps * draws);
  for (let step = 0; step < steps; step++) {
    for (let draw = 0; draw < draws; draw++) {
      uniforms[step * draws + draw] = uniformAt(key, draw, step, PURPOSE.shock);
    }
  }
  return uniforms;
}

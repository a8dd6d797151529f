import type { Study } from '../engine/index.ts';
import type { ReadyStudy } from './open-study.ts';

/** The most draws that are interpreted. */
export const MOST_INTERPRETED = 100;

/** Equations that are interpreted at one step of one draw, in all: a slow machine takes half a minute for them. */
const MOST_EQUATIONS = 30_000_000;

/**
 * Leaves of a study as many draws as the interpreter, which is hundreds of times slower, can run soon, of all its
 * simulations. A part of a hypercube is none, so draws are random where they are fewer.
 */
export function fewDraws(
  { engine, ready }: Pick<ReadyStudy, 'engine' | 'ready'>,
  study: Study,
): Study {
  const { clock, equations } = ready.program.model;
  const perDraw = engine.listRuns(study).length * clock.steps * equations.length;
  const most = Math.max(1, Math.min(MOST_INTERPRETED, Math.floor(MOST_EQUATIONS / perDraw)));
  return study.draws <= most ? study : { ...study, draws: most, sampling: 'random' };
}

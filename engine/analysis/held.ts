import type { PreparedStudy } from '../simulation/prepare-study.ts';
import type { Held } from './results.ts';

/** Counts what the simulations of a study hold in every draw and step. */
export function recordHeld({ items, program, study }: PreparedStudy): Held {
  const unknowns = study.model.modules.flatMap((module) => module.unknowns);
  return {
    simulations: items.length,
    checks: program.model.checks.length,
    unknowns: unknowns.reduce((sum, { extent }) => sum + extent.elements.length, 0),
  };
}

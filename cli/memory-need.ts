import { totalmem } from 'node:os';
import type { CheckedStudy, Study } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import { countOf } from './number-text.ts';

type Program = NonNullable<CheckedStudy['ready']>['program'];

const BYTES = 8;
const GIGABYTE = 1024 ** 3;
/** What the program, its libraries and the code of a large model take whatever the draws: measured. */
const WITHOUT_DRAWS = 256 * 1024 ** 2;
/** Ranks of an outcome and whose they are, while drivers are sought. */
const RANK_BYTES = 12;

/** Counts the random columns of one draw: what is uncertain in the model, and what a scenario changes. */
function columnsPerDraw({ model, scenarios, validationScenarios }: Study): number {
  const own = model.modules.flatMap(({ assumptions }) =>
    assumptions.flatMap(({ settings }) => [...settings.values()]),
  );
  const changed = [...scenarios, ...validationScenarios].flatMap(({ assumptions }) =>
    [...assumptions.values()].flatMap((settings) => [...settings.values()]),
  );
  const isDrawn = ({ distribution }: { readonly distribution: unknown }) => distribution !== null;
  return own.filter(isDrawn).length + changed.filter(({ value }) => isDrawn(value)).length;
}

/** Counts the outcomes of one draw: of the simulations as drawn and what is selected from them, and of all. */
function outcomesPerDraw({ measures, scenarios, conditions }: Study) {
  const imposed = conditions.filter(({ kind }) => kind === 'impose').length;
  const each = measures.length * scenarios.length;
  return { asDrawn: each * (1 + conditions.length - imposed), all: each * (1 + conditions.length) };
}

/**
 * Estimates what one draw of a run takes in memory: shocks, random columns and answers throughout; beside them, first
 * the paths of one simulation and the outcomes of those as drawn, in the end all outcomes and ranks of some.
 */
function bytesPerDraw(study: Study, { model, answers }: Program): number {
  const { clock, trajectories, measures, scenarios, validations } = study;
  const shocks = clock.steps * model.variables.filter(({ kind }) => kind === 'shock').length;
  const columns = columnsPerDraw(study) + 2 * answers.length + 3 * validations.length;
  const { asDrawn, all } = outcomesPerDraw(study);
  const simulating = BYTES * (clock.steps * trajectories.length + asDrawn);
  const comparing = BYTES * all + RANK_BYTES * measures.length * scenarios.length;
  return BYTES * (shocks + columns) + Math.max(simulating, comparing);
}

/** A container may have less than the machine. */
function memoryHere(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/** Writes an amount of memory. */
export function gigabytes(bytes: number): string {
  return `${(bytes / GIGABYTE).toFixed(1)} GB`;
}

/**
 * Estimates the memory that a run takes, and refuses one that this machine cannot hold, before it begins.
 *
 * Units: bytes.
 * Errors: UsageError with the figures, the number of draws that would fit, and how to ask for it.
 */
export function checkMemory(study: Study, program: Program, memory = memoryHere()): number {
  const perDraw = bytesPerDraw(study, program);
  const need = WITHOUT_DRAWS + perDraw * study.draws;
  if (need <= memory) return need;
  const fits = Math.max(0, Math.floor((memory - WITHOUT_DRAWS) / perDraw / 1000) * 1000);
  const draws = countOf(study.draws, 'draw');
  throw new UsageError(
    `${draws} need about ${gigabytes(need)} of memory, and there are ${gigabytes(memory)}; at most ${countOf(fits, 'draw')} fit: ask for fewer with --draws`,
  );
}

import { totalmem } from 'node:os';
import type { CheckedStudy, Study } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import { countOf } from './number-text.ts';

type Program = NonNullable<CheckedStudy['ready']>['program'];

const BYTES = 8;
const GIGABYTE = 1024 ** 3;

/** Estimates what one draw of a run takes in memory: paths, shocks, random columns, outcomes and answers to validations. */
function bytesPerDraw(
  { clock, trajectories, measures, scenarios, conditions, validations }: Study,
  { model }: Program,
): number {
  const count = (kind: string) =>
    model.variables.filter((variable) => variable.kind === kind).length;
  const paths = clock.steps * (2 * trajectories.length + count('shock'));
  const columns = 2 * count('assumption');
  const outcomes = 2 * measures.length * scenarios.length * (1 + conditions.length);
  const answers = 3 * validations.length;
  return BYTES * (paths + columns + outcomes + answers);
}

/** A container may have less than the machine. */
function memoryHere(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/**
 * Refuses a run that this machine cannot hold, before it begins to.
 *
 * Errors: UsageError with the figures, the number of draws that would fit, and how to ask for it.
 */
export function checkMemory(study: Study, program: Program, memory = memoryHere()): void {
  const perDraw = bytesPerDraw(study, program);
  const need = perDraw * study.draws;
  if (need <= memory) return;
  const fits = Math.floor(memory / perDraw / 1000) * 1000;
  const show = (bytes: number) => `${(bytes / GIGABYTE).toFixed(1)} GB`;
  const draws = countOf(study.draws, 'draw');
  throw new UsageError(
    `${draws} need about ${show(need)} of memory, and there are ${show(memory)}; at most ${countOf(fits, 'draw')} fit: ask for fewer with --draws`,
  );
}

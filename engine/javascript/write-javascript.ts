import type { Routine, Routines } from '../kernel/routine.ts';
import type { SayingOf } from './routine-text.ts';
import { writeRoutine } from './write-routine.ts';

function namesOf(routines: readonly Routine[]): string {
  return routines.map(({ name }) => name).join(', ');
}

/**
 * Writes routines as JavaScript. Every number, name and word in it is ours; the author's formulas do not reach it
 * as text, except in comments that `sayingOf` gives, for people to read.
 *
 * Shape: columns C, aggregates A and answers O hold one number per draw of the block; K and S numbers of the run.
 */
export function writeJavascript(
  { starts, steps, answers }: Routines,
  sayingOf: SayingOf = () => null,
): string {
  const functions = [
    ...[...starts, ...steps].map((routine) => writeRoutine(routine, 'C, K, S, b, Z, n', sayingOf)),
    writeRoutine(answers, 'A, C, K, O, Z, n', sayingOf),
  ];
  const lists = `starts: [${namesOf(starts)}], steps: [${namesOf(steps)}]`;
  return `"use strict";\n${functions.join('\n\n')}\n\nreturn { ${lists}, answers };\n`;
}

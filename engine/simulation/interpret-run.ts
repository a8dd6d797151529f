import type { Program } from '../model/program.ts';
import type { RunResults } from './block.ts';
import { type DrawTrace, type InputAt, interpret } from './interpret.ts';

/** Interprets a draw as long as its values are finite, its systems solved and its checks hold; null where they are not. */
function soundTrace(program: Program, inputAt: InputAt): DrawTrace | null {
  let isSound = true;
  const trace = interpret(program, inputAt, {
    value: (_slot, _step, value) => (isSound &&= Number.isFinite(value)),
    check: (_index, _step, holds) => (isSound &&= holds),
    searched: (_solved, _step, { solved }) => {
      isSound &&= solved;
    },
  });
  return isSound && trace.answers.every(Number.isFinite) ? trace : null;
}

/**
 * Runs draws of one simulation by the interpreter, on the program as its author wrote it: what kernels must agree
 * with to the bit. Inputs are read by draw; paths are kept where the results have room for them.
 *
 * Errors: gives the first draw whose values are not all finite or that violates a check, and stops; null where none does.
 */
export function interpretRun(
  program: Program,
  inputsOf: (draw: number) => InputAt,
  draws: number,
  { answers, kept }: RunResults,
): number | null {
  const { steps } = program.model.clock;
  for (let draw = 0; draw < draws; draw++) {
    const trace = soundTrace(program, inputsOf(draw));
    if (trace === null) return draw;
    for (const [at, answer] of trace.answers.entries()) answers[at]![draw] = answer;
    for (const [at, path] of kept.entries()) {
      const slot = program.kept[at]!;
      for (let step = 0; step < steps; step++)
        path[step * draws + draw] = trace.valueAt(slot, step);
    }
  }
  return null;
}

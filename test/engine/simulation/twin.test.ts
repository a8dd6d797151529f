import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TIME_SLOTS } from '../../../engine/model/model.ts';
import type { Program } from '../../../engine/model/program.ts';
import { runBlock } from '../../../engine/simulation/block.ts';
import { BACK_ENDS, type BackEnd, openKernel } from '../../../engine/simulation/code.ts';
import { compile } from '../../../engine/simulation/compile.ts';
import { interpret } from '../../../engine/simulation/interpret.ts';
import { planProgram } from '../../../engine/simulation/plan.ts';
import { prepareRun } from '../../../engine/simulation/prepare-run.ts';
import { RANDOM_INPUTS, randomProgram, withRandomSystem } from '../../support/random-program.ts';

const STEPS = 7;
/** A block that vectors do not fill evenly. */
const BLOCK = 30;
const DRAWS = BLOCK + 9;

function wave(seed: number, length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => 3 * Math.sin(seed * 7.3 + i * 1.7));
}

function inputsFor(program: Program) {
  const steps = (at: (step: number) => number) =>
    Float64Array.from({ length: STEPS }, (_, t) => at(t));
  const { start } = program.model.clock;
  const stepped = new Map([
    [TIME_SLOTS.start as number, steps((t) => start + t)],
    [TIME_SLOTS.end, steps((t) => start + t + 1)],
    [TIME_SLOTS.calendar_year, steps(() => 2025)],
    [TIME_SLOTS.calendar_month, steps((t) => t + 4)],
    [RANDOM_INPUTS.levers[0], wave(1, STEPS)],
    [RANDOM_INPUTS.levers[1], wave(2, STEPS)],
  ]);
  const constants = new Map([
    [TIME_SLOTS.step as number, 1],
    [RANDOM_INPUTS.constants[0], 1.25],
    [RANDOM_INPUTS.constants[1], -0.5],
  ]);
  return { stepped, constants, drawn: new Map() };
}

function same(a: number, b: number): boolean {
  return Object.is(a, b);
}

function differences(program: Program, backEnd: BackEnd): readonly string[] {
  const [first, second] = RANDOM_INPUTS.drawn;
  const prepared = planProgram(program, new Set([first, second]));
  const inputs = inputsFor(program);
  const drawn = [wave(3, DRAWS), wave(4, DRAWS)];
  const shocks = [wave(5, STEPS * DRAWS)];
  const column = (length: number) => new Float64Array(length);
  const results = {
    answers: program.answers.map(() => column(DRAWS)),
    kept: program.kept.map(() => column(STEPS * DRAWS)),
  };
  const work = {
    plan: prepared.plan,
    kernel: openKernel(compile(prepared, backEnd, BLOCK), prepared.plan),
    numbers: prepareRun(prepared, inputs),
    inputs: { drawn, shocks },
    results,
    draws: DRAWS,
  };
  work.kernel.begin(work.numbers);
  const flaws = [runBlock(work, 0), runBlock(work, BLOCK)];
  const found: string[] = [];
  for (const draw of [0, 1, BLOCK - 1, BLOCK, DRAWS - 1]) {
    let end = STEPS;
    let violated = false;
    const trace = interpret(
      program,
      (slot, step) => {
        if (slot === RANDOM_INPUTS.shock) return shocks[0]![step * DRAWS + draw]!;
        if (slot === first || slot === second) return drawn[slot - first]![draw]!;
        return inputs.stepped.get(slot)?.[step] ?? inputs.constants.get(slot)!;
      },
      {
        value: () => true,
        check: (_index, _step, holds) => {
          if (!holds) violated = true;
          return true;
        },
        searched: (_solved, step, { solved }) => {
          if (!solved) end = step;
        },
      },
    );
    for (let step = 0; step < end; step++) {
      const [kernel, twin] = [
        results.kept[0]![step * DRAWS + draw]!,
        trace.valueAt(program.kept[0]!, step),
      ];
      if (!same(kernel, twin)) found.push(`draw ${draw} step ${step}: ${kernel} and ${twin}`);
    }
    for (const [index, answer] of trace.answers.entries()) {
      if (!same(results.answers[index]![draw]!, answer)) found.push(`draw ${draw} answer ${index}`);
    }
    const flawed =
      violated ||
      end < STEPS ||
      program.model.equations.some(({ slot }) =>
        Array.from({ length: STEPS }, (_, step) => trace.valueAt(slot, step)).some(
          (x) => !Number.isFinite(x),
        ),
      );
    const flaw = flaws[draw < BLOCK ? 0 : 1];
    const told = !work.numbers.finite || (flaw != null && flaw <= draw);
    if (flawed && !told) found.push(`draw ${draw} has a flaw that nobody reports`);
    const blamed = !work.numbers.finite || flaw === draw;
    const answered = trace.answers.every(Number.isFinite);
    if (blamed && !flawed && answered) found.push(`draw ${draw} is blamed for nothing`);
  }
  return found;
}

test.each(BACK_ENDS)('%s and the interpreter agree to the bit on random programs', (backEnd) => {
  fc.assert(
    fc.property(randomProgram(STEPS), (program) => {
      expect(differences(program, backEnd)).toEqual([]);
    }),
    { numRuns: 400, seed: 20250409 },
  );
});

test.each(BACK_ENDS)('%s and the interpreter agree to the bit on random systems', (backEnd) => {
  fc.assert(
    fc.property(withRandomSystem(randomProgram(STEPS)), (program) => {
      expect(differences(program, backEnd)).toEqual([]);
    }),
    { numRuns: 300, seed: 20250409 },
  );
});

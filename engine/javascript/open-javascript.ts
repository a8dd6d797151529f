import type { Kernel, SharedNumbers, Sizes, Workspace } from '../kernel/kernel.ts';
import { rowAt, turnsOf } from '../kernel/turns.ts';
import { loadJavascript } from './load-javascript.ts';

function makeWorkspace(sizes: Sizes, block: number): Workspace {
  const column = () => new Float64Array(block);
  return {
    block,
    columns: Array.from({ length: sizes.columnCount }, column),
    rings: sizes.rings.map(({ depth }) => Array.from({ length: depth }, column)),
    series: sizes.series.map(() => new Float64Array(sizes.steps * block)),
    aggregates: sizes.aggregates.map(column),
    answers: Array.from({ length: sizes.answerCount }, column),
    flaws: column(),
  };
}

/** Opens the kernel of generated text, with a memory for blocks of `block` draws. */
export function openJavascript(source: string, sizes: Sizes, block: number): Kernel {
  const functions = loadJavascript(source);
  const space = makeWorkspace(sizes, block);
  const turns = turnsOf(sizes.rings);
  const { columns, rings, aggregates, answers, flaws } = space;
  let numbers: SharedNumbers = { constants: new Float64Array(0), stepped: new Float64Array(0) };
  return {
    space,
    turn: (step) => {
      for (const turn of turns) columns[turn.column] = rings[turn.ring]![rowAt(turn, step)]!;
    },
    begin: (shared) => {
      numbers = shared;
    },
    start: (count) => {
      for (const run of functions.starts)
        run(columns, numbers.constants, numbers.stepped, 0, flaws, count);
    },
    step: (step, count) => {
      const base = step * sizes.steppedCount;
      for (const run of functions.steps)
        run(columns, numbers.constants, numbers.stepped, base, flaws, count);
    },
    answer: (count) =>
      functions.answers(aggregates, columns, numbers.constants, answers, flaws, count),
  };
}

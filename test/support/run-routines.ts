import { writeJavascript } from '../../engine/javascript/write-javascript.ts';
import type { Sizes } from '../../engine/kernel/kernel.ts';
import type { Routines, Statement } from '../../engine/kernel/routine.ts';
import { writeModule } from '../../engine/simd/write-module.ts';
import { type BackEnd, openKernel } from '../../engine/simulation/code.ts';

/** Statements over columns, and whether the draws are taken from a list of all of them. */
export interface StatementsRun {
  readonly statements: readonly Statement[];
  /** What the columns hold before; shorter ones are filled with zeros. */
  readonly columns: readonly (readonly number[])[];
  readonly isListed?: boolean;
}

function routinesOf({ statements, columns, isListed = false }: StatementsRun): Routines {
  const [list, count] = [columns.length, columns.length + 1];
  const zero = { kind: 'number', value: 0 } as const;
  // What is remembered of a step is never as before where it is no number: all draws are listed.
  const now = { kind: 'number', value: Number.NaN } as const;
  const enlist = {
    kind: 'enlist',
    memos: [{ column: list + 2, now }],
    list,
    count,
    copies: [],
  } as const;
  const routine = { name: 'step1', over: isListed ? { list, count } : null, statements };
  const store = { kind: 'store', column: list + 2, value: zero, label: null } as const;
  return {
    starts: [{ name: 'start0', over: null, statements: [store] }],
    steps: isListed ? [{ name: 'list1', over: null, statements: [enlist] }, routine] : [routine],
    answers: { name: 'answers', over: null, statements: [] },
  };
}

/** Runs statements once over a block in a back end, and gives what the columns hold then, and the flaws. */
export function runStatements(
  backEnd: BackEnd,
  run: StatementsRun,
): { readonly columns: readonly (readonly number[])[]; readonly flawed: readonly boolean[] } {
  const block = Math.max(...run.columns.map(({ length }) => length));
  const sizes: Sizes = {
    steps: 1,
    columnCount: run.columns.length + 3,
    steppedCount: 0,
    constantCount: 0,
    answerCount: 0,
    largestSystem: 12,
    rings: [],
    series: [],
    aggregates: [],
  };
  const routines = routinesOf(run);
  const kernel = openKernel(
    backEnd === 'js'
      ? { backEnd, text: writeJavascript(routines), block }
      : { backEnd, module: new WebAssembly.Module(writeModule(routines, sizes, block)), block },
    sizes,
  );
  for (const [at, values] of run.columns.entries()) kernel.space.columns[at]!.set(values);
  kernel.begin({ constants: new Float64Array(0), stepped: new Float64Array(0) });
  kernel.start(block);
  kernel.step(0, block);
  return {
    columns: run.columns.map((_, at) => [...kernel.space.columns[at]!.subarray(0, block)]),
    flawed: [...kernel.space.flaws.subarray(0, block)].map((flaw) => flaw !== 0),
  };
}

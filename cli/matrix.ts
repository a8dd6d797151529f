import type { BackEnd, Lock } from '../engine/index.ts';
import type { ReadyStudy } from './open-study.ts';
import { runToLock } from './run-to-lock.ts';

/** One way to run a study, and what came out. */
export interface MatrixCell {
  readonly backEnd: BackEnd;
  readonly workers: number;
  readonly block: number;
  readonly digest: string;
}

/** What is varied: the back end, the threads, and how many draws are handled together. */
export const MATRIX = {
  backEnds: ['wasm', 'js'],
  workers: [1, 2, 4],
  blocks: [64, 256, 1024],
} as const satisfies Readonly<Record<string, readonly (BackEnd | number)[]>>;

/** Lists every way to run a study. */
function waysToRun(): readonly Omit<MatrixCell, 'digest'>[] {
  const { backEnds, workers, blocks } = MATRIX;
  return backEnds.flatMap((backEnd) =>
    workers.flatMap((threads) => blocks.map((block) => ({ backEnd, workers: threads, block }))),
  );
}

/** Runs a study once in each way, with the draws of a lock. */
export async function runMatrix(
  study: ReadyStudy,
  { draws }: Lock,
): Promise<readonly MatrixCell[]> {
  const cells: MatrixCell[] = [];
  const terms = { tolerances: new Map(), reasons: [] };
  for (const way of waysToRun()) {
    const run = { ...way, workers: String(way.workers), locked: draws };
    const { digest } = await runToLock(study, terms, run);
    cells.push({ ...way, digest });
  }
  return cells;
}

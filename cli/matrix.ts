import type { Lock } from '../engine/index.ts';
import type { ReadyStudy } from './open-study.ts';
import { runToLock } from './run-to-lock.ts';

/** One way to split the work, and what came out. */
export interface MatrixCell {
  readonly workers: number;
  readonly block: number;
  readonly digest: string;
}

/** Ways to split the work: one thread and two, blocks that divide the draws evenly and blocks that do not. */
export const MATRIX: readonly Omit<MatrixCell, 'digest'>[] = [
  { workers: 1, block: 7 },
  { workers: 1, block: 256 },
  { workers: 2, block: 7 },
  { workers: 2, block: 256 },
];

/** Runs a study once for each way to split its work, with the draws of a lock. */
export async function runMatrix(
  study: ReadyStudy,
  { draws }: Lock,
): Promise<readonly MatrixCell[]> {
  const cells: MatrixCell[] = [];
  const terms = { tolerances: new Map(), reasons: [] };
  for (const { workers, block } of MATRIX) {
    const run = { workers: String(workers), locked: draws, block };
    const { digest } = await runToLock(study, terms, run);
    cells.push({ workers, block, digest });
  }
  return cells;
}

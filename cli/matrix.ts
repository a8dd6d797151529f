import type { Lock, RunOptions, Study } from '../engine/index.ts';
import { fewDraws } from './few-draws.ts';
import type { ReadyStudy } from './open-study.ts';
import { type RunSettings, settle } from './run-settings.ts';
import { simulatePlainly, type Way } from './simulate.ts';

/** One way to run a study, and what came out. */
export interface MatrixCell {
  readonly backEnd: NonNullable<RunOptions['backEnd']>;
  readonly workers: number;
  readonly block: number;
  readonly draws: number;
  readonly digest: string;
  /** What comes out the usual way on the same draws. */
  readonly expected: string;
}

/** What is varied: the back end, the threads, and how many draws are handled together. */
export const MATRIX = {
  backEnds: ['wasm', 'js'],
  workers: [1, 2, 4],
  blocks: [64, 256, 1024],
} as const satisfies Readonly<Record<string, readonly (MatrixCell['backEnd'] | number)[]>>;

const INTERPRETER = { backEnd: 'interpreter', workers: 1, block: 1 } as const;

/** Lists every way to run all draws of a study. */
function waysToRun(): readonly Pick<MatrixCell, 'backEnd' | 'workers' | 'block'>[] {
  const { backEnds, workers, blocks } = MATRIX;
  return backEnds.flatMap((backEnd) =>
    workers.flatMap((threads) => blocks.map((block) => ({ backEnd, workers: threads, block }))),
  );
}

/** Tells whether a way gave the same bits as the usual one. */
export function isSame({ digest, expected }: MatrixCell): boolean {
  return digest === expected;
}

/** Picks the ways that ran all of the draws. */
export function wholeCells(cells: readonly MatrixCell[]): readonly MatrixCell[] {
  return cells.filter(({ draws }) => draws === cells[0]!.draws);
}

/** Gives the digest that all ways which ran all of the draws have in common; null where they have none. */
export function commonDigest(cells: readonly MatrixCell[]): string | null {
  const whole = wholeCells(cells);
  return whole.every(isSame) ? (whole[0]?.digest ?? null) : null;
}

/**
 * Runs a study once in each way, with the draws that are asked for or else those of its lock, and last by the
 * interpreter with a few. Each digest is held against that of the usual way, which has run the lock's draws already.
 */
export async function runMatrix(
  study: ReadyStudy,
  settings: RunSettings,
  now: Pick<Lock, 'draws' | 'digest'>,
): Promise<readonly MatrixCell[]> {
  const run = async (chosen: Study, way: Way) =>
    (await simulatePlainly(study, chosen, way)).provenance.digest;
  const usual = { workers: settings.workers };
  const all = settle(study, { ...settings, draws: settings.draws ?? now.draws });
  const expected = all.draws === now.draws ? now.digest : await run(all, usual);
  const cells: MatrixCell[] = [];
  for (const way of waysToRun()) {
    cells.push({ ...way, draws: all.draws, digest: await run(all, way), expected });
  }
  const few = fewDraws(study, all);
  const digest = await run(few, INTERPRETER);
  const own = few === all ? expected : await run(few, usual);
  return [...cells, { ...INTERPRETER, draws: few.draws, digest, expected: own }];
}

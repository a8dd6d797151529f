import { afterAll, expect, it } from 'vitest';
import { isSame, type MatrixCell, runMatrix } from '../../cli/matrix.ts';
import { openReadyStudy, type ReadyStudy } from '../../cli/open-study.ts';
import { reportVerification } from '../../cli/report-verification.ts';
import { readSettings } from '../../cli/run-settings.ts';
import type { RunOptions, Study } from '../../engine/index.ts';
import { clean, studyWith } from './process.ts';

afterAll(clean);

type Ran = RunOptions & Pick<Study, 'draws' | 'sampling'>;

/** Opens a study whose runs come to a digest at once. */
async function studyThatGives(digestOf: (run: Ran) => string): Promise<ReadyStudy> {
  const study = await openReadyStudy(`${studyWith()}/study`, 'json');
  const runPlainly: typeof study.engine.runPlainly = async ({ ready }, options) => {
    const { draws, sampling } = ready!.study;
    const digest = digestOf({ ...options, draws, sampling });
    return { provenance: { digest } } as Awaited<ReturnType<typeof study.engine.runPlainly>>;
  };
  return { ...study, engine: { ...study.engine, runPlainly } };
}

const NOW = { draws: 2000, digest: 'as locked' };

function cellsOf(study: ReadyStudy, draws?: string): Promise<readonly MatrixCell[]> {
  return runMatrix(study, readSettings({ study: 'study', draws, format: 'text' }), NOW);
}

const usually = ({ draws, sampling }: Ran) =>
  draws === NOW.draws && sampling === 'latin-hypercube' ? NOW.digest : `${draws} ${sampling}`;

it('varies back end, threads and block, and interprets a few draws', async () => {
  const cells = await cellsOf(await studyThatGives(usually));
  const ways = cells.map(({ backEnd, workers, block }) => `${backEnd} ${workers} ${block}`);
  expect(new Set(ways).size).toBe(19);
  expect(cells.every(isSame)).toBe(true);
  expect(cells.at(-1)).toMatchObject({ draws: 100, digest: '100 random' });
  expect(cells.slice(0, -1).every(({ digest }) => digest === NOW.digest)).toBe(true);
});

it('holds cells against each other where other draws are asked for', async () => {
  const cells = await cellsOf(await studyThatGives(usually), '1100');
  expect(cells.every(isSame)).toBe(true);
  expect(cells[0]).toMatchObject({ draws: 1100, digest: '1100 latin-hypercube' });
});

it.each([
  ['the interpreter differs', 'interpreter', 18, 'one digest, as locked'],
  ['a back end differs', 'js', 10, 'more than one digest'],
] as const)('tells where %s', async (_what, odd, same, said) => {
  const study = await studyThatGives((run) => (run.backEnd === odd ? 'odd' : usually(run)));
  const cells = await cellsOf(study);
  expect(cells.filter(isSame)).toHaveLength(same);
  const verification = {
    inputs: [],
    elsewhere: [],
    figures: [],
    digests: [],
    wide: [],
    passed: true,
  };
  const lock = { ...NOW, inputs: new Map() };
  const report = { study, locked: lock, now: lock, verification, cells, passed: false };
  const asked = report as unknown as Parameters<typeof reportVerification>[1];
  const text = reportVerification('human', asked);
  expect(text.match(/^.*: another digest: odd$/gm)).toHaveLength(19 - same);
  expect(text).toMatch(/\n\nAs locked, but not the same in every way\.$/);
  expect(text).toContain(`\n2,000 draws in 18 ways: ${said}\n`);
  expect(reportVerification('junit', asked)).toContain(`<failure message="${odd}, `);
});

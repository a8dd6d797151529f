import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import {
  clean,
  endOf,
  parley,
  preloading,
  shell,
  start,
  studyWith,
  workFolder,
} from './process.ts';

/** For a machine that does much else. */
const SLOW = { timeout: 180_000 };

afterAll(clean);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

/** Leaves a mark when the first thread begins: from then on a run simulates. */
function marking(mark: string): NodeJS.ProcessEnv {
  return preloading(`
    import { isMainThread } from 'node:worker_threads';
    import { writeFileSync } from 'node:fs';
    if (!isMainThread) writeFileSync(${JSON.stringify(mark)}, '');`);
}

/** A run that would take minutes, with an old workbook in its way, from the moment when it simulates. */
async function longRun(options: readonly string[] = []) {
  const folder = studyWith({ 'study.yaml': ['months: 24', 'months: 1200'] });
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out/study-preview.xlsx'), 'old');
  const mark = join(folder, 'mark');
  const words = ['run', 'study', '--draws', '400000', '--workers', '2', ...options];
  const child = start(folder, words, marking(mark));
  const ended = endOf(child);
  await until(() => existsSync(mark));
  return { folder, child, ended };
}

function expectOld(folder: string): void {
  expect(readFileSync(join(folder, 'out/study-preview.xlsx'), 'utf8')).toBe('old');
  expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
}

describe.concurrent('a run that is interrupted', SLOW, () => {
  it.each<[NodeJS.Signals, number, readonly string[], string]>([
    ['SIGINT', 130, [], 'no file was written'],
    ['SIGTERM', 143, [], 'no file was written'],
    ['SIGINT', 130, ['--resume'], 'the same line with --resume goes on'],
  ])('ends on %s with code %i and the old workbook %j', async (press, code, options, said) => {
    const { folder, child, ended } = await longRun(options);
    child.kill(press);
    expect(await ended).toEqual({ code, signal: null, stderr: `interrupted; ${said}\n` });
    expectOld(folder);
  });

  it('ends where Ctrl-C is pressed again and again, with the old workbook', async () => {
    const { folder, child, ended } = await longRun();
    while (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await pause(1);
    }
    const { code, signal } = await ended;
    expect([code, signal]).toSatisfy((end) => String(end) === '130,' || String(end) === ',SIGINT');
    expectOld(folder);
  });

  it('ends too while it writes, between two pieces, with the old workbook', async () => {
    const folder = studyWith();
    mkdirSync(join(folder, 'out'));
    const file = join('out', 'study-preview.xlsx');
    writeFileSync(join(folder, file), 'old');
    const child = start(folder, ['run', 'study', '--draws', '2000', '--workers', '1']);
    const ended = endOf(child);
    await until(() => readdirSync(join(folder, 'out')).some((name) => name.endsWith('.tmp')));
    child.kill('SIGINT');
    const stderr = `interrupted; ${file} was not written\n`;
    expect(await ended).toEqual({ code: 130, signal: null, stderr });
    expectOld(folder);
  });
});

describe.concurrent('a reader that has seen enough', SLOW, () => {
  it('ends a command quietly', async () => {
    const folder = workFolder();
    const first = await shell(folder, '$PARLEY functions --format json | head -1');
    expect(first).toEqual({ code: 0, stdout: '[\n', stderr: '' });
    const none = await shell(folder, '$PARLEY functions | true');
    expect(none).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('does not change what the command has to say by its exit code', async () => {
    const folder = studyWith({ 'tariff.yaml': ['25% }', '25 }'] });
    const outcome = await shell(folder, '$PARLEY check study --format json | true');
    expect(outcome).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('does not keep a run from writing its files', async () => {
    const folder = studyWith();
    const files = '--markdown - --draws-file out/draws.csv';
    const outcome = await shell(folder, `$PARLEY run study --draws 100 ${files} | true`);
    expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(join(folder, 'out'))).toEqual(['draws.csv', 'study-preview.xlsx']);
  });

  it('ends a watch, which else would go on for nobody', async () => {
    const folder = studyWith();
    const watching = shell(folder, '$PARLEY watch study | (head -1; touch seen)');
    await until(() => existsSync(join(folder, 'seen')));
    const study = join(folder, 'study/study.yaml');
    writeFileSync(study, readFileSync(study, 'utf8').replace('months: 24', 'months: 25'));
    const { code, stdout, stderr } = await watching;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('study: 100 draws. Watching; Ctrl-C ends.\n');
  });
});

it('says how much memory a run would need that cannot fit, and what to change', async () => {
  const kept = Array.from(
    { length: 50 },
    (_, index) => `  t${index}: { title: T, unit: million USD/year, formula: market.sales }\n`,
  );
  const folder = studyWith({
    'study.yaml': ['measures:', `trajectories:\n${kept.join('')}measures:`],
  });
  const path = join(folder, 'study/study.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('months: 24', 'months: 1200'));
  const outcome = await parley(folder, ['run', 'study', '--draws', '10000000']);
  expect(outcome).toMatchObject({ code: 64, stdout: '' });
  expect(outcome.stderr).toMatch(
    /^error: 10,000,000 draws need about 44\d\d\.\d GB of memory, and there are \d+\.\d GB; at most [\d,]+ draws fit: ask for fewer with --draws\n/,
  );
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

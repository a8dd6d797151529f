import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, start, startScript, studyWith, workFolder } from './process.ts';

/** `KILLS=200 npx vitest run test/cli/killed.test.ts` takes some minutes; `KILL_SEED` chooses other moments. */
const KILLS = Number(process.env.KILLS ?? 40);
const SEED = process.env.KILL_SEED ?? 'kill';
const LONG = 30_000 * KILLS;

afterAll(clean);

/** A number from 0 to 1 that hangs on the seed and on what it is for. */
function chance(...purpose: readonly (string | number)[]): number {
  const hash = createHash('sha256').update([SEED, ...purpose].join(' '));
  return hash.digest().readUInt32LE() / 2 ** 32;
}

const OUTPUTS = ['draws.csv', 'study-preview.md', 'study-preview.xlsx'];

function wordsOf(seed: string, options: readonly string[]): readonly string[] {
  const files = ['--markdown', '--draws-file', 'out/draws.csv'];
  return ['run', 'study', '--draws', '40', '--workers', '1', '--seed', seed, ...files, ...options];
}

/** Everything that a run has written, one hash for each file; "" for one that is not there. */
function outputsIn(folder: string): readonly string[] {
  return OUTPUTS.map((name) => {
    const path = join(folder, 'out', name);
    if (!existsSync(path)) return '';
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  });
}

/** What else stands in the folder of outputs. */
function othersIn(folder: string): readonly string[] {
  return readdirSync(join(folder, 'out')).filter((name) => !OUTPUTS.includes(name));
}

const isTemporary = (name: string) => name.endsWith('.tmp');

/** Waits for a temporary file, which stands there while an output is written. */
async function writingBegins(folder: string, isOver: () => boolean): Promise<void> {
  const before = othersIn(folder).filter(isTemporary);
  const isNew = (name: string) => isTemporary(name) && !before.includes(name);
  while (!isOver() && !othersIn(folder).some(isNew)) await pause(2);
}

/** Runs and kills with the one signal that nobody can catch; false where the run had ended by then. */
async function runAndKill(
  folder: string,
  words: readonly string[],
  moment: { readonly wait: number; readonly afterBegin: boolean },
): Promise<boolean> {
  const child = start(folder, words);
  let isOver = false;
  const ended = new Promise<NodeJS.Signals | null>((settle) =>
    child.on('exit', (_, signal) => {
      isOver = true;
      settle(signal);
    }),
  );
  if (moment.afterBegin) await writingBegins(folder, () => isOver);
  await pause(moment.wait);
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

describe.concurrent('a run that replaces existing files, killed again and again', () => {
  it.each<[string, readonly string[]]>([
    ['as it is', []],
    ['with --resume', ['--resume']],
  ])(
    'leaves each of them old or new, whole, and the next run sweeps what is left (%s)',
    async (_, options) => {
      const folder = studyWith();
      await parley(folder, wordsOf('two', []));
      const two = outputsIn(folder);
      let whole = await timed(() => parley(folder, wordsOf('one', [])));
      const one = outputsIn(folder);
      expect(one.filter((hash, index) => hash === '' || hash === two[index])).toEqual([]);

      let killed = 0;
      let left = 0;
      for (let at = 0; killed < KILLS / 2; at++) {
        // Half the moments lie anywhere in a run, half while a file is being written.
        const afterBegin = at % 2 === 1;
        const wait = chance(options.join(), at) * whole * (afterBegin ? 0.08 : 0.95);
        const words = wordsOf(at % 4 < 2 ? 'two' : 'one', options);
        let isKilled = false;
        const time = await timed(async () => {
          isKilled = await runAndKill(folder, words, { wait, afterBegin });
        });
        if (isKilled) killed += 1;
        else whole = Math.min(whole, time);
        if (othersIn(folder).some(isTemporary)) left += 1;
        for (const [index, hash] of outputsIn(folder).entries()) {
          expect([one[index], two[index]], `${OUTPUTS[index]} after moment ${at}`).toContain(hash);
        }
        expect(at, 'runs end before they are killed').toBeLessThan(4 * KILLS);
      }
      expect(left).toBeGreaterThan(0);

      const last = await parley(folder, wordsOf('two', options));
      expect(last.code).toBe(0);
      expect(outputsIn(folder)).toEqual(two);
      expect(othersIn(folder)).toEqual([]);
    },
    LONG,
  );
});

describe('a file that is written again and again', () => {
  it('is whole whenever somebody looks', async () => {
    const folder = workFolder();
    mkdirSync(join(folder, 'out'));
    const file = join(folder, 'out/book.xlsx');
    const PIECE = 10_000;
    writeFileSync(file, Buffer.alloc(20 * PIECE, 'a'));
    const child = startScript(`
      import { writeFileWhole } from './build/cli/write-file.js';
      const pieces = (letter) => Array.from({ length: 20 }, () => Buffer.alloc(${PIECE}, letter));
      for (;;) for (const letter of 'bcde') writeFileWhole(${JSON.stringify(file)}, pieces(letter));`);
    const seen = new Set<string>();
    for (let look = 0; look < 1000 || seen.size < 3; look++) {
      const bytes = readFileSync(file);
      expect(bytes.length).toBe(20 * PIECE);
      const letter = String.fromCharCode(bytes[0]!);
      expect(bytes.equals(Buffer.alloc(20 * PIECE, letter))).toBe(true);
      seen.add(letter);
      await pause(look % 3);
    }
    child.kill('SIGKILL');
    await new Promise((settle) => child.on('exit', settle));
  });
});

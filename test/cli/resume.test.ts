import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { SMALL_STUDY } from '../support/small-study.ts';
import { clean, endOf, parley, start, studyWith, workFolder } from './process.ts';

afterAll(clean);

const FEW = ['--draws', '100', '--workers', '2'];
const PIECES = 'out/.parley/study-preview.xlsx';
const MANY = 40;

/** The small study, and so many scenarios that only validations ask for: each is a simulation, none a column. */
function longStudy(): string {
  const folder = workFolder();
  const names = Array.from({ length: MANY }, (_, index) => `s${index}`);
  const validations = names.map(
    (
      name,
    ) => `  ${name}: { title: T, by: B, source: bank, scenario: ${name}, formula: total(shop.sales),
    unit: bn USD, compare: level, published: 1 bn USD, used_in_calibration: no, why: W }`,
  );
  const texts: Record<string, string> = {
    ...SMALL_STUDY,
    'study.yaml': `${SMALL_STUDY['study.yaml']}\nvalidation:\n${validations.join('\n')}\n`,
    'sources.yaml': 'bank: { title: A note, publisher: A bank, date: 2025-03 }\n',
  };
  for (const [index, name] of names.entries()) {
    texts[`${name}.yaml`] = `title: ${name}\nshop: { price: ${1 + index / 10} }\n`;
  }
  for (const part of ['study', 'study/model']) mkdirSync(join(folder, part));
  for (const [path, text] of Object.entries(texts)) {
    writeFileSync(join(folder, 'study', path), text);
  }
  return folder;
}

const piecesIn = (folder: string) =>
  existsSync(join(folder, PIECES))
    ? readdirSync(join(folder, PIECES)).filter((name) => /^\d+$/.test(name))
    : [];

const workbookIn = (folder: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'out/study-preview.xlsx')))
    .digest('hex');

const digestIn = (text: string) => /^Digest +([0-9a-f]{64})$/m.exec(text)?.[1];

const run = (folder: string, ...options: readonly string[]) =>
  parley(folder, ['run', 'study', ...FEW, ...options]);

/** Runs with --resume until there are so many pieces, then kills; gives what was said by then. */
async function killAt(folder: string, pieces: number): Promise<string> {
  const child = start(folder, ['run', 'study', ...FEW, '--resume']);
  const ended = endOf(child);
  while (piecesIn(folder).length < pieces && child.exitCode === null) await pause(1);
  child.kill('SIGKILL');
  const { signal, stderr } = await ended;
  expect(signal).toBe('SIGKILL');
  return stderr;
}

describe.concurrent('parley run --resume', { timeout: 180_000 }, () => {
  it('goes on after each kill, past damaged pieces, to the same digest and the same bytes', async () => {
    const folder = longStudy();
    const { stdout } = await run(folder);
    const bytes = workbookIn(folder);
    expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
    writeFileSync(join(folder, 'out/study-preview.xlsx'), 'old');

    expect(await killAt(folder, 4)).toBe('');
    for (const pieces of [12, 30]) {
      const before = piecesIn(folder).length;
      expect(await killAt(folder, pieces)).toMatch(
        new RegExp(`^resuming: ${before} of \\d+ simulations are there already\n`),
      );
      expect(piecesIn(folder).length).toBeGreaterThanOrEqual(pieces);
    }
    expect(readFileSync(join(folder, 'out/study-preview.xlsx'), 'utf8')).toBe('old');

    const before = piecesIn(folder).length;
    const piece = (name: string) => join(folder, PIECES, name);
    const flipped = readFileSync(piece('0'));
    flipped[flipped.length >> 1]! ^= 1;
    writeFileSync(piece('0'), flipped);
    truncateSync(piece('1'), 100);
    copyFileSync(piece('3'), piece('2'));
    const last = await run(folder, '--resume');
    expect(last.code).toBe(0);
    expect(last.stderr).toMatch(
      new RegExp(
        `^resuming: ${before - 3} of \\d+ simulations are there already; 3 of another run or damaged: these run again\n$`,
      ),
    );
    expect(digestIn(last.stdout)).toBe(digestIn(stdout));
    expect(workbookIn(folder)).toBe(bytes);
    expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
  });

  it('takes nothing that another seed or another text gave', async () => {
    const folder = longStudy();
    await killAt(folder, 20);
    const file = join(folder, 'study/usual.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}shop: { price: 1.5 }\n`);
    const there = piecesIn(folder).length;
    const { stdout, stderr } = await run(folder, '--resume');
    expect(stderr).toMatch(
      new RegExp(`^resuming: 0 of \\d+ simulations are there already; ${there} of another run or`),
    );
    const bytes = workbookIn(folder);
    expect(digestIn((await run(folder)).stdout)).toBe(digestIn(stdout));
    expect(workbookIn(folder)).toBe(bytes);
  });

  it('goes on without where nothing can be kept, and says so once', async () => {
    const folder = studyWith();
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/.parley'), '');
    const { code, stderr } = await run(folder, '--resume');
    expect(code).toBe(0);
    expect(stderr).toBe(
      `this run could not be resumed, and goes on: cannot write ${join(PIECES, '0')}: a part of its path is a file, not a folder\n`,
    );
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['.parley', 'study-preview.xlsx']);
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clean, parley, workFolder } from './process.ts';

const SLOW = 300_000;

afterAll(clean);

/** Threads and time zone of a run. */
type Setting = readonly [workers: string, zone: string];

async function digestOf(study: string, [workers, zone]: Setting, draws = '60'): Promise<string> {
  const file = join(workFolder(), 'a.xlsx');
  const words = ['run', resolve('scenarios', study), '--draws', draws, '--workers', workers];
  const outcome = await parley('.', [...words, '--out', file], { TZ: zone });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

const FIRST: Setting = ['1', 'Asia/Tokyo'];
const OTHER: Setting = ['2', 'America/New_York'];

/** `test/node-versions.sh` compares the versions of Node. */
test.each([
  ['first-steps', [FIRST, ['1', 'America/New_York'], ['2', 'Asia/Tokyo'], OTHER, ['3', 'UTC']]],
  ['gsim', [OTHER]],
  ['korea-us-2025', [OTHER]],
] as const)(
  'the workbook of %s is the same byte for byte on every run, on any number of threads, in any time zone',
  async (study, others) => {
    const digest = await digestOf(study, FIRST);
    for (const other of others) expect(await digestOf(study, other), String(other)).toBe(digest);
  },
  SLOW,
);

test('another number of draws is another workbook', async () => {
  expect(await digestOf('first-steps', FIRST, '80')).not.toBe(await digestOf('first-steps', FIRST));
});

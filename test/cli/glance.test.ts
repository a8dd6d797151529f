import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, studyWith } from './process.ts';

afterAll(clean);

const UNEVEN = 'error: --draws must be a multiple of 20 with latin-hypercube sampling, not 50';
const NO_WORKERS = 'error: --workers must be a whole number from 1 to 256, not "0"';

// Where reading the study came first, its mistake would be told.
const BROKEN = { 'model/market.yaml': ['sales_before *', 'sales_befor *'] } as const;

describe.concurrent('words that cannot be right', () => {
  it.each([
    [['run', 'study', '--draws', '50'], UNEVEN],
    [['lock', 'study', '--draws', '50'], UNEVEN],
    [['diff', 'study@HEAD', 'study', '--draws', '50'], UNEVEN],
    [['diff', 'study:free-trade', 'study:tariff', '--draws', '50'], UNEVEN],
    [['explain', 'study', 'tariff', 'sales', '--against', 'baseline', '--draws', '50'], UNEVEN],
    [['watch', 'study', '--draws', '50'], UNEVEN],
    [['watch', 'study', '--workers', '0'], NO_WORKERS],
    [['verify', 'study', '--workers', '0'], NO_WORKERS],
    [['verify', 'study', '--matrix', '--draws', '50'], UNEVEN],
    [
      ['verify', 'study', '--draws', '100'],
      'error: --draws is for --matrix alone: a study is held against its lock on the draws of the lock',
    ],
    [['diff', 'study', 'study', '--workers', '0'], NO_WORKERS],
    [
      ['lock', 'study', '--tolerance', 'sales=much'],
      'error: --tolerance sales: a number above 0 in its unit, not "much"',
    ],
    [
      ['explain', 'study', 'tariff', 'sales', '--month', '2026-13'],
      'error: --month is written 2027-04, not "2026-13"',
    ],
    [
      ['explain', 'study', 'tariff', 'sales', '--depth', '0'],
      'error: --depth must be a whole number from 1 to 100, not "0"',
    ],
  ] as const)('%j are refused before the study is read', async (words, message) => {
    const { code, stderr } = await parley(studyWith(BROKEN), words);
    expect({ code, stderr: stderr.split('\n')[0] }).toEqual({ code: 64, stderr: message });
  });

  it('are met later where a glance does not show them', async () => {
    const quiet = { 'study.yaml': ['sampling: latin', '"sampling": latin'] } as const;
    const { code, stderr } = await parley(studyWith(quiet), ['run', 'study', '--draws', '50']);
    expect({ code, stderr: stderr.split('\n')[0] }).toEqual({ code: 64, stderr: UNEVEN });
  });

  it('say of a missing lock what to do, before the study is read', async () => {
    const { code, stderr } = await parley(studyWith(BROKEN), ['verify', 'study']);
    expect(code).toBe(74);
    expect(stderr).toContain('the study has no lock; parley lock writes one');
  });
});

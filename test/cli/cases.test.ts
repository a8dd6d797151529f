import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, workFolder } from './process.ts';

afterAll(clean);

/** A folder with the study of the incidence of a tariff, and a file of cases beside it. */
function withCases(cases: unknown): string {
  const folder = workFolder();
  cpSync('scenarios/gsim', join(folder, 'gsim'), { recursive: true });
  const text = typeof cases === 'string' ? cases : JSON.stringify(cases, null, 1);
  writeFileSync(join(folder, 'new.json'), text);
  return folder;
}

const run = (folder: string, ...more: string[]) =>
  parley(folder, ['test', 'gsim', '--cases', 'new.json', ...more]);

/** Closed form: with Ed -1 and Ex 1 exporter and importer share a tariff alike. */
const RIGHT = {
  id: 'shared alike',
  model: 'incidence_closed_form',
  inputs: { Ed: -1, Ex: 1, t: 0.44 },
  published: null,
  reference: { importer_share: 0.5, quantity_ratio: 0.8333333333 },
};

/** Two regions with names of their own, where nothing changes. */
const STILL = {
  id: 'nothing changes',
  model: 'gsim_linear',
  inputs: {
    regions: ["Cote d'Ivoire", '대한민국'],
    trade: [
      [10, 5],
      [4, 20],
    ],
    T0: [
      [1, 1.1],
      [1.2, 1],
    ],
    T1: [
      [1, 1.1],
      [1.2, 1],
    ],
    Em: [-1, -1],
    Ex: [2, 2],
    Es: [1, 5],
  },
  published: { all_zero: true },
  reference: { price_change: [0, 0], net_welfare: [0, 0] },
};

describe.concurrent('parley test --cases', () => {
  it('says pass or fail of each case, and exits with 0 where all pass', async () => {
    const { code, stdout, stderr } = await run(withCases({ cases: [RIGHT, STILL] }));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`pass  shared alike     2 numbers compared
pass  nothing changes  22 numbers compared
2 passed, 0 failed
`);
  });

  it('exits with 1 where one fails, and points at the number in the file', async () => {
    const wrong = { ...RIGHT, id: 'wrong', reference: { importer_share: 0.4, price: 7 } };
    const other = { ...RIGHT, id: 'other', model: 'cge' };
    const bare = { ...RIGHT, id: 'bare', reference: {} };
    const { code, stdout } = await run(withCases({ cases: [RIGHT, wrong, other, bare] }));
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'pass  shared alike  2 numbers compared',
      'FAIL  wrong         1 number compared',
      '      ./new.json:27:23  final(incidence.importer_share) is 0.5; expected: 0.4 within 4e-9',
      'FAIL  other         0 numbers compared',
      expect.stringMatching(
        /^ {6}\.\/new\.json:32:10 {2}no test is for the case other \(tests here are/,
      ),
      'FAIL  bare          0 numbers compared',
      '      ./new.json:46:10  the case bare has nothing to compare',
      'not read: reference.price',
      '1 passed, 3 failed',
      '',
    ]);
  });

  it('tells machines the same', async () => {
    const wrong = { ...RIGHT, id: 'wrong', reference: { importer_share: 0.4, price: 7 } };
    const { code, stdout } = await run(withCases([RIGHT, wrong]), '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      folder: 'gsim',
      passed: 1,
      failed: 1,
      cases: [
        {
          case: 'shared alike',
          file: './new.json',
          line: 3,
          passed: true,
          compared: 2,
          failures: [],
          notRead: [],
        },
        {
          case: 'wrong',
          file: './new.json',
          line: 17,
          passed: false,
          compared: 1,
          failures: [expect.objectContaining({ file: './new.json', line: 26, column: 22 })],
          notRead: ['reference.price'],
        },
      ],
    });
  });

  it('takes a filter', async () => {
    const { stdout } = await run(withCases([RIGHT, STILL]), '--filter', 'alike');
    expect(stdout).toBe('pass  shared alike  2 numbers compared\n1 passed, 0 failed\n');
  });

  it('shows the first of many numbers that differ', async () => {
    const reference = {
      quantity_change: [
        [1, 1],
        [1, 1],
      ],
      internal_price_change: [
        [1, 1],
        [1, 1],
      ],
      trade_value_new: [
        [1, 1],
        [1, 1],
      ],
    };
    const { stdout } = await run(withCases([{ ...STILL, published: null, reference }]));
    expect(stdout.match(/expected: 1/g)).toHaveLength(10);
    expect(stdout).toContain('      ... and 2 more');
  });

  it.each([
    ['{"cases": [{"id": "a",}]}', 'error[json-syntax]: a key is missing here', './new.json:1:23'],
    ['{"cases": [1]}', 'error[wrong-type]: a case with names is wanted here', './new.json:1:12'],
    ['{"cases": []}', 'error[not-compared]: there are no cases in this file', './new.json:1:11'],
    ['{"case": []}', 'error[wrong-type]: a list of cases is wanted here', './new.json:1:1'],
  ])('refuses a file that says %s', async (text, message, place) => {
    const { code, stdout, stderr } = await run(withCases(text));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`--> ${place}`);
  });

  it('says that a file is not there, or that a study takes no cases', async () => {
    const folder = withCases([RIGHT]);
    expect(await parley(folder, ['test', 'gsim', '--cases', 'old.json'])).toEqual({
      code: 74,
      stdout: '',
      stderr: 'error: cannot read the cases old.json: there is no such file or folder\n',
    });
    const twice = await parley(folder, ['test', 'gsim', '--cases', 'a', '--cases', 'b']);
    expect(twice).toMatchObject({ code: 64 });
    cpSync('scenarios/first-steps', join(folder, 'first-steps'), { recursive: true });
    const none = await parley(folder, ['test', 'first-steps', '--cases', 'new.json']);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('no test of this study takes cases from a JSON file');
  });
});

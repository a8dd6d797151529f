import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, shell, studyWith } from './process.ts';

afterAll(clean);

const FEW = ['--draws', '100'];
const workbook = (folder: string) => readFileSync(join(folder, 'out/study-preview.xlsx'));
const digestIn = (text: string) => /^Digest +([0-9a-f]{64})$/m.exec(text)?.[1];

describe.concurrent('parley run', { timeout: 180_000 }, () => {
  it('writes the workbook and prints the league table, plain where there is no terminal', async () => {
    const folder = studyWith();
    const { code, stdout, stderr } = await parley(folder, ['run', 'study', ...FEW], {
      NO_COLOR: '',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(workbook(folder).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
    expect(stdout).toMatch(/^First steps\n/);
    expect(stdout).toMatch(/^sales +million USD +\d+ \(\d+ to \d+\) +\+\d+\.\d +\+\d+\.\d$/m);
    expect(stdout).toContain(`Workbook  ${join('out', 'study-preview.xlsx')}\n`);
    expect(stdout).toMatch(/^Draws +100 draws, latin-hypercube, seed first-steps$/m);
    expect(digestIn(stdout)).toBeDefined();
    expect(stdout).not.toContain('\x1b');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('gives the same digest and the same bytes with one worker, two, and again', async () => {
    const runs = ['1', '2', '2'].map(async (workers) => {
      const folder = studyWith();
      const words = ['run', 'study', ...FEW, '--html', '--markdown', '--workers', workers];
      const { stdout } = await parley(folder, words);
      const files = readdirSync(join(folder, 'out')).map((name) => join(folder, 'out', name));
      const bytes = files.map((file) => readFileSync(file).toString('base64'));
      return { digest: digestIn(stdout), bytes };
    });
    const [one, two, again] = await Promise.all(runs);
    expect(one?.digest).toBeDefined();
    expect(one?.bytes).toHaveLength(3);
    expect(two).toEqual(one);
    expect(again).toEqual(one);
  });

  it('gives figures to machines as JSON, for the scenarios, seed and file asked for', async () => {
    const folder = studyWith();
    const words = [
      'run',
      'study',
      '--scenario',
      'half-tariff',
      '--seed',
      '010',
      '--out',
      'a/b.xlsx',
    ];
    const { code, stdout } = await parley(folder, [...words, ...FEW, '--format', 'json']);
    expect(code).toBe(0);
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({
      folder: 'study',
      errors: 0,
      workbook: 'a/b.xlsx',
      breakEvens: [],
      regrets: [{ scenario: 'tariff' }, { scenario: 'half-tariff' }],
    });
    expect(data.provenance).toMatchObject({ seed: '010', draws: 100, engineVersion: '0.1.0' });
    expect(data.comparisons).toHaveLength(3);
    expect(data.comparisons[2].againstBaseline.median.value).toBeGreaterThan(0);
    expect(data.comparisons[2].outcome.mean.error).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'a/b.xlsx'))).toBe(true);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('counts the published estimates that the study agrees with, in words and as data', async () => {
    const estimate = (name: string, scenario: string, published: string, used: string) => `
  ${name}: { title: T, by: B, source: bank, scenario: ${scenario}, formula: total(market.sales), unit: "%",
    compare: relative, published: ${published}, used_in_calibration: ${used}, why: W }`;
    const entries = [
      estimate('inside', 'tariff', '[-40%, -20%]', 'no'),
      estimate('outside', 'small', '-90%', 'no'),
      estimate('used', 'tariff', '-30%', 'yes'),
    ];
    const folder = studyWith({
      'study.yaml': ['measures:', `validation:${entries.join('')}\nmeasures:`],
      'sources.yaml': 'bank: { title: A note, publisher: A bank, date: 2025-03 }\n',
      'small.yaml': 'title: Small\nmarket: { tariff: 5% }\n',
    });
    const { stdout } = await parley(folder, ['run', 'study', ...FEW]);
    expect(stdout).toMatch(
      /^Validated inside 1 of 2 published estimates \(besides: 1 used in calibration\)$/m,
    );
    expect(stdout).toMatch(/^Simulated 4 runs: 3 scenarios as drawn, 1 for the validation alone$/m);
    const part = ['run', 'study', '--scenario', 'tariff', ...FEW];
    const narrowed = await parley(folder, part);
    expect(narrowed.stdout).toMatch(
      /^Validated inside 1 of 1 published estimate \(besides: 1 used in calibration, 1 not run\)$/m,
    );
    const { validations } = JSON.parse(
      (await parley(folder, [...part, '--format', 'json'])).stdout,
    );
    expect(validations).toMatchObject([
      { name: 'inside', verdict: 'inside', counts: true, published: { low: -40, high: -20 } },
      { name: 'outside', verdict: 'not run', counts: false, outcome: null },
      { name: 'used', verdict: 'inside', counts: false, usedInCalibration: true },
    ]);
    expect(validations[0].outcome.median.error).toBeGreaterThan(0);
    expect(validations[0]).not.toHaveProperty('outcomes');
    const resolved = await parley(folder, ['resolve', 'study', 'small']);
    expect(resolved).toMatchObject({ code: 0, stdout: expect.stringContaining('tariff: 5%') });
  });

  it('writes a whole run and a quick look to different files', async () => {
    const folder = studyWith({ 'study.yaml': ['draws: 2000', 'draws: 100'] });
    const [whole, part] = [
      await parley(folder, ['run', 'study']),
      await parley(folder, ['run', 'study', '--scenario', 'half-tariff']),
    ];
    expect([whole!.code, part!.code]).toEqual([0, 0]);
    expect(part!.stdout).toContain(`Workbook  ${join('out', 'study+half-tariff.xlsx')}\n`);
    const few = ['--draws', '20', '--html'];
    for (const of of [[], ['--scenario', 'half-tariff']]) {
      await parley(folder, ['run', 'study', ...of, ...few]);
    }
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual([
      'study+half-tariff.xlsx',
      'study-preview+half-tariff.html',
      'study-preview+half-tariff.xlsx',
      'study-preview.html',
      'study-preview.xlsx',
      'study.xlsx',
    ]);
  });

  it('says which files of the same name are of an earlier run', async () => {
    const folder = studyWith();
    const words = ['run', 'study', ...FEW];
    const first = await parley(folder, [...words, '--html', '--markdown']);
    expect(first.stdout).not.toContain('Earlier');
    const { stdout } = await parley(folder, [...words, '--markdown']);
    const page = join('out', 'study-preview.html');
    expect(stdout).toContain(`\nEarlier   ${page} is not of this run\n`);
    expect(stdout.match(/Earlier/g)).toHaveLength(1);
  });

  it('writes a page and a summary beside the workbook where they are asked for', async () => {
    const folder = studyWith();
    const words = ['run', 'study', '--html', '--markdown', 'pr/summary.md', ...FEW];
    const { code, stdout, stderr } = await parley(folder, words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Page +out\/study-preview\.html\nMarkdown +pr\/summary\.md$/m);
    const page = readFileSync(join(folder, 'out/study-preview.html'), 'utf8');
    const summary = readFileSync(join(folder, 'pr/summary.md'), 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html>.*<\/html>\n$/s);
    expect(summary).toMatch(/^## First steps\n/);
    expect(page).toContain(digestIn(stdout));
    expect(summary).toContain(digestIn(stdout));
    expect(summary).toContain('out/study-preview.xlsx');
    expect(workbook(folder).subarray(0, 2).toString()).toBe('PK');
  });

  it('writes every draw to a file for other programs, where it is asked for', async () => {
    const folder = studyWith();
    const words = ['run', 'study', '--draws-file', 'all/draws.csv', '--format', 'json', ...FEW];
    const { code, stdout } = await parley(folder, words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ drawsFile: 'all/draws.csv' });
    const lines = readFileSync(join(folder, 'all/draws.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toBe('condition,scenario,draw,sales');
    expect(lines).toHaveLength(1 + 3 * 100);
    expect(readdirSync(join(folder, 'all'))).toEqual(['draws.csv']);
  });

  it('prints the summary and nothing else where it is asked for on the standard output', async () => {
    const folder = studyWith();
    const { code, stdout } = await parley(folder, ['run', 'study', '--markdown', '-', ...FEW]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^## First steps\n.*out\/study-preview\.xlsx\n$/s);
    expect(stdout).not.toContain('Workbook ');
    expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
  });

  it('tells machines where it wrote what', async () => {
    const folder = studyWith();
    const words = ['run', 'study', '--html', 'a/b.html', '--format', 'json', ...FEW];
    const { stdout } = await parley(folder, words);
    expect(JSON.parse(stdout)).toMatchObject({
      workbook: 'out/study-preview.xlsx',
      page: 'a/b.html',
      markdown: null,
    });
  });

  it('leaves an existing workbook alone where the files are wrong, and says so as JSON', async () => {
    const folder = studyWith({ 'tariff.yaml': ['25% }', '25 }'] });
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/study-preview.xlsx'), 'old');
    const { code, stdout } = await parley(folder, ['run', 'study', ...FEW, '--format', 'json']);
    expect(code).toBe(1);
    const { errors, problems } = JSON.parse(stdout);
    expect({ errors, problem: problems[0] }).toMatchObject({
      errors: 1,
      problem: { code: 'unit-missing', file: 'tariff.yaml', line: 4, column: 25 },
    });
    expect(workbook(folder).toString()).toBe('old');
    expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
  });

  it('leaves it alone too where the run itself fails, and names equation, scenario, month and draw', async () => {
    const folder = studyWith({
      'model/market.yaml': ['formula: sales', 'formula: 1 / (0.25 - tariff) * sales'],
    });
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/study-preview.xlsx'), 'old');
    const { code, stdout, stderr } = await parley(folder, ['run', 'study', ...FEW]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      'error[not-finite]: market.sales is Infinity in tariff, 2025-07, draw 1',
    );
    expect(stderr).toMatch(/--> study\/model\/market\.yaml:\d+:\d+/);
    expect(workbook(folder).toString()).toBe('old');
  });

  it('prints warnings beside the results', async () => {
    const folder = studyWith({
      'model/market.yaml': ['elasticity: { uncertainty', 'elasticity: { value: 9, uncertainty'],
    });
    const { code, stderr } = await parley(folder, ['run', 'study', ...FEW]);
    expect(code).toBe(0);
    expect(stderr).toContain('warning[value-unlikely]');
  });

  it('refuses to write through a link to nothing or over a folder, before it runs', async () => {
    const folder = studyWith();
    symlinkSync('elsewhere', join(folder, 'link.xlsx'));
    const through = await parley(folder, ['run', 'study', ...FEW, '--out', 'link.xlsx']);
    expect(through).toMatchObject({ code: 74, stdout: '' });
    expect(through.stderr).toBe('error: cannot write link.xlsx: it is a link that leads nowhere\n');
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
    mkdirSync(join(folder, 'page.html'));
    const onto = await parley(folder, ['run', 'study', ...FEW, '--html', 'page.html']);
    expect(onto).toMatchObject({ code: 74, stdout: '' });
    expect(onto.stderr).toBe('error: cannot write page.html: it is a folder\n');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('says where the output cannot be written', async () => {
    const folder = studyWith({ '../out': 'a file' });
    const { code, stderr } = await parley(folder, ['run', 'study', ...FEW]);
    expect(code).toBe(74);
    expect(stderr).toMatch(/^error: cannot write out\/study-preview\.xlsx: a /);
  });

  it.skipIf(!existsSync('/dev/full'))('says so where the results cannot be printed', async () => {
    const folder = studyWith();
    const { code, stderr } = await shell(folder, '$PARLEY check study > /dev/full');
    expect({ code, stderr }).toEqual({
      code: 74,
      stderr: 'error: cannot write the output: the disk is full\n',
    });
  });
});

import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean, parley, shell, studyWith, workFolder } from './process.ts';

afterAll(clean);

const FEW = ['--draws', '100'];

const lockIn = (folder: string) => readFileSync(join(folder, 'study/parley.lock'), 'utf8');

/** Replaces a part of a file of the study. */
function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, 'study', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}

let template = '';

beforeAll(async () => {
  template = studyWith();
  const { code, stderr } = await parley(template, ['lock', 'study', ...FEW]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

/** Copies a study with its lock. */
async function locked(): Promise<string> {
  const folder = workFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

describe('parley lock', () => {
  it('writes the same bytes again and with any number of workers, and verify agrees', async () => {
    const [one, two] = [await locked(), await locked()];
    rmSync(join(two, 'study/parley.lock'));
    await parley(two, ['lock', 'study', ...FEW, '--workers', '1']);
    expect(lockIn(two)).toBe(lockIn(one));
    const { code, stdout } = await parley(one, ['verify', 'study']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^study, 100 draws, 3 outcomes: 3 exact, 0 within tolerance, 0 changed\n/,
    );
  });

  it('is one figure on a line, sorted, with LF, and no clock or path in it', async () => {
    const text = lockIn(await locked());
    expect(text).toMatch(/^ {8}median: [-\d.]+ ± [\d.e-]+$/m);
    expect(text).not.toMatch(/\r|\/tmp|20\d\d-\d\d-\d\dT/);
    const inputs = [...text.matchAll(/^ {2}(\S+): "[0-9a-f]{64}"$/gm)].map(([, path]) => path);
    expect(inputs).toEqual(inputs.toSorted());
    expect(inputs).toContain('model/market.yaml');
  });

  it('does not replace a lock unless it is told to, with a reason that it keeps', async () => {
    const folder = await locked();
    const before = lockIn(folder);
    const again = await parley(folder, ['lock', 'study']);
    expect(again.code).toBe(64);
    expect(again.stderr).toContain('is there already');
    expect(again.stderr).toContain('--reason');
    const same = await parley(folder, ['lock', 'study', '--update', '--reason', 'To be sure']);
    expect(same.stdout).toContain('stays as it is');
    expect(lockIn(folder)).toBe(before);
    edit(folder, 'tariff.yaml', '2025-07-01: 25%', '2025-07-01: 26%');
    const words = ['lock', 'study', '--update', '--reason', 'The rate of June: "26%"'];
    const { code, stdout } = await parley(folder, words);
    expect(code).toBe(0);
    expect(stdout).toContain('scenario tariff: market.tariff');
    expect(lockIn(folder)).toContain('  - First lock\n  - "The rate of June: \\"26%\\""\n');
    expect(lockIn(folder)).toContain('\ndraws: 100\n');
    expect((await parley(folder, ['verify', 'study'])).code).toBe(0);
  });

  it('wants a reason for a tolerance that is wider than chance explains', async () => {
    const folder = studyWith();
    const asked = ['lock', 'study', ...FEW, '--tolerance', 'sales=1000'];
    const { code, stderr } = await parley(folder, asked);
    expect(code).toBe(64);
    expect(stderr).toContain(
      '--tolerance sales=1000 is wider than the Monte Carlo error of its mean',
    );
    expect(existsSync(join(folder, 'study/parley.lock'))).toBe(false);
    expect((await parley(folder, [...asked, '--reason', 'A sketch'])).code).toBe(0);
    expect(lockIn(folder)).toContain('    tolerance: 1000\n    why: A sketch\n');
    const wrong = await parley(folder, [
      'lock',
      'study',
      '--update',
      '--reason',
      'x',
      '--tolerance',
      'sale=1',
    ]);
    expect(wrong.stderr).toContain('did you mean "sales"?');
  });
});

describe('parley verify', () => {
  it('names file, assumption, and each headline that moved, by how much and how many errors', async () => {
    const folder = await locked();
    const before = lockIn(folder);
    edit(folder, 'model/market.yaml', '120 million USD/year', '121 million USD/year');
    const { code, stdout, stderr } = await parley(folder, ['verify', 'study']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toContain('model/market.yaml was changed');
    expect(stdout).toMatch(
      /assumption market\.sales_before \(line \d+\): 120 million USD\/year, now 121 million USD\/year/,
    );
    for (const scenario of ['free-trade', 'half-tariff', 'tariff']) {
      expect(stdout).toMatch(
        new RegExp(`^ +sales +${scenario} +median .*million USD +changed$`, 'm'),
      );
    }
    expect(stdout).toMatch(/^ +sales +tariff +median +[\d.]+ +[\d.]+ +\+1\.\d+ +\+\d/m);
    expect(stdout).toContain('parley lock study --update --reason');
    expect(lockIn(folder)).toBe(before);
    expect(readdirSync(join(folder, 'study')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('finds a comment harmless and still asks for a new lock', async () => {
    const folder = await locked();
    edit(folder, 'tariff.yaml', 'title:', '# a note\ntitle:');
    const { code, stdout } = await parley(folder, ['verify', 'study']);
    expect(code).toBe(2);
    expect(stdout).toContain('3 exact, 0 within tolerance, 0 changed');
    expect(stdout).toContain('nothing in it that a number could depend on');
  });

  it('tells a machine everything as JSON', async () => {
    const folder = await locked();
    edit(folder, 'tariff.yaml', '2025-07-01: 25%', '2025-07-01: 26%');
    const { code, stdout } = await parley(folder, ['verify', 'study', '--reporter', 'json']);
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(report.passed).toBe(false);
    expect(report.inputs).toMatchObject([{ path: 'tariff.yaml', verdict: 'changed' }]);
    const moved = report.figures.filter((one: { verdict: string }) => one.verdict === 'changed');
    expect(new Set(moved.map((one: { run: string }) => one.run))).toEqual(new Set(['tariff']));
  });

  it('runs in each back end, on one thread and more, in small blocks and large ones, and wants one digest', async () => {
    const folder = await locked();
    const { code, stdout } = await parley(folder, ['verify', 'study', '--matrix']);
    expect(code).toBe(0);
    const digest = /^digest: "?([0-9a-f]{64})"?$/m.exec(lockIn(folder))![1];
    expect(stdout).toContain('\ninterpreter, on 100 draws: same digest\n');
    expect(stdout).toContain(`\n100 draws in 19 ways: one digest, ${digest}\n`);
    expect(stdout.match(/^js, \d workers, \d+ draws at a time: same digest$/gm)).toHaveLength(9);
    expect(stdout.match(/^wasm, \d workers, \d+ draws at a time: same digest$/gm)).toHaveLength(9);
  });

  it('runs in each way with more draws than the lock has', async () => {
    const words = ['verify', 'study', '--matrix', '--draws', '1100', '--reporter', 'json'];
    const { code, stdout } = await parley(await locked(), words);
    expect(code).toBe(0);
    const { draws, digest, matrix, matrixDigest } = JSON.parse(stdout);
    expect(draws).toBe(100);
    expect(matrixDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(matrixDigest).not.toBe(digest);
    expect(matrix).toHaveLength(19);
    const last = matrix.pop();
    expect(last).toMatchObject({ backEnd: 'interpreter', draws: 100, digest: last.expected });
    for (const one of matrix) expect(one).toMatchObject({ draws: 1100, digest: matrixDigest });
  });

  it('says in a line that there is no lock, and where a lock cannot be read', async () => {
    const none = await parley(studyWith(), ['verify', 'study']);
    expect(none.code).toBe(74);
    expect(none.stderr).toContain('the study has no lock; parley lock writes one');
    const folder = await locked();
    edit(folder, 'parley.lock', 'lock: 1', 'lock: 1\nlock: 1');
    const { code, stderr } = await parley(folder, ['verify', 'study']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[duplicate-key\][\s\S]*parley\.lock:4:1/);
  });

  it('survives line ends of another system', async () => {
    const folder = await locked();
    await shell(folder, "sed -i 's/$/\\r/' study/*.yaml study/model/*.yaml");
    expect((await parley(folder, ['verify', 'study'])).code).toBe(0);
  });
});

describe('parley run', () => {
  const assured = async (folder: string) => {
    const { code } = await parley(folder, ['run', 'study', ...FEW, '--html', 'page.html']);
    expect(code).toBe(0);
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    return /(none read|not as locked|as locked)</.exec(page)?.[1];
  };

  it('tells whether its files are those that were locked, and runs whatever the lock is like', async () => {
    const folder = await locked();
    expect(await assured(folder)).toBe('as locked');
    edit(folder, 'tariff.yaml', 'title:', '# a note\ntitle:');
    expect(await assured(folder)).toBe('not as locked');
    edit(folder, 'parley.lock', 'lock: 1', 'lock: 1\nlock: 1');
    expect(await assured(folder)).toBe('none read');
    rmSync(join(folder, 'study/parley.lock'));
    expect(await assured(folder)).toBe('none read');
  });
});

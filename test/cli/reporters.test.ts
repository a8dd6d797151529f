import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotation } from '../../cli/report-github.ts';
import { junitReport } from '../../cli/report-junit.ts';
import { asCode, inMarkdown } from '../../cli/report-markdown.ts';
import { ANY_CHARACTER } from '../support/any-character.ts';
import { holdLaw } from '../support/law.ts';
import { clean, parley, shell, studyWith, workFolder } from './process.ts';

afterAll(clean);

const anything = fc.oneof(
  fc.string({ unit: ANY_CHARACTER, maxLength: 30 }),
  fc.constantFrom(
    'a\n::error::b',
    'x,title=y',
    '%0A::warning::',
    '\r\n::set-output name=a::b',
    '::',
  ),
);

describe('annotation', () => {
  it('is one command on one line, whatever a name or a message holds', () => {
    holdLaw(fc.tuple(anything, anything, anything), 500, ([title, message, file]) => {
      const text = annotation('error', title, message, { file, line: 3, column: 2, length: 4 });
      expect(text).not.toMatch(/[\r\n]/);
      const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/su.exec(text)!;
      const back = (said: string) =>
        said
          .replaceAll('%2C', ',')
          .replaceAll('%3A', ':')
          .replaceAll('%0A', '\n')
          .replaceAll('%0D', '\r')
          .replaceAll('%25', '%');
      expect(back(data.replaceAll('%2C', '%252C').replaceAll('%3A', '%253A'))).toBe(message);
      const said = new Map(
        properties.split(',').map((one) => one.split('=', 2) as [string, string]),
      );
      expect(
        [...said.keys()].filter(
          (key) => !['file', 'line', 'col', 'endColumn', 'title'].includes(key),
        ),
      ).toEqual([]);
      expect(said.get('line')).toBe('3');
      expect(said.get('endColumn')).toBe('6');
    });
  });
});

describe('junitReport', () => {
  it('is well-formed whatever a name holds, and counts what failed', () => {
    holdLaw(fc.tuple(anything, anything), 500, ([name, message]) => {
      const text = junitReport(name, [
        { group: name, name, failures: [] },
        { group: name, name, failures: [message] },
      ]);
      expect(text).toContain('<testsuites tests="2" failures="1">');
      const attributes = [...text.matchAll(/="([^"]*)"/g)].map(([, value = '']) => value);
      for (const value of attributes)
        expect(value).toMatch(/^([^<>&"]|&(amp|lt|gt|quot|apos|#9|#10|#13);)*$/u);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u);
      expect(text.replaceAll(/"[^"]*"/g, '').match(/</g)).toHaveLength(9);
    });
  });
});

describe('inMarkdown and asCode', () => {
  it('keep a text on its line and inside its cell', () => {
    holdLaw(anything, 500, (text) => {
      expect(inMarkdown(text)).not.toMatch(/[\r\n<]|^>|(?<!\\)\||@/);
      expect(asCode(text)).not.toMatch(/[\r\n]|(?<!\\)\|/);
    });
    expect(inMarkdown('@all <img src=x> [a](b) *x*')).toBe(
      '&#64;all &#60;img src=x> \\[a\\](b) \\*x\\*',
    );
    expect(asCode('a`b')).toBe('`` a`b ``');
  });
});

let template = '';

beforeAll(async () => {
  template = studyWith();
  await parley(template, ['lock', 'study', '--draws', '100']);
});

async function lockedAndEdited(): Promise<string> {
  const folder = workFolder();
  cpSync(template, folder, { recursive: true });
  const path = join(folder, 'study/model/market.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('120 million', '121 million'));
  return folder;
}

describe.concurrent('verify for machines', () => {
  it('annotates the line that changed and the lock with what moved', async () => {
    const folder = await lockedAndEdited();
    const { code, stdout } = await parley(folder, ['verify', 'study', '--reporter', 'github']);
    expect(code).toBe(2);
    const [first, second, ...more] = stdout.trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(first).toMatch(
      /^::error file=study\/model\/market\.yaml,line=\d+,title=model\/market\.yaml%3A changed since parley\.lock::assumption market\.sales_before/,
    );
    expect(second).toMatch(
      /^::error file=study\/parley\.lock,title=study%3A 3 of 3 outcomes changed::sales of free-trade: 240\.0, now 242\.0/,
    );
    await parley(folder, ['lock', 'study', '--update', '--reason', 'x']);
    const after = await parley(folder, ['verify', 'study', '--reporter', 'github']);
    expect(after.stdout).toBe('::notice title=study::3 of 3 outcomes exact\n');
  });

  it('writes JUnit XML with a case for each file and each outcome', async () => {
    const folder = await lockedAndEdited();
    const { code, stdout } = await parley(folder, ['verify', 'study', '--reporter', 'junit']);
    expect(code).toBe(2);
    expect(stdout).toContain('<testsuite name="parley verify study" tests="9" failures="4">');
    expect(stdout).toMatch(
      /<testcase classname="sales" name="tariff">\n +<failure message="mean changed: /,
    );
    expect(stdout).toContain('<testcase classname="inputs" name="study.yaml"/>');
  });

  it('writes a summary in Markdown, and so does diff', async () => {
    const folder = await lockedAndEdited();
    const { code, stdout } = await parley(folder, ['verify', 'study', '--reporter', 'markdown']);
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /^### study: not as locked\n\n3 outcomes of 100 draws: 0 exact, 0 within tolerance, 3 changed\.\n/,
    );
    expect(stdout).toMatch(
      /^ {2}- assumption `market\.sales_before` \(line \d+\): `120 million USD\/year`, now `121 million USD\/year`$/m,
    );
    expect(stdout).toMatch(
      /^\| `sales` \| `tariff` \| median \| [\d.]+ \| [\d.]+ \| \+1\.\d+ \| \+\d+\S* \| million USD \|$/m,
    );
    expect(stdout).not.toContain('<details>');
    const words = [
      'diff',
      'study:free-trade',
      'study:tariff',
      '--draws',
      '100',
      '--reporter',
      'markdown',
    ];
    const compared = await parley(folder, words);
    expect(compared.stdout).toMatch(/^\| sales \| 242\.\d+ \| [\d.]+ \| -/m);
  });
});

describe.concurrent('check and test for machines', () => {
  it('have warnings as warnings, which fail where that is asked for', async () => {
    const folder = studyWith({ 'spare.yaml': 'title: Spare\n' });
    const ask = (...words: readonly string[]) => parley(folder, ['check', 'study', ...words]);
    const { code, stdout } = await ask('--reporter', 'sarif');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).runs[0].results).toMatchObject([
      { ruleId: 'unused-scenario', level: 'warning' },
    ]);
    const notes = await ask('--reporter', 'github');
    expect(notes.stdout).toMatch(/^::warning file=study\/spare\.yaml,line=1,.*unused-scenario::/);
    const json = await ask('--format', 'json', '--strict');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ errors: 0, warnings: 1 });
    const strict = await ask('--strict');
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('No errors. With --strict, warnings fail too.');
    expect((await parley(studyWith(), ['check', 'study', '--strict'])).code).toBe(0);
  });

  it('write problems as SARIF and as annotations, and nothing where there are none', async () => {
    const folder = studyWith({ 'tariff.yaml': 'title: T\nmarket: { tarif: 25% }\n' });
    const { code, stdout } = await parley(folder, ['check', 'study', '--reporter', 'sarif']);
    expect(code).toBe(1);
    const sarif = JSON.parse(stdout);
    expect(sarif.version).toBe('2.1.0');
    const [{ tool, results }] = sarif.runs;
    expect(tool.driver.rules).toEqual([{ id: 'unknown-lever' }]);
    expect(results[0]).toMatchObject({ ruleId: 'unknown-lever', level: 'error' });
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'study/tariff.yaml' },
      region: { startLine: 2, startColumn: 11, endColumn: 16 },
    });
    const notes = await parley(folder, ['check', 'study', '--reporter', 'github']);
    expect(notes.stdout).toMatch(
      /^::error file=study\/tariff\.yaml,line=2,col=11,endColumn=16,title=unknown-lever::.*%0A.*"tariff"/,
    );
    const fine = await parley(studyWith(), ['check', 'study', '--reporter', 'sarif']);
    expect(JSON.parse(fine.stdout).runs[0].results).toEqual([]);
    expect((await parley(studyWith(), ['check', 'study', '--reporter', 'github'])).stdout).toBe('');
  });

  it('write model tests as JUnit XML', async () => {
    const { code, stdout } = await parley(studyWith(), ['test', 'study', '--reporter', 'junit']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/<testsuite name="parley test study" tests="\d+" failures="0">/);
  });

  it('refuse a reporter that they do not have, and write no file', async () => {
    const folder = studyWith();
    const { code, stderr } = await parley(folder, ['check', 'study', '--reporter', 'junit']);
    expect(code).toBe(64);
    expect(stderr).toContain('reporter cannot be "junit"; choose from');
    const piped = await shell(folder, '$PARLEY check study --reporter sarif | head -1');
    expect(piped.code).toBe(0);
    expect(existsSync(join(folder, 'study/parley.lock'))).toBe(false);
  });
});

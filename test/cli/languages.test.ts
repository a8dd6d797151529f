import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readLanguages } from '../../cli/languages.ts';
import { type OutputKind, placeOutputs } from '../../cli/outputs.ts';
import { LANGUAGES, type Language } from '../../engine/index.ts';
import { clean, parley, studyWith } from './process.ts';

afterAll(clean);

const FEW = ['--draws', '100'];
const digestIn = (text: string) => /^Digest +([0-9a-f]{64})$/m.exec(text)?.[1];

function tabsOf(folder: string, file: string): readonly string[] {
  const parts = unzipSync(readFileSync(join(folder, 'out', file)));
  const xml = strFromU8(parts['xl/workbook.xml']!);
  return [...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!);
}

describe.concurrent('parley run --language', () => {
  it('writes one run in two languages, with one digest', async () => {
    const folder = studyWith({ 'texts/ko.yaml': '- { en: First steps, ko: 첫걸음 }\n' });
    const both = ['--language', 'en,ko', '--html'];
    const { code, stdout } = await parley(folder, ['run', 'study', ...FEW, ...both]);
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual([
      'study-preview.html',
      'study-preview.ko.html',
      'study-preview.ko.xlsx',
      'study-preview.xlsx',
    ]);
    expect(stdout).toContain(`Workbook  ${join('out', 'study-preview.xlsx')}\n`);
    expect(stdout).toContain(`Workbook  ${join('out', 'study-preview.ko.xlsx')}\n`);
    expect(stdout).toMatch(/^Language {2}ko: \d+ texts of the study left in en$/m);
    expect(tabsOf(folder, 'study-preview.xlsx')).toContain('Comparison');
    expect(tabsOf(folder, 'study-preview.ko.xlsx')).toContain('비교');
    const page = readFileSync(join(folder, 'out/study-preview.ko.html'), 'utf8');
    expect(page).toContain('<title>첫걸음</title>');
    const plain = await parley(studyWith(), ['run', 'study', ...FEW]);
    expect(digestIn(stdout)).toBe(digestIn(plain.stdout));
  });

  it('is that of study.yaml where it is left out', async () => {
    const folder = studyWith({ 'study.yaml': ['draws: 2000', 'draws: 100\nlanguage: ko'] });
    const { code, stdout } = await parley(folder, ['run', 'study', '--format', 'json']);
    expect(code).toBe(0);
    const file = join('out', 'study.xlsx');
    expect(JSON.parse(stdout)).toMatchObject({
      workbook: file,
      languages: { ko: { workbook: file } },
    });
    expect(tabsOf(folder, 'study.xlsx')).toContain('비교');
  });

  it('refuses what it does not know before anything is read', async () => {
    const run = (value: string) => parley('.', ['run', 'nowhere', '--language', value]);
    expect(await run('fr')).toEqual({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining(
        'error: --language is en or ko, or a list such as en,ko, not "fr"',
      ),
    });
    expect((await run('ko,ko')).stderr).toContain('--language names ko twice');
    expect((await run('en,')).stderr).toContain('not ""');
  });
});

describe('the languages of a command line', () => {
  it('are a list, or the option again and again, in their order', () => {
    expect(readLanguages(undefined)).toBeUndefined();
    expect(readLanguages('ko')).toEqual(['ko']);
    expect(readLanguages('ko, en')).toEqual(['ko', 'en']);
    expect(readLanguages(['en', 'ko'])).toEqual(['en', 'ko']);
  });

  it('are all that the engine knows', () => {
    expect(readLanguages(LANGUAGES.join(','))).toEqual(LANGUAGES);
  });

  const placed = (files: ReadonlyMap<OutputKind, string>, ...languages: Language[]) =>
    [...placeOutputs(files, { name: 'study', language: 'en' }, languages)].map(
      ([language, kinds]) => [language, ...kinds.values()],
    );

  it('each have files of their own, those of the study the plain names, in whatever order', () => {
    const asked = new Map([
      ['workbook', 'a.b/c.xlsx'],
      ['markdown', '-'],
      ['draws', 'd.csv'],
    ] as const);
    expect(placed(asked, 'ko', 'en')).toEqual([
      ['ko', 'a.b/c.ko.xlsx', '-', 'd.csv'],
      ['en', 'a.b/c.xlsx', '-'],
    ]);
  });

  it('never share a file, one run after the other', () => {
    const usual = new Map([
      ['workbook', ''],
      ['page', ''],
    ] as const);
    const [workbook, page] = [join('out', 'study.ko.xlsx'), join('out', 'study.ko.html')];
    expect(placed(usual, 'ko')).toEqual([['ko', workbook, page]]);
    expect(placed(usual, 'en', 'ko')[1]).toEqual(['ko', workbook, page]);
  });

  it('leave a name alone that is meant for one of them', () => {
    const named = new Map([
      ['workbook', 'a.xlsx'],
      ['page', ''],
    ] as const);
    expect(placed(named, 'ko')).toEqual([['ko', 'a.xlsx', 'a.html']]);
    const summary = new Map([
      ['workbook', ''],
      ['markdown', 'pr.md'],
    ] as const);
    expect(placed(summary, 'ko')).toEqual([['ko', join('out', 'study.ko.xlsx'), 'pr.md']]);
  });
});

import { describe, expect, test } from 'vitest';
import { filesAmong, placeOutputs, readOutputs, withDrawsFile } from '../../cli/outputs.ts';

const place = (args: Parameters<typeof readOutputs>[0], languages: readonly ('en' | 'ko')[]) =>
  placeOutputs(readOutputs(args), { name: 'study', language: 'en' }, languages);

describe('draws that do not fit the workbook', () => {
  test('have a file beside it, once for all languages', () => {
    const outputs = place({ out: 'a.b/report.xlsx' }, ['ko', 'en']);
    expect(filesAmong(withDrawsFile(outputs))).toEqual([
      'a.b/report.ko.xlsx',
      'a.b/report-draws.parquet',
      'a.b/report.xlsx',
    ]);
  });

  test('go to the file that was asked for', () => {
    const outputs = place({ 'draws-file': 'all.csv' }, ['en']);
    expect(withDrawsFile(outputs)).toBe(outputs);
    expect(filesAmong(outputs)).toEqual(['out/study.xlsx', 'all.csv']);
  });
});

test('the page and the summary have the name of the workbook, wherever it lies', () => {
  const usual = place({ html: '', markdown: '' }, ['en']);
  expect(filesAmong(usual)).toEqual(['out/study.xlsx', 'out/study.html', 'out/study.md']);
  const named = place({ out: 'a.b/report.xlsx', html: '', markdown: 'other.md' }, ['en', 'ko']);
  expect(filesAmong(named)).toEqual([
    'a.b/report.xlsx',
    'a.b/report.html',
    'other.md',
    'a.b/report.ko.xlsx',
    'a.b/report.ko.html',
    'other.ko.md',
  ]);
});

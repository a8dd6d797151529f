import { describe, expect, test } from 'vitest';
import type { BreakEven, Results } from '../../engine/index.ts';
import { readingOf } from '../../reports/break-even-reading.ts';
import { sheetsOf } from '../../reports/index.ts';
import { speak } from '../../reports/language/say.ts';
import { lookOf } from '../../reports/style.ts';
import { lineCount, textWidth } from '../../reports/text-width.ts';
import { someResults, summaryOf } from '../support/results.ts';
import { reportBytes } from '../support/workbook.ts';

describe('a study with next to nothing', () => {
  const full = someResults({ scenarios: 2, measures: 1, trajectories: 0 }, 5);
  const bare: Results = {
    ...full,
    study: {
      ...full.study,
      ...{ about: '', conditions: [], levers: [], assumptions: [], shocks: [], equations: [] },
      ...{ sources: [], breakEven: null, modules: [], validations: [], validationScenarios: [] },
    },
    ...{ drivers: [], breakEvens: [], validations: [] },
  };

  test('still has all its sheets, none of them empty', () => {
    const sheets = sheetsOf(bare);
    expect(sheets).toHaveLength(sheetsOf(full).length);
    for (const name of [
      'Validation',
      'Levers',
      'Sources',
      'Assumptions',
      'Equations',
      'Drivers',
      'Bands',
    ]) {
      const sheet = sheets.find((item) => item.name === name)!;
      expect(sheet.rows.at(-1)![0]).toMatchObject({ text: 'Nothing to list.' });
      expect(sheet.tables).toEqual([]);
    }
  });

  test('can be written', async () => {
    expect((await reportBytes(bare)).length).toBeGreaterThan(10_000);
  });

  test('says that it is held beside nothing', () => {
    const sheet = sheetsOf(bare).find(({ name }) => name === 'Validation')!;
    expect(sheet.about).toBe('The study names no published estimate to be held beside.');
  });

  test('says nothing of priors where nothing is imposed', () => {
    const summary = sheetsOf(bare).find((sheet) => sheet.name === 'Summary')!;
    expect(JSON.stringify(summary.rows)).not.toMatch(/priors|pay for itself/);
  });
});

test('a study of one scenario compares it with nothing, and can be written', async () => {
  const { study, runs, comparisons, ...rest } = someResults({}, 41);
  const [only] = study.scenarios.filter(({ role }) => role === 'baseline');
  const isOnly = ({ scenario }: { readonly scenario: string }) => scenario === only!.name;
  const alone: Results = {
    ...rest,
    study: { ...study, scenarios: [only!], breakEven: null },
    runs: runs.filter(isOnly),
    comparisons: comparisons
      .filter(isOnly)
      .map((one) => ({ ...one, againstReference: one.againstBaseline })),
    ...{ breakEvens: [], regrets: [] },
  };
  const sheets = sheetsOf(alone);
  const names = sheets.map(({ name }) => name);
  for (const none of ['Break-even', 'Decision', 'Against reference']) {
    expect(names).not.toContain(none);
  }
  const changes = sheets.find(({ name }) => name === 'Against baseline')!;
  expect(changes.rows.at(-1)![0]).toMatchObject({ text: 'Nothing to list.' });
  expect(changes.checks).toEqual([]);
  expect((await reportBytes(alone)).length).toBeGreaterThan(10_000);
});

describe('a break-even in words', () => {
  const say = speak('en');
  const item = (cost: number, gain: number): BreakEven => ({
    ...{ scenario: 's', measure: 'm', cost: summaryOf([cost]), gain: summaryOf([gain]) },
    ...{ rise: { value: cost / gain, error: null }, ratios: summaryOf([cost / gain]) },
  });
  test.each([
    [0.1, 1, 'pays from +10.0 points'],
    [2, 1, 'never pays here'],
    [-0.1, 1, 'costs nothing here'],
    [0.1, -1, 'success gains nothing'],
  ])('cost %d, gain %d: %s', (cost, gain, words) => {
    expect(readingOf(say, item(cost, gain))).toBe(words);
  });

  test('without draws says so', () => {
    const none = { ...item(1, 1), gain: summaryOf([]) };
    expect(readingOf(say, none)).toBe('no draws');
  });
});

describe('room for text', () => {
  const look = lookOf('cell');
  test('lines break at spaces, and long words within', () => {
    expect(lineCount('short', look, 20)).toBe(1);
    expect(lineCount('two words that need more than one line', look, 20)).toBeGreaterThan(1);
    expect(lineCount('x'.repeat(100), look, 20)).toBeGreaterThanOrEqual(5);
    expect(lineCount('a\nb\nc', look, 20)).toBe(3);
  });

  test('Hangul and emoji are twice as wide as digits', () => {
    expect(textWidth('한국', look)).toBeGreaterThan(textWidth('000', look));
    expect(textWidth('😀', look)).toBeGreaterThan(textWidth('0', look));
  });
});

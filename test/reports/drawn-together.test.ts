import { describe, expect, test } from 'vitest';
import type { Results } from '../../engine/index.ts';
import { sheetsOf } from '../../reports/index.ts';
import { openReport } from '../../reports/report.ts';
import { drawnTogether } from '../../reports/sheets/drawn-together.ts';
import { someResults } from '../support/results.ts';

/** Results with these correlations: one, other, asked, reached. */
function resultsWith(rows: readonly (readonly [string, string, number, number | null])[]): Results {
  const results = someResults();
  return {
    ...results,
    study: {
      ...results.study,
      correlations: rows.map(([one, other, rank]) => ({ one, other, rank })),
    },
    reachedCorrelations: rows.map(([, , , value]) => ({ value, error: null })),
  };
}

function sheetNamed(results: Results, name: string) {
  return sheetsOf(results).find((sheet) => sheet.name === name)!;
}

describe('what an input is drawn together with', () => {
  test('is told on both sides', () => {
    const results = resultsWith([['lng.brent', 'lng.henry_hub', 0.2, 0.1949]]);
    expect([...drawnTogether(openReport(results, 'en'))]).toEqual([
      ['lng.brent', 'lng.henry_hub: 0.2 asked, 0.19 reached'],
      ['lng.henry_hub', 'lng.brent: 0.2 asked, 0.19 reached'],
    ]);
  });

  test('puts elements that are asked for alike on one line', () => {
    const results = resultsWith([
      ['fx.won', 'trade.e[cars]', -0.5, -0.4871],
      ['fx.won', 'trade.e[parts]', -0.5, -0.5123],
      ['fx.won', 'trade.e[steel, us]', -0.25, -0.0001],
      ['fx.won', 'trade.f[cars]', -0.5, null],
    ]);
    expect(drawnTogether(openReport(results, 'en')).get('fx.won')).toBe(
      [
        'trade.e[cars], [parts]: -0.5 asked, -0.51 to -0.49 reached',
        'trade.e[steel, us]: -0.25 asked, 0.00 reached',
        'trade.f[cars]: -0.5 asked',
      ].join('\n'),
    );
  });
});

test('a study without correlations has no column for them, and no note', () => {
  const texts = (results: Results) =>
    JSON.stringify(['Assumptions', 'Drivers'].map((name) => sheetNamed(results, name).rows));
  expect(texts(someResults())).toMatch(/"Drawn together with"/);
  expect(texts(someResults())).toMatch(/drawn together \(see/);
  expect(texts(resultsWith([]))).not.toMatch(/drawn together/i);
});

test('correlated shocks are told on Assumptions, and say nothing of the drivers', () => {
  const results = resultsWith([['negotiation.die', 'negotiation.mood', 0.2, 0.19]]);
  const shown = (name: string) => JSON.stringify(sheetNamed(results, name).rows);
  expect(shown('Assumptions')).toContain('negotiation.mood: 0.2 asked, 0.19 reached');
  expect(shown('Drivers')).not.toContain('drawn together');
});

import { describe, expect, test } from 'vitest';
import { drawColumnFinder, drawColumns, drawHeader, drawsFit } from '../../reports/draw-columns.ts';
import { someResults } from '../support/results.ts';

const results = someResults();
const { measures, scenarios, conditions } = results.study;

describe('the columns of all draws', () => {
  const columns = drawColumns(results);
  const find = drawColumnFinder(results);

  test('hold every measure of every run once, under names that differ', () => {
    expect(columns).toHaveLength(results.runs.length * measures.length);
    expect(new Set(columns.map(drawHeader)).size).toBe(columns.length);
    expect(drawHeader(columns[0]!)).toBe('gdp | before-tariffs | as drawn');
  });

  test('start with the run as drawn, measure by measure, scenario by scenario', () => {
    for (const [m, measure] of measures.entries()) {
      for (const [s, scenario] of scenarios.entries()) {
        expect(find(measure.name, scenario.name, null)).toBe(m * scenarios.length + s + 1);
      }
    }
  });

  test('are found where they stand', () => {
    for (const [at, { measure, scenario, condition, run, index }] of columns.entries()) {
      expect(find(measure, scenario, condition)).toBe(at + 1);
      expect([run.scenario, run.condition]).toEqual([scenario, condition]);
      expect(measures[index]!.name).toBe(measure);
    }
    expect(find('gdp', 'nowhere', null)).toBeUndefined();
  });

  test('come to selections last, and leave out what was not run', () => {
    const kindOf = (name: string | null) => conditions.find((one) => one.name === name)?.kind;
    const kinds = columns.map(({ condition }) => kindOf(condition) ?? 'drawn');
    expect([...new Set(kinds)]).toEqual(['drawn', 'impose', 'when']);
    const fewer = { ...results, runs: results.runs.slice(1) };
    expect(drawColumns(fewer)).toHaveLength(columns.length - measures.length);
  });
});

test.each([
  [10_000, true],
  [400_000, true],
  [500_000, false],
  [1_048_576, false],
])('%d draws of a small study fit the workbook: %s', (draws, fit) => {
  const provenance = { ...results.provenance, draws };
  expect(drawsFit({ ...results, provenance })).toBe(fit);
});

test('draws of more columns than a sheet has do not fit', () => {
  const measure = measures[0]!;
  const many = Array.from({ length: 1_000 }, () => measure);
  expect(drawsFit({ ...results, study: { ...results.study, measures: many } })).toBe(false);
});

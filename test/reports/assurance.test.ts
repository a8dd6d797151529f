import { describe, expect, test } from 'vitest';
import type { LockState, Results } from '../../engine/index.ts';
import { displayed } from '../../reports/format.ts';
import { openReport } from '../../reports/report.ts';
import type { Cell, Place, Sheet } from '../../reports/sheet.ts';
import { makeSheets } from '../../reports/sheets.ts';
import { someResults } from '../support/results.ts';

const results = someResults();

function assuranceOf(some: Results, lock: LockState | null = null): Sheet {
  return makeSheets(openReport(some, 'en', { lock })).find(({ name }) => name === 'Assurance')!;
}

/** Gives what stands in the row of a label. */
function rowOf(sheet: Sheet, label: string): readonly Cell[] {
  return sheet.rows.find(([first]) => first !== undefined && displayed(first) === label)!;
}

const linesOf = ({ rows }: Sheet) => rows.map((row) => row.map(displayed).join(' | '));

describe('the sheet Assurance', () => {
  const sheet = assuranceOf(results);

  test('is one upright page', () => {
    expect(sheet.print).toMatchObject({ isOnePage: true, isUpright: true });
  });

  test.each([
    ['Checks of this workbook', 'Checks'],
    ['Published estimates that count', 'Validation'],
    ['Inside', 'Validation'],
    ['Values on judgement', 'Assumptions'],
    ['Duties paid on Korean goods, bn USD', 'Comparison'],
  ])('counts %s by a formula, and leads to %s', (label, target) => {
    const [what, figure] = rowOf(sheet, label);
    expect(figure!.kind).toBe('formula');
    expect(what).toMatchObject({ kind: 'link', to: { sheet: target } });
  });

  test('counts every assumption once: with a source, or on judgement', () => {
    const { assumptions } = results.study;
    const [, sourced] = rowOf(sheet, 'Values with a source');
    const [, judged] = rowOf(sheet, 'Values on judgement');
    expect([sourced, judged].map((cell) => Number(displayed(cell!)))).toEqual([
      assumptions.filter(({ source }) => source !== 'judgement').length,
      assumptions.filter(({ source }) => source === 'judgement').length,
    ]);
  });

  test('names what lies outside of what was published, and nothing else', () => {
    const outside = results.study.validations.filter(
      (_, at) => results.validations[at]!.verdict === 'outside',
    );
    expect(outside.length).toBe(1);
    const { by, title, unit } = outside[0]!;
    expect(displayed(rowOf(sheet, 'Outside')[1]!)).toBe('1');
    const [named, , said] = rowOf(sheet, by);
    expect(displayed(said!)).toContain(`${title}, ${unit}: published -0.67 to -0.29, here -0.87 (`);
    const { row, sheet: target } = (named as { to: Place }).to;
    const made = makeSheets(openReport(results, 'en'));
    const validation = made.find(({ name }) => name === target)!;
    expect(displayed(validation.rows[row - 1]![0]!)).toBe(title);
    const inside = results.study.validations.filter((one) => one !== outside[0]);
    for (const other of inside) expect(linesOf(sheet).join()).not.toContain(other.title);
  });

  test('leaves to people what no run can know', () => {
    const empty = sheet.rows.flat().filter(({ style }) => style === 'cellByHand');
    expect(empty).toHaveLength(9);
    expect(empty.every(({ kind }) => kind === 'blank')).toBe(true);
    for (const role of ['Analyst', 'Analytical assurer', 'Commissioner', 'Approver']) {
      const [, date, , name] = rowOf(sheet, role);
      expect([date!.style, name!.style]).toEqual(['cellByHand', 'cellByHand']);
    }
    expect(rowOf(sheet, 'Model tests').map(displayed).join()).toContain('A run does not run them');
  });

  test('lists the limits in the words of the study, and says where there are none', () => {
    const lines = linesOf(sheet);
    for (const limit of results.study.limits) expect(lines).toContain(`• ${limit}`);
    const silent = assuranceOf({ ...results, study: { ...results.study, limits: [] } });
    expect(linesOf(silent).join()).toContain('The study states none.');
  });
});

test.each([
  [null, 'none read', 'cellRight'],
  [{ draws: 40, changed: [] }, 'as locked', 'cellRight'],
  [{ draws: 40, changed: ['study.yaml', 'numerics'] }, 'not as locked', 'cellAlarm'],
] as const)('a lock of %j is %s', (lock, words, style) => {
  const [, state, meaning] = rowOf(assuranceOf(results, lock), 'Lock');
  expect(state).toMatchObject({ text: words, style });
  for (const file of lock?.changed ?? []) expect(displayed(meaning!)).toContain(file);
});

test('a study without checks, unknowns, estimates and assumptions says so', () => {
  const { study } = results;
  const bare: Results = {
    ...results,
    study: { ...study, validations: [], assumptions: [], shocks: [], sources: [], checks: [] },
    ...{ validations: [], drivers: [], held: { simulations: 1, checks: 0, unknowns: 0 } },
  };
  const said = linesOf(assuranceOf(bare)).join('\n');
  expect(said).toContain('The model has none.');
  expect(said).not.toContain('Unknowns solved for');
  expect(said).toContain('The study names no published estimate to be held beside.');
  expect(said).toContain('The model assumes nothing.');
});

test('a figure that is the same in every draw has no error to tell', () => {
  const flat = { value: 2, error: null };
  const certain = results.comparisons.map((one) => {
    const { measure, scenario, condition, outcome } = one;
    const isIt = measure === 'gdp' && scenario === 'no-offer' && condition === null;
    return isIt ? { ...one, outcome: { ...outcome, median: flat, p5: flat, p95: flat } } : one;
  });
  const sheet = assuranceOf({ ...results, comparisons: certain });
  const [, figure, meaning] = rowOf(sheet, `${results.study.measures[0]!.title}, %`);
  expect(figure!.kind).toBe('blank');
  expect(displayed(meaning!)).toMatch(/^2\S* in "No offer", in every draw\.$/);
});

import { expect, test } from 'vitest';
import { judgedNotes } from '../../reports/judged-cells.ts';
import { speak } from '../../reports/language/say.ts';
import { assumptionsOf } from '../support/study-inputs.ts';

const say = speak('en');
const [one] = assumptionsOf(0);

function cells(name: string, ...evidence: readonly (readonly [string, string])[]) {
  return evidence.map(([source, why]) => ({ ...one!, name, source, why }));
}

test('judged cells are counted where cells differ in their evidence', () => {
  const sales = cells('sales', ['judgement', 'a'], ['census', ''], ['judgement', 'b']);
  const shares = cells('shares', ['judgement', 'one for all'], ['judgement', 'one for all']);
  expect(judgedNotes(say, [...sales, ...shares])).toEqual([
    'Judgement stands behind 4 of 5 values; to list them, filter Source for it. Judged cells, where each cell has its own evidence: lng.sales 2 of 3.',
  ]);
});

test('cells that are all judged, each with its own reason, are counted too', () => {
  const sales = cells('sales', ['judgement', 'a'], ['judgement', 'b']);
  expect(judgedNotes(say, sales)[0]).toContain('lng.sales 2 of 2.');
});

test('one judgement for all elements is no list of cells, and none says nothing', () => {
  const shares = cells('shares', ['judgement', 'all'], ['judgement', 'all']);
  expect(judgedNotes(say, shares)).toEqual([
    'Judgement stands behind 2 of 2 values; to list them, filter Source for it.',
  ]);
  expect(judgedNotes(say, cells('sales', ['census', '']))).toEqual([]);
});

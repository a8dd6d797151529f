import { describe, expect, test } from 'vitest';
import { EXAMPLES, exampleWorkbook } from '../../support/example-workbooks.ts';
import { checkRecalculation } from '../../support/recalculation.ts';

const SLOW = 600_000;

/** Sheets that hold figures as the engine computed them, or texts, and no formula at all. */
const STILL = [
  'Contents',
  'Summary',
  'Comparison',
  'Validation',
  'Trajectories',
  'Bands',
  'Distributions',
  'Histograms',
  'Drivers',
  'Correlations',
  'Scenarios',
  'Levers',
  'Measures',
  'Assumptions',
  'Equations',
  'Sources',
  'Provenance',
];

describe.each(EXAMPLES)('the workbook of %s', (name) => {
  test(
    'computes every formula to the value of the engine',
    async () => {
      const { formulas, differences } = await checkRecalculation(await exampleWorkbook(name));
      expect(differences.slice(0, 20)).toEqual([]);
      const without = [...formulas].filter(([, count]) => count === 0).map(([sheet]) => sheet);
      expect(without).toEqual([...formulas.keys()].filter((sheet) => STILL.includes(sheet)));
    },
    SLOW,
  );
});

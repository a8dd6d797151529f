import { describe, expect, test } from 'vitest';
import { EXAMPLES, exampleResults, exampleWorkbook } from '../../support/example-workbooks.ts';
import { liveAllowance } from '../../support/live-errors.ts';
import { checkRecalculation } from '../../support/recalculation.ts';

const SLOW = 600_000;

/** Sheets of texts, and of figures as the engine computed them. Every other sheet is live: it has formulas. */
const STILL = [
  'Summary',
  'Validation',
  'Trajectories',
  'Bands',
  'Drivers',
  'Correlations',
  'Scenarios',
  'Levers',
  'Measures',
  'Assumptions',
  'Equations',
  'Live draws',
  'Sources',
  'Provenance',
];

describe.each(EXAMPLES)('the workbook of %s', (name) => {
  test(
    'computes every formula to the value of the engine',
    async () => {
      const { formulas, differences } = await checkRecalculation(
        await exampleWorkbook(name),
        liveAllowance(await exampleResults(name)),
      );
      expect(differences.slice(0, 20)).toEqual([]);
      const without = [...formulas].filter(([, count]) => count === 0).map(([sheet]) => sheet);
      expect(without).toEqual([...formulas.keys()].filter((sheet) => STILL.includes(sheet)));
    },
    SLOW,
  );
});

test(
  'a workbook in Korean computes the same',
  async () => {
    const { formulas, differences } = await checkRecalculation(
      await exampleWorkbook('first-steps', 'ko'),
    );
    expect(differences).toEqual([]);
    expect(Math.max(...formulas.values())).toBeGreaterThan(10);
    expect([...formulas.keys()].join()).toMatch(/[가-힣]/);
  },
  SLOW,
);

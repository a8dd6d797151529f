import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { speak } from '../../../reports/language/say.ts';
import { EXAMPLES, exampleResults, exampleWorkbook } from '../../support/example-workbooks.ts';
import { brokenPatterns, oddFunctions, oddLiterals } from '../../support/formula-rules.ts';
import { liveAllowance } from '../../support/live-errors.ts';
import { openXmlErrors } from '../../support/open-xml.ts';
import { checkRecalculation } from '../../support/recalculation.ts';
import { xmlErrors } from '../../support/strict-xml.ts';
import { type ReadCell, readCells } from '../../support/workbook-cells.ts';
import { partOf, sheetParts } from '../../support/workbook-parts.ts';

const SLOW = 600_000;

/** Sheets of texts, and of figures as the engine computed them. Every other sheet is live: it has formulas. */
const STILL = [
  'Conditions',
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
  'Sources',
  'Live draws',
  'Provenance',
];

/**
 * How many cells of a sheet may have a formula of their own: on Live path any, for every row of it is an equation; on
 * Chart data the parts of the waterfall, each of which is another quantity, and their labels.
 */
const OF_THEIR_OWN = new Map([
  ['Live path', Infinity],
  ['Chart data', 24],
]);

const WORKBOOKS = [
  ...EXAMPLES.map((name) => [name, 'en'] as const),
  ['first-steps', 'ko'] as const,
];

describe.each(WORKBOOKS)('the workbook of %s in %s', async (name, language) => {
  const workbook = await exampleWorkbook(name, language);
  const say = speak(language);

  test(
    'computes every formula to the value of the engine',
    async () => {
      const rounding = liveAllowance(await exampleResults(name));
      const { formulas, differences } = await checkRecalculation(workbook, rounding);
      expect(differences.slice(0, 20)).toEqual([]);
      const sheets = [...formulas.keys()];
      const still = sheets.filter((sheet) => formulas.get(sheet) === 0);
      if (language === 'en') expect(still).toEqual(sheets.filter((sheet) => STILL.includes(sheet)));
      else expect(still.length).toBeLessThan(sheets.length);
    },
    SLOW,
  );

  test(
    'is well-formed, and Microsoft finds nothing wrong',
    async () => {
      expect(xmlErrors(workbook)).toEqual([]);
      expect(await openXmlErrors(workbook)).toEqual([]);
    },
    SLOW,
  );

  test('merges no cells and hides nothing', () => {
    for (const [path, part] of Object.entries(unzipSync(workbook))) {
      if (!/^xl\/(workbook|worksheets\/[^/]+)\.xml$/.test(path)) continue;
      expect(
        strFromU8(part).match(/<mergeCell\b|\bhidden="(?:1|true)"|\bstate="(?:very)?[hH]idden"/g),
      ).toBeNull();
    }
  });

  const formulasOf = (path: string): ReadCell[] =>
    [...readCells(partOf(workbook, path), [])].filter(({ formula }) => formula !== null);

  test(
    'has formulas of known functions, with numbers in cells, one to a row or a column',
    () => {
      for (const { name: sheet, path } of sheetParts(workbook)) {
        const formulas = formulasOf(path);
        const texts = [...new Set(formulas.map(({ formula }) => formula!))];
        expect(
          texts.filter((text) => oddFunctions(text).length > 0),
          sheet,
        ).toEqual([]);
        expect(
          texts.filter((text) => oddLiterals(text).length > 0),
          sheet,
        ).toEqual([]);
        const may = [...OF_THEIR_OWN].find(([english]) => say(english) === sheet)?.[1] ?? 0;
        expect(brokenPatterns(formulas).slice(may), sheet).toEqual([]);
      }
    },
    SLOW,
  );
});

import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type CheckedStudy, checkStudy, type Results, runStudy } from '../../../engine/index.ts';
import { safeAddress } from '../../../reports/workbook/safe-text.ts';
import { studySaying } from '../../support/hostile-study.ts';
import { ESCAPED_ESCAPE, HOSTILE } from '../../support/hostile-texts.ts';
import { throughLibreOffice } from '../../support/libreoffice.ts';
import { checkRecalculation } from '../../support/recalculation.ts';
import { someResults } from '../../support/results.ts';
import { filesOf } from '../../support/small-study.ts';
import { outerLinks, xmlErrors } from '../../support/strict-xml.ts';
import { reportBytes } from '../../support/workbook.ts';
import { cellsOf } from '../../support/workbook-cells.ts';
import { plainText } from '../../support/workbook-parts.ts';

const SLOW = 300_000;

function cycle(texts: readonly string[]): () => string {
  let at = 0;
  return () => texts[at++ % texts.length]!;
}

function check(texts: readonly string[]): CheckedStudy {
  return checkStudy(filesOf(studySaying(cycle(texts))));
}

async function workbookOf(texts: readonly string[]): Promise<Uint8Array> {
  const options = { name: 'hostile', engineVersion: 'test', workers: 0 };
  return reportBytes(await runStudy(check(texts), options));
}

/** Every formula of a workbook, with rows as they count from no text's length. */
function formulasIn(workbook: Uint8Array): string[] {
  const formulas = [...cellsOf(workbook)].flatMap(([sheet, cells]) =>
    [...cells.values()].flatMap(({ formula }) =>
      formula === null ? [] : [`${sheet}: ${formula.replace(/\d+/g, '#')}`],
    ),
  );
  return formulas.sort();
}

/** Every text of a workbook, by place. */
function textsIn(workbook: Uint8Array): string[] {
  return [...cellsOf(workbook)].flatMap(([sheet, cells]) =>
    [...cells.values()].flatMap(({ cell, value }) =>
      typeof value === 'string' && value !== '' ? [`${sheet} ${cell} ${value}`] : [],
    ),
  );
}

/** Texts of one study: they take turns in its places. */
const EACH = 13;

const accepted = HOSTILE.filter((said) => check([said]).ready);
const groups = Array.from({ length: Math.ceil(accepted.length / EACH) }, (_, at) =>
  accepted.slice(at * EACH, (at + 1) * EACH),
);

describe('a study that says hostile things', async () => {
  const formulas = formulasIn(await workbookOf(['x']));

  test('is refused where it says nothing, or too much, and for no other reason', () => {
    const refused = HOSTILE.filter((said) => !check([said]).ready);
    const codes = refused.flatMap((said) => check([said]).problems.map(({ code }) => code));
    expect(refused.length).toBeLessThanOrEqual(6);
    expect([...new Set(codes)].sort()).toEqual([
      'file-too-large',
      'missing-source',
      'source-too-late',
      'wrong-type',
    ]);
  });

  test.each(groups.map((group, at) => [at, group] as const))(
    'makes no formula and no link but to addresses: group %i',
    async (_, group) => {
      const workbook = await workbookOf(group);
      expect(xmlErrors(workbook)).toEqual([]);
      expect(formulasIn(workbook)).toEqual(formulas);
      const addresses = group.map(safeAddress);
      for (const to of outerLinks(workbook).map(plainText)) expect(addresses).toContain(to);
    },
  );

  test(
    'opens as it is in exceljs and LibreOffice',
    async () => {
      const shown = accepted.filter((said) => said.length < 1_000 && said !== ESCAPED_ESCAPE);
      for (const at of [0, 1, 2]) {
        const workbook = await workbookOf(shown.slice(at * 50, at * 50 + 50));
        await new ExcelJS.Workbook().xlsx.load(workbook.slice().buffer as never);
        expect((await checkRecalculation(workbook)).differences).toEqual([]);
        const opened = await throughLibreOffice(workbook, 'default');
        expect(textsIn(opened)).toEqual(textsIn(workbook));
      }
    },
    SLOW,
  );
});

test(
  'results whose every text is hostile, units among them, make no formula either',
  async () => {
    const next = cycle(HOSTILE.filter((said) => said.length < 1_000 && said !== ESCAPED_ESCAPE));
    const results = someResults();
    const SAID = /^(title|about|author|notModelled|unit|why|note|publisher|address|by|formula)$/;
    const study = JSON.parse(
      JSON.stringify(results.study, (key, value) =>
        SAID.test(key) && typeof value === 'string' ? next() : value,
      ),
    ) as Results['study'];
    const workbook = await reportBytes({ ...results, study });
    expect(xmlErrors(workbook)).toEqual([]);
    expect(formulasIn(workbook)).toEqual(formulasIn(await reportBytes(results)));
    expect((await checkRecalculation(workbook)).differences).toEqual([]);
  },
  SLOW,
);

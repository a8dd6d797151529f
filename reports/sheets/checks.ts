import { CHECK_RESULTS, TOLERANCE } from '../checks.ts';
import { areaOf, cellAt } from '../formula.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Cell, type Check, formulaCell, link, number, type Sheet, text } from '../sheet.ts';
import { type TableColumn, tableOf } from '../table.ts';

/** Name of the sheet. */
export const CHECKS = 'Checks';

/** Where each check says whether it holds. */
const HOLDS = 3;

/** Numbers that are to be equal may be this far apart: what is left of 15 digits after some thousand sums. */
const CLOSE = 1e-9;

interface Row extends Check {
  readonly sheet: Sheet;
}

/** Gathers what every sheet says has to hold in it. */
export function checksSheet(report: Report, sheets: readonly Sheet[]): Sheet {
  const { say } = report;
  const rows = sheets.flatMap((sheet) => sheet.checks.map((one) => ({ ...one, sheet })));
  const plan = (firstRow: number): SheetPlan => ({
    name: CHECKS,
    title: say('What must hold in this workbook'),
    about: say(
      'Every row is a formula over the sheet that it names: TRUE where it holds, FALSE where it does not.',
    ),
    notes: [
      say(
        'Numbers that are to be equal may differ by the tolerance, as a share of their size. They show whether the workbook is whole, not whether the model is right.',
      ),
    ],
    above: [
      [text(''), text(say('Tolerance'), 'cellQuiet'), number(CLOSE, 'scientific', 'numberQuiet')],
    ],
    ...tableOf(columnsFor(report), rows),
    frozenColumns: 0,
    isUpright: true,
    table: CHECKS,
    names: [
      { name: TOLERANCE, area: cellAt(CHECKS, firstRow - 2, HOLDS) },
      {
        name: CHECK_RESULTS,
        area: areaOf(CHECKS, [firstRow, HOLDS], [firstRow + rows.length - 1, HOLDS]),
      },
    ],
    highlights: [
      {
        area: areaOf(CHECKS, [firstRow, HOLDS], [firstRow + rows.length - 1, HOLDS]),
        formula: ['NOT(', cellAt(CHECKS, firstRow, HOLDS, 'none'), ')'],
        style: 'numberFailed',
        holds: (row, column) => isFalse(row[column - 1]),
      },
    ],
  });
  return layOut(plan, say);
}

function isFalse(cell: Cell | undefined): boolean {
  return cell?.kind === 'formula' && cell.value === false;
}

function columnsFor({ say }: Report): TableColumn<Row>[] {
  return [
    {
      header: say('Sheet'),
      from: 18,
      to: 26,
      cell: ({ sheet }) => link(say(sheet.name), { sheet: sheet.name, row: 1, column: 1 }),
    },
    { header: say('What must hold'), from: 70, to: 100, cell: ({ label }) => text(label) },
    {
      header: say('Holds'),
      from: 12,
      to: 12,
      numeric: true,
      cell: ({ formula, value }) => formulaCell(formula, value, 'general', 'numberStrong'),
    },
  ];
}

import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/index.ts';
import { displayed } from '../../../reports/format.ts';
import { printFormula } from '../../../reports/formula.ts';
import { sheetsOf } from '../../../reports/index.ts';
import { pathSections } from '../../../reports/live/path-sections.ts';
import { openReport } from '../../../reports/report.ts';
import { type Cell, cellName, type Sheet } from '../../../reports/sheet.ts';
import { liveAllowance } from '../../support/live-errors.ts';
import { liveResults } from '../../support/live-study.ts';
import { checkRecalculation } from '../../support/recalculation.ts';
import { someResults } from '../../support/results.ts';
import { workbookBytes } from '../../support/workbook.ts';

const SLOW = 300_000;
const NAMES = ['Live model', 'Live inputs', 'Live path', 'Live draws'] as const;

let results: Results;
let sheets: readonly Sheet[];
beforeAll(async () => {
  results = await liveResults();
  sheets = sheetsOf(results);
});

function named(name: string): Sheet {
  return sheets.find((sheet) => sheet.name === name)!;
}

/** Lists the rows of a sheet, those of its stream included. */
function rowsOf({ rows, stream }: Sheet): (readonly Cell[])[] {
  return [...rows, ...(stream?.cells() ?? [])];
}

/** Prints a cell with its formula, and where it leads. */
function shown(cell: Cell, tabs: ReadonlyMap<string, string>, sheet: string): string {
  if (cell.kind === 'fill') return '>';
  const text = displayed(cell).replaceAll('\n', ' ');
  if (cell.kind === 'formula') return `=${printFormula(cell.formula, tabs, sheet)} {${text}}`;
  if (cell.kind === 'link')
    return `${text} -> ${cell.to.sheet}!${cellName(cell.to.row, cell.to.column)}`;
  return text;
}

function render(sheet: Sheet): string {
  const tabs = new Map(sheets.map(({ name }) => [name, name]));
  const lines = rowsOf(sheet).map((cells, at) => {
    const texts = cells.slice(0, 14).map((cell) => shown(cell, tabs, sheet.name));
    return `${at + 1}\t${texts.join(' | ').replace(/[ |]+$/, '')}`;
  });
  return `${lines.join('\n')}\n`;
}

test.each(NAMES)('%s reads as before', async (name) => {
  await expect(render(named(name))).toMatchFileSnapshot(`../../golden/live/${name}.txt`);
});

test(
  'LibreOffice computes every cell of them to the value of the engine',
  async () => {
    const { formulas, differences } = await checkRecalculation(
      await workbookBytes(sheets),
      liveAllowance(results),
    );
    expect(differences.slice(0, 10)).toEqual([]);
    expect(NAMES.map((name) => formulas.get(name)! > 0)).toEqual([true, true, true, false]);
  },
  SLOW,
);

describe('the sheets of the live model', () => {
  test('show every row once', () => {
    const report = { ...openReport(results, 'en'), live: results.live! };
    const slots = pathSections(report).flatMap((section) => section.slots);
    expect([...slots].sort((a, b) => a - b)).toEqual([...results.live!.rows.keys()]);
  });

  test('lead from a measure to its row, and on to equation and assumption', () => {
    const path = rowsOf(named('Live path'));
    const at = named('Live model')
      .rows.flat()
      .find((cell) => displayed(cell) === 'Worth');
    const row = path[(at as Extract<Cell, { kind: 'link' }>).to.row - 1]!;
    expect(row.map(displayed)).toContain('Worth');
    const leads = (name: string) => {
      const cell = path.flat().find((one) => one.kind === 'link' && one.text === name);
      return (cell as Extract<Cell, { kind: 'link' }>).to.sheet;
    };
    expect(leads('all_sales')).toBe('Equations');
    expect(leads('cost')).toBe('Assumptions');
  });

  test('have formulas that a spreadsheet can hold', () => {
    const tabs = new Map(sheets.map(({ name }) => [name, name]));
    for (const name of NAMES) {
      for (const cell of rowsOf(named(name)).flat()) {
        if (cell.kind !== 'formula') continue;
        expect(printFormula(cell.formula, tabs, name).length).toBeLessThan(8192);
      }
    }
  });

  test('never fill a formula that reads another sheet', () => {
    for (const cells of rowsOf(named('Live path'))) {
      cells.forEach((cell, at) => {
        if (cell.kind !== 'formula' || cells[at + 1]?.kind !== 'fill') return;
        const read = cell.formula.flatMap((part) => (typeof part === 'string' ? [] : [part.sheet]));
        expect(new Set([...read, 'Live path'])).toEqual(new Set(['Live path']));
      });
    }
  });

  test('take a number or nothing in each yellow cell', () => {
    const { entries, rows } = named('Live inputs');
    expect(entries).toHaveLength(1);
    const { top, bottom, left } = entries[0]!;
    const yellow = rows.flatMap((cells, at) =>
      cells[left - 1]?.style === 'numberInput' ? [at + 1] : [],
    );
    expect(yellow).toEqual(Array.from({ length: bottom - top + 1 }, (_, at) => top + at));
  });

  test('are left out where there is no live model', () => {
    const names = sheetsOf(someResults()).map(({ name }) => name);
    expect(names.filter((name) => (NAMES as readonly string[]).includes(name))).toEqual([]);
  });
});

import { DRAWS_BEST } from '../best-columns.ts';
import { DRAWS, DRAWS_ALL, drawColumns } from '../draw-columns.ts';
import { areaOf } from '../formula.ts';
import { layOut, type Places, type SheetPlan } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type DefinedName, number, type Sheet, type Stream, text } from '../sheet.ts';
import { columnsOfDraws, type DrawsColumn } from './draws-columns.ts';

/** How much of the sheet prints: enough to see what it is. */
const PRINTED_ROWS = 25;
const PRINTED_COLUMNS = 9;

/** Lists every draw of every measure, scenario and condition: what all figures are computed from. */
export function drawsSheet(report: Report): Sheet {
  const { results, say } = report;
  const { draws } = results.provenance;
  const columns = columnsOfDraws(report);
  const titles = [say('Measure'), say('Scenario'), say('Condition'), say('Unit')];
  const plan = (firstRow: number): SheetPlan => ({
    name: DRAWS,
    title: say('Every draw'),
    about: say(
      'One row for each draw, one column for each measure of each scenario under each condition, in the unit that stands above it.',
    ),
    notes: notesOf(report),
    columns: [{ from: 12, to: 12 }, ...columns.map(() => ({ from: 14, to: 24 }))],
    above: titles.map((title, at) => [
      text(title, 'cellStrong'),
      ...columns.map(({ words }) => text(words[at]!, 'cellQuiet')),
    ]),
    header: [
      text(say('Draw'), 'headerNumber'),
      ...columns.map(({ header }) => text(header, 'headerNumber')),
    ],
    rows: [],
    stream: streamOf(columns, draws, firstRow),
    frozenColumns: 1,
    table: 'Draws',
    names: namesOf(drawColumns(results).length, columns.length, firstRow, draws),
    printUntil: [firstRow + PRINTED_ROWS - 1, Math.min(PRINTED_COLUMNS, columns.length + 1)],
  });
  return layOut(plan, say);
}

/** Finds the columns of the sheet by their headers. */
export function drawPlaces(sheet: Sheet): Places {
  const [table] = sheet.tables;
  if (table === undefined) return new Map();
  const header = sheet.rows[table.top - 1]!;
  return new Map(
    header.map((cell, at) => [
      'text' in cell ? cell.text : '',
      { sheet: sheet.name, row: table.top, column: at + 1 },
    ]),
  );
}

function notesOf({ results, say }: Report): string[] {
  const all = say(
    'Draw k is the same draw in every column. Figures on other sheets are formulas over these columns. Only the first rows and columns print.',
  );
  const hasSelections = results.study.conditions.some(({ kind }) => kind === 'when');
  const blanks = say('A blank is a draw that the condition does not select in that scenario.');
  return hasSelections ? [all, blanks] : [all];
}

function streamOf(columns: readonly DrawsColumn[], draws: number, firstRow: number): Stream {
  const formats = new Set(columns.map(({ format }) => format));
  return {
    rows: draws,
    columns: columns.length + 1,
    looks: [
      { style: 'numberQuiet', format: 'plain-0' },
      ...[...formats].map((format) => ({ style: 'number', format }) as const),
    ],
    *cells() {
      const readers = columns.map(({ open }) => open());
      for (let draw = 0; draw < draws; draw++) {
        const cells = [number(draw, 'plain-0', 'numberQuiet')];
        for (const read of readers) cells.push(read(draw, firstRow + draw));
        yield cells;
      }
    },
  };
}

function namesOf(outcomes: number, all: number, firstRow: number, draws: number): DefinedName[] {
  const lastRow = firstRow + draws - 1;
  const spans = [
    [DRAWS_ALL, 1, outcomes],
    [DRAWS_BEST, outcomes + 1, all],
  ] as const;
  return spans
    .filter(([, from, to]) => to >= from)
    .map(([name, from, to]) => ({
      name,
      area: areaOf(DRAWS, [firstRow, from + 1], [lastRow, to + 1]),
    }));
}

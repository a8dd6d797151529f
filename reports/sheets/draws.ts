import { bestColumns, DRAWS_BEST } from '../best-columns.ts';
import { check, columnArea, sumOf } from '../checks.ts';
import { DRAWS, DRAWS_ALL, drawColumns, drawsFit } from '../draw-columns.ts';
import { areaOf, formula } from '../formula.ts';
import { layOut, type Places, type SheetPlan } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Check, type DefinedName, number, type Sheet, type Stream, text } from '../sheet.ts';
import { columnsOfDraws, type DrawsColumn } from './draws-columns.ts';
import { drawsElsewhereSheet } from './draws-elsewhere.ts';

/** How much of the sheet prints: enough to see what it is. */
const PRINTED_ROWS = 25;
const PRINTED_COLUMNS = 9;

/** Lists every draw of every measure, scenario and condition: what all figures are computed from. */
export function drawsSheet(report: Report): Sheet {
  const { results, say } = report;
  if (!drawsFit(results)) return drawsElsewhereSheet(report);
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
    columns: [{ from: 12, to: 12 }, ...columns.map(() => ({ from: 24, to: 24 }))],
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
    checks: checksOf(report, firstRow),
    printUntil: [firstRow + PRINTED_ROWS - 1, Math.min(PRINTED_COLUMNS, columns.length + 1)],
  });
  return layOut(plan, say);
}

/** Finds the columns of outcomes, by the numbers that they have in `draws_all`. */
export function drawPlaces({ results }: Report, { name, tables: [table] }: Sheet): Places {
  if (table === undefined) return new Map();
  return new Map(
    drawColumns(results).map((_, at) => [
      String(at + 1),
      { sheet: name, row: table.top, column: at + 2 },
    ]),
  );
}

function checksOf({ results, say }: Report, firstRow: number): Check[] {
  const { draws } = results.provenance;
  const numbers = columnArea(DRAWS, firstRow, draws, 1);
  const areas = bestColumns(results).length > 0 ? [DRAWS_ALL, DRAWS_BEST] : [DRAWS_ALL];
  const errors = areas.map((area) => formula`SUMPRODUCT(--ISERROR(${area}))`);
  return [
    check(say('No draw is an error'), formula`${sumOf(errors)}=0`),
    check(
      say('Draws are numbered from 1 on, without a gap'),
      formula`AND(MIN(${numbers})=1,MAX(${numbers})=ROWS(${numbers}),COUNT(${numbers})=ROWS(${numbers}))`,
    ),
  ];
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
        const cells = [number(draw + 1, 'plain-0', 'numberQuiet')];
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

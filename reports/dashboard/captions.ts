import type { Chart } from '../charts/chart.ts';
import { type SaidValue, saidCell, sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, HereText, LedgerColumn } from './ledger.ts';
import { lineAfter, lineEnd, lineUpTo } from './line-breaks.ts';

/** How many lines the title of a chart has; the last takes what is left. */
export const CAPTION_LINES = 3;
const LINES = Array.from({ length: CAPTION_LINES - 1 }, (_, at) => at + 1);

/** What stands in the cells above a chart: its title, line by line, and what its axes measure. */
export interface Caption {
  readonly lines: readonly SaidValue[];
  readonly axes: SaidValue;
}

type Key = 'room' | 'title' | `${'end' | 'line' | 'rest'} ${number}`;

/**
 * Places the titles of charts line by line: a title that is linked to a cell follows a choice in Excel alone, a cell
 * does so everywhere. Units: rooms in characters.
 */
export function placeCaptions(
  desk: Desk,
  charts: readonly Chart[],
  rooms: readonly number[],
): Caption[] {
  const { ledger, scene } = desk;
  ledger.heading(scene.report.say('Titles above the charts'));
  const columns = [...titleColumns(desk, charts, rooms), ...lineColumns(desk)];
  const table = ledger.table(columns, charts.length);
  const lines = LINES.map((line) => table[`line ${line}`]!);
  const last = table[`rest ${LINES.length}`]!;
  return charts.map((chart, at) => ({
    lines: [...lines, last].map((column) => column.textAt(at)),
    axes: axesOf(desk, chart),
  }));
}

function titleColumns(
  { scene }: Desk,
  charts: readonly Chart[],
  rooms: readonly number[],
): LedgerColumn<Key>[] {
  const { say } = scene.report;
  const title = (at: number) => {
    const { cell, text } = charts[at]!.title;
    return scene.textCell(saidCell(cell!, text));
  };
  return [
    { key: 'title', header: say('Title'), cell: title },
    {
      ...{ key: 'room', header: say('Characters in a line') },
      cell: (at) => number(rooms[at]!, 'plain-0'),
    },
  ];
}

/** Each line is taken from what those before it have left. */
function lineColumns({ scene }: Desk): LedgerColumn<Key>[] {
  const { say } = scene.report;
  return LINES.flatMap((line): LedgerColumn<Key>[] => {
    const before: Key = line === 1 ? 'title' : `rest ${line - 1}`;
    const end = (_: number, here: Here<Key>, text: HereText<Key>) =>
      scene.cell(lineEnd(text(before), here('room')), 'plain-0');
    const part = (take: typeof lineUpTo) => (_: number, here: Here<Key>, text: HereText<Key>) =>
      scene.textCell(take(text(before), here(`end ${line}`)));
    return [
      { key: `end ${line}`, header: say('Line {line} ends after', { line }), cell: end },
      { key: `line ${line}`, header: say('Line {line}', { line }), cell: part(lineUpTo) },
      {
        key: `rest ${line}`,
        header: say('Rest after line {line}', { line }),
        cell: part(lineAfter),
      },
    ];
  });
}

/** Names the axes whose names follow a choice. */
function axesOf({ scene, words }: Desk, { base, values }: Chart): SaidValue {
  const { say } = scene.report;
  const linked = [base.title, values.title].filter(({ cell }) => cell !== null);
  if (linked.length < 2) return saidCell(linked[0]!.cell!, linked[0]!.text);
  return sayLive(say, 'Across: the measure, {changeUnit}. Up: the other, {otherChangeUnit}', words);
}

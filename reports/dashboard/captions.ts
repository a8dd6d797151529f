import type { Chart } from '../charts/chart.ts';
import { type SaidValue, saidCell, sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import { lineAfter, lineEnd, lineUpTo } from './line-breaks.ts';

/** How many lines the title of a chart has; the last takes what is left. */
export const CAPTION_LINES = 3;

/** What stands in the cells above a chart: its title, line by line, and what its axes measure. */
export interface Caption {
  readonly lines: readonly SaidValue[];
  readonly axes: SaidValue;
}

/**
 * Places the titles of charts line by line: a title that is linked to a cell follows a choice in Excel alone, a cell
 * does so everywhere. Units: rooms in characters.
 */
export function placeCaptions(
  desk: Desk,
  charts: readonly Chart[],
  rooms: readonly number[],
): Caption[] {
  desk.ledger.heading(desk.scene.report.say('Titles above the charts'));
  return charts.map((chart, at) => ({
    lines: placeLines(desk, chart, rooms[at]!),
    axes: axesOf(desk, chart),
  }));
}

function placeLines({ ledger, scene }: Desk, { title }: Chart, room: number): SaidValue[] {
  const { say } = scene.report;
  const most = ledger.number(say('Characters in a line'), number(room, 'plain-0'));
  const lines: SaidValue[] = [];
  let rest = saidCell(title.cell!, title.text);
  for (let line = 1; line < CAPTION_LINES; line += 1) {
    const end = ledger.number(say('Line ends after'), scene.cell(lineEnd(rest, most), 'plain-0'));
    lines.push(ledger.text(say('Line'), scene.textCell(lineUpTo(rest, end))));
    rest = ledger.text(say('Rest'), scene.textCell(lineAfter(rest, end)));
  }
  return [...lines, rest];
}

/** Names the axes whose names follow a choice. */
function axesOf({ scene, words }: Desk, { base, values }: Chart): SaidValue {
  const { say } = scene.report;
  const linked = [base.title, values.title].filter(({ cell }) => cell !== null);
  if (linked.length < 2) return saidCell(linked[0]!.cell!, linked[0]!.text);
  return sayLive(say, 'Across: the measure, {changeUnit}. Up: the other, {otherChangeUnit}', words);
}

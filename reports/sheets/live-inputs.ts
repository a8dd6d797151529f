import type { LiveModel } from '../../engine/index.ts';
import { type Area, areaOf, cellAt, type Formula, formula } from '../formula.ts';
import { layOut, type Places, type SheetPlan } from '../lay-out.ts';
import { type ChosenRows, chosenRows } from '../live/chosen-rows.ts';
import type { DrawsPlaces } from '../live/draws-places.ts';
import {
  fullNameOf,
  LIVE_DRAW,
  LIVE_INPUTS,
  LIVE_RUN,
  LIVE_VERDICT,
  type LiveReport,
  nameOf,
  runLabels,
  unitOf,
} from '../live/live-report.ts';
import { sameMeasures } from '../live/same-measures.ts';
import { wordIn } from '../live/verdict-words.ts';
import { blank, type Cell, formulaCell, link, number, type Sheet, text } from '../sheet.ts';

/** The sheet, where the value of an input stands in base units, and the cells that a reader may fill. */
export interface LiveInputs {
  readonly sheet: Sheet;
  readonly valueOf: (slot: number) => Area;
  readonly entries: Area;
  readonly rows: Area;
}

const [YOURS, VALUE, FACTOR, ROW] = [5, 8, 9, 10] as const;

/**
 * Lists every input that may be changed: what the chosen scenario and draw say of it, and a cell for a value that
 * takes its place.
 */
export function liveInputsSheet(
  report: LiveReport,
  draws: DrawsPlaces,
  places: Places,
): LiveInputs {
  const { say } = report;
  const inputs = changeable(report.live);
  let first = 0;
  const plan = (firstRow: number): SheetPlan => {
    first = firstRow;
    const column = (at: number) =>
      areaOf(LIVE_INPUTS, [firstRow, at], [firstRow + inputs.length - 1, at]);
    return {
      name: LIVE_INPUTS,
      title: say('Assumptions that you can change'),
      about: say(
        'Type a number into a yellow cell, in the unit of its row: the live model computes with it. Empty it to go back.',
      ),
      notes: [say('Results are on the sheet Live model, where scenario and draw are chosen too.')],
      columns: COLUMNS,
      above: aboveOf(report, draws),
      header: headerOf(report),
      rows: inputs.map((input, at) => inputRow(report, draws, places, input, firstRow + at)),
      frozenColumns: 3,
      entries: [column(YOURS)],
    };
  };
  const sheet = layOut(plan, say);
  const rowOf = new Map(inputs.map(({ slot }, at) => [slot, first + at]));
  const last = first + inputs.length - 1;
  return {
    sheet,
    valueOf: (slot) => cellAt(LIVE_INPUTS, rowOf.get(slot)!, VALUE),
    entries: areaOf(LIVE_INPUTS, [first, YOURS], [last, YOURS]),
    rows: areaOf(LIVE_INPUTS, [first, ROW], [last, ROW]),
  };
}

/** Lists the inputs that have a value of their own in some run, and are no part of the clock. */
function changeable(live: LiveModel): readonly ChosenRows[] {
  return chosenRows(live).filter(
    ({ slot, kind }) => kind === 'setting' && live.rows[slot]!.kind !== 'time',
  );
}

const COLUMNS = [
  { from: 12, to: 16 },
  { from: 18, to: 34 },
  { from: 10, to: 30 },
  { from: 8, to: 24 },
  { from: 14, to: 14 },
  { from: 22, to: 22 },
  { from: 16, to: 22 },
  { from: 22, to: 22 },
  { from: 20, to: 20 },
  { from: 12, to: 12 },
];

/** Keeps in sight what is chosen, and what changes have come to. */
function aboveOf(report: LiveReport, { runs, draws }: DrawsPlaces): Cell[][] {
  const { say, live } = report;
  const row = (label: string, shown: Formula, value: string): Cell[] => [
    blank('plain'),
    text(label, 'cellQuiet'),
    formulaCell(shown, value, 'general', 'cellLine'),
  ];
  const isSame = sameMeasures(live).every(Boolean);
  const run = formula`INDEX(${runs.labels},${LIVE_RUN})`;
  const draw = formula`INDEX(${draws},1+${LIVE_DRAW})`;
  return [
    row(say('Scenario and condition'), run, runLabels(report)[live.shown]!),
    row(say('Draw'), draw, say('Central path')),
    row(say('Measures against the engine'), [LIVE_VERDICT], wordIn(say, isSame ? 'ok' : 'differs')),
  ];
}

function headerOf({ say }: LiveReport): Cell[] {
  return [
    text(say('Module'), 'header'),
    text(say('Assumption'), 'header'),
    text(say('Element'), 'header'),
    text(say('Unit'), 'header'),
    text(say('Your value'), 'headerNumber'),
    text(say('In use'), 'headerNumber'),
    text(say('Where from'), 'header'),
    text(say('In use, in base units'), 'headerNumber'),
    text(say('Base units in one unit'), 'headerNumber'),
    text(say('Row of Live draws'), 'headerNumber'),
  ];
}

function inputRow(
  report: LiveReport,
  draws: DrawsPlaces,
  places: Places,
  { slot, byRun }: ChosenRows,
  row: number,
): Cell[] {
  const { live } = report;
  const input = live.rows[slot]!;
  const { module, name, element } = nameOf(input);
  const place = places.get(fullNameOf(input));
  const chosen = byRun[live.shown]!;
  const value = chosen === 0 ? 0 : live.settings[chosen - 1]!.central;
  const origin = wordIn(report.say, chosen === 0 ? 'path' : 'study');
  const choice = draws.choiceOf(slot, 'setting');
  return [
    text(module),
    place === undefined ? text(name, 'cellStrong') : link(name, place),
    text(element),
    text(unitOf(report, input)),
    blank('numberInput'),
    formulaCell(
      formula`${at(row, VALUE)}/${at(row, FACTOR)}`,
      value / input.factor,
      'general',
      'numberStrong',
    ),
    formulaCell(originOf(draws, row), origin, 'general', 'cell'),
    formulaCell(inUse(draws, row), value, 'general', 'numberFree'),
    number(input.factor, 'general', 'numberFreeQuiet'),
    choice === null
      ? number(chosen, 'plain-0', 'numberQuiet')
      : formulaCell(formula`INDEX(${choice},${LIVE_RUN})`, chosen, 'plain-0', 'numberQuiet'),
  ];
}

function at(row: number, column: number): Area {
  return cellAt(LIVE_INPUTS, row, column, 'columns');
}

function inUse({ settings }: DrawsPlaces, row: number): Formula {
  const [yours, chosen] = [at(row, YOURS), at(row, ROW)];
  const draw = formula`1+${LIVE_DRAW}*INDEX(${settings.drawn},${chosen})`;
  const given = formula`INDEX(${settings.values},${chosen},${draw})`;
  return formula`IF(${chosen}=0,0,IF(${yours}="",${given},${yours}*${at(row, FACTOR)}))`;
}

function originOf(draws: DrawsPlaces, row: number): Formula {
  const own = formula`IF(${at(row, YOURS)}="",${draws.word('study')},${draws.word('you')})`;
  return formula`IF(${at(row, ROW)}=0,${draws.word('path')},${own})`;
}

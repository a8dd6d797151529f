import type { PlacedChart } from '../charts/chart.ts';
import { alternativesOf } from '../dashboard/alternatives.ts';
import { COLUMNS, WIDTH } from '../dashboard/arrangement.ts';
import type { Board } from '../dashboard/board.ts';
import { CAPTION_LINES, type Caption } from '../dashboard/captions.ts';
import { CHOICE_NAMES } from '../dashboard/choice.ts';
import { tilesOf } from '../dashboard/tiles.ts';
import { cellAt } from '../formula.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import type { Report } from '../report.ts';
import type { SaidValue } from '../said-formula.ts';
import { blank, type Cell, type Choice, type DefinedName, type Sheet, text } from '../sheet.ts';

/** Where the drop-downs begin, beside their labels, and how many columns they run on over. */
const CHOICE_AT = 3;
const CHOICE_WIDTH = 8;
/** The columns in which the headline numbers begin. */
const TILES_AT = [11, 16, 21] as const;

/** Rows that all charts take together. */
const CHART_ROWS = 24;

/** Shows the answer for a scenario and a measure of the reader's choice, on one page. */
export function dashboardSheet(report: Report, board: Board, bands: Sheet): Sheet {
  const { choice } = board.desk.scene;
  const alternatives = () => alternativesOf(report, choice, bands);
  return layOut((firstRow) => ({ ...planOf(report, board, firstRow), alternatives }), report.say);
}

function planOf({ say }: Report, board: Board, firstRow: number): SheetPlan {
  const { scene } = board.desk;
  const lines = choicesOf(board);
  const top = topRows(board, lines);
  const { charts, rows } = placeCharts(board, firstRow + top.length);
  const key = keysOf(board).map((line) => [text(line, 'about')]);
  const all = [...top, ...rows, ...key];
  return {
    name: 'Dashboard',
    title: say('One scenario, one measure'),
    about: scene.isLive
      ? say(
          'Choose in the yellow cells: every number and chart follows. Medians and ranges over the draws; changes are paired draw by draw.',
        )
      : say(
          'There are too many draws to keep in the workbook, so that nothing can be chosen here.',
        ),
    columns: Array.from({ length: COLUMNS }, () => ({ from: WIDTH, to: WIDTH })),
    header: [],
    rows: all,
    ...(scene.isLive ? liveParts(lines, firstRow) : {}),
    charts,
    isOnePage: true,
    printUntil: [firstRow + all.length - 1, COLUMNS],
  };
}

/** A drop-down: what it chooses, what is chosen, its name and its list. */
interface ChoiceLine {
  readonly label: string;
  readonly chosen: string;
  readonly name: string;
  readonly list: Choice['list'];
}

function choicesOf({ desk }: Board): ChoiceLine[] {
  const { scene, lists } = desk;
  const { say } = scene.report;
  const { choice } = scene;
  const { scenarios, measures, paths } = lists;
  const measure = { list: measures.name.area };
  const path = choice.path ?? scene.paths.length;
  return [
    {
      ...{ label: say('Scenario'), chosen: scene.scenarios[choice.scenario]! },
      ...{ name: CHOICE_NAMES.scenario, list: scenarios.name.area },
    },
    {
      ...{ label: say('Measure'), chosen: scene.measures[choice.measure]!, ...measure },
      name: CHOICE_NAMES.measure,
    },
    ...(scene.measures.length === 1
      ? []
      : [
          {
            ...{ label: say('Other measure'), chosen: scene.measures[choice.other]!, ...measure },
            name: CHOICE_NAMES.other,
          },
        ]),
    ...(paths === null
      ? []
      : [
          {
            ...{ label: say('Over time'), chosen: paths.name.textAt(path).text },
            ...{ name: CHOICE_NAMES.path, list: paths.name.area },
          },
        ]),
  ];
}

function liveParts(lines: readonly ChoiceLine[], firstRow: number) {
  const place = (at: number) => cellAt('Dashboard', firstRow + at, CHOICE_AT);
  return {
    choices: lines.map(({ list }, at): Choice => ({ row: firstRow + at, column: CHOICE_AT, list })),
    names: lines.map(({ name }, at): DefinedName => ({ name, area: place(at) })),
  };
}

/** The drop-downs on the left, the headline numbers beside them, and an empty row. */
function topRows(board: Board, lines: readonly ChoiceLine[]): Cell[][] {
  const { scene } = board.desk;
  const tiles = tilesOf(board);
  const rows = Array.from({ length: Math.max(lines.length, tiles.length) }, (_, at) => {
    const row: Cell[] = Array.from({ length: COLUMNS }, () => blank());
    const line = lines[at];
    if (line !== undefined) {
      const style = scene.isLive ? 'input' : 'label';
      row[0] = text(line.label, 'label');
      row.fill(blank(style), CHOICE_AT - 1, CHOICE_AT - 1 + CHOICE_WIDTH);
      row[CHOICE_AT - 1] = text(line.chosen, style);
    }
    tiles[at]?.forEach((cell, k) => {
      row[TILES_AT[k]! - 1] = cell;
    });
    return row;
  });
  return [...rows, [blank()]];
}

/** Puts each chart below its title, in rows of charts of equal height with an empty row between them. */
function placeCharts(board: Board, top: number): { charts: PlacedChart[]; rows: Cell[][] } {
  const { charts, spots } = board;
  const lines = Math.max(...spots.map(({ line }) => line)) + 1;
  const height = CHART_ROWS / lines;
  const above = CAPTION_LINES + 1;
  const placed = charts.map((chart, at): PlacedChart => {
    const { line, left, right } = spots[at]!;
    const first = top + line * (above + height + 1) + above;
    return { chart, top: first, bottom: first + height - 1, left, right, isCaptioned: true };
  });
  const rows = Array.from({ length: lines }, (_, line) => [
    ...captionRows(board, line),
    ...Array.from({ length: height + 1 }, () => [blank()]),
  ]);
  return { charts: placed, rows: rows.flat().slice(0, -1) };
}

function captionRows({ desk, spots, captions }: Board, line: number): Cell[][] {
  const row = (style: 'caption' | 'captionAxes', pick: (caption: Caption) => SaidValue) => {
    const cells: Cell[] = Array.from({ length: COLUMNS }, () => blank());
    spots.forEach((spot, at) => {
      if (spot.line !== line) return;
      cells[spot.left - 1] = desk.scene.textCell(pick(captions[at]!), style);
    });
    return cells;
  };
  return [
    ...Array.from({ length: CAPTION_LINES }, (_, k) => row('caption', ({ lines }) => lines[k]!)),
    row('captionAxes', ({ axes }) => axes),
  ];
}

function keysOf({ desk }: Board): string[] {
  const { say } = desk.scene.report;
  return [
    say(
      'Teal and navy: the chosen scenario. Grey: the baseline. Outlined: the reference. Pale blue: all others, numbered alike in every chart.',
    ),
    say(
      'Bars of ranges hold nine draws of ten and are parted at the median. The numbers behind the charts are on the sheet Chart data.',
    ),
  ];
}

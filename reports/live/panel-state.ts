import { type Area, cellAt, type Formula, formula } from '../formula.ts';
import { blank, type Cell, formulaCell, number, text } from '../sheet.ts';
import { LIVE_MODEL, type LiveReport } from './live-report.ts';
import { type LiveCells, PANEL, type PanelPlaces, STATES, type State } from './panel-places.ts';

import { FLOOR, SHARE, sameMeasures } from './same-measures.ts';
import { type Word, wordIn } from './verdict-words.ts';

/** One row: what it says, its number, and a verdict where there is one. */
interface Line {
  readonly label: string;
  readonly value: Cell;
  readonly verdict: Cell;
}

const NO_VERDICT = blank('cell');

/** Reads a row of the live model that is 1 where all is well, and judges it. */
function flag(
  { say, live }: LiveReport,
  { draws, path }: LiveCells,
  slot: number | null,
  own: Area,
  wrong: Word,
): Pick<Line, 'value' | 'verdict'> {
  if (slot === null) return { value: text(say('none'), 'cellRight'), verdict: NO_VERDICT };
  const [value] = live.rows[slot]!.values;
  const judged = formula`IF(${own}=1,${draws.word('ok')},${draws.word(wrong)})`;
  return {
    value: formulaCell([path.constantOf(slot)], value!, 'plain-0'),
    verdict: formulaCell(judged, wordIn(say, value === 1 ? 'ok' : wrong), 'general', 'cell'),
  };
}

function runNumber({ draws }: LiveCells, { runChoice: { row, column } }: PanelPlaces): Formula {
  const { labels, numbers } = draws.runs;
  return formula`SUMPRODUCT((${labels}=${cellAt(LIVE_MODEL, row, column)})*${numbers})`;
}

function drawNumber({ draws }: LiveCells, { drawChoice: { row, column } }: PanelPlaces): Formula {
  const chosen = cellAt(LIVE_MODEL, row, column);
  return formula`IF(${chosen}=${draws.centralDraw},0,${chosen})`;
}

function linesOf(report: LiveReport, cells: LiveCells, places: PanelPlaces): Record<State, Line> {
  const { say, live } = report;
  const { entries, entryRows } = cells;
  const whole = (formula_: Formula, value: number) => formulaCell(formula_, value, 'plain-0');
  const plain = (label: string, value: Cell): Line => ({ label, value, verdict: NO_VERDICT });
  return {
    run: plain(say('Number of the run'), whole(runNumber(cells, places), live.shown + 1)),
    draw: plain(
      say('Number of the draw; 0 is the central path'),
      whole(drawNumber(cells, places), 0),
    ),
    changed: plain(
      say('Assumptions changed by you'),
      whole(formula`SUMPRODUCT((${entries}<>"")*(${entryRows}>0))`, 0),
    ),
    share: plain(
      say('Largest difference that is rounding, as a share of the number'),
      number(SHARE, 'scientific'),
    ),
    floor: plain(
      say('The same as a share of the largest number of the measure'),
      number(FLOOR, 'scientific'),
    ),
    solved: {
      label: say('All systems of equations are solved, in every step'),
      ...flag(report, cells, live.allSolved, places.state('solved'), 'unsolved'),
    },
    holds: {
      label: say('All checks of the model hold, in every step'),
      ...flag(report, cells, live.allHold, places.state('holds'), 'violated'),
    },
    equal: equalLine(report, cells, places),
  };
}

/** Counts the measures that are the engine's. */
function equalLine({ say, live }: LiveReport, { draws }: LiveCells, places: PanelPlaces): Line {
  const count = live.measures.length;
  const same = sameMeasures(live).filter(Boolean).length;
  const word = (one: Word) => draws.word(one);
  const equal = formula`COUNTIF(${places.verdicts},${word('ok')})`;
  const other = formula`IF(${places.state('changed')}>0,${word('changed')},${word('differs')})`;
  const verdict = formula`IF(${places.state('equal')}=ROWS(${places.verdicts}),${word('ok')},${other})`;
  const shown = wordIn(say, same === count ? 'ok' : 'differs');
  return {
    label: say('Measures that equal what the engine computed, of {count}', { count }),
    value: formulaCell(equal, same, 'plain-0'),
    verdict: formulaCell(verdict, shown, 'general', 'cell'),
  };
}

/** Makes the rows that say what is chosen, what was changed, and whether the live model can be trusted with it. */
export function stateRows(report: LiveReport, cells: LiveCells, places: PanelPlaces): Cell[][] {
  const lines = linesOf(report, cells, places);
  const gap = blank('cell');
  return [
    [
      text(report.say('State'), 'section'),
      ...Array.from({ length: PANEL.verdict - 1 }, () => blank('section')),
    ],
    ...STATES.map((state) => {
      const { label, value, verdict } = lines[state];
      return [text(label), gap, value, gap, gap, verdict];
    }),
    [blank()],
  ];
}

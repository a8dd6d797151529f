import { formula } from '../formula.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import {
  LIVE_INPUTS,
  LIVE_MODEL,
  LIVE_PATH,
  type LiveReport,
  runLabels,
} from '../live/live-report.ts';
import { measureRows } from '../live/panel-measures.ts';
import { type LiveCells, PanelPlaces } from '../live/panel-places.ts';
import { stateRows } from '../live/panel-state.ts';
import { sameMeasures } from '../live/same-measures.ts';
import { blank, type Cell, type Check, link, type Sheet, text } from '../sheet.ts';

/** Lets a reader choose a scenario and a draw, and shows what the live model makes of them beside what the engine did. */
export function liveModelSheet(report: LiveReport, cells: LiveCells): Sheet {
  const { say } = report;
  const plan = (firstRow: number): SheetPlan => {
    const places = new PanelPlaces(report.live, firstRow);
    const { draws } = cells;
    return {
      name: LIVE_MODEL,
      title: say('The model, to be tried out'),
      about: say(
        'One path of the whole model as formulas: choose a scenario and a draw in the yellow cells, change assumptions on the sheet Live inputs, and all of it is computed again.',
      ),
      notes: notesOf(report),
      columns: [
        { from: 46, to: 68 },
        ...[18, 14, 14, 14, 18].map((width) => ({ from: width, to: width })),
      ],
      header: [],
      rows: [
        ...choiceRows(report),
        ...stateRows(report, cells, places),
        ...measureRows(report, cells, places),
      ],
      choices: [
        { ...places.runChoice, list: draws.runs.labels },
        { ...places.drawChoice, list: draws.draws },
      ],
      names: places.names,
      highlights: places.highlights,
      checks: checksOf(report, places),
      isOnePage: true,
    };
  };
  return layOut(plan, say);
}

function notesOf({ say, live }: LiveReport): string[] {
  const notes = [
    say(
      'The central path holds every uncertainty at its central value and every shock at its median. Check says whether this path equals what the engine computed, to a billionth.',
    ),
  ];
  const fixed = live.systems.filter(({ steps }) => steps === null).length;
  if (fixed > 0) {
    notes.push(
      say(
        'Not all is computed here: of {all} systems of equations, {fixed} hold what the engine found on the central path of the scenario. Whether that still solves them is checked below.',
        {
          all: live.systems.length,
          fixed,
        },
      ),
    );
  }
  return notes;
}

/** What the workbook checks of itself: as long as nothing is changed, all must be as the engine has it. */
function checksOf({ say, live }: LiveReport, places: PanelPlaces): Check[] {
  const { verdicts } = places;
  const equal = formula`${places.state('equal')}=ROWS(${verdicts})`;
  const label = say(
    'The live model comes to what the engine computed, or assumptions were changed in it',
  );
  return [
    {
      label,
      formula: formula`OR(${equal},${places.state('changed')}>0)`,
      value: sameMeasures(live).every(Boolean),
    },
  ];
}

function choiceRows(report: LiveReport): Cell[][] {
  const { say, live } = report;
  const to = (sheet: string) => ({ sheet, row: 1, column: 1 });
  return [
    [text(say('Scenario and condition'), 'cellStrong')],
    [text(runLabels(report)[live.shown]!, 'cellInput')],
    [text(say('Draw'), 'cellStrong')],
    [text(say('Central path'), 'cellInput')],
    [link(say('Change assumptions: Live inputs'), to(LIVE_INPUTS), 'link')],
    [link(say('See every step: Live path'), to(LIVE_PATH), 'link')],
    [blank()],
  ];
}

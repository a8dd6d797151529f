import type { Say } from '../language/say.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import { LIVE_PATH, type LiveReport } from '../live/live-report.ts';
import { type Explained, labelsOf } from '../live/path-labels.ts';
import { PATH_COLUMNS, PathPlaces } from '../live/path-places.ts';
import { type Feeding, PathRows } from '../live/path-rows.ts';
import { type PathSection, pathSections } from '../live/path-sections.ts';
import { stepHeaders } from '../live/step-headers.ts';
import { blank, type Cell, type Sheet, type Stream, text } from '../sheet.ts';

/** The sheet and where its rows stand. */
export interface LivePath {
  readonly sheet: Sheet;
  readonly places: PathPlaces;
}

/** Writes one path of the whole model as formulas: a row for each variable and element, a column for each step. */
export function livePathSheet(
  report: LiveReport,
  feeding: Feeding,
  explained: Explained,
): LivePath {
  const { say, live } = report;
  const sections = pathSections(report);
  let places = new PathPlaces(live, sections, 1);
  const plan = (firstRow: number): SheetPlan => {
    places = new PathPlaces(live, sections, firstRow);
    return {
      name: LIVE_PATH,
      title: say('The model as formulas'),
      about: say(
        'One path of the whole model: a row for each variable and element, a column for each step.',
      ),
      notes: [
        say('Values are in base units: divide by Factor to get the unit of the row.'),
        say(
          'Constant: what never changes; of an input with a schedule, its row on the sheet Live draws.',
        ),
        say('Grey columns: what was before the first step.'),
      ],
      columns: [...WIDTHS, ...stepHeaders(report, live.history).map(() => ({ from: 13, to: 13 }))],
      header: [...headerOf(say), ...stepHeaders(report, live.history)],
      rows: [],
      frozenColumns: PATH_COLUMNS.constant,
      leftColumn: places.first,
      stream: streamOf(report, places, sections, feeding, explained),
      printUntil: [firstRow + sections[0]!.slots.length, PATH_COLUMNS.constant],
    };
  };
  return { sheet: layOut(plan, say), places };
}

const WIDTHS = [12, 40, 20, 16, 16, 18].map((width) => ({ from: width, to: width }));

function headerOf(say: Say): Cell[] {
  return [
    text(say('Module'), 'header'),
    text(say('Variable'), 'header'),
    text(say('Element'), 'header'),
    text(say('Unit'), 'header'),
    text(say('Factor'), 'headerNumber'),
    text(say('Constant'), 'headerNumber'),
  ];
}

function streamOf(
  report: LiveReport,
  places: PathPlaces,
  sections: readonly PathSection[],
  feeding: Feeding,
  explained: Explained,
): Stream {
  const styles = [
    'section',
    'cellLine',
    'cellLineQuiet',
    'cellLineLink',
    'numberFree',
    'numberFreeQuiet',
  ] as const;
  return {
    rows: sections.reduce((sum, { slots }) => sum + 1 + slots.length, 0),
    columns: places.last,
    looks: [
      ...styles.map((style) => ({ style, format: 'general' as const })),
      { style: 'numberQuiet', format: 'plain-0' },
    ],
    cells: function* () {
      const rows = new PathRows(report, places, feeding);
      for (const { title, slots } of sections) {
        yield [text(title, 'section'), ...WIDTHS.slice(1).map(() => blank('section'))];
        for (const slot of slots) {
          yield [...labelsOf(report, report.live.rows[slot]!, explained), ...rows.cells(slot)];
        }
      }
    },
  };
}

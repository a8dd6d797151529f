import type { LiveAggregate, LiveRow, SearchRole } from '../../engine/index.ts';
import type { Say } from '../language/say.ts';
import { layOut, type Places, type SheetPlan } from '../lay-out.ts';
import { fullNameOf, LIVE_PATH, type LiveReport, nameOf, unitOf } from '../live/live-report.ts';
import { PATH_COLUMNS, PathPlaces } from '../live/path-places.ts';
import { type Feeding, PathRows } from '../live/path-rows.ts';
import { type PathSection, pathSections } from '../live/path-sections.ts';
import { stepHeaders } from '../live/step-headers.ts';
import {
  blank,
  type Cell,
  link,
  number,
  type Place,
  type Sheet,
  type Stream,
  text,
} from '../sheet.ts';

/** The sheet and where its rows stand. */
export interface LivePath {
  readonly sheet: Sheet;
  readonly places: PathPlaces;
}

/** Where the rows of other sheets stand that rows of this one are explained by, by full name. */
export interface Explained {
  readonly equations: Places;
  readonly assumptions: Places;
  readonly measures: Places;
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

const WIDTHS = [12, 32, 14, 14, 14, 16].map((width) => ({ from: width, to: width }));

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
    'number',
    'numberQuiet',
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

function labelsOf(report: LiveReport, row: LiveRow, explained: Explained): Cell[] {
  const { module, element } = nameOf(row);
  const factor =
    row.unit === '' ? blank('numberQuiet') : number(row.factor, 'general', 'numberQuiet');
  return [
    text(module, 'cellLine'),
    nameCell(report, row, explained),
    text(element, 'cellLine'),
    text(unitOf(report, row), 'cellLineQuiet'),
    factor,
  ];
}

function nameCell(report: LiveReport, row: LiveRow, explained: Explained): Cell {
  const { say } = report;
  const { module, name } = nameOf(row);
  if (row.kind === 'part') return text(say('part of {name}', { name }), 'cellLineQuiet');
  if (row.kind === 'search') return text(searchLabel(say, row, name), 'cellLineQuiet');
  const own = ownLabel(report, row, name);
  if (own !== null) return text(own, 'cellLine');
  const shown = row.kind === 'answer' ? answerLabel(report, name) : name;
  const place = placeOf(row, explained, `${module}.${name}`);
  return place === undefined ? text(shown, 'cellLine') : link(shown, place, 'cellLineLink');
}

function answerLabel({ say, results }: LiveReport, name: string): string {
  const measure = results.study.measures.find((one) => one.name === name);
  if (measure !== undefined) return measure.title;
  return name === 'all_solved'
    ? say('1 where all searches found a solution')
    : say('1 where all checks hold');
}

/** Names what no author has named: numbers for the whole path, and time. */
function ownLabel({ say }: LiveReport, { rule, kind }: LiveRow, name: string): string | null {
  if (rule.kind === 'aggregate') return aggregateLabel(say, rule.aggregate.kind, name);
  if (kind !== 'time') return null;
  const words: Readonly<Record<string, string>> = {
    start: say('start of the step, in months'),
    end: say('end of the step, in months'),
    step: say('length of a step, in months'),
    calendar_year: say('calendar year'),
    calendar_month: say('calendar month'),
    years: say('years to the middle of the step'),
  };
  return words[name] ?? name;
}

function aggregateLabel(say: Say, kind: LiveAggregate['kind'], name: string): string {
  const words: Readonly<Record<LiveAggregate['kind'], string>> = {
    total: say('total of {name}', { name }),
    count: say('sum of {name}', { name }),
    average: say('average of {name}', { name }),
    final: say('last {name}', { name }),
    minimum: say('least {name}', { name }),
    maximum: say('greatest {name}', { name }),
    at: say('{name} at a date', { name }),
    discounted: say('discounted total of {name}', { name }),
  };
  return words[kind];
}

function placeOf(row: LiveRow, explained: Explained, name: string): Place | undefined {
  if (row.kind === 'answer') return explained.measures.get(row.key);
  if (row.kind === 'assumption') return explained.assumptions.get(fullNameOf(row));
  return row.kind === 'equation' ? explained.equations.get(name) : undefined;
}

function searchLabel(say: Say, { role, round }: LiveRow, name: string): string {
  const words: Readonly<Record<SearchRole, string>> = {
    tried: say('{name}, tried', { name }),
    value: say('value in between'),
    residual: say('residual'),
    size: say('size of the residual'),
    solved: say('whether it is solved'),
    slope: say('slope'),
    elimination: say('elimination'),
    step: say('step'),
  };
  return round < 0
    ? say('at the end: {what}', { what: words[role!] })
    : say('step {round}: {what}', { round: round + 1, what: words[role!] });
}

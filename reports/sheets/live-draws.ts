import { drawColumnFinder } from '../draw-columns.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import { DrawsPlaces, FIRST_VALUE } from '../live/draws-places.ts';
import { drawsStream, head } from '../live/draws-stream.ts';
import { fullNameOf, LIVE_DRAWS, type LiveReport, runLabels } from '../live/live-report.ts';
import { WORDS, wordIn } from '../live/verdict-words.ts';
import { blank, type Cell, number, type Sheet, text } from '../sheet.ts';

/** A sheet and where its cells stand. */
export interface LiveDraws {
  readonly sheet: Sheet;
  readonly places: DrawsPlaces;
}

/**
 * Holds what feeds the live model: what can be chosen, what the engine computed, and the values of inputs and shocks on
 * the central path and in the first draws.
 */
export function liveDrawsSheet(report: LiveReport): LiveDraws {
  const { say, live } = report;
  let places = new DrawsPlaces(live, 1);
  const plan = (firstRow: number): SheetPlan => {
    places = new DrawsPlaces(live, firstRow);
    const columns = Math.max(live.runs.length, live.steps, live.draws + 1);
    return {
      name: LIVE_DRAWS,
      title: say('What feeds the live model'),
      about: say('What can be chosen, what the engine computed, and values of inputs and shocks.'),
      notes: [say('To try other values, use the sheet Live inputs: formulas read these cells.')],
      columns: [
        { from: 34, to: 46 },
        { from: 18, to: 30 },
        { from: 8, to: 12 },
        ...Array.from({ length: columns }, () => ({ from: 11, to: 13 })),
      ],
      header: [],
      isUpright: true,
      rows: heldRows(report, places),
      stream: drawsStream(report, places),
      // a heading, a header, and what can be chosen but the draws, which are numbers
      printUntil: [firstRow + 1 + live.runs.length, FIRST_VALUE - 1],
    };
  };
  return { sheet: layOut(plan, say), places };
}

function heldRows(report: LiveReport, places: DrawsPlaces): Cell[][] {
  return [
    ...listRows(report),
    ...wordRows(report),
    ...centralRows(report),
    ...(report.live.draws > 0 ? columnRows(report) : []),
    ...(places.choices.length > 0 ? choiceRows(report, places) : []),
  ];
}

function listRows(report: LiveReport): Cell[][] {
  const { say, live } = report;
  const labels = runLabels(report);
  const draws = [text(say('Central path')), ...Array.from({ length: live.draws }, drawCell)];
  const words = [say('Scenario and condition'), say('Draw'), say('Number')] as const;
  return [
    ...head(say('What can be chosen'), words, []),
    ...Array.from({ length: Math.max(labels.length, draws.length) }, (_, at) => [
      labels[at] === undefined ? blank('cell') : text(labels[at]),
      draws[at] ?? blank('cell'),
      number(at < labels.length ? at + 1 : null, 'plain-0'),
    ]),
  ];
}

function wordRows({ say }: LiveReport): Cell[][] {
  return [
    ...head(say('What formulas say'), [say('Words'), '', ''], []),
    ...WORDS.map((word) => [text(wordIn(say, word)), blank('cell'), blank('cell')]),
  ];
}

function drawCell(_: unknown, draw: number): Cell {
  return number(draw + 1, 'plain-0', 'numberLeft');
}

/** Heads columns with the runs. */
function runHeaders(report: LiveReport): Cell[] {
  return runLabels(report).map((label) => text(label, 'headerNumber'));
}

function centralRows(report: LiveReport): Cell[][] {
  const { say, results, live } = report;
  const title = say('What the engine computed on the central path of each scenario');
  const words = [say('Measure'), say('Unit'), ''] as const;
  return [
    ...head(title, words, runHeaders(report)),
    ...live.measures.map(({ central }, at) => {
      const measure = results.study.measures[at]!;
      const values = central.map((value) => number(value, 'general'));
      return [text(measure.title), text(measure.unit), blank('cell'), ...values];
    }),
  ];
}

function columnRows(report: LiveReport): Cell[][] {
  const { say, results, live } = report;
  const find = drawColumnFinder(results);
  const title = say(
    'Where the sheet Draws holds what the engine computed in each draw: the column',
  );
  const words = [say('Measure'), say('Unit'), ''] as const;
  return [
    ...head(title, words, runHeaders(report)),
    ...live.measures.map(({ name }, at) => {
      const measure = results.study.measures[at]!;
      const columns = live.runs.map(({ scenario, condition }) =>
        number(find(name, scenario, condition)!, 'plain-0'),
      );
      return [text(measure.title), text(measure.unit), blank('cell'), ...columns];
    }),
  ];
}

function choiceRows(report: LiveReport, { choices }: DrawsPlaces): Cell[][] {
  const { say, live } = report;
  const title = say(
    'Which value or path a scenario takes, where they differ: the row of the block below',
  );
  const words = [say('Input'), say('Block'), ''] as const;
  return [
    ...head(title, words, runHeaders(report)),
    ...choices.map(({ slot, kind, byRun }) => [
      text(fullNameOf(live.rows[slot]!)),
      text(kind === 'path' ? say('Paths') : say('Values')),
      blank('cell'),
      ...byRun.map((row) => number(row, 'plain-0')),
    ]),
  ];
}

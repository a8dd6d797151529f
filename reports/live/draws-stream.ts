import type { LiveSetting } from '../../engine/index.ts';
import { blank, type Cell, number, type Stream, text } from '../sheet.ts';
import type { DrawsPlaces } from './draws-places.ts';
import { fullNameOf, type LiveReport } from './live-report.ts';
import { stepHeaders } from './step-headers.ts';

/** Makes a row of numbers behind what it is, what it is of and a number. */
function row(what: string, of: Cell, index: number | null, values: Iterable<number>): Cell[] {
  const numbers = Array.from(values, (value) => number(value, 'general'));
  return [text(what), of, number(index, 'general'), ...numbers];
}

/** Makes the heading and the header above a block. */
export function head(
  title: string,
  words: readonly [string, string, string],
  cells: readonly Cell[],
) {
  const [what, of, index] = words.map((word, at) =>
    word === '' ? blank('header') : text(word, at < 2 ? 'header' : 'headerNumber'),
  ) as [Cell, Cell, Cell];
  return [
    [text(title, 'section'), ...[of, index, ...cells].map(() => blank('section'))],
    [what, of, index, ...cells],
  ];
}

/** Says which runs take a value, where not all do. */
function runsOf(
  { live }: LiveReport,
  kind: 'setting' | 'path',
  slot: number,
  index: number,
): string {
  const { choices } = live.inputs.find((one) => one.slot === slot)!;
  const runs = live.runs.filter((_, run) => {
    const choice = choices[run]!;
    return choice.kind === kind && choice.index === index;
  });
  if (runs.length === live.runs.length) return '';
  return [...new Set(runs.map(({ scenario }) => scenario))].join(', ');
}

function* settingRows(report: LiveReport): Generator<Cell[]> {
  const { say, live } = report;
  const draws = Array.from({ length: live.draws }, (_, draw) =>
    number(draw + 1, 'plain-0', 'headerNumber'),
  );
  const words = [say('Input'), say('In the scenarios'), say('Drawn')] as const;
  yield* head(say('Values of inputs, in base units'), words, [
    text(say('Central path'), 'headerNumber'),
    ...draws,
  ]);
  for (const [index, setting] of live.settings.entries()) yield settingRow(report, setting, index);
}

function settingRow(report: LiveReport, setting: LiveSetting, index: number): Cell[] {
  const { slot, central, draws } = setting;
  const runs = text(runsOf(report, 'setting', slot, index));
  const name = fullNameOf(report.live.rows[slot]!);
  return row(name, runs, draws === null ? 0 : 1, [central, ...(draws ?? [])]);
}

function* pathRows(report: LiveReport): Generator<Cell[]> {
  const { say, live } = report;
  const words = [say('Input'), say('In the scenarios'), ''] as const;
  yield* head(say('Paths of inputs, in base units'), words, stepHeaders(report));
  for (const [index, { slot, values }] of live.paths.entries()) {
    const runs = text(runsOf(report, 'path', slot, index));
    yield row(fullNameOf(live.rows[slot]!), runs, null, values);
  }
}

function* shockRows(report: LiveReport): Generator<Cell[]> {
  const { say, live } = report;
  const words = [say('Shock'), say('Draw'), ''] as const;
  yield* head(say('Shocks, in base units'), words, stepHeaders(report));
  for (const { slot, central, draws } of live.shocks) {
    const name = fullNameOf(live.rows[slot]!);
    const { steps } = live;
    yield row(
      name,
      text(say('Central path')),
      null,
      Array.from({ length: steps }, () => central),
    );
    for (let draw = 0; draw < live.draws; draw++) {
      const values = draws.subarray(draw * steps, (draw + 1) * steps);
      yield row(name, number(draw + 1, 'plain-0', 'numberLeft'), null, values);
    }
  }
}

/** Makes the stream of settings, paths and shocks. */
export function drawsStream(report: LiveReport, places: DrawsPlaces): Stream {
  const { live } = report;
  const blocks = [
    ['settings', settingRows],
    ['paths', pathRows],
    ['shocks', shockRows],
  ] as const;
  const kept = blocks.filter(([block]) => places.rowsOf(block) > 0);
  return {
    rows: kept.reduce((sum, [block]) => sum + places.rowsOf(block), 0),
    columns: 3 + Math.max(live.steps, live.draws + 1),
    looks: [
      { style: 'section', format: 'general' },
      { style: 'header', format: 'general' },
      { style: 'headerNumber', format: 'plain-0' },
      { style: 'headerNumber', format: 'month' },
      { style: 'headerNumber', format: 'year' },
      { style: 'cell', format: 'general' },
      { style: 'number', format: 'general' },
      { style: 'numberLeft', format: 'plain-0' },
    ],
    cells: function* () {
      for (const [, rows] of kept) yield* rows(report);
    },
  };
}

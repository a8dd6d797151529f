import { type Chart, fixedLabel } from '../charts/chart.ts';
import { fanChart } from '../charts/fan-chart.ts';
import { axis } from '../charts/looks.ts';
import { dayNumber } from '../format.ts';
import { type Area, areaOf, formula } from '../formula.ts';
import { stepFormat } from '../labels.ts';
import { equal, type Live, minus, ONE, plus, times } from '../live-number.ts';
import { monthsApart } from '../months-apart.ts';
import { saidEither, saidText, sayLive } from '../said-formula.ts';
import { number, type Sheet } from '../sheet.ts';
import { type Desk, printerPlacer, wordPlacer } from './desk.ts';
import type { Here, LedgerColumn, PlacedTable } from './ledger.ts';
import { LEVEL_NAMES } from './lists.ts';
import { placeLabel } from './title.ts';

const POINTS = ['p5', 'p25', 'median', 'p75', 'p95'] as const;
type Point = (typeof POINTS)[number];
type Key = Point | 'step' | 'day' | 'below' | 'inner' | 'above' | 'compared';

/** The first column of numbers on the sheet Bands. */
const FIRST_POINT = 5;

/** Places the bands of the chosen path, step by step, and draws them. */
export function placeFan(desk: Desk, bands: Sheet): Chart {
  const { scene, ledger } = desk;
  const { say } = scene.report;
  ledger.heading(say('Path over time'));
  const said = placePathWords(desk);
  const { unit } = said;
  const columns = columnsOf(desk, placeStarts(desk, bands));
  const table = ledger.table(columns, scene.report.results.study.steps.length);
  const numbers = (key: Key) => table[key].numbers('general');
  return fanChart({
    ...{ name: say('Path over time'), days: table.day.numbers(stepFormat(scene.report)) },
    title: placeLabel(desk, say('Title'), titleOf(desk, said, table)),
    about: say(
      'How the chosen path spreads over the draws of the chosen scenario, with its median and that of the baseline',
    ),
    values: axis(placeLabel(desk, say('Axis'), unit)),
    base: axis('', {
      format: stepFormat(scene.report),
      every: monthsApart(scene.report.results.study),
    }),
    ...{ lowest: numbers('p5'), outerBelow: numbers('below'), inner: numbers('inner') },
    ...{ outerAbove: numbers('above'), median: numbers('median'), compared: numbers('compared') },
    names: {
      most: fixedLabel(say('5% to 95%')),
      half: fixedLabel(say('25% to 75%')),
      median: fixedLabel(say('Median')),
      compared: fixedLabel(say('Baseline, median')),
    },
  });
}

function placePathWords({ ledger, scene, lists, picks }: Desk) {
  const { say } = scene.report;
  const { name, unit, ...printed } = lists.paths!;
  const word = wordPlacer(ledger, scene);
  return {
    path: word(say('Path'), name, picks.path!),
    unit: word(say('Unit'), unit, picks.path!),
    level: printerPlacer(ledger, scene)(printed, picks.path!),
  };
}

interface Places {
  readonly bands: Sheet;
  /** How many rows of Bands come before those of the scenario, and of the baseline. */
  readonly own: Live;
  readonly base: Live;
}

/** Bands lists path by path, within it scenario by scenario, step by step. */
function placeStarts({ scene, picks, ledger }: Desk, bands: Sheet): Places {
  const { say, results } = scene.report;
  const steps = ledger.number(say('Steps'), number(results.study.steps.length, 'plain-0'));
  const start = (label: string, scenario: Live) => {
    const paths = times(minus(picks.path!, ONE), picks.scenarioCount);
    const rows = times(minus(plus(paths, scenario), ONE), steps);
    return ledger.number(label, scene.cell(rows, 'plain-0'));
  };
  return {
    bands,
    own: start(say('Rows of Bands before those of the scenario'), picks.scenario),
    base: start(say('Rows of Bands before those of the baseline'), picks.baseline),
  };
}

function columnsOf({ scene, picks }: Desk, { bands, own, base }: Places): LedgerColumn<Key>[] {
  const { say, results } = scene.report;
  const { steps } = results.study;
  const path = picks.path!.value - 1;
  const read = (name: Point, key: Key, header: string, first: Live, scenario: Live) => ({
    ...{ key, header },
    cell: (at: number, here: Here<Key>) =>
      scene.cell({
        formula: formula`INDEX(${pointArea(bands, name)},${first.formula}+${here('step').formula})`,
        value: scene.bands(path, scenario.value - 1)[name][at]!,
      }),
  });
  const width = (key: Key, header: string, from: Point, to: Point) => ({
    ...{ key, header },
    cell: (_: number, here: Here<Key>) => scene.cell(minus(here(to), here(from))),
  });
  const day = (at: number) => number(dayNumber(steps[at]!), stepFormat(scene.report));
  return [
    { key: 'step', header: say('Step'), cell: (at) => number(at + 1, 'plain-0', 'numberQuiet') },
    { key: 'day', header: say('From'), cell: day },
    ...POINTS.map((name, k) => read(name, name, LEVEL_NAMES[k]!, own, picks.scenario)),
    width('below', say('5% to 25%'), 'p5', 'p25'),
    width('inner', say('25% to 75%'), 'p25', 'p75'),
    width('above', say('75% to 95%'), 'p75', 'p95'),
    read('median', 'compared', say('Baseline, 50%'), base, picks.baseline),
  ];
}

function pointArea({ name, tables }: Sheet, point: Point): Area {
  const { top, rows } = tables[0]!;
  const column = FIRST_POINT + POINTS.indexOf(point);
  return areaOf(name, [top + 1, column], [top + rows - 1, column]);
}

function titleOf(
  { scene, words, picks }: Desk,
  { path, level }: ReturnType<typeof placePathWords>,
  table: PlacedTable<Key>,
) {
  const { say, results } = scene.report;
  const last = results.study.steps.length - 1;
  const values = {
    ...{ path, baseline: words.baseline, compared: level(table.compared.at(last)) },
    median: level(table.median.at(last)),
    ...{ low: level.alone(table.p5.at(last)), high: level(table.p95.at(last)) },
    day: saidText(table.day.textAt(last).text),
  };
  return saidEither(
    equal(picks.scenario, picks.baseline),
    sayLive(say, '{path}: {median} in {day} ({low} to {high})', values),
    sayLive(say, '{path}: {median} in {day} ({low} to {high}); {baseline}: {compared}', values),
  );
}

import { drawsIn } from '../draw-formulas.ts';
import { type Formula, formula } from '../formula.ts';
import { choose, equal, type Live, minus, ONE, plus, times, ZERO } from '../live-number.ts';
import { number } from '../sheet.ts';
import { CHOICE_NAMES, pathOfMeasure } from './choice.ts';
import type { Ledger, PlacedColumn } from './ledger.ts';
import { hasPaths, type Lists } from './lists.ts';
import type { Scene } from './scene.ts';

/** What is chosen, as numbers in the lists, from 1. */
export interface Picks {
  readonly scenario: Live;
  readonly measure: Live;
  readonly other: Live;
  readonly baseline: Live;
  readonly reference: Live;
  /** Null where the study has no paths to draw. */
  readonly path: Live | null;
  readonly scenarioCount: Live;
  /** Columns of the draws of the measure, in the scenario and in the baseline; then of the other one in the baseline. */
  readonly own: Live;
  readonly base: Live;
  readonly otherBase: Live;
}

/** Places what the drop-downs have chosen, as numbers in the lists. */
export function placePicks(ledger: Ledger, scene: Scene, lists: Lists): Picks {
  const { say } = scene.report;
  const { choice } = scene;
  const place = (label: string, live: Live) => ledger.number(label, scene.cell(live, 'plain-0'));
  const fixed = (label: string, index: number) =>
    ledger.number(label, number(index + 1, 'plain-0'));
  ledger.heading(say('What is chosen'));
  const { scenarios, measures } = lists;
  const scenario = place(
    say('Scenario'),
    inList(scenarios, CHOICE_NAMES.scenario, choice.scenario + 1),
  );
  const measure = place(say('Measure'), inList(measures, CHOICE_NAMES.measure, choice.measure + 1));
  const other =
    scene.measures.length === 1
      ? fixed(say('Other measure'), 0)
      : place(say('Other measure'), inList(measures, CHOICE_NAMES.other, choice.other + 1));
  const baseline = fixed(say('Baseline'), scene.baseline);
  const reference = fixed(say('Reference'), scene.reference);
  const path = hasPaths(scene) ? placePath(ledger, scene, lists, measure) : null;
  const scenarioCount = fixed(say('Number of scenarios'), scene.scenarios.length - 1);
  const own = columnOf(measure, scenario, scenarioCount);
  const base = columnOf(measure, baseline, scenarioCount);
  return {
    ...{ scenario, measure, other, baseline, reference, path, scenarioCount },
    own: place(say('Column of the measure in the scenario'), own),
    base: place(say('Column of the measure in the baseline'), base),
    otherBase: place(
      say('Column of the other measure in the baseline'),
      columnOf(other, baseline, scenarioCount),
    ),
  };
}

/** Numbers the column of draws of a measure in a scenario, both counted from 1. */
export function columnOf(measure: Live, scenario: Live, scenarioCount: Live): Live {
  return plus(times(minus(measure, ONE), scenarioCount), scenario);
}

/** Finds a name in a list without the wildcards of MATCH. */
function inList(
  list: { readonly name: PlacedColumn; readonly number: PlacedColumn },
  name: string,
  value: number,
): Live {
  const { area } = list.number;
  return { formula: formula`SUMPRODUCT((${list.name.area}=${name})*${area})`, value };
}

function placePath(ledger: Ledger, scene: Scene, { paths, measures }: Lists, measure: Live): Live {
  const { say, results } = scene.report;
  const chosen = scene.choice.path;
  const found = inList(paths!, CHOICE_NAMES.path, chosen === null ? 0 : chosen + 1);
  const row = ledger.number(
    say('Path chosen, 0 for that of the measure'),
    scene.cell(found, 'plain-0'),
  );
  const own: Live = {
    formula: ofPick(measures.path, measure),
    value: (pathOfMeasure(results, scene.choice.measure) ?? 0) + 1,
  };
  return ledger.number(say('Path'), scene.cell(choose(equal(row, ZERO), own, row), 'plain-0'));
}

/** Reads what a list holds of a choice. */
export function ofPick(column: PlacedColumn, pick: Live): Formula {
  return formula`INDEX(${column.area},${pick.formula})`;
}

/** Reads the number that a list holds of a choice. */
export function numberOfPick(column: PlacedColumn, pick: Live): Live {
  return { formula: ofPick(column, pick), value: column.at(pick.value - 1).value };
}

/** Reads a percentile of a column of draws. */
export function percentileOf(column: Live, level: Live, value: number): Live {
  return { formula: formula`PERCENTILE(${draws(column)},${level.formula})`, value };
}

/** Writes the draws of a column that is given by its number. */
export function draws(column: Live): Formula {
  const [only] = column.formula;
  if (column.formula.length === 1 && typeof only === 'object') return drawsIn(only);
  throw new RangeError('The number of a column of draws stands in a cell');
}

/** Averages the changes between two columns, draw by draw; where only some of them count, `chosen` is 1 for these. */
export function meanChange(
  one: Live,
  other: Live,
  changes: Float64Array,
  chosen: Formula | null = null,
): Live {
  const [own, base] = [draws(one), draws(other)];
  const weight = chosen === null ? [] : formula`${chosen}*`;
  return {
    formula: formula`SUMPRODUCT(${weight}(${own}-${base}))/ROWS(${own})`,
    value: changes.reduce((sum, change) => sum + change, 0) / changes.length,
  };
}

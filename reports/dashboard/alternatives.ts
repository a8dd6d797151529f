import type { Report } from '../report.ts';
import type { Alternative, Sheet } from '../sheet.ts';
import { placeBoard } from './board.ts';
import type { Choice } from './choice.ts';
import { Ledger } from './ledger.ts';
import { Scene } from './scene.ts';

/** Draws the dashboard of every choice that differs in the measure alone, then of those that differ in the scenario alone. */
export function* alternativesOf(
  report: Report,
  chosen: Choice,
  bands: Sheet,
): Generator<Alternative> {
  const { say, results } = report;
  for (const measure of others(results.study.measures, chosen.measure)) {
    const other = measure === chosen.other ? chosen.measure : chosen.other;
    const { charts, scene } = boardOf(report, { ...chosen, measure, other }, bands);
    yield { title: say('Measure: {name}', { name: scene.measures[measure]! }), charts };
  }
  for (const scenario of others(results.study.scenarios, chosen.scenario)) {
    const { charts, scene } = boardOf(report, { ...chosen, scenario }, bands);
    yield { title: say('Scenario: {name}', { name: scene.scenarios[scenario]! }), charts };
  }
}

function others(items: readonly unknown[], chosen: number): number[] {
  return items.flatMap((_, at) => (at === chosen ? [] : [at]));
}

/** The cells behind these charts stand on no sheet, only their values are used. */
function boardOf(report: Report, choice: Choice, bands: Sheet) {
  const scene = new Scene(report, choice);
  const { charts } = placeBoard(new Ledger('', 1, 1), scene, bands);
  return { charts, scene };
}

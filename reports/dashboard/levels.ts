import { sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, PlacedTable } from './ledger.ts';
import { LEVELS, MEDIAN, P5, P95 } from './lists.ts';
import { columnOf, percentileOf } from './picks.ts';

/** The levels of every scenario on the chosen measure, and its median on the other one. */
export type ScenarioLevels = PlacedTable<Key>;
type Key =
  | 'name'
  | 'number'
  | 'column'
  | 'low'
  | 'median'
  | 'high'
  | 'label'
  | 'otherColumn'
  | 'other';

/** Places what every scenario comes to on the chosen measure, and its median on the other one. */
export function placeLevels({ scene, ledger, lists, picks, print }: Desk): ScenarioLevels {
  const { say } = scene.report;
  ledger.heading(say('All scenarios on the chosen measure'));
  const column = (key: Key, header: string, measure: typeof picks.measure) => ({
    ...{ key, header },
    cell: (_: number, here: Here<Key>) =>
      scene.cell(columnOf(measure, here('number'), picks.scenarioCount), 'plain-0'),
  });
  const level = (key: Key, header: string, of: Key, at: number, measure = picks.measure) => ({
    ...{ key, header },
    cell: (s: number, here: Here<Key>) => {
      const value = scene.level(measure.value - 1, s, LEVELS[at]!);
      return scene.cell(percentileOf(here(of), lists.levels.level.at(at), value));
    },
  });
  const label = (s: number, here: Here<Key>) =>
    scene.textCell(
      sayLive(say, '{scenario}: {median}', {
        scenario: lists.scenarios.name.textBeside(s),
        median: print.level(here('median')),
      }),
    );
  return ledger.table<Key>(
    [
      {
        key: 'name',
        header: say('Scenario'),
        cell: (s) => scene.textCell(lists.scenarios.name.textBeside(s)),
      },
      {
        key: 'number',
        header: say('Number'),
        cell: (s) => number(s + 1, 'plain-0', 'numberQuiet'),
      },
      column('column', say('Column of draws'), picks.measure),
      level('low', '5%', 'column', P5),
      level('median', say('Median'), 'column', MEDIAN),
      level('high', '95%', 'column', P95),
      { key: 'label', header: say('Scenario and its median'), cell: label },
      column('otherColumn', say('Column of the other measure'), picks.other),
      level('other', say('Median of the other measure'), 'otherColumn', MEDIAN, picks.other),
    ],
    scene.scenarios.length,
  );
}

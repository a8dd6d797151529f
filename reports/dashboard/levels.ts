import type { Live } from '../live-number.ts';
import { sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn, PlacedTable } from './ledger.ts';
import { LEVELS, MEDIAN, P5, P95 } from './lists.ts';
import { columnOf, meanChange, percentileOf } from './picks.ts';
import { orNone, silentIn } from './silence.ts';

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
  | 'change'
  | 'otherColumn'
  | 'otherChange';

/** Places what every scenario comes to on the chosen measure, and what it changes of that and of the other one. */
export function placeLevels(desk: Desk): ScenarioLevels {
  const { scene, ledger, lists } = desk;
  const { say } = scene.report;
  ledger.heading(say('All scenarios on the chosen measure'));
  const name = (s: number) => scene.textCell(lists.scenarios.name.textBeside(s));
  return ledger.table<Key>(
    [
      { key: 'name', header: say('Scenario'), cell: name },
      {
        key: 'number',
        header: say('Number'),
        cell: (s) => number(s + 1, 'plain-0', 'numberQuiet'),
      },
      ...figureColumns(desk),
    ],
    scene.scenarios.length,
  );
}

function figureColumns(desk: Desk): LedgerColumn<Key>[] {
  const { scene, lists, picks, print } = desk;
  const { say } = scene.report;
  const { measure, other, base, otherBase } = picks;
  const column = (key: Key, header: string, of: Live): LedgerColumn<Key> => ({
    ...{ key, header },
    cell: (_, here) => scene.cell(columnOf(of, here('number'), picks.scenarioCount), 'plain-0'),
  });
  const level = (key: Key, header: string, at: number): LedgerColumn<Key> => ({
    ...{ key, header },
    cell: (s, here) => {
      const value = scene.level(measure.value - 1, s, LEVELS[at]!);
      return scene.cell(percentileOf(here('column'), lists.levels.level.at(at), value));
    },
  });
  const change = (key: Key, header: string, of: Key, [own, against]: [Live, Live]) => ({
    ...{ key, header },
    cell: (s: number, here: Here<Key>) => {
      const changes = scene.change(own.value - 1, s, scene.baseline);
      return scene.cell(meanChange(here(of), against, changes));
    },
  });
  const label = (s: number, here: Here<Key>) =>
    scene.textCell(
      sayLive(say, '{number} {scenario}: {median}', {
        number: { formula: here('number').formula, text: String(s + 1) },
        scenario: lists.scenarios.name.textBeside(s),
        median: orNone(
          desk,
          silentIn(desk, measure, here('number')),
          print.levelOnAxis(here('median')),
        ),
      }),
    );
  return [
    column('column', say('Column of draws'), measure),
    level('low', '5%', P5),
    level('median', say('Median'), MEDIAN),
    level('high', '95%', P95),
    { key: 'label', header: say('Scenario and its median'), cell: label },
    change('change', say('Mean change against the baseline'), 'column', [measure, base]),
    column('otherColumn', say('Column of the other measure'), other),
    change('otherChange', say('Mean change of the other measure'), 'otherColumn', [
      other,
      otherBase,
    ]),
  ];
}

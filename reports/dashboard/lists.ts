import { drawColumnFinder } from '../draw-columns.ts';
import { spokenUnit } from '../language/amounts.ts';
import { number, text } from '../sheet.ts';
import type { Ledger, PlacedTable } from './ledger.ts';
import { type MeasureList, placeMeasures, timesOf } from './measure-list.ts';
import type { Scene } from './scene.ts';

/** What can be chosen, and what is fixed of each. */
export interface Lists {
  readonly scenarios: PlacedTable<'name' | 'number' | 'selected'>;
  readonly measures: MeasureList;
  /** The last row, with the number 0, stands for the path of the measure; null where a study has no paths to draw. */
  readonly paths: PlacedTable<'name' | 'number' | 'unit' | 'factor' | 'after' | 'decimals'> | null;
  readonly levels: PlacedTable<'name' | 'level'>;
}

/** The levels that the dashboard shows, and where each stands in the list of them. */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
export const [P5, , MEDIAN, , P95] = [0, 1, 2, 3, 4] as const;

/** How the levels are named. */
export const LEVEL_NAMES = LEVELS.map((level) => `${level * 100}%`);

/** Places the lists that the drop-downs and the formulas below read. */
export function placeLists(ledger: Ledger, scene: Scene): Lists {
  const { say } = scene.report;
  ledger.heading(say('What can be chosen'));
  const scenarios = placeScenarios(ledger, scene);
  const measures = placeMeasures(ledger, scene);
  const paths = hasPaths(scene) ? placePaths(ledger, scene) : null;
  ledger.heading(say('Levels'));
  const levels = ledger.table(
    [
      { key: 'name', header: say('Level'), cell: (k) => text(LEVEL_NAMES[k]!) },
      { key: 'level', header: say('Share below'), cell: (k) => number(LEVELS[k]!, 'plain-2') },
    ],
    LEVELS.length,
  );
  return { scenarios, measures, paths, levels };
}

/** A path of one step is a point and draws nothing. */
export function hasPaths({ report: { results } }: Scene): boolean {
  return results.study.trajectories.length > 0 && results.study.steps.length > 1;
}

/** The first condition that selects draws; null where the study has none. */
export function selection({ report: { results } }: Scene) {
  return results.study.conditions.find(({ kind }) => kind === 'when') ?? null;
}

function placeScenarios(ledger: Ledger, scene: Scene): Lists['scenarios'] {
  const { say, results } = scene.report;
  const column = drawColumnFinder(results);
  const condition = selection(scene);
  const measure = results.study.measures[0]!.name;
  const selected = (s: number) => {
    const { name } = results.study.scenarios[s]!;
    const found = condition === null ? undefined : column(measure, name, condition.name);
    return number(found ?? null, 'plain-0');
  };
  return ledger.table(
    [
      { key: 'name', header: say('Scenario'), cell: (s) => text(scene.scenarios[s]!) },
      { key: 'number', header: say('Number'), cell: (s) => number(s + 1, 'plain-0') },
      { key: 'selected', header: say('Column of draws with the condition'), cell: selected },
    ],
    scene.scenarios.length,
  );
}

function placePaths(ledger: Ledger, scene: Scene): NonNullable<Lists['paths']> {
  const { say, results, language } = scene.report;
  const { trajectories } = results.study;
  const isLast = (k: number) => k === trajectories.length;
  const name = (k: number) => text(isLast(k) ? say('the path of the measure') : scene.paths[k]!);
  const spoken = (k: number) => spokenUnit(language, trajectories[k]?.unit ?? '');
  const decimals = (k: number) =>
    isLast(k) ? null : Math.max(0, scene.pathDecimals(k) - spoken(k).tens);
  return ledger.table(
    [
      { key: 'name', header: say('Path over time'), cell: name },
      {
        key: 'number',
        header: say('Number'),
        cell: (k) => number(isLast(k) ? 0 : k + 1, 'plain-0'),
      },
      { key: 'unit', header: say('Unit'), cell: (k) => text(trajectories[k]?.unit ?? '') },
      {
        key: 'factor',
        header: say('Times, in sentences'),
        cell: (k) => number(timesOf(spoken(k)), 'plain-0'),
      },
      { key: 'after', header: say('After a level'), cell: (k) => text(spoken(k).after) },
      {
        key: 'decimals',
        header: say('Decimals of levels'),
        cell: (k) => number(decimals(k), 'plain-0'),
      },
    ],
    trajectories.length + 1,
  );
}

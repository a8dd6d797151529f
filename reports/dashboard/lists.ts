import { edgeOf } from '../bins.ts';
import { drawColumnFinder } from '../draw-columns.ts';
import { formatFor } from '../format.ts';
import { number, text } from '../sheet.ts';
import type { Format } from '../style.ts';
import { pathOfMeasure } from './choice.ts';
import type { Ledger, LedgerColumn, PlacedTable } from './ledger.ts';
import { decimalsOf, type Scene } from './scene.ts';

/** What can be chosen, and what is fixed of each. */
export interface Lists {
  readonly scenarios: PlacedTable<'name' | 'number' | 'selected'>;
  readonly measures: PlacedTable<MeasureKey>;
  /** The last row, with the number 0, stands for the path of the measure; null where a study has no paths to draw. */
  readonly paths: PlacedTable<'name' | 'number' | 'unit' | 'after' | 'decimals'> | null;
  readonly levels: PlacedTable<'name' | 'level'>;
  /** How many bins the histogram has. */
  readonly bins: number;
}

type MeasureKey =
  | ('name' | 'number' | 'unit' | 'after' | 'changeAfter' | 'decimals' | 'changeDecimals')
  | ('sign' | 'binFrom' | 'binWidth' | 'binDecimals' | 'path');

/** Where each level stands in the list of them. */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
export const [P5, , MEDIAN, , P95] = [0, 1, 2, 3, 4] as const;

/** Places the lists that the drop-downs and the formulas below read. */
export function placeLists(ledger: Ledger, scene: Scene): Lists {
  const { say } = scene.report;
  ledger.heading(say('What can be chosen'));
  const scenarios = placeScenarios(ledger, scene);
  const { table: measures, bins } = placeMeasures(ledger, scene);
  const paths = hasPaths(scene) ? placePaths(ledger, scene) : null;
  ledger.heading(say('Levels'));
  const levels = ledger.table(
    [
      { key: 'name', header: say('Level'), cell: (k) => text(LEVEL_NAMES[k]!) },
      { key: 'level', header: say('Share below'), cell: (k) => number(LEVELS[k]!, 'plain-2') },
    ],
    LEVELS.length,
  );
  return { scenarios, measures, paths, levels, bins };
}

/** How the levels are named. */
export const LEVEL_NAMES = ['5%', '25%', '50%', '75%', '95%'];

/** A path of one step is a point and draws nothing. */
export function hasPaths({ report: { results } }: Scene): boolean {
  return results.study.trajectories.length > 0 && results.study.steps.length > 1;
}

/** The first condition that selects draws; null where the study has none. */
export function selection({ report: { results } }: Scene) {
  return results.study.conditions.find(({ kind }) => kind === 'when') ?? null;
}

const order = (at: number) => number(at + 1, 'plain-0', 'numberQuiet');

function placeScenarios(ledger: Ledger, scene: Scene) {
  const { say, results } = scene.report;
  const column = drawColumnFinder(results);
  const condition = selection(scene);
  const measure = results.study.measures[0]!.name;
  return ledger.table(
    [
      { key: 'name', header: say('Scenario'), cell: (s) => text(scene.scenarios[s]!) },
      { key: 'number', header: say('Number'), cell: order },
      {
        key: 'selected',
        header: say('Column of draws with the condition'),
        cell: (s) => {
          const { name } = results.study.scenarios[s]!;
          const found = condition === null ? undefined : column(measure, name, condition.name);
          return number(found ?? null, 'plain-0');
        },
      },
    ],
    scene.scenarios.length,
  );
}

function placeMeasures(ledger: Ledger, scene: Scene) {
  const bins = scene.measures.map((_, m) => scene.bins(m));
  const most = Math.max(...bins.map(({ count }) => count));
  const first = bins.map(({ from, width, count }) => from - Math.floor((most - count) / 2) * width);
  const table = ledger.table(measureColumns(scene, bins, first), scene.measures.length);
  return { table, bins: most };
}

function measureColumns(
  scene: Scene,
  bins: readonly { readonly width: number }[],
  first: readonly number[],
): LedgerColumn<MeasureKey>[] {
  const { say, results } = scene.report;
  const path = (m: number) => pathOfMeasure(results, m) ?? 0;
  const column = (
    key: MeasureKey,
    header: string,
    value: (m: number) => number,
    format: Format = 'plain-0',
  ) => ({ key, header, cell: (m: number) => number(value(m), format) });
  const word = (key: MeasureKey, header: string, value: (m: number) => string) => ({
    ...{ key, header, cell: (m: number) => text(value(m)) },
  });
  return [
    word('name', say('Measure'), (m) => scene.measures[m]!),
    { key: 'number', header: say('Number'), cell: order },
    word('unit', say('Unit'), (m) => scene.measure(m).unit),
    word('after', say('After a level'), (m) => afterLevel(scene.measure(m).unit)),
    word('changeAfter', say('After a change'), (m) => afterChange(scene, scene.measure(m).unit)),
    column('decimals', say('Decimals of levels'), (m) => scene.decimals(m).level),
    column('changeDecimals', say('Decimals of changes'), (m) => scene.decimals(m).change),
    column('sign', say('Better: 1 higher, -1 lower'), (m) => SIGNS[scene.measure(m).better]),
    column(
      'binFrom',
      say('First bin from'),
      (m) => edgeOf({ from: first[m]!, width: 0, count: 1 }, 0),
      'general',
    ),
    column('binWidth', say('Width of a bin'), (m) => bins[m]!.width, 'general'),
    column('binDecimals', say('Decimals of bins'), (m) => binDecimals(bins[m]!.width)),
    column('path', say('Path that it sums up'), (m) => path(m) + 1),
  ];
}

const SIGNS = { higher: 1, lower: -1, neither: 0 } as const;

function afterLevel(unit: string): string {
  if (unit === '%') return '%';
  return unit === '1' || unit === '' ? '' : ` ${unit}`;
}

/** A change of a percentage is counted in points. */
function afterChange({ report: { say } }: Scene, unit: string): string {
  return unit === '%' || unit === 'pp' ? ` ${say('points')}` : afterLevel(unit);
}

function binDecimals(width: number): number {
  return decimalsOf(formatFor([width], { digits: 1 }));
}

function placePaths(ledger: Ledger, scene: Scene) {
  const { say, results } = scene.report;
  const { trajectories } = results.study;
  const path = (k: number) => trajectories[k];
  const isLast = (k: number) => k === trajectories.length;
  return ledger.table(
    [
      {
        key: 'name',
        header: say('Path over time'),
        cell: (k) => text(isLast(k) ? say('the path of the measure') : scene.paths[k]!),
      },
      {
        key: 'number',
        header: say('Number'),
        cell: (k) => number(isLast(k) ? 0 : k + 1, 'plain-0', 'numberQuiet'),
      },
      { key: 'unit', header: say('Unit'), cell: (k) => text(path(k)?.unit ?? '') },
      {
        key: 'after',
        header: say('After a level'),
        cell: (k) => text(afterLevel(path(k)?.unit ?? '')),
      },
      {
        key: 'decimals',
        header: say('Decimals of levels'),
        cell: (k) => number(isLast(k) ? null : scene.pathDecimals(k), 'plain-0'),
      },
    ],
    trajectories.length + 1,
  );
}

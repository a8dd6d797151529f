import { appliesTo } from '../applies.ts';
import { changeUnit } from '../labels.ts';
import type { SpokenUnit } from '../language/amounts.ts';
import { number, text } from '../sheet.ts';
import { spokenMeasure } from '../spoken-measure.ts';
import { pathOfMeasure } from './choice.ts';
import type { Ledger, LedgerColumn, PlacedTable } from './ledger.ts';
import type { Scene } from './scene.ts';

/** The measures that can be chosen, and how the numbers of each are said. */
export type MeasureList = PlacedTable<MeasureKey>;

type MeasureKey =
  | ('name' | 'number' | 'unit' | 'changeUnit' | 'sign' | 'path' | 'factor')
  | ('after' | 'decimals' | 'errorDecimals' | 'unitDecimals' | 'changeUnitDecimals')
  | ('silent' | 'changeFactor' | 'changeAfter' | 'changeDecimals' | 'changeErrorDecimals');

const SIGNS = { higher: 1, lower: -1, neither: 0 } as const;

/** Places the measures of the study. */
export function placeMeasures(ledger: Ledger, scene: Scene): MeasureList {
  const { report } = scene;
  const { say, results } = report;
  const column = (key: MeasureKey, header: string, value: (m: number) => number) => ({
    ...{ key, header },
    cell: (m: number) => number(value(m), 'plain-0'),
  });
  const word = (key: MeasureKey, header: string, value: (m: number) => string) => ({
    ...{ key, header },
    cell: (m: number) => text(value(m)),
  });
  const spoken = scene.measures.map((_, m) => spokenMeasure(report, scene.measure(m)));
  const level = (m: number) => spoken[m]!.level;
  const change = (m: number) => spoken[m]!.change;
  const columns: LedgerColumn<MeasureKey>[] = [
    word('name', say('Measure'), (m) => scene.measures[m]!),
    column('number', say('Number'), (m) => m + 1),
    word('unit', say('Unit'), (m) => scene.measure(m).unit),
    word('changeUnit', say('Unit of changes'), (m) => changeUnit(report, scene.measure(m).unit)),
    column('sign', say('Better: +1 more, −1 less'), (m) => SIGNS[scene.measure(m).better]),
    column('path', say('Path that it sums up'), (m) => (pathOfMeasure(results, m) ?? 0) + 1),
    column('factor', say('Times, in sentences'), (m) => timesOf(level(m))),
    word('after', say('After a level'), (m) => level(m).after),
    column('decimals', say('Decimals of levels'), (m) => level(m).decimals),
    column('errorDecimals', say('Decimals of their errors'), (m) => level(m).errorDecimals),
    column('changeFactor', say('Times, in sentences, changes'), (m) => timesOf(change(m))),
    word('changeAfter', say('After a change'), (m) => change(m).after),
    column('changeDecimals', say('Decimals of changes'), (m) => change(m).decimals),
    column(
      'changeErrorDecimals',
      say('Decimals of errors of changes'),
      (m) => change(m).errorDecimals,
    ),
    column('unitDecimals', say('Decimals of levels in the unit'), (m) => level(m).inUnit),
    column('changeUnitDecimals', say('Decimals of changes in the unit'), (m) => change(m).inUnit),
    ...(isEverSilent(scene)
      ? [word('silent', say('Does not apply: 1, by scenario'), (m) => silenceOf(scene, m))]
      : []),
  ];
  return ledger.table(columns, scene.measures.length);
}

/** Tells whether there is a measure that does not apply to some scenario. */
export function isEverSilent(scene: Scene): boolean {
  return scene.measures.some((_, m) => silenceOf(scene, m).includes('1'));
}

/** Writes 1 for each scenario that a measure does not apply to, 0 for each other. */
export function silenceOf(scene: Scene, measure: number): string {
  const { scenarios } = scene.report.results.study;
  const marks = scenarios.map(({ name }) =>
    appliesTo(scene.measure(measure), name, null) ? 0 : 1,
  );
  return marks.join('');
}

/** What numbers are multiplied by before they are said. */
export function timesOf({ tens }: SpokenUnit): number {
  return Number(`1e${tens}`);
}

import type { MeasureFormats } from '../compared.ts';
import { changeUnit } from '../labels.ts';
import { type SpokenUnit, spokenUnit } from '../language/amounts.ts';
import type { Report } from '../report.ts';
import { number, text } from '../sheet.ts';
import { pathOfMeasure } from './choice.ts';
import type { Ledger, LedgerColumn, PlacedTable } from './ledger.ts';
import { decimalsOf, type Scene } from './scene.ts';

/** The measures that can be chosen, and how the numbers of each are said. */
export type MeasureList = PlacedTable<MeasureKey>;

type MeasureKey =
  | ('name' | 'number' | 'unit' | 'changeUnit' | 'sign' | 'path' | 'factor')
  | ('after' | 'decimals' | 'errorDecimals')
  | ('changeFactor' | 'changeAfter' | 'changeDecimals' | 'changeErrorDecimals');

const SIGNS = { higher: 1, lower: -1, neither: 0 } as const;

/** Places the measures of the study. Numbers are said to the first digit of their Monte Carlo error, or further. */
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
  const level = (m: number) => spokenUnit(report.language, scene.measure(m).unit);
  const change = (m: number) => spokenChange(report, scene.measure(m).unit);
  const decimals = (m: number, name: keyof MeasureFormats, { tens }: SpokenUnit) =>
    Math.max(0, decimalsOf(scene.formats(m)[name]) - tens);
  const columns: LedgerColumn<MeasureKey>[] = [
    word('name', say('Measure'), (m) => scene.measures[m]!),
    column('number', say('Number'), (m) => m + 1),
    word('unit', say('Unit'), (m) => scene.measure(m).unit),
    word('changeUnit', say('Unit of changes'), (m) => changeUnit(report, scene.measure(m).unit)),
    column('sign', say('Better: +1 higher, -1 lower'), (m) => SIGNS[scene.measure(m).better]),
    column('path', say('Path that it sums up'), (m) => (pathOfMeasure(results, m) ?? 0) + 1),
    column('factor', say('Times, in sentences'), (m) => timesOf(level(m))),
    word('after', say('After a level'), (m) => level(m).after),
    column('decimals', say('Decimals of levels'), (m) =>
      Math.max(decimals(m, 'level', level(m)), decimals(m, 'levelError', level(m)) - 1),
    ),
    column('errorDecimals', say('Decimals of their errors'), (m) =>
      decimals(m, 'levelError', level(m)),
    ),
    column('changeFactor', say('Times, in sentences, changes'), (m) => timesOf(change(m))),
    word('changeAfter', say('After a change'), (m) => change(m).after),
    column('changeDecimals', say('Decimals of changes'), (m) =>
      Math.max(decimals(m, 'change', change(m)), decimals(m, 'changeError', change(m)) - 1),
    ),
    column('changeErrorDecimals', say('Decimals of errors of changes'), (m) =>
      decimals(m, 'changeError', change(m)),
    ),
  ];
  return ledger.table(columns, scene.measures.length);
}

/** A change of a percentage is counted in points. */
function spokenChange({ language, say }: Report, unit: string): SpokenUnit {
  if (unit !== '%' && unit !== 'pp' && unit !== '%p') return spokenUnit(language, unit);
  return { tens: 0, after: say('{number} points', { number: '' }) };
}

/** What numbers are multiplied by before they are said. */
export function timesOf({ tens }: SpokenUnit): number {
  return Number(`1e${tens}`);
}

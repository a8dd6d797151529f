import { isBelow } from '../bins.ts';
import { formula } from '../formula.ts';
import {
  above,
  choose,
  type Live,
  least,
  minus,
  most,
  ONE,
  over,
  plus,
  sizeOf,
  times,
  ZERO,
} from '../live-number.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn, PlacedColumn } from './ledger.ts';
import { percentileOf } from './picks.ts';

/** How many bins the draws of both scenarios fall into, and every how many of them one is labelled. */
export const BINS = 25;
export const LABELLED = 5;

/** The share of draws that may lie below the first bin, or above the last, which take them in. */
const BEYOND = 0.005;

/** Spreads smaller than this share of the values are rounding. */
const ROUNDING = 1e-9;

/** Distances of labels that read well, in units of a power of ten, and how many more decimals they have than it. */
const STEPS: readonly (readonly [step: number, decimals: number])[] = [
  [1, 0],
  [1.5, 1],
  [2, 0],
  [2.5, 1],
  [3, 0],
  [4, 0],
  [5, 0],
  [6, 0],
  [8, 0],
  [10, -1],
  [15, 0],
];

/** Where the bins begin, how wide they are, and how many decimals their labels have. */
export interface BinScale {
  readonly first: Live;
  readonly width: Live;
  readonly decimals: Live;
}

type Key = 'step' | 'decimals' | 'distance' | 'from' | 'fits';

/** Places the bins: as narrow as they can be with labels that are round, of which the first stands at the first bin. */
export function placeScale(desk: Desk): BinScale {
  const { ledger, scene } = desk;
  const { say } = scene.report;
  const place = (label: string, live: Live) => ledger.number(label, scene.cell(live));
  const [low, high] = placeEnds(desk);
  const labels = ledger.number(say('Number of labels'), number(BINS / LABELLED, 'plain-0'));
  const bins = ledger.number(say('Bins for each label'), number(LABELLED, 'plain-0'));
  const exact = place(say('Exact distance of labels'), exactDistance(desk, [low, high], labels));
  const power = place(say('Power of ten'), powerOf(exact));
  const unit = place(say('Unit of distances'), {
    formula: formula`10^${power.formula}`,
    value: Number(`1e${power.value}`),
  });
  const steps = ledger.table(stepColumns(desk, { low, high, labels, unit }), STEPS.length);
  const chosen = steps.fits.cells.findIndex((_, at) => steps.fits.at(at).value === 1);
  const pick = ledger.number(
    say('First that fits'),
    scene.cell({ formula: formula`MATCH(1,${steps.fits.area},0)`, value: chosen + 1 }, 'plain-0'),
  );
  const of = (column: PlacedColumn): Live => ({
    formula: formula`INDEX(${column.area},${pick.formula})`,
    value: column.at(chosen).value,
  });
  return {
    width: place(say('Width of a bin'), over(of(steps.distance), bins)),
    first: place(say('First bin from'), of(steps.from)),
    decimals: place(say('Decimals'), most(ZERO, minus(of(steps.decimals), power))),
  };
}

/** How far labels would be apart if the bins were exactly as wide as the draws ask for. */
function exactDistance(
  { ledger, scene }: Desk,
  [low, high]: readonly [Live, Live],
  labels: Live,
): Live {
  const { say } = scene.report;
  const rounding = ledger.number(say('Share that is rounding'), number(ROUNDING, 'scientific'));
  const size = most(sizeOf(low), sizeOf(high));
  const spread = minus(high, low);
  // draws that are all alike stand in the first bin of any width
  const shown = choose(above(spread, times(rounding, size)), spread, most(size, ONE));
  return over(shown, labels);
}

function powerOf({ formula: size, value }: Live): Live {
  const power = Number(value.toExponential().split('e')[1]);
  return { formula: formula`INT(LOG10(${size}))`, value: power };
}

function stepColumns(
  { scene }: Desk,
  { low, high, labels, unit }: Readonly<Record<'low' | 'high' | 'labels' | 'unit', Live>>,
): LedgerColumn<Key>[] {
  const { say } = scene.report;
  const live = (key: Key, header: string, of: (here: Here<Key>) => Live) => ({
    ...{ key, header },
    cell: (_: number, here: Here<Key>) => scene.cell(of(here)),
  });
  return [
    { key: 'step', header: say('Round number'), cell: (at) => number(STEPS[at]![0], 'general') },
    {
      ...{ key: 'decimals', header: say('Its decimals') },
      cell: (at) => number(STEPS[at]![1], 'plain-0'),
    },
    live('distance', say('Distance of labels'), (here) => times(here('step'), unit)),
    live('from', say('First bin from'), (here) =>
      times(wholeOf(over(low, here('distance'))), here('distance')),
    ),
    live('fits', say('1 where it holds all'), (here) =>
      holdsUpTo(high, plus(here('from'), times(labels, here('distance')))),
    ),
  ];
}

/** The next whole number below; what is whole but for rounding counts as whole, as it does in a spreadsheet. */
function wholeOf({ formula: ratio, value }: Live): Live {
  return { formula: formula`INT(${ratio})`, value: Math.floor(Number(value.toPrecision(14))) };
}

function holdsUpTo(high: Live, end: Live): Live {
  return {
    formula: formula`IF(${end.formula}<${high.formula},0,1)`,
    value: isBelow(end.value, high.value) ? 0 : 1,
  };
}

function placeEnds({ ledger, scene, picks }: Desk): readonly [Live, Live] {
  const { say } = scene.report;
  const beyond = ledger.number(say('Share of draws beyond the bins'), number(BEYOND, 'plain-3'));
  const [m, s] = [picks.measure.value - 1, picks.scenario.value - 1];
  const level = (share: Live, column: Live, scenario: number) =>
    percentileOf(column, share, scene.level(m, scenario, share.value));
  const both = (pick: typeof least, share: Live) =>
    pick(level(share, picks.own, s), level(share, picks.base, scene.baseline));
  const place = (label: string, live: Live) => ledger.number(label, scene.cell(live));
  return [
    place(say('Lowest value to show'), both(least, beyond)),
    place(say('Highest value to show'), both(most, minus(ONE, beyond))),
  ];
}

import { isBelow } from '../bins.ts';
import { formula } from '../formula.ts';
import {
  above,
  choose,
  equal,
  type Live,
  least,
  minus,
  most,
  ONE,
  over,
  plus,
  sizeOf,
  times,
} from '../live-number.ts';
import { saidEither, saidNumber, saidText } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn } from './ledger.ts';
import { draws, percentileOf } from './picks.ts';

/** How many bins the draws of both scenarios fall into, and every how many of them one is labelled. */
export const BINS = 24;
export const LABELLED = 4;

/** The share of draws that may lie below the first bin, or above the last, which take them in. */
const BEYOND = 0.005;

/** Spreads smaller than this share of the values are rounding. */
const ROUNDING = 1e-9;

export type BinKey = 'bin' | 'isLabelled' | 'from' | 'to' | 'own' | 'compared' | 'label';

/** Describes the bins that hold the draws of the scenario and of the baseline, and what share falls into each. */
export function binColumns(desk: Desk): LedgerColumn<BinKey>[] {
  const { scene, ledger, picks } = desk;
  const { say } = scene.report;
  const { first, width, decimals } = placeScale(desk);
  const last = ledger.number(say('Number of bins'), number(BINS, 'plain-0'));
  const live = (key: BinKey, header: string, of: (here: Here<BinKey>) => Live) => ({
    ...{ key, header },
    cell: (_: number, here: Here<BinKey>) => scene.cell(of(here)),
  });
  const share = (key: BinKey, header: string, column: Live, scenario: Live) => ({
    ...{ key, header },
    cell: (_: number, here: Here<BinKey>) => {
      const values = scene.draws(picks.measure.value - 1, scenario.value - 1);
      return scene.cell(shareIn(column, here, last, values), 'percent-1');
    },
  });
  const label = (_: number, here: Here<BinKey>) => {
    const said = saidNumber(here('from'), decimals);
    return scene.textCell(saidEither(equal(here('isLabelled'), ONE), said, saidText('')));
  };
  return [
    { key: 'bin', header: say('Bin'), cell: (k) => number(k + 1, 'plain-0') },
    {
      ...{ key: 'isLabelled', header: say('1 where labelled') },
      cell: (k) => number(k % LABELLED === 0 ? 1 : 0, 'plain-0'),
    },
    live('from', say('Bin from'), (here) => plus(first, times(minus(here('bin'), ONE), width))),
    live('to', say('Bin to'), (here) => plus(first, times(here('bin'), width))),
    share('own', say('Share of draws, scenario'), picks.own, picks.scenario),
    share('compared', say('Share of draws, baseline'), picks.base, picks.baseline),
    { key: 'label', header: say('Label'), cell: label },
  ];
}

/** Places where the bins begin and how wide they are: a width of two digits, so that edges can be read. */
function placeScale(desk: Desk) {
  const { ledger, scene, picks } = desk;
  const { say } = scene.report;
  const place = (label: string, live: Live) => ledger.number(label, scene.cell(live));
  const [low, high] = placeEnds(desk);
  const bins = ledger.number(say('Number of bins'), number(BINS, 'plain-0'));
  const rounding = ledger.number(say('Share that is rounding'), number(ROUNDING, 'scientific'));
  const size = most(sizeOf(low), sizeOf(high));
  const spread = place(say('Exact width of a bin'), over(minus(high, low), minus(bins, ONE)));
  const anyWidth = over(most(size, ONE), bins);
  const exact = place(
    say('The same, where the draws are not all alike'),
    choose(above(spread, times(rounding, size)), spread, anyWidth),
  );
  const digits = place(say('Decimals of two digits'), twoDigits(exact));
  const width = place(say('Width of a bin'), roundedUp(exact, digits));
  return {
    width,
    first: place(say('First bin from'), times(wholeOf(over(low, width)), width)),
    decimals: place(say('Decimals'), most({ formula: ['0'], value: 0 }, digits)),
    picks,
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

/** How many decimals show two digits of a size; fewer than none for large ones. */
function twoDigits({ formula: size, value }: Live): Live {
  const power = Number(value.toExponential().split('e')[1]);
  return { formula: formula`1-INT(LOG10(${size}))`, value: 1 - power };
}

function roundedUp({ formula: exact, value }: Live, digits: Live): Live {
  const scale = Number(`1e${digits.value}`);
  return {
    formula: formula`ROUNDUP(${exact},${digits.formula})`,
    value: Math.ceil(Number((value * scale).toPrecision(14))) / scale,
  };
}

/** The next whole number below; what is whole but for rounding counts as whole, as it does in a spreadsheet. */
function wholeOf({ formula: ratio, value }: Live): Live {
  return { formula: formula`INT(${ratio})`, value: Math.floor(Number(value.toPrecision(14))) };
}

/** The share of draws in a bin; the first and the last also take what lies beyond them. */
function shareIn(column: Live, here: Here<BinKey>, last: Live, values: Float64Array): Live {
  const all = draws(column);
  const [bin, from, to] = [here('bin'), here('from'), here('to')];
  const below = (edge: Live) => formula`SUMPRODUCT(--(${all}<${edge.formula}))`;
  const upTo = formula`IF(${bin.formula}=${last.formula},ROWS(${all}),${below(to)})`;
  const before = formula`IF(${bin.formula}=1,0,${below(from)})`;
  const isIn = (value: number) =>
    (bin.value === last.value || isBelow(value, to.value)) &&
    (bin.value === 1 || !isBelow(value, from.value));
  return {
    formula: formula`(${upTo}-${before})/ROWS(${all})`,
    value: values.filter(isIn).length / values.length,
  };
}

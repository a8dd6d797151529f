import { isBelow } from '../bins.ts';
import { formula } from '../formula.ts';
import { equal, type Live, minus, ONE, plus, times } from '../live-number.ts';
import { saidEither, saidNumber, saidText } from '../said-formula.ts';
import { number } from '../sheet.ts';
import { BINS, LABELLED, placeScale } from './bin-scale.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn } from './ledger.ts';
import { draws } from './picks.ts';

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

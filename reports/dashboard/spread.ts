import type { Chart } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { cumulativeChart, histogramChart } from '../charts/spread-charts.ts';
import { formula } from '../formula.ts';
import { equal, type Live, minus, ONE, plus, times, ZERO } from '../live.ts';
import { type SaidValue, saidEither, saidNumber, saidShare, sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Headline } from './headline.ts';
import type { Here, LedgerColumn } from './ledger.ts';
import { draws, numberOfPick, percentileOf } from './picks.ts';
import { placeLabel } from './title.ts';

/** Every fourth bin is labelled: more would run into each other. */
const LABELLED = 4;

type BinKey = 'label' | 'bin' | 'isLabelled' | 'from' | 'to' | 'own' | 'compared';

/** Counts the draws of the scenario and the baseline in common bins, and draws them over each other. */
export function placeHistogram(desk: Desk, headline: Headline): Chart {
  const { scene, ledger, lists, words } = desk;
  const { say } = scene.report;
  ledger.heading(say('Where the draws fall'));
  const table = ledger.table(binColumns(desk), lists.bins);
  return histogramChart({
    ...{ name: say('Where the draws fall'), categories: table.label.words() },
    title: placeLabel(desk, say('Title'), spreadTitle(desk, headline)),
    about: say('Shares of the draws of the chosen scenario and of the baseline in common bins'),
    base: axis(placeLabel(desk, say('Axis'), sayLive(say, '{measure}, {unit}; from', words)), {
      every: LABELLED,
    }),
    values: axis(say('Share of draws, %'), { format: 'percent-0', min: 0 }),
    ...{ own: table.own.numbers('percent-1'), compared: table.compared.numbers('percent-1') },
    names: namesOf(desk),
  });
}

function binColumns(desk: Desk): LedgerColumn<BinKey>[] {
  const { scene, ledger, lists, picks } = desk;
  const { say } = scene.report;
  const { binFrom, binWidth, binDecimals } = lists.measures;
  const place = (label: string, live: Live) => ledger.number(label, scene.cell(live));
  const first = place(say('First bin from'), numberOfPick(binFrom, picks.measure));
  const width = place(say('Width of a bin'), numberOfPick(binWidth, picks.measure));
  const decimals = place(say('Decimals'), numberOfPick(binDecimals, picks.measure));
  const last = ledger.number(say('Number of bins'), number(lists.bins, 'plain-0'));
  const share = (key: BinKey, header: string, column: Live, scenario: Live) => ({
    ...{ key, header },
    cell: (_: number, here: Here<BinKey>) => {
      const values = scene.draws(picks.measure.value - 1, scenario.value - 1);
      return scene.cell(shareBetween(column, here, last, values), 'percent-1');
    },
  });
  const live = (key: BinKey, header: string, of: (here: Here<BinKey>) => Live) => ({
    ...{ key, header },
    cell: (_: number, here: Here<BinKey>) => scene.cell(of(here)),
  });
  const label = (_: number, here: Here<BinKey>) =>
    scene.textCell(
      saidEither(equal(here('isLabelled'), ONE), saidNumber(here('from'), decimals), NOTHING),
    );
  return [
    { key: 'bin', header: say('Bin'), cell: (k) => number(k + 1, 'plain-0', 'numberQuiet') },
    {
      ...{ key: 'isLabelled', header: say('1 where labelled') },
      cell: (k) => number(k % LABELLED === 0 ? 1 : 0, 'plain-0', 'numberQuiet'),
    },
    live('from', say('Bin from'), (here) => plus(first, times(minus(here('bin'), ONE), width))),
    live('to', say('Bin to'), (here) => plus(first, times(here('bin'), width))),
    share('own', say('Share of draws, scenario'), picks.own, picks.scenario),
    share('compared', say('Share of draws, baseline'), picks.base, picks.baseline),
    { key: 'label', header: say('Label'), cell: label },
  ];
}

const NOTHING: SaidValue = { formula: ['""'], text: '' };

/** The share of draws in a bin; the first and the last also take what lies beyond them. */
function shareBetween(column: Live, here: Here<BinKey>, last: Live, values: Float64Array): Live {
  const all = draws(column);
  const [bin, from, to] = [here('bin'), here('from'), here('to')];
  const below = (edge: Live) => formula`SUMPRODUCT(--(${all}<${edge.formula}))`;
  const upTo = formula`IF(${bin.formula}=${last.formula},ROWS(${all}),${below(to)})`;
  const before = formula`IF(${bin.formula}=1,0,${below(from)})`;
  const isIn = (value: number) =>
    (bin.value === last.value || value < to.value) && (bin.value === 1 || value >= from.value);
  return {
    formula: formula`(${upTo}-${before})/ROWS(${all})`,
    value: values.filter(isIn).length / values.length,
  };
}

/** Levels of the curves: from one in a hundred draws to ninety-nine. */
const SHARES = [0.01, ...Array.from({ length: 19 }, (_, k) => (k + 1) / 20), 0.99];

/** Places the percentiles of the scenario and of the baseline, and draws which share lies below each value. */
export function placeCumulative(desk: Desk, headline: Headline): Chart {
  const { scene, ledger, picks, words, print } = desk;
  const { say } = scene.report;
  type Key = 'share' | 'own' | 'compared';
  const level = (key: Key, header: string, column: Live, scenario: Live): LedgerColumn<Key> => ({
    ...{ key, header },
    cell: (at, here) => {
      const value = scene.level(picks.measure.value - 1, scenario.value - 1, SHARES[at]!);
      return scene.cell(percentileOf(column, here('share'), value));
    },
  });
  ledger.heading(say('Share of draws below each value'));
  const table = ledger.table<Key>(
    [
      { key: 'share', header: say('Share below'), cell: (at) => number(SHARES[at]!, 'plain-2') },
      level('own', say('Scenario'), picks.own, picks.scenario),
      level('compared', say('Baseline'), picks.base, picks.baseline),
    ],
    SHARES.length,
  );
  const said = {
    low: print.level(headline.low),
    high: print.level(headline.high),
  };
  return cumulativeChart({
    name: say('Share of draws below each value'),
    title: placeLabel(
      desk,
      say('Title'),
      sayLive(say, 'One draw in twenty lies below {low}, one above {high}', said),
    ),
    about: say(
      'Which share of the draws lies below each value, in the chosen scenario and in the baseline',
    ),
    base: axis(placeLabel(desk, say('Axis'), sayLive(say, '{measure}, {unit}', words))),
    values: axis(say('Share of draws below, %'), {
      format: 'percent-0',
      min: 0,
      max: 1,
      every: 0.25,
    }),
    shares: table.share.numbers('percent-0'),
    ...{ own: table.own.numbers('general'), compared: table.compared.numbers('general') },
    names: namesOf(desk),
  });
}

function namesOf(desk: Desk) {
  const { scene, words } = desk;
  const { say } = scene.report;
  return {
    own: placeLabel(desk, say('Legend'), words.scenario),
    compared: placeLabel(desk, say('Legend'), words.baseline),
  };
}

function spreadTitle({ scene, words, print, lists, picks }: Desk, headline: Headline): SaidValue {
  const { say } = scene.report;
  const values = {
    ...words,
    share: saidShare(headline.better),
    ...{ low: print.level(headline.low), high: print.level(headline.high) },
  };
  return saidEither(
    headline.isBaseline,
    sayLive(say, '{scenario}: {low} to {high} in nine of ten draws', values),
    saidEither(
      equal(numberOfPick(lists.measures.sign, picks.measure), ZERO),
      sayLive(say, 'Higher than {baseline} in {share} of draws', values),
      sayLive(say, 'Better than {baseline} in {share} of draws', values),
    ),
  );
}

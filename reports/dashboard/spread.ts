import { type Chart, fixedLabel } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { cumulativeChart, histogramChart } from '../charts/spread-charts.ts';
import { equal, type Live, ZERO } from '../live-number.ts';
import { type SaidValue, saidEither, saidShare, sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import { binColumns } from './bin-columns.ts';
import { BINS, LABELLED } from './bin-scale.ts';
import type { Desk } from './desk.ts';
import type { Headline } from './headline.ts';
import type { LedgerColumn } from './ledger.ts';
import { numberOfPick, percentileOf } from './picks.ts';
import { orSilent, silentOnChange, silentOnLevel } from './silence.ts';
import { placeLabel } from './title.ts';

/** Counts the draws of the scenario and the baseline in common bins, and draws them over each other. */
export function placeHistogram(desk: Desk, headline: Headline): Chart {
  const { scene, ledger, words } = desk;
  const { say } = scene.report;
  ledger.heading(say('Where the draws fall'));
  const table = ledger.table(binColumns(desk), BINS);
  return histogramChart({
    ...{ name: say('Where the draws fall'), categories: table.label.words() },
    title: placeLabel(
      desk,
      say('Title'),
      orSilent(desk, silentOnChange(desk), spreadTitle(desk, headline)),
    ),
    about: say('Shares of the draws of the chosen scenario and of the baseline in common bins'),
    base: axis(placeLabel(desk, say('Axis'), sayLive(say, '{measure}, {unit}; from', words)), {
      every: LABELLED,
    }),
    values: axis(say('Share of draws, %'), { format: 'percent-0', min: 0 }),
    ...{ own: table.own.numbers('percent-1'), compared: table.compared.numbers('percent-1') },
    names: namesOf(desk),
  });
}

/** Levels of the curves: from one in a hundred draws to ninety-nine. */
const SHARES = [0.01, ...Array.from({ length: 19 }, (_, k) => (k + 1) / 20), 0.99];

/** Places the percentiles of the scenario and of the baseline, and draws which share lies below each value. */
export function placeCumulative(desk: Desk, headline: Headline): Chart {
  const { scene, ledger, picks, words } = desk;
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
  return cumulativeChart({
    name: say('Share of draws below each value'),
    title: placeLabel(desk, say('Title'), tailsTitle(desk, headline)),
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

function tailsTitle(desk: Desk, headline: Headline): SaidValue {
  const { scene, print } = desk;
  const { say } = scene.report;
  const ends = { low: print.level(headline.low), high: print.level(headline.high) };
  const said = sayLive(say, 'One draw in twenty lies below {low}, one above {high}', ends);
  return orSilent(desk, silentOnLevel(desk), said);
}

function namesOf({ scene: { report } }: Desk) {
  return {
    own: fixedLabel(report.say('Chosen scenario')),
    compared: fixedLabel(report.say('Baseline')),
  };
}

function spreadTitle({ scene, words, print, lists, picks }: Desk, headline: Headline): SaidValue {
  const { say } = scene.report;
  const values = {
    ...words,
    share: saidShare(headline.better),
    ...{ low: print.level.alone(headline.low), high: print.level(headline.high) },
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

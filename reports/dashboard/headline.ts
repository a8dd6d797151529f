import { quantile } from '../../engine/index.ts';
import { formula } from '../formula.ts';
import {
  above,
  choose,
  equal,
  type Live,
  type LiveTest,
  ONE,
  sizeOf,
  times,
  ZERO,
} from '../live-number.ts';
import { type SaidValue, saidEither, sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { ErrorKey, Errors } from './errors.ts';
import type { ScenarioLevels } from './levels.ts';
import { LEVELS, P5, P95 } from './lists.ts';
import { draws, meanChange, numberOfPick } from './picks.ts';
import { silentOnChange, silentOnLevel, unless } from './silence.ts';

/** The numbers that a reader looks at first, and what can be said of the chosen scenario against the baseline. */
export interface Headline {
  readonly median: Live;
  readonly low: Live;
  readonly high: Live;
  readonly mean: Live;
  readonly change: Live;
  readonly changeLow: Live;
  readonly changeHigh: Live;
  /** Share of draws in which the scenario is better, or higher where neither way is. */
  readonly better: Live;
  readonly errors: Readonly<Record<ErrorKey, Live>>;
  /** Whether the change can be told from nothing at this number of draws. */
  readonly isClear: LiveTest;
  readonly isBaseline: LiveTest;
}

/** A change within so many Monte Carlo errors of nothing cannot be told from it. */
const ERRORS = 2;

/** Places the headline numbers: levels, the paired change against the baseline, and their Monte Carlo errors. */
export function placeHeadline(desk: Desk, levels: ScenarioLevels, table: Errors): Headline {
  const { scene, ledger, picks, lists } = desk;
  const { say } = scene.report;
  ledger.heading(say('Headline numbers'));
  const place = (label: string, live: Live) => ledger.number(label, scene.cell(live));
  const { measure, scenario } = picks;
  const mean = scene.find(
    scene.measure(measure.value - 1).name,
    scene.report.results.study.scenarios[scenario.value - 1]!.name,
    null,
  )!.outcome.mean.value!;
  const changes = scene.change(measure.value - 1, scenario.value - 1, scene.baseline);
  const sorted = changes.slice().sort();
  const change = (label: string, at: number) => {
    const read = formula`PERCENTILE(${draws(picks.own)}-${draws(picks.base)},${lists.levels.level.at(at).formula})`;
    const value = quantile(sorted, LEVELS[at]!)!;
    return ledger.number(label, scene.arrayCell({ formula: read, value }));
  };
  const numbers = {
    median: place(say('Median'), numberOfPick(levels.median, scenario)),
    low: place('5%', numberOfPick(levels.low, scenario)),
    high: place('95%', numberOfPick(levels.high, scenario)),
    mean: place(say('Mean'), { formula: formula`AVERAGE(${draws(picks.own)})`, value: mean }),
    change: place(
      say('Mean change against the baseline'),
      meanChange(picks.own, picks.base, changes),
    ),
    changeLow: change(say('Change, 5%'), P5),
    changeHigh: change(say('Change, 95%'), P95),
    better: place(say('Share better than the baseline'), betterShare(desk, changes)),
  };
  const errors = placeOwnErrors(desk, table);
  const most = ledger.number(
    say('Monte Carlo errors that a change must exceed'),
    number(ERRORS, 'plain-0'),
  );
  return {
    ...{ ...numbers, errors },
    isClear: above(sizeOf(numbers.change), times(most, errors.change)),
    isBaseline: equal(scenario, picks.baseline),
  };
}

/** The share of draws in which the scenario is better; where neither way is better, in which it is higher. */
function betterShare({ lists, picks, ledger, scene }: Desk, changes: Float64Array): Live {
  const { say } = scene.report;
  const found = numberOfPick(lists.measures.sign, picks.measure);
  const sign = ledger.number(
    say('1 to count what is higher, -1 to count what is lower'),
    scene.cell(choose(equal(found, ZERO), ONE, found), 'plain-0'),
  );
  const better = changes.filter((change) => change * sign.value > 0).length;
  const own = draws(picks.own);
  return {
    formula: formula`SUMPRODUCT(--(${sign.formula}*(${own}-${draws(picks.base)})>0))/ROWS(${own})`,
    value: better / changes.length,
  };
}

function placeOwnErrors({ ledger, scene, picks }: Desk, table: Errors): Headline['errors'] {
  const { say } = scene.report;
  const place = (key: ErrorKey, label: string) =>
    ledger.number(label, scene.cell(numberOfPick(table[key], picks.own)));
  return {
    median: place('median', say('Median, Monte Carlo error')),
    low: place('low', say('5%, Monte Carlo error')),
    high: place('high', say('95%, Monte Carlo error')),
    mean: place('mean', say('Mean, Monte Carlo error')),
    change: place('change', say('Mean change, Monte Carlo error')),
    beats: place('beats', say('Share better, Monte Carlo error')),
  };
}

/** Says what the scenario comes to, and whether it differs from the baseline. */
export function headlineTitle(desk: Desk, headline: Headline): SaidValue {
  const { scene, words, print } = desk;
  const { say } = scene.report;
  const { scenario, baseline } = words;
  const values = {
    ...{ scenario, baseline, median: print.level(headline.median) },
    ...{ low: print.level.alone(headline.low), high: print.level(headline.high) },
    change: print.change(headline.change),
  };
  const alone = sayLive(say, '{scenario}: {median} ({low} to {high})', values);
  const said = saidEither(
    headline.isBaseline,
    alone,
    saidEither(
      headline.isClear,
      sayLive(say, '{scenario}: {median}, {change} against {baseline} on average', values),
      sayLive(say, '{scenario}: {median}, not to be told from {baseline}', values),
    ),
  );
  return unless(
    silentOnLevel(desk),
    unless(silentOnChange(desk), said, alone),
    sayLive(say, '{scenario}: not applicable, it follows from what is set', values),
  );
}

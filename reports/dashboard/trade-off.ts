import type { Chart } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { type TradeOffPoint, tradeOffChart } from '../charts/trade-off-chart.ts';
import { sayLive } from '../said-formula.ts';
import type { Desk } from './desk.ts';
import type { PlacedColumn } from './ledger.ts';
import type { ScenarioLevels } from './levels.ts';
import { numberOfPick } from './picks.ts';
import { placePointLabels } from './point-labels.ts';
import { orNone, silentOnChange } from './silence.ts';
import { labelOf, numbersOf, placeLabel } from './title.ts';

/** Draws the mean changes against the baseline of all that could be done: on the chosen measure and on the other one. */
export function placeTradeOff(desk: Desk, levels: ScenarioLevels): Chart {
  const { scene, ledger, picks, words, print } = desk;
  const { say } = scene.report;
  ledger.heading(say('One measure against another'));
  const place = (label: string, column: PlacedColumn) =>
    ledger.number(label, scene.cell(numberOfPick(column, picks.scenario)));
  const across = place(say('Mean change of the measure'), levels.change);
  const up = place(say('Mean change of the other measure'), levels.otherChange);
  const chosen: TradeOffPoint = {
    ...{ name: labelOf(words.scenario), across: numbersOf(across), up: numbersOf(up) },
    role: 'chosen',
  };
  const title = sayLive(say, '{scenario}: {across} on average; {otherMeasure}: {up}', {
    ...{
      ...words,
      across: orNone(desk, silentOnChange(desk), print.change(across)),
    },
    up: orNone(desk, silentOnChange(desk, picks.other), print.otherChange(up)),
  });
  return tradeOffChart({
    name: say('One measure against another'),
    points: [...scenarioPoints(desk, levels), chosen],
    title: placeLabel(desk, say('Title'), title),
    about: say(
      'Mean changes against the baseline of every scenario but the reference, on the chosen measure and on the other one',
    ),
    base: axis(placeLabel(desk, say('Axis'), sayLive(say, '{measure}, {changeUnit}', words))),
    values: axis(
      placeLabel(desk, say('Axis'), sayLive(say, 'Other measure, {otherChangeUnit}', words)),
    ),
  });
}

/** The reference is no choice that anyone has, and lies far away from those. */
function scenarioPoints(desk: Desk, levels: ScenarioLevels): TradeOffPoint[] {
  const { scene } = desk;
  const labels = placePointLabels(desk, levels);
  const { baseline, reference } = scene;
  return scene.scenarios.flatMap((_, s): TradeOffPoint[] => {
    if (s === reference && s !== baseline) return [];
    return [
      {
        name: labelOf(labels.textAt(s)),
        across: levels.change.numberAt(s, 'general'),
        up: levels.otherChange.numberAt(s, 'general'),
        role: s === baseline ? 'baseline' : 'other',
      },
    ];
  });
}

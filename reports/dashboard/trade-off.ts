import type { Chart } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { type TradeOffPoint, tradeOffChart } from '../charts/trade-off-chart.ts';
import { sayLive } from '../said-formula.ts';
import type { Desk } from './desk.ts';
import type { PlacedColumn } from './ledger.ts';
import type { ScenarioLevels } from './levels.ts';
import { numberOfPick } from './picks.ts';
import { labelOf, numbersOf, placeLabel } from './title.ts';

const LABEL_SIDES = ['right', 'left', 'above', 'below'] as const;

/** Draws the medians of all scenarios on the chosen measure against those on the other one. */
export function placeTradeOff(desk: Desk, levels: ScenarioLevels): Chart {
  const { scene, ledger, picks, words, print } = desk;
  const { say } = scene.report;
  ledger.heading(say('One measure against another'));
  const place = (label: string, column: PlacedColumn) =>
    ledger.number(label, scene.cell(numberOfPick(column, picks.scenario)));
  const across = place(say('Median of the measure'), levels.median);
  const up = place(say('Median of the other measure'), levels.other);
  const title = sayLive(say, '{scenario}: {across} and {up}', {
    ...{ scenario: words.scenario, across: print.level(across), up: print.otherLevel(up) },
  });
  const chosen: TradeOffPoint = {
    ...{ name: labelOf(words.scenario), across: numbersOf(across), up: numbersOf(up) },
    ...{ role: 'chosen', labelSide: 'above' },
  };
  const of = { measure: words.measure, unit: words.unit };
  const other = { measure: words.otherMeasure, unit: words.otherUnit };
  return tradeOffChart({
    ...{
      name: say('One measure against another'),
      points: [...scenarioPoints(desk, levels), chosen],
    },
    title: placeLabel(desk, say('Title'), title),
    about: say('Medians of all scenarios on the chosen measure against those on the other measure'),
    base: axis(placeLabel(desk, say('Axis'), sayLive(say, '{measure}, {unit}', of))),
    values: axis(placeLabel(desk, say('Axis'), sayLive(say, '{measure}, {unit}', other))),
  });
}

/** The other scenarios have labels on changing sides, since many of them lie close together. */
function scenarioPoints({ scene }: Desk, levels: ScenarioLevels): TradeOffPoint[] {
  return scene.scenarios.map((_, s) => ({
    name: labelOf(levels.name.textAt(s)),
    across: levels.median.numberAt(s, 'general'),
    up: levels.other.numberAt(s, 'general'),
    role: s === scene.baseline ? 'baseline' : s === scene.reference ? 'reference' : 'other',
    labelSide: LABEL_SIDES[s % LABEL_SIDES.length]!,
  }));
}

import { formula } from '../formula.ts';
import { either, type Live, type LiveTest } from '../live-number.ts';
import { type SaidValue, saidEither, saidText } from '../said-formula.ts';
import type { Desk } from './desk.ts';
import { isEverSilent, silenceOf } from './measure-list.ts';
import { ofPick } from './picks.ts';

/** Whether something does not apply; null where every measure applies to every scenario. */
export type Silence = LiveTest | null;

type Known = Pick<Desk, 'scene' | 'lists' | 'picks'>;

/** Asks whether a measure says nothing of a scenario; both are numbers in the lists. */
export function silentIn({ scene, lists }: Known, measure: Live, scenario: Live): Silence {
  if (!isEverSilent(scene)) return null;
  const marks = ofPick(lists.measures.silent, measure);
  return {
    formula: formula`MID(${marks},${scenario.formula},1)="1"`,
    holds: silenceOf(scene, measure.value - 1)[scenario.value - 1] === '1',
  };
}

/** Asks whether the chosen measure says nothing of the chosen scenario. */
export function silentOnLevel(desk: Known): Silence {
  return silentIn(desk, desk.picks.measure, desk.picks.scenario);
}

/** Asks whether a measure says nothing of what the chosen scenario changes against the baseline. */
export function silentOnChange(desk: Known, measure = desk.picks.measure): Silence {
  const { scenario, baseline } = desk.picks;
  const tests = [scenario, baseline].flatMap((one) => silentIn(desk, measure, one) ?? []);
  return tests.length === 0 ? null : either(...tests);
}

/** Says something else, or nothing at all, where something does not apply. */
export function unless(silence: Silence, said: SaidValue, instead = saidText('')): SaidValue {
  return silence === null ? said : saidEither(silence, instead, said);
}

/** Says it of a number: n/a where it does not apply. */
export function orNone({ scene }: Known, silence: Silence, said: SaidValue): SaidValue {
  return unless(silence, said, saidText(scene.report.say('n/a')));
}

/** Says that a figure is no finding where it does not apply, in place of a title that tells one. */
export function orSilent({ scene }: Known, silence: Silence, title: SaidValue): SaidValue {
  const told = saidText(scene.report.say('Not applicable: it follows from what is set'));
  return unless(silence, title, told);
}

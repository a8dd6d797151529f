import { type Formula, formula } from '../formula.ts';
import type { Live } from '../live-number.ts';
import { type SaidValue, sayLive } from '../said-formula.ts';
import { text } from '../sheet.ts';
import type { Desk } from './desk.ts';
import { selection } from './lists.ts';
import { columnOf, draws, meanChange, numberOfPick } from './picks.ts';

/** A part of a mean change: what it is, and how much of the change it is. */
export interface BridgePart {
  readonly label: SaidValue;
  readonly size: Live;
}

/** How a mean change comes about. */
export interface Bridge {
  readonly parts: readonly BridgePart[];
  readonly about: string;
  readonly axis: SaidValue;
  readonly total: SaidValue;
  /** Says what they come to together. */
  readonly title: (change: SaidValue) => SaidValue;
}

/**
 * Parts the mean change of the chosen scenario, so that the parts add up exactly: against the baseline by whether the
 * study's first selection of draws holds in one, in both or in none of the two; else, from the reference, into what
 * the baseline does and what the scenario adds. Null where baseline and reference are the same and nothing is selected.
 */
export function bridgeParts(desk: Desk): Bridge | null {
  if (selection(desk.scene) !== null) return bySelection(desk);
  return desk.scene.baseline === desk.scene.reference ? null : fromReference(desk);
}

function bySelection(desk: Desk): Bridge {
  const { scene, ledger, words } = desk;
  const { say } = scene.report;
  const condition = selection(scene)!;
  const said = condition.title || condition.text;
  const met = ledger.text(say('Condition'), text(said));
  const part = partMaker(desk, condition.name);
  return {
    parts: [
      part([true, true], sayLive(say, 'In both')),
      part([true, false], sayLive(say, 'Only in the scenario')),
      part([false, true], sayLive(say, 'Only in the baseline')),
      part([false, false], sayLive(say, 'In neither')),
    ],
    about: say(
      'The mean change of the chosen scenario against the baseline, parted by where the draws meet: {condition}',
      { condition: said },
    ),
    axis: sayLive(say, 'Mean change, {changeUnit}', words),
    total: sayLive(say, 'All draws'),
    title: (change) =>
      sayLive(say, '{change} on average against {baseline}, by where this is met: {met}', {
        ...{ change, met, baseline: words.baseline },
      }),
  };
}

/** Gives the way of making the part of those draws that the condition selects in the scenario, in the baseline. */
function partMaker({ scene, ledger, picks, lists }: Desk, condition: string) {
  const { say, results } = scene.report;
  const { selected } = lists.scenarios;
  const column = (label: string, scenario: Live) =>
    ledger.number(label, scene.cell(numberOfPick(selected, scenario), 'plain-0'));
  const here = column(say('Draws with the condition, scenario'), picks.scenario);
  const there = column(say('Draws with the condition, baseline'), picks.baseline);
  const changes = scene.change(picks.measure.value - 1, picks.scenario.value - 1, scene.baseline);
  const drawsOf = ({ value }: Live) => {
    const { name } = results.study.scenarios[value - 1]!;
    const run = results.runs.find((one) => one.scenario === name && one.condition === condition);
    return new Set(run?.drawIndices);
  };
  const [own, base] = [drawsOf(picks.scenario), drawsOf(picks.baseline)];
  return ([isOwn, isBase]: readonly [boolean, boolean], label: SaidValue): BridgePart => {
    const inside = changes.map((change, k) =>
      own.has(k) === isOwn && base.has(k) === isBase ? change : 0,
    );
    const chosen = formula`${metFormula(here, isOwn)}*${metFormula(there, isBase)}`;
    return { label, size: meanChange(picks.own, picks.base, inside, chosen) };
  };
}

/** Draws that do not meet a condition are blanks in its column. */
function metFormula(column: Live, isMet: boolean): Formula {
  const test = formula`ISNUMBER(${draws(column)})`;
  return isMet ? test : formula`(1-${test})`;
}

function fromReference(desk: Desk): Bridge {
  const { scene, ledger, picks, words } = desk;
  const { say } = scene.report;
  const column = columnOf(picks.measure, picks.reference, picks.scenarioCount);
  const reference = ledger.number(
    say('Column of the measure in the reference'),
    scene.cell(column, 'plain-0'),
  );
  const changes = (scenario: number, against: number) =>
    scene.change(picks.measure.value - 1, scenario, against);
  const first = changes(scene.baseline, scene.reference);
  const second = changes(picks.scenario.value - 1, scene.baseline);
  return {
    parts: [
      {
        label: sayLive(say, '{baseline}, against {reference}', words),
        size: meanChange(picks.base, reference, first),
      },
      {
        label: sayLive(say, '{scenario}, against {baseline}', words),
        size: meanChange(picks.own, picks.base, second),
      },
    ],
    about: say('The mean change from the reference to the baseline and on to the chosen scenario'),
    axis: sayLive(say, 'Mean change, {changeUnit}', words),
    total: sayLive(say, '{scenario}, against {reference}', words),
    title: (change) =>
      sayLive(say, '{scenario}: {change} on average against {reference}', { ...words, change }),
  };
}

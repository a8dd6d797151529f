import { type Formula, formula } from '../formula.ts';
import type { Live } from '../live.ts';
import { type SaidValue, sayLive } from '../said-formula.ts';
import { text } from '../sheet.ts';
import type { Desk } from './desk.ts';
import { selection } from './lists.ts';
import { columnOf, draws, numberOfPick } from './picks.ts';

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
  /** What all parts together say; given their sum. */
  readonly total: SaidValue;
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
  const { scene, ledger, picks, lists, words } = desk;
  const { say, results } = scene.report;
  const condition = selection(scene)!;
  const said = condition.title || condition.text;
  const place = (label: string, live: Live) => ledger.number(label, scene.cell(live, 'plain-0'));
  const { selected } = lists.scenarios;
  const here = place(
    say('Draws with the condition, scenario'),
    numberOfPick(selected, picks.scenario),
  );
  const there = place(
    say('Draws with the condition, baseline'),
    numberOfPick(selected, picks.baseline),
  );
  const changes = scene.change(picks.measure.value - 1, picks.scenario.value - 1, scene.baseline);
  const isMet = (scenario: Live) => {
    const { name } = results.study.scenarios[scenario.value - 1]!;
    const run = results.runs.find(
      (one) => one.scenario === name && one.condition === condition.name,
    );
    return new Set(run?.drawIndices);
  };
  const [own, base] = [isMet(picks.scenario), isMet(picks.baseline)];
  const part = (isOwn: boolean, isBase: boolean, label: SaidValue): BridgePart => {
    const inside = changes.filter((_, k) => own.has(k) === isOwn && base.has(k) === isBase);
    const chosen = formula`${metFormula(here, isOwn)}*${metFormula(there, isBase)}`;
    return { label, size: meanChange(picks.own, picks.base, chosen, [inside, changes.length]) };
  };
  return {
    parts: [
      part(true, true, sayLive(say, 'Met in both')),
      part(true, false, sayLive(say, 'Met only here')),
      part(false, true, sayLive(say, 'Met only in the baseline')),
      part(false, false, sayLive(say, 'Met in neither')),
    ],
    about: say(
      'The mean change of the chosen scenario against the baseline, parted by where the draws meet: {condition}',
      { condition: said },
    ),
    axis: sayLive(say, 'Mean change, {unit}; {condition}', {
      ...words,
      condition: ledger.text(say('Condition'), text(said)),
    }),
    total: sayLive(say, 'All draws'),
  };
}

/** Draws that do not meet a condition are blanks in its column. */
function metFormula(column: Live, isMet: boolean): Formula {
  const test = formula`ISNUMBER(${draws(column)})`;
  return isMet ? test : formula`(1-${test})`;
}

/** The mean over all draws of the changes that are chosen. */
function meanChange(
  one: Live,
  other: Live,
  chosen: Formula,
  [changes, count]: readonly [Float64Array, number],
): Live {
  const [own, base] = [draws(one), draws(other)];
  return {
    formula: formula`SUMPRODUCT(${chosen}*(${own}-${base}))/ROWS(${own})`,
    value: changes.reduce((sum, change) => sum + change, 0) / count,
  };
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
  const count = changes(scene.baseline, scene.reference).length;
  const first = changes(scene.baseline, scene.reference);
  const second = changes(picks.scenario.value - 1, scene.baseline);
  return {
    parts: [
      {
        label: sayLive(say, '{baseline}, against {reference}', words),
        size: meanChange(picks.base, reference, ['1'], [first, count]),
      },
      {
        label: sayLive(say, '{scenario}, against {baseline}', words),
        size: meanChange(picks.own, picks.base, ['1'], [second, count]),
      },
    ],
    about: say('The mean change from the reference to the baseline and on to the chosen scenario'),
    axis: sayLive(say, 'Mean change, {unit}', words),
    total: sayLive(say, '{scenario}, against {reference}', words),
  };
}

import { type Attribution, attribute } from '../analysis/attribute.ts';
import { type NamedSituation, runSituations } from '../analysis/run-situations.ts';
import { MOST_PLAYERS } from '../analysis/shapley.ts';
import type { SimulationOptions } from '../simulation/simulate-study.ts';
import type { Settings } from '../study/model-text.ts';
import type { Scenario, Study } from '../study/study.ts';
import { coalitions } from './coalitions.ts';
import { stateSituation } from './state-inputs.ts';
import { byCodeUnit, type Statement } from './statement.ts';

/** Names the group that a lever or assumption belongs to, by its `module.name`. */
export type GroupOf = (key: string) => string;

/** Levers and assumptions that two scenarios set otherwise, taken together. */
export interface LeverGroup {
  readonly name: string;
  /** `module.name` of each. */
  readonly keys: readonly string[];
  readonly changes: readonly LeverChange[];
}

/** One element of a lever or assumption, in one scenario and in the other. */
export interface LeverChange {
  readonly key: string;
  readonly element: string;
  readonly from: string;
  readonly to: string;
}

/** What makes one scenario come out otherwise than another, for each measure. */
export interface LeverExplanation {
  readonly groups: readonly LeverGroup[];
  readonly measures: readonly (Attribution & { readonly measure: string; readonly unit: string })[];
}

function placeOf({ name, element }: Statement): string {
  return `${name} ${element}`;
}

function byPlace(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  return new Map(statements.map((one) => [placeOf(one), one]));
}

/** Lists the levers and assumptions that differ between two scenarios, by group. */
export function leverGroups(
  study: Study,
  from: Scenario,
  to: Scenario,
  groupOf: GroupOf,
): readonly LeverGroup[] {
  const changed = new Set([...from.assumptions.keys(), ...to.assumptions.keys()]);
  const before = byPlace(stateSituation(study, from, changed));
  const groups = new Map<string, LeverChange[]>();
  for (const is of stateSituation(study, to, changed)) {
    const was = before.get(placeOf(is))!;
    if (was.exact === is.exact) continue;
    const { name: key, element, text } = is;
    const group = groupOf(key);
    const change = { key, element, from: was.text, to: text };
    groups.set(group, [...(groups.get(group) ?? []), change]);
  }
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, changes]) => ({
      name,
      keys: [...new Set(changes.map(({ key }) => key))],
      changes,
    }));
}

function pick<T>(from: Settings<T>, to: Settings<T>, keys: ReadonlySet<string>): Settings<T> {
  const kept = [...from].filter(([key]) => !keys.has(key));
  return new Map([...kept, ...[...to].filter(([key]) => keys.has(key))]);
}

/** Takes the levers of some groups from one scenario and all others from the other. */
function mix(
  from: Scenario,
  to: Scenario,
  groups: readonly LeverGroup[],
  coalition: number,
): NamedSituation {
  const chosen = groups.filter((_, at) => (coalition >> at) & 1);
  const keys = new Set(chosen.flatMap((group) => group.keys));
  return {
    name: `${to.name}, part ${coalition}`,
    levers: pick(from.levers, to.levers, keys),
    assumptions: pick(from.assumptions, to.assumptions, keys),
  };
}

/**
 * Splits the difference between two scenarios among groups of levers, for each measure, draw by draw: by Shapley
 * for up to ten groups, else by what each group does alone.
 *
 * Errors: a ProblemError where a mixture of the two cannot be run.
 */
export async function explainLevers(
  study: Study,
  from: Scenario,
  to: Scenario,
  groupOf: GroupOf,
  options: SimulationOptions,
): Promise<LeverExplanation> {
  const groups = leverGroups(study, from, to, groupOf);
  const run = coalitions(groups.length, groups.length <= MOST_PLAYERS);
  const situations = run.map((coalition) => mix(from, to, groups, coalition));
  const outcomes = await runSituations(study, situations, options);
  return {
    groups,
    measures: study.measures.map(({ name, unit }, index) => ({
      measure: name,
      unit: unit.text,
      ...attribute(new Map(run.map((one, at) => [one, outcomes[at]![index]!])), groups.length),
    })),
  };
}

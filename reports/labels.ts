import type { MeasureDescription, Results, ScenarioDescription } from '../engine/index.ts';
import { type Cell, text } from './sheet.ts';

/** Names a scenario and says where it plays a part of its own. */
export function scenarioLabel(scenario: ScenarioDescription): string {
  return scenario.role === 'scenario' ? scenario.title : `${scenario.title} (${scenario.role})`;
}

/** Makes the header cells of columns that stand for scenarios. */
export function scenarioHeaders(scenarios: readonly ScenarioDescription[]): Cell[] {
  return scenarios.map((scenario) =>
    text(scenarioLabel(scenario), scenario.role === 'scenario' ? 'headerNumber' : 'headerMuted'),
  );
}

/** Finds the scenario that plays a part; its name, or "" where the study has none. */
export function scenarioInRole(results: Results, role: ScenarioDescription['role']): string {
  return results.study.scenarios.find((scenario) => scenario.role === role)?.name ?? '';
}

/** Says in words which way a measure is better. */
export function betterLabel(measure: MeasureDescription): string {
  return measure.better === 'neither' ? 'neither way is better' : `${measure.better} is better`;
}

/** Names the unit of a change: a change of so many percent is one of percentage points. */
export function changeUnit(unit: string): string {
  return unit === '%' ? 'pp' : unit;
}

/** A condition as the sheets name it; `name` null is the run as drawn. */
export interface ConditionLabel {
  readonly name: string | null;
  readonly title: string;
  readonly note: string;
}

/** Lists what the scenarios are compared under: as drawn first, then each condition of the study. */
export function conditionLabels(results: Results): ConditionLabel[] {
  const conditions = results.study.conditions.map(({ name, title, kind, text: said }) => ({
    name,
    title: title === '' ? name : title,
    note:
      kind === 'impose'
        ? `imposed on the same draws, on every scenario that does not set this itself: ${said}`
        : `only the draws where ${said}; which draws these are differs between scenarios`,
  }));
  return [{ name: null, title: 'As drawn', note: 'every draw, nothing imposed' }, ...conditions];
}

/** Joins module, name and element as formulas write them. */
export function fullName(item: {
  readonly module: string;
  readonly name: string;
  readonly element: string;
}): string {
  return `${item.module}.${item.name}${item.element}`;
}

/** Something that may have one row for each element. */
interface Named {
  readonly module: string;
  readonly name: string;
  readonly element: string;
}

/** Prints a text that elements share once, and refers to that element from the others. */
export function sayOnce<Item extends Named>(
  items: readonly Item[],
  pick: (item: Item) => string,
): string[] {
  const first = new Map<string, string>();
  return items.map((item) => {
    const said = pick(item);
    const key = JSON.stringify([item.module, item.name, said]);
    const element = first.get(key);
    if (element !== undefined && said !== '') return `as for ${element}`;
    first.set(key, item.element);
    return said;
  });
}

import type {
  MeasureDescription,
  Results,
  ScenarioDescription,
  StudyDescription,
} from '../engine/index.ts';
import type { Say } from './language/say.ts';
import { unitIn } from './language/units.ts';
import type { Report } from './report.ts';
import { type Cell, text } from './sheet.ts';
import type { Format } from './style.ts';

/** Names the part that a scenario plays. */
export function roleLabel(say: Say, { role }: ScenarioDescription): string {
  const words = {
    reference: say('reference'),
    baseline: say('baseline'),
    scenario: say('scenario'),
    validation: say('validation'),
  };
  return words[role];
}

/** Names a scenario and says where it plays a part of its own. */
export function scenarioLabel(say: Say, scenario: ScenarioDescription): string {
  if (scenario.role === 'scenario') return scenario.title;
  return `${scenario.title} (${roleLabel(say, scenario)})`;
}

/** Names a step of the study's clock. */
export function stepLabel(say: Say, { stepName }: StudyDescription): string {
  return { month: say('month'), quarter: say('quarter'), year: say('year') }[stepName];
}

/** Names a step at the head of a column. */
export function stepHeader(say: Say, { stepName }: StudyDescription): string {
  return { month: say('Month'), quarter: say('Quarter'), year: say('Year') }[stepName];
}

/** Gives the format of a step's first day. */
export function stepFormat({ results, language }: Report): Format {
  const step = results.study.stepName === 'year' ? 'year' : 'month';
  return language === 'ko' ? `${step}-ko` : step;
}

/** Names a way of sampling. */
export function samplingLabel(say: Say, { provenance }: Results): string {
  const words = { random: say('random'), 'latin-hypercube': say('latin-hypercube') };
  return words[provenance.sampling];
}

/** Makes the header cells of columns that stand for scenarios. */
export function scenarioHeaders(say: Say, scenarios: readonly ScenarioDescription[]): Cell[] {
  return scenarios.map((scenario) =>
    text(
      scenarioLabel(say, scenario),
      scenario.role === 'scenario' ? 'headerNumber' : 'headerMuted',
    ),
  );
}

/** Finds the scenario that plays a part; its name, or "" where the study has none. */
export function scenarioInRole(results: Results, role: ScenarioDescription['role']): string {
  return results.study.scenarios.find((scenario) => scenario.role === role)?.name ?? '';
}

/** Says in words which way a measure is better. */
export function betterLabel(say: Say, { better }: MeasureDescription): string {
  const words = {
    higher: say('higher is better'),
    lower: say('lower is better'),
    neither: say('neither way is better'),
  };
  return words[better];
}

/** Names the unit of a change: a change of so many percent is one of percentage points. */
export function changeUnit({ language }: Report, unit: string): string {
  return unit === '%' ? unitIn(language, 'pp') : unit;
}

/** A condition as the sheets name it; `name` null is the run as drawn. */
export interface ConditionLabel {
  readonly name: string | null;
  readonly title: string;
  readonly note: string;
}

/** Lists what the scenarios are compared under: as drawn first, then each condition of the study. */
export function conditionLabels({ results, say }: Report): ConditionLabel[] {
  const conditions = results.study.conditions.map(({ name, title, kind, text: said }) => ({
    name,
    title: title === '' ? name : title,
    note:
      kind === 'impose'
        ? say(
            'imposed on the same draws, on every scenario that does not set this itself: {levers}',
            {
              levers: said,
            },
          )
        : say('only the draws where {condition}; which draws these are differs between scenarios', {
            condition: said,
          }),
  }));
  const drawn = { title: say('As drawn'), note: say('every draw, nothing imposed') };
  return [{ name: null, ...drawn }, ...conditions];
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
  say: Say,
  items: readonly Item[],
  pick: (item: Item) => string,
): string[] {
  const first = new Map<string, string>();
  return items.map((item) => {
    const said = pick(item);
    const key = JSON.stringify([item.module, item.name, said]);
    const element = first.get(key);
    if (element !== undefined && said !== '') return say('as for {element}', { element });
    first.set(key, item.element);
    return said;
  });
}

import { attribute } from '../analysis/attribute.ts';
import { runSituations } from '../analysis/run-situations.ts';
import type { SimulationOptions } from '../simulation/simulate-study.ts';
import type { Figure } from '../statistics/figure.ts';
import type { Scenario, Study } from '../study/study.ts';
import type { EditChange } from './edits.ts';
import { stateSituation } from './state-inputs.ts';
import type { Statement } from './statement.ts';

/** One measure of a scenario beside the baseline of its study: means over the same draws, in the measure's unit. */
export interface LoneOutcome {
  readonly measure: string;
  readonly unit: string;
  readonly baseline: Figure;
  readonly outcome: Figure;
  readonly change: Figure;
}

/** What the file of a scenario itself says of one element, against what it would inherit. */
export interface OwnSetting extends EditChange {
  /** As in "lng.volume". */
  readonly name: string;
  readonly line: number;
}

/** A scenario that only one of two studies has: what it says beyond what it extends, and what comes out in it. */
export interface LoneScenario {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  /** In the second study; else it is in the first alone. */
  readonly isNew: boolean;
  readonly extends: readonly string[];
  readonly says: readonly OwnSetting[];
  readonly baseline: string;
  /** None where it is only validated with. */
  readonly outcomes: readonly LoneOutcome[];
}

/** The parts of a study that hold scenarios. */
type Scenarios = Pick<Study, 'scenarios' | 'validationScenarios'>;

function allOf({ scenarios, validationScenarios }: Scenarios): readonly Scenario[] {
  return [...scenarios, ...validationScenarios];
}

function namesIn(study: Scenarios): ReadonlySet<string> {
  return new Set(allOf(study).map(({ name }) => name));
}

/** Leaves of a study the scenarios that another one has too, in any role. */
export function withShared(study: Study, other: Study): Study {
  const names = namesIn(other);
  const kept = (scenarios: readonly Scenario[]) => scenarios.filter(({ name }) => names.has(name));
  const { breakEven } = study;
  return {
    ...study,
    scenarios: kept(study.scenarios),
    validationScenarios: kept(study.validationScenarios),
    breakEven: breakEven && {
      ...breakEven,
      scenarios: breakEven.scenarios.filter((name) => names.has(name)),
    },
  };
}

function ownSettings(study: Study, scenario: Scenario): readonly OwnSetting[] {
  const { inherited, assumptions, file } = scenario;
  const changed = [...assumptions.keys()];
  const key = ({ name, element }: Statement) => JSON.stringify([name, element]);
  const was = new Map(
    stateSituation(study, inherited, changed).map((one) => [key(one), one.text] as const),
  );
  return stateSituation(study, scenario, changed)
    .filter((one) => one.file === file)
    .map((one) => {
      const { name, element, text, line } = one;
      return { name, element, from: was.get(key(one)) ?? null, to: text, line };
    });
}

async function outcomesOf(
  study: Study,
  scenarios: readonly Scenario[],
  options: SimulationOptions,
): Promise<readonly (readonly LoneOutcome[])[]> {
  if (scenarios.length === 0) return [];
  const baseline = study.scenarios.find(({ name }) => name === study.baseline)!;
  const [usual, ...columns] = await runSituations(study, [baseline, ...scenarios], options);
  return columns.map((own) =>
    study.measures.map(({ name, unit }, at) => {
      const both = new Map([usual, own].map((one, side) => [side, one![at]!]));
      const { from, to, total } = attribute(both, 1);
      return { measure: name, unit: unit.text, baseline: from, outcome: to, change: total };
    }),
  );
}

/** Describes the scenarios of a study that another one does not have; of those chosen, what comes out. */
export async function loneScenarios(
  study: Study,
  other: Study,
  isNew: boolean,
  chosen: readonly string[] | null,
  options: SimulationOptions,
): Promise<readonly LoneScenario[]> {
  const names = namesIn(other);
  const lone = allOf(study).filter(({ name }) => !names.has(name));
  const isChosen = ({ name }: Scenario) => chosen === null || chosen.includes(name);
  const run = lone.filter((one) => study.scenarios.includes(one) && isChosen(one));
  const outcomes = await outcomesOf(study, run, options);
  return lone.map((scenario) => ({
    name: scenario.name,
    title: scenario.title,
    file: scenario.file,
    isNew,
    extends: scenario.extends,
    says: ownSettings(study, scenario),
    baseline: study.baseline,
    outcomes: outcomes[run.indexOf(scenario)] ?? [],
  }));
}

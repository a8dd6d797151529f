import { describe, quantile } from '../distribution/distribution.ts';
import { type Day, firstDayOf, showDay } from '../quantity/calendar.ts';
import { fromBase, type Unit } from '../quantity/unit.ts';
import { showFormula } from '../study/located.ts';
import type {
  Assumption,
  Equation,
  Lever,
  ModelText,
  Scenario,
  Shock,
  Study,
} from '../study/study.ts';
import type {
  AssumptionDescription,
  ConditionDescription,
  EquationDescription,
  LeverDescription,
  ScenarioDescription,
  ShockDescription,
  SourceDescription,
  StudyDescription,
} from './results.ts';

function inBrackets(element: string): string {
  return element === '' ? '' : `[${element.replaceAll(',', ', ')}]`;
}

/** Writes a number in a unit with six significant digits, as a reader would. */
function showIn(unit: Unit): (value: number) => string {
  return (value) => String(Number(fromBase(value, unit).toPrecision(6)));
}

function describeScenario(study: Study, scenario: Scenario): ScenarioDescription {
  const { name, title, about, author, notModelled, file } = scenario;
  const role =
    name === study.reference ? 'reference' : name === study.baseline ? 'baseline' : 'scenario';
  return { name, title, about, author, notModelled, file, extends: scenario.extends, role };
}

function describeLever(study: Study, lever: Lever): readonly LeverDescription[] {
  const key = `${lever.module}.${lever.name}`;
  const textIn = (scenario: Scenario, element: string) =>
    scenario.levers.get(key)?.get(element)?.value.text ?? '';
  const baseline = study.scenarios.find(({ name }) => name === study.baseline)!;
  return lever.extent.elements.map((element) => ({
    module: lever.module,
    name: lever.name,
    element: inBrackets(element),
    about: lever.about,
    unit: lever.type === 'quantity' ? lever.unit.text : lever.type,
    values: study.scenarios.map((scenario) => textIn(scenario, element)),
    differs: study.scenarios.map((s) => textIn(s, element) !== textIn(baseline, element)),
  }));
}

function describeAssumption(
  study: Study,
  assumption: Assumption,
): readonly AssumptionDescription[] {
  const { module, name, about, unit, source, why } = assumption;
  return assumption.extent.elements.map((element) => {
    const { central, distribution } = assumption.settings.get(element)!;
    const at = (share: number) =>
      distribution === null ? null : fromBase(quantile(distribution, share), unit);
    return {
      module,
      name,
      element: inBrackets(element),
      about,
      unit: unit.text,
      central: fromBase(central, unit),
      distribution: distribution === null ? '' : describe(distribution, showIn(unit)),
      p5: at(0.05),
      p95: at(0.95),
      source,
      why,
      overrides: study.scenarios.flatMap((scenario) => {
        const setting = scenario.assumptions.get(`${module}.${name}`)?.get(element);
        return setting === undefined ? [] : [{ scenario: scenario.name, text: setting.value.text }];
      }),
    };
  });
}

function describeShock(shock: Shock): readonly ShockDescription[] {
  const { module, name, about, distribution, unit } = shock;
  const text = describe(distribution, showIn(unit));
  return shock.extent.elements.map((element) => ({
    module,
    name,
    element: inBrackets(element),
    about,
    distribution: text,
  }));
}

function describeEquation(equation: Equation): EquationDescription {
  const { module, name, about, unit, extent, starts, formula } = equation;
  const over = extent.over.map((index) =>
    index.name === index.set ? index.set : `${index.name} in ${index.set}`,
  );
  const before =
    starts === null
      ? ''
      : starts.kind === 'table'
        ? starts.text
        : starts.kind === 'formula'
          ? showFormula(starts.formula)
          : [...starts.formulas]
              .map(([element, one]) => `${element}: ${showFormula(one)}`)
              .join('; ');
  return {
    module,
    name,
    over: over.join(', '),
    unit: unit.text,
    about,
    formula: showFormula(formula),
    starts: before,
  };
}

function describeSources(study: Study): readonly SourceDescription[] {
  const named = study.model.modules.flatMap(({ assumptions }) =>
    assumptions.map(({ source }) => source),
  );
  return study.sources.map((source) => ({
    ...source,
    uses: named.filter((name) => name === source.id).length,
  }));
}

function stepDays({ clock }: Study): readonly string[] {
  const day = (step: number): Day => firstDayOf(clock.start + step * clock.stepMonths);
  return Array.from({ length: clock.steps }, (_, step) => showDay(day(step)));
}

function describeConditions(study: Study): readonly ConditionDescription[] {
  return study.conditions.map((condition) => ({
    name: condition.name,
    title: condition.title,
    kind: condition.kind,
    text: condition.kind === 'impose' ? condition.text : showFormula(condition.when),
  }));
}

function each<T, R>(
  model: ModelText,
  list: (module: ModelText['modules'][number]) => readonly T[],
  tell: (thing: T) => readonly R[],
): readonly R[] {
  return model.modules.flatMap((module) => list(module).flatMap(tell));
}

/** Puts a study into words and plain numbers: what a reader of the results needs to follow each of them. */
export function describeStudy(study: Study, name: string): StudyDescription {
  const { model, breakEven } = study;
  return {
    name,
    title: study.title,
    question: study.question,
    about: study.about,
    asOf: study.asOf,
    steps: stepDays(study),
    stepName: study.clock.stepName,
    modules: model.modules.map((module) => ({
      name: module.name,
      title: module.title,
      about: module.about,
    })),
    scenarios: study.scenarios.map((scenario) => describeScenario(study, scenario)),
    measures: study.measures.map((measure) => ({
      name: measure.name,
      title: measure.title,
      about: measure.about,
      unit: measure.unit.text,
      formula: showFormula(measure.formula),
      better: measure.better,
      target: measure.target?.text ?? '',
    })),
    conditions: describeConditions(study),
    trajectories: study.trajectories.map(({ name: key, title, unit }) => ({
      name: key,
      title,
      unit: unit.text,
    })),
    levers: each(
      model,
      ({ levers }) => levers,
      (lever) => describeLever(study, lever),
    ),
    assumptions: each(
      model,
      ({ assumptions }) => assumptions,
      (one) => describeAssumption(study, one),
    ),
    shocks: each(model, ({ shocks }) => shocks, describeShock),
    equations: each(
      model,
      ({ equations }) => equations,
      (one) => [describeEquation(one)],
    ),
    sources: describeSources(study),
    breakEven:
      breakEven === null
        ? null
        : { measure: breakEven.measure, success: breakEven.success, failure: breakEven.failure },
  };
}

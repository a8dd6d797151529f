import { type Day, firstDayOf, showDay } from '../quantity/calendar.ts';
import { fromBase } from '../quantity/unit.ts';
import type { Translations } from '../study/language.ts';
import { showFormula, showFormulaAt } from '../study/located.ts';
import type { Check, Equation, Extent, ModelText, Starts, Unknown } from '../study/model-text.ts';
import type { Scenario, Study, Validation } from '../study/study.ts';
import { appliesNotIn } from './applies.ts';
import { describeAssumption, describeLever, describeShock } from './describe-inputs.ts';
import { titleOf, translatedTitle } from './element-titles.ts';
import type {
  CheckDescription,
  ConditionDescription,
  EquationDescription,
  MeasureDescription,
  ScenarioDescription,
  SourceDescription,
  StudyDescription,
} from './study-description.ts';
import type { ValidationDescription } from './validation.ts';

function roleOf(study: Study, scenario: Scenario): ScenarioDescription['role'] {
  if (study.validationScenarios.includes(scenario)) return 'validation';
  if (scenario.name === study.baseline) return 'baseline';
  return scenario.name === study.reference ? 'reference' : 'scenario';
}

function describeScenario(study: Study, scenario: Scenario): ScenarioDescription {
  const { name, title, about, author, notModelled, file } = scenario;
  const role = roleOf(study, scenario);
  return { name, title, about, author, notModelled, file, extends: scenario.extends, role };
}

function describeStarts(starts: Starts): string {
  if (starts.kind === 'table') return starts.text;
  if (starts.kind === 'formula') return showFormula(starts.formula);
  return [...starts.elements]
    .map(([element, one]) => `${element}: ${describeStarts(one)}`)
    .join('; ');
}

function describeOver({ over }: Extent): string {
  const words = over.map(({ name, set }) => (name === set ? set : `${name} in ${set}`));
  return words.join(', ');
}

/** Describes what is computed, by a formula or by solving for it. */
function describeComputed(
  one: Equation | Unknown,
  formula: string,
  guess: string,
): EquationDescription {
  const { module, name, about, unit, extent, starts } = one;
  return {
    module,
    name,
    over: describeOver(extent),
    unit: unit.text,
    about,
    formula,
    guess,
    starts: starts === null ? '' : describeStarts(starts),
  };
}

function describeEquation(equation: Equation): EquationDescription {
  return describeComputed(equation, showFormula(equation.formula), '');
}

function describeUnknown(unknown: Unknown): EquationDescription {
  const { residual, guess } = unknown;
  const from = guess.kind === 'quantity' ? guess.text : showFormula(guess.formula);
  return describeComputed(unknown, showFormula(residual), from);
}

function describeCheck({ module, name, formula }: Check): CheckDescription {
  return { module, name, formula: showFormula(formula) };
}

function describeSources(study: Study): readonly SourceDescription[] {
  const named = study.model.modules.flatMap(({ assumptions }) =>
    assumptions.flatMap(({ evidence }) => [
      ...new Set([...evidence.values()].map(({ source }) => source)),
    ]),
  );
  return study.sources.map((source) => ({
    ...source,
    uses: named.filter((name) => name === source.id).length,
    estimates: study.validations.filter((one) => one.source === source.id).length,
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

function describeMeasures(study: Study): readonly MeasureDescription[] {
  return study.measures.map((measure) => {
    const { name, about, unit, extent, formula, better, target, applies } = measure;
    return {
      ...{ name, title: titleOf(study, measure), about, better },
      unit: unit.text,
      formula: showFormulaAt(formula, extent),
      target: target?.text ?? '',
      bound:
        target === null ? null : { operator: target.operator, value: fromBase(target.value, unit) },
      applies: applies?.text ?? '',
      appliesNot: appliesNotIn(study, measure),
    };
  });
}

function describeValidation(validation: Validation): ValidationDescription {
  const { unit, formula, published, ...said } = validation;
  const { low, high } = published;
  return {
    ...said,
    unit: unit.text,
    formula: showFormula(formula),
    published: { low: fromBase(low, unit), high: fromBase(high, unit) },
  };
}

function describeModules({ modules }: ModelText): StudyDescription['modules'] {
  return modules.map(({ name, title, about }) => ({ name, title, about }));
}

/** Adds the titles that measures and trajectories have for single elements. */
function describeTranslations(study: Study): Translations {
  const { translations, measures, trajectories } = study;
  const singles = [...measures, ...trajectories].filter(({ extent }) => extent.over.length > 0);
  return new Map(
    [...translations].map(([language, texts]) => [
      language,
      new Map([...texts, ...singles.flatMap((one) => translatedTitle(study, texts, one))]),
    ]),
  );
}

function describeBreakEven({ breakEven }: Study): StudyDescription['breakEven'] {
  if (breakEven === null) return null;
  const { measure, success, failure } = breakEven;
  return { measure, success, failure };
}

/** Puts a study into words and plain numbers: what a reader of the results needs to follow each of them. */
export function describeStudy(study: Study, name: string): StudyDescription {
  const { language, title, question, about, asOf, clock, model, scenarios, trajectories } = study;
  const { modules } = model;
  return {
    name,
    language,
    translations: describeTranslations(study),
    title,
    question,
    about,
    limits: study.limits,
    asOf,
    steps: stepDays(study),
    stepName: clock.stepName,
    modules: describeModules(model),
    labels: [...study.labels].map(([element, label]) => ({ element, label })),
    scenarios: scenarios.map((scenario) => describeScenario(study, scenario)),
    validationScenarios: study.validationScenarios.map((one) => describeScenario(study, one)),
    validations: study.validations.map(describeValidation),
    measures: describeMeasures(study),
    headline: study.headline,
    conditions: describeConditions(study),
    trajectories: trajectories.map((one) => ({
      name: one.name,
      title: titleOf(study, one),
      unit: one.unit.text,
      formula: showFormulaAt(one.formula, one.extent),
    })),
    levers: modules.flatMap(({ levers }) => levers.flatMap((one) => describeLever(study, one))),
    assumptions: modules.flatMap((module) =>
      module.assumptions.flatMap((one) => describeAssumption(study, one)),
    ),
    shocks: modules.flatMap(({ shocks }) => shocks.flatMap(describeShock)),
    correlations: study.correlations,
    equations: modules.flatMap(({ equations, unknowns }) => [
      ...equations.map(describeEquation),
      ...unknowns.map(describeUnknown),
    ]),
    checks: modules.flatMap(({ checks }) => checks.map(describeCheck)),
    tests: study.tests.length,
    sources: describeSources(study),
    breakEven: describeBreakEven(study),
  };
}

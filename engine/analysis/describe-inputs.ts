import { describe, quantile } from '../distribution/distribution.ts';
import { fromBase, type Unit } from '../quantity/unit.ts';
import type { Assumption, Lever, Shock } from '../study/model-text.ts';
import type { Scenario, Study } from '../study/study.ts';
import type {
  AssumptionDescription,
  LeverDescription,
  ShockDescription,
} from './study-description.ts';

function inBrackets(element: string): string {
  return element === '' ? '' : `[${element.replaceAll(',', ', ')}]`;
}

/** Writes a number in a unit with six significant digits, as a reader would. */
function showIn(unit: Unit): (value: number) => string {
  return (value) => String(Number(fromBase(value, unit).toPrecision(6)));
}

/** Describes a lever, element by element, across scenarios. */
export function describeLever(study: Study, lever: Lever): readonly LeverDescription[] {
  const key = `${lever.module}.${lever.name}`;
  const textIn = (scenario: Scenario, element: string) =>
    scenario.levers.get(key)?.get(element)?.value.text ?? '';
  const scenarios = [...study.scenarios, ...study.validationScenarios];
  const baseline = scenarios.find(({ name }) => name === study.baseline)!;
  return lever.extent.elements.map((element) => ({
    module: lever.module,
    name: lever.name,
    element: inBrackets(element),
    about: lever.about,
    unit: lever.type === 'quantity' ? lever.unit.text : lever.type,
    values: scenarios.map((scenario) => textIn(scenario, element)),
    differs: scenarios.map((s) => textIn(s, element) !== textIn(baseline, element)),
  }));
}

/** Describes an assumption, element by element. */
export function describeAssumption(
  study: Study,
  assumption: Assumption,
): readonly AssumptionDescription[] {
  const { module, name, about, unit } = assumption;
  return assumption.extent.elements.map((element) => {
    const { central, distribution } = assumption.settings.get(element)!;
    const { source, why } = assumption.evidence.get(element)!;
    const at = (share: number) =>
      distribution === null ? null : fromBase(quantile(distribution, share), unit);
    return {
      module,
      name,
      element: inBrackets(element),
      about,
      unit: unit.text,
      central: fromBase(central, unit),
      distribution: distribution === null ? null : describe(distribution, showIn(unit)),
      p5: at(0.05),
      p95: at(0.95),
      source,
      why,
      overrides: [...study.scenarios, ...study.validationScenarios].flatMap((scenario) => {
        const setting = scenario.assumptions.get(`${module}.${name}`)?.get(element);
        return setting === undefined ? [] : [{ scenario: scenario.name, text: setting.value.text }];
      }),
    };
  });
}

/** Describes a shock, element by element. */
export function describeShock(shock: Shock): readonly ShockDescription[] {
  const { module, name, about, distribution, unit } = shock;
  const phrase = describe(distribution, showIn(unit));
  return shock.extent.elements.map((element) => ({
    module,
    name,
    element: inBrackets(element),
    about,
    distribution: phrase,
  }));
}

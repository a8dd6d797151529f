import { quantile } from '../distribution/distribution.ts';
import { fromBase, type Unit } from '../quantity/unit.ts';
import type {
  Assumption,
  AssumptionSetting,
  Lever,
  LeverSetting,
  Setting,
  Settings,
  Shock,
} from '../study/model-text.ts';
import type { Scenario, Study } from '../study/study.ts';
import { canonical, type Statement } from './statement.ts';

/** Fifteen digits give back every number that a person typed. */
function showQuantity(value: number, unit: Unit): string {
  const number = String(Number(fromBase(value, unit).toPrecision(15)));
  if (unit.text === '1') return number;
  return unit.text === '%' ? `${number}%` : `${number} ${unit.text}`;
}

function showSetting({ central, distribution, text }: AssumptionSetting, unit: Unit): string {
  const value = showQuantity(central, unit);
  if (distribution === null) return value;
  return quantile(distribution, 0.5) === central ? text : `${text}, value ${value}`;
}

function stateSetting(
  setting: AssumptionSetting,
  unit: Unit,
): Pick<Statement, 'text' | 'exact' | 'line'> {
  const { central, distribution, position } = setting;
  return {
    text: showSetting(setting, unit),
    exact: canonical([unit, central, distribution]),
    line: position.line,
  };
}

function stateLeverSetting(setting: LeverSetting): Pick<Statement, 'text' | 'exact' | 'line'> {
  const { text, value, outcomes, terms, position } = setting;
  const said = terms.map((term) => [term.name, term.status, term.text]);
  return { text, exact: canonical([value, outcomes, said]), line: position.line };
}

function stateLever(lever: Lever): readonly Statement[] {
  const { module, name, type, unit, within, linear, defaults, position } = lever;
  return [...defaults].map(([element, setting]) => {
    const { text, exact, line } = stateLeverSetting(setting);
    return {
      kind: 'lever' as const,
      name: `${module}.${name}`,
      element,
      text,
      exact: canonical([type, unit, within, linear, exact]),
      file: position.file,
      line,
    };
  });
}

function stateAssumption({ module, name, unit, settings }: Assumption): readonly Statement[] {
  return [...settings].map(([element, setting]) => ({
    kind: 'assumption' as const,
    name: `${module}.${name}`,
    element,
    file: setting.position.file,
    ...stateSetting(setting, unit),
  }));
}

function stateShock({ module, name, distribution, text, extent, position }: Shock): Statement {
  return {
    kind: 'shock',
    name: `${module}.${name}`,
    element: '',
    text,
    exact: canonical([distribution, extent]),
    file: position.file,
    line: position.line,
  };
}

/** States the inputs of the model: what levers are where nobody sets them, assumptions and shocks. */
export function stateInputs({ model }: Study): readonly Statement[] {
  return model.modules.flatMap(({ levers, assumptions, shocks }) => [
    ...levers.flatMap(stateLever),
    ...assumptions.flatMap(stateAssumption),
    ...shocks.map(stateShock),
  ]);
}

function flat<T>(settings: Settings<T>): readonly [string, string, Setting<T>][] {
  return [...settings].flatMap(([key, elements]) =>
    [...elements].map(([element, setting]): [string, string, Setting<T>] => {
      return [key, element, setting];
    }),
  );
}

function assumptionsOf({ model }: Pick<Study, 'model'>): ReadonlyMap<string, Assumption> {
  const all = model.modules.flatMap(({ assumptions }) => assumptions);
  return new Map(all.map((one) => [`${one.module}.${one.name}`, one]));
}

function leversOf({ model }: Pick<Study, 'model'>): ReadonlyMap<string, Lever> {
  const all = model.modules.flatMap(({ levers }) => levers);
  return new Map(all.map((one) => [`${one.module}.${one.name}`, one]));
}

const SCENARIO = { kind: 'scenario' } as const;

/** States every lever of a scenario, defaults too, and the assumptions that `changed` names. */
export function stateSituation(
  study: Pick<Study, 'model'>,
  { levers, assumptions }: Pick<Scenario, 'levers' | 'assumptions'>,
  changed: Iterable<string>,
): readonly Statement[] {
  const known = assumptionsOf(study);
  return [
    ...flat(levers).map(([name, element, { value, file }]) => {
      return { ...SCENARIO, name, element, file, ...stateLeverSetting(value) };
    }),
    ...[...changed].flatMap((name) => {
      const { settings, unit, position } = known.get(name)!;
      return [...settings].map(([element, own]) => {
        const override = assumptions.get(name)?.get(element);
        const file = override?.file ?? position.file;
        return { ...SCENARIO, name, element, file, ...stateSetting(override?.value ?? own, unit) };
      });
    }),
  ];
}

/** States what each scenario sets, under its name, ancestors applied; what is left at the default is not said. */
export function stateScenarios(study: Study): readonly Statement[] {
  const [levers, assumptions] = [leversOf(study), assumptionsOf(study)];
  return [...study.scenarios, ...study.validationScenarios].flatMap((scenario) => [
    ...flat(scenario.levers).flatMap(([key, element, { value, file }]) => {
      if (file === levers.get(key)!.position.file) return [];
      const name = `${scenario.name}: ${key}`;
      return [{ ...SCENARIO, name, element, file, ...stateLeverSetting(value) }];
    }),
    ...flat(scenario.assumptions).map(([key, element, { value, file }]) => {
      const name = `${scenario.name}: ${key}`;
      const { unit } = assumptions.get(key)!;
      return { ...SCENARIO, name, element, file, ...stateSetting(value, unit) };
    }),
  ]);
}

import type { Program } from '../model/program.ts';
import { fromBase } from '../quantity/unit.ts';
import { showFormulaAt } from '../study/located.ts';
import type { Module } from '../study/model-text.ts';
import type { Scenario, Study } from '../study/study.ts';
import type { Node, NodeKind } from './explanation.ts';
import { placeIn } from './place.ts';

/** What is said of a variable, whatever its value. */
export type Described = Pick<Node, 'kind' | 'text' | 'about' | 'place' | 'source' | 'why'>;

const NO_SOURCE = { source: null, why: '' } as const;

function assumption(
  study: Study,
  scenario: Scenario,
  module: Module,
  name: string,
  element: string,
) {
  const one = module.assumptions.find((each) => each.name === name);
  if (one === undefined) return null;
  const override = scenario.assumptions.get(`${one.module}.${name}`)?.get(element);
  const setting = override?.value ?? one.settings.get(element)!;
  const evidence = one.evidence.get(element);
  const found = study.sources.find(({ id }) => id === evidence?.source);
  const { central, distribution, text, position } = setting;
  const value = `${fromBase(central, one.unit)} ${one.unit.text}`;
  const id = evidence?.source ?? '';
  const isOwn = override === undefined;
  return {
    kind: 'assumption' as const,
    text: distribution === null ? value : text,
    about: one.about,
    place: placeIn(position),
    source: isOwn ? (found ?? { id, title: '', publisher: '', date: '' }) : null,
    why: isOwn ? (evidence?.why ?? '') : `set by ${scenario.name}`,
  };
}

function lever(scenario: Scenario, module: Module, name: string, element: string) {
  const one = module.levers.find((each) => each.name === name);
  if (one === undefined) return null;
  const { value, file } = scenario.levers.get(`${one.module}.${name}`)!.get(element)!;
  const place = { file, line: value.position.line };
  return { kind: 'lever' as const, text: value.text, about: one.about, place, ...NO_SOURCE };
}

function computed({ equations, unknowns }: Module, name: string, element: string) {
  const kind: NodeKind = 'equation';
  const equation = equations.find((each) => each.name === name);
  if (equation !== undefined) {
    const { formula, extent, about, position } = equation;
    const text = showFormulaAt(formula, { ...extent, elements: [element] });
    return { kind, text, about, place: placeIn(position), ...NO_SOURCE };
  }
  const unknown = unknowns.find((each) => each.name === name);
  if (unknown === undefined) return null;
  const { residual, extent, about, position } = unknown;
  const text = `solves 0 = ${showFormulaAt(residual, { ...extent, elements: [element] })}`;
  return { kind, text, about, place: placeIn(position), ...NO_SOURCE };
}

function shock({ shocks }: Module, name: string) {
  const one = shocks.find((each) => each.name === name);
  if (one === undefined) return null;
  const { text, about, position } = one;
  return { kind: 'shock' as const, text, about, place: placeIn(position), ...NO_SOURCE };
}

/** Finds what the study says of a variable of its model. */
export function describeVariable(
  study: Study,
  scenario: Scenario,
  { model }: Program,
  slot: number,
): Described {
  const { key, element, position } = model.variables[slot]!;
  const [moduleName, name = ''] = key.split('.');
  const module = study.model.modules.find((each) => each.name === moduleName);
  const found =
    module === undefined
      ? null
      : (assumption(study, scenario, module, name, element) ??
        lever(scenario, module, name, element) ??
        computed(module, name, element) ??
        shock(module, name));
  return found ?? { kind: 'time', text: '', about: '', place: placeIn(position), ...NO_SOURCE };
}

import type { LiveModel, LiveRow } from '../../engine/index.ts';
import { scenarioLabel } from '../labels.ts';
import { unitIn } from '../language/units.ts';
import type { Report } from '../report.ts';

/** The sheets of the live model. */
export const LIVE_MODEL = 'Live model';
export const LIVE_INPUTS = 'Live inputs';
export const LIVE_PATH = 'Live path';
export const LIVE_DRAWS = 'Live draws';

/** Names of the cells that hold the number of the chosen run, from 1, and of the chosen draw, 0 for the central path. */
export const LIVE_RUN = 'live_run';
export const LIVE_DRAW = 'live_draw';

/** The name of the cell that says whether all measures are the engine's. */
export const LIVE_VERDICT = 'live_verdict';

/** What the sheets of the live model are made from. */
export interface LiveReport extends Report {
  readonly live: LiveModel;
}

/** What a row is called: its module and name, or a name alone; "" or for example "[cars, korea]". */
export interface RowName {
  readonly module: string;
  readonly name: string;
  readonly element: string;
}

/** What an author names: a module and a name in it. */
const NAMED = /^(\w+)\.([\w.]+)$/;

/** Takes the name of a row apart; a formula that is watched has none but itself. */
export function nameOf({ kind, key, element }: LiveRow): RowName {
  const [, module = '', name = key] = kind === 'number' ? [] : (NAMED.exec(key) ?? []);
  return {
    module,
    name,
    element: element === '' ? '' : `[${element.replaceAll(',', ', ')}]`,
  };
}

/** Names a row as formulas do. */
export function fullNameOf(row: LiveRow): string {
  const { module, name, element } = nameOf(row);
  return `${module === '' ? '' : `${module}.`}${name}${element}`;
}

/** Names the unit of a row; "" for what is in base units alone. */
export function unitOf({ language }: Report, { unit }: LiveRow): string {
  return unit === '' ? '' : unitIn(language, unit);
}

/**
 * Names every run as the list of runs has it: the scenario, and the condition that is imposed. No two are the same to a
 * spreadsheet, which does not tell capitals from small letters.
 */
export function runLabels({ live, results, say }: LiveReport): readonly string[] {
  const { scenarios, conditions } = results.study;
  const labels = live.runs.map(({ scenario, condition }) => {
    const label = scenarioLabel(say, scenarios.find(({ name }) => name === scenario)!);
    const imposed = conditions.find(({ name }) => name === condition);
    return imposed === undefined ? label : `${label} | ${imposed.title || imposed.name}`;
  });
  const key = (label: string) => label.toLowerCase();
  return labels.map((label, at) => {
    const isAlone = labels.every((other, place) => place === at || key(other) !== key(label));
    return isAlone ? label : `${at + 1}. ${label}`;
  });
}

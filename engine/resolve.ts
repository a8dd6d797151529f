import { daysIn, firstDayOf, showDay } from './quantity/calendar.ts';
import { fromBase, type Unit } from './quantity/unit.ts';
import { conditionalTerms, isPath } from './study/apply-terms.ts';
import type { Lever, LeverSetting, Setting } from './study/model-text.ts';
import type { Path } from './study/path.ts';
import type { Scenario, Study } from './study/study.ts';

/** One element of a lever as a scenario has it, once ancestors, defaults and terms are applied. */
export interface ResolvedLever {
  readonly module: string;
  readonly name: string;
  /** "" or for example "cars,korea". */
  readonly element: string;
  readonly unit: string;
  /** What it comes to, ancestors, defaults and terms applied: a value, or values with their dates. */
  readonly outcome: string;
  /** The value as it was written, terms included. */
  readonly written: string;
  readonly terms: boolean;
  readonly file: string;
  readonly line: number;
  readonly isDefault: boolean;
}

/** One element of an assumption that a scenario changes. */
export interface ResolvedAssumption {
  readonly key: string;
  readonly element: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** A scenario with nothing left to look up. */
export interface ResolvedScenario {
  readonly name: string;
  readonly title: string;
  readonly extends: readonly string[];
  readonly levers: readonly ResolvedLever[];
  readonly assumptions: readonly ResolvedAssumption[];
}

/** Prints a moment as the day it falls on. */
function showMoment(months: number): string {
  const { year, month } = firstDayOf(Math.floor(months));
  const share = months - Math.floor(months);
  return showDay({ year, month, day: 1 + Math.round(share * daysIn(year, month)) });
}

function showNumber(value: number, unit: Unit): string {
  const number = String(Number(fromBase(value, unit).toPrecision(6)));
  return unit.text === '%' ? `${number}%` : unit.text === '1' ? number : `${number} ${unit.text}`;
}

/** Prints a path as its values and the dates from which they hold. */
export function showPath(path: Path, unit: Unit): string {
  const parts = path.flatMap((piece, index) => {
    const before = path[index - 1];
    const isFlat = piece.start === piece.end;
    if (
      before !== undefined &&
      isFlat &&
      before.start === piece.start &&
      before.end === piece.start
    )
      return [];
    const value = isFlat
      ? showNumber(piece.start, unit)
      : `${showNumber(piece.start, unit)} to ${showNumber(piece.end, unit)}`;
    return [Number.isFinite(piece.from) ? `${value} from ${showMoment(piece.from)}` : value];
  });
  return parts.join(', ');
}

/** Says what a lever comes to: a schedule by its dates, anything else as it was written. */
function outcomeOf(setting: LeverSetting, unit: Unit): string {
  const { value, text } = setting;
  const open = conditionalTerms(setting).map(({ name }) => name);
  if (!isPath(value) || (value.length === 1 && open.length === 0)) return text;
  const path = showPath(value, unit);
  return open.length === 0 ? path : `${path} (unless ${open.join(' or ')} acts)`;
}

function resolveLever(
  lever: Lever,
  element: string,
  { value, file }: Setting<LeverSetting>,
): ResolvedLever {
  const { module, name, type, unit } = lever;
  return {
    module,
    name,
    element,
    unit: type === 'quantity' ? unit.text : type,
    outcome: outcomeOf(value, unit),
    written: value.text,
    terms: value.terms.length > 0,
    file,
    line: value.position.line,
    isDefault: file === lever.position.file,
  };
}

function resolveAssumptions({ assumptions }: Scenario): readonly ResolvedAssumption[] {
  return [...assumptions].flatMap(([key, elements]) =>
    [...elements].map(([element, { value, file }]) => {
      return { key, element, text: value.text, file, line: value.position.line };
    }),
  );
}

/** Lists what a scenario comes to: every lever, which file set it, and the assumptions it changes. */
export function resolveScenario(study: Study, scenario: Scenario): ResolvedScenario {
  const levers = study.model.modules.flatMap((module) =>
    module.levers.flatMap((lever) => {
      const settings = scenario.levers.get(`${lever.module}.${lever.name}`)!;
      return [...settings].map(([element, setting]) => resolveLever(lever, element, setting));
    }),
  );
  const { name, title } = scenario;
  return {
    name,
    title,
    extends: scenario.extends,
    levers,
    assumptions: resolveAssumptions(scenario),
  };
}

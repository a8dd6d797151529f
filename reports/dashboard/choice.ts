import type { Results } from '../../engine/index.ts';
import { comparisonFinder } from '../compared.ts';

/** What the drop-downs of the dashboard choose, as indices from 0; `path` null is the path of the measure. */
export interface Choice {
  readonly scenario: number;
  readonly measure: number;
  readonly other: number;
  readonly path: number | null;
}

/** Names that formulas have for the drop-downs. */
export const CHOICE_NAMES = {
  scenario: 'chosen_scenario',
  measure: 'chosen_measure',
  other: 'chosen_other_measure',
  path: 'chosen_path',
} as const;

/** Chooses what a reader sees first: the first measure, and the scenario that betters it most. */
export function firstChoice(results: Results): Choice {
  const { measures, scenarios } = results.study;
  const measure = 0;
  const find = comparisonFinder(results);
  const gains = scenarios.map(({ name, role }) => {
    if (role !== 'scenario') return Number.NEGATIVE_INFINITY;
    const { name: of, better } = measures[measure]!;
    const change = find(of, name, null)?.againstBaseline?.median.value ?? 0;
    return better === 'lower' ? -change : change;
  });
  const scenario = gains.indexOf(Math.max(...gains));
  return { scenario, measure, other: otherMeasure(results, measure), path: null };
}

/** What pays for an offer, where the study asks for it; else the first measure that has another unit. */
function otherMeasure({ study }: Results, measure: number): number {
  const { measures, breakEven } = study;
  const asked = measures.findIndex(({ name }) => name === breakEven?.measure);
  if (asked >= 0 && asked !== measure) return asked;
  const unlike = measures.findIndex(({ unit }) => unit !== measures[measure]!.unit);
  return unlike >= 0 ? unlike : Math.min(1, measures.length - 1);
}

/** Names things so that no two names are alike, whatever their case. */
export function namesApart(
  items: readonly { readonly name: string; readonly title: string }[],
): string[] {
  const titles = items.map(({ name, title }) => (title === '' ? name : title));
  const seen = (title: string) =>
    titles.filter((other) => other.toLowerCase() === title.toLowerCase()).length;
  return titles.map((title, at) => (seen(title) > 1 ? `${title} (${items[at]!.name})` : title));
}

/** Finds the path that a measure sums up: that of its name, else one in its unit whose formula it holds; else null. */
export function pathOfMeasure({ study }: Results, measure: number): number | null {
  const { name, unit, formula } = study.measures[measure]!;
  const named = study.trajectories.findIndex((path) => path.name === name);
  if (named >= 0) return named;
  const held = study.trajectories.findIndex(
    (path) => path.unit === unit && holds(formula, path.formula),
  );
  return held >= 0 ? held : null;
}

/** Whether a formula holds another as a whole, not as part of a longer name. */
function holds(formula: string, part: string): boolean {
  if (part === '') return false;
  const at = ` ${formula} `.split(part);
  return at.slice(1).some((after, k) => !/[\w.]$/.test(at[k]!) && !/^[\w.[]/.test(after));
}

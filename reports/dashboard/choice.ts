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

/** Chooses what a reader sees first: the headline measure, and the scenario that betters it most. */
export function firstChoice(results: Results): Choice {
  const { measures, headline } = results.study;
  const placeOf = (name: string | undefined) => measures.findIndex((one) => one.name === name);
  const measure = Math.max(0, placeOf(headline[0]));
  const asked = placeOf(results.study.breakEven?.measure);
  const others = [asked, placeOf(headline[1]), 1, 0];
  const other = others.find((at) => at >= 0 && at < measures.length && at !== measure) ?? 0;
  return { scenario: bestScenario(results, measure), measure, other, path: null };
}

/** The scenario that betters a measure most, of those whose draws differ where there are such: they have more to show. */
function bestScenario(results: Results, measure: number): number {
  const { measures, scenarios } = results.study;
  const { name: of, better } = measures[measure]!;
  const find = comparisonFinder(results);
  const gains = scenarios.map(({ name, role }) => {
    const item = find(of, name, null);
    if (role !== 'scenario' || item === undefined) return { gain: -Infinity, varies: false };
    const change = item.againstBaseline?.median.value ?? 0;
    const varies = item.outcome.minimum !== item.outcome.maximum;
    return { gain: better === 'lower' ? -change : change, varies };
  });
  const anyVaries = gains.some(({ varies }) => varies);
  const sizes = gains.map(({ gain, varies }) => (varies || !anyVaries ? gain : -Infinity));
  return sizes.indexOf(Math.max(...sizes));
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

import {
  type Comparison,
  isToldApart,
  type MeasureDescription,
  type Summary,
} from '../../engine/index.ts';
import { changeApplies } from '../applies.ts';
import { comparisonFinder } from '../compared.ts';
import { directionOf } from '../contenders.ts';
import { isNothing } from '../format.ts';
import type { Say } from '../language/say.ts';
import type { Report } from '../report.ts';
import {
  type SpokenMeasure,
  type SpokenNumber,
  saidAlone,
  saidChangeAlone,
  spokenMeasure,
} from '../spoken-measure.ts';

/** A measure of the summary, and how it is said. */
export interface Headline {
  readonly measure: MeasureDescription;
  readonly spoken: SpokenMeasure;
}

/** Lists the measures of the summary. */
export function headlinesOf(report: Report): Headline[] {
  const { measures, headline } = report.results.study;
  return headline.flatMap((name) => {
    const measure = measures.find((one) => one.name === name);
    if (measure === undefined) return [];
    return { measure, spoken: spokenMeasure(report, measure) };
  });
}

/** What a scenario does to a measure: its mean change, over the draws as drawn. */
export interface Effect {
  readonly scenario: string;
  readonly title: string;
  readonly change: Summary;
  /** 1 where the mean is better or, where neither way is, higher; -1 where it is worse; 0 where it cannot be told. */
  readonly direction: -1 | 0 | 1;
}

/** Lists what the scenarios that are neither baseline nor reference change of a measure against the baseline. */
export function effectsOf({ results }: Report, { measure }: Headline): Effect[] {
  const find = comparisonFinder(results);
  return results.study.scenarios.flatMap(({ name, title, role }): Effect[] => {
    const change = find(measure.name, name, null)?.againstBaseline ?? null;
    if (role !== 'scenario' || change === null || change.mean.value === null) return [];
    if (!changeApplies(results.study, measure, name, null)) return [];
    return [{ scenario: name, title, change, direction: signOf(measure, change) }];
  });
}

function signOf(measure: MeasureDescription, { mean }: Summary): -1 | 0 | 1 {
  if (!isToldApart(mean)) return 0;
  return Math.sign(mean.value!) * (directionOf(measure) || 1) > 0 ? 1 : -1;
}

/** Finds what the baseline does against the reference; null where it is the reference, or the measure says nothing of it. */
export function baselineChange({ results }: Report, { measure }: Headline): Comparison | null {
  const { scenarios } = results.study;
  if (!scenarios.some(({ role }) => role === 'reference')) return null;
  const baseline = scenarios.find(({ role }) => role === 'baseline')!;
  if (!changeApplies(results.study, measure, baseline.name, null, 'reference')) return null;
  return comparisonFinder(results)(measure.name, baseline.name, null) ?? null;
}

/** What is told apart from nothing and yet rounds to it is less than the last decimal shows. */
function saidMeanChange(say: Say, value: number, spoken: SpokenNumber): string {
  const said = saidChangeAlone(value, spoken);
  if (value === 0 || !isNothing(said)) return said;
  const size = Number(`1e-${spoken.decimals + spoken.tens}`);
  return value > 0
    ? say('under {least}', { least: saidAlone(size, spoken) })
    : say('between {least} and 0', { least: saidAlone(-size, spoken) });
}

/** Says a mean change with its unit and, where draws differ, its range. */
export function effectText(
  { say }: Report,
  { spoken }: Headline,
  { mean, p5, p95 }: Summary,
): string {
  const { after } = spoken.change;
  const change = saidMeanChange(say, mean.value!, spoken.change) + after;
  if (p5.value === p95.value) return change;
  const [low, high] = [p5, p95].map(({ value }) => saidAlone(value!, spoken.change));
  return say('{change} ({low} to {high})', { change, low: low!, high: high! });
}

import type { Comparison, Results, Summary } from '../engine/index.ts';
import { formatFor } from './format.ts';
import type { Format } from './style.ts';

/** Finds one comparison, or undefined where the run has none. */
export type FindComparison = (
  measure: string,
  scenario: string,
  condition: string | null,
) => Comparison | undefined;

/** Prepares the look-up of comparisons. */
export function comparisonFinder(results: Results): FindComparison {
  const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts);
  const found = new Map(
    results.comparisons.map((item) => [key(item.measure, item.scenario, item.condition), item]),
  );
  return (measure, scenario, condition) => found.get(key(measure, scenario, condition));
}

/** The number formats of one measure, the same wherever it appears. */
export interface MeasureFormats {
  readonly level: Format;
  readonly change: Format;
  readonly levelError: Format;
  readonly changeError: Format;
}

/** Chooses each measure's number formats from all that is reported of it. */
export function measureFormats(results: Results): ReadonlyMap<string, MeasureFormats> {
  return new Map(
    results.study.measures.map(({ name, unit }) => {
      const items = results.comparisons.filter((item) => item.measure === name);
      const levels = items.map((item) => item.outcome);
      const changes = items.flatMap((item) => [item.againstBaseline, item.againstReference]);
      return [
        name,
        {
          level: formatFor(levels.flatMap(points), { unit }),
          change: formatFor(changes.flatMap(points), { unit, kind: 'signed' }),
          levelError: formatFor(levels.flatMap(errors), { digits: 2 }),
          changeError: formatFor(changes.flatMap(errors), { digits: 2 }),
        },
      ];
    }),
  );
}

function points(summary: Summary | null): (number | null)[] {
  return summary === null ? [] : [summary.p5.value, summary.median.value, summary.p95.value];
}

function errors(summary: Summary | null): (number | null)[] {
  return summary === null ? [] : [summary.p5.error, summary.median.error, summary.p95.error];
}

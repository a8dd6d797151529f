import type { Figure, MeasureDescription, Regret } from '../../engine/index.ts';
import { comparisonFinder, measureFormats } from '../compared.ts';
import { contendersOf, directionOf, weighedMeasures } from '../contenders.ts';
import { drawColumnFinder } from '../draw-columns.ts';
import { formatFor } from '../format.ts';
import type { Report } from '../report.ts';
import type { Format } from '../style.ts';
import { scaledMeans } from '../weighted-scores.ts';

/** A measure with what came out for each contender. Shape: lists have one item per contender. */
export interface DecisionItem {
  /** Which of the measures it is; also the number of its column of best outcomes, less 1. */
  readonly at: number;
  readonly measure: MeasureDescription;
  readonly direction: number;
  readonly means: readonly Figure[];
  readonly scores: readonly number[];
  readonly regrets: readonly Regret[];
  /** Numbers of columns of `draws_all`. */
  readonly columns: readonly number[];
  readonly levelFormat: Format;
  readonly regretFormat: Format;
}

/** Lists the measures that contenders are ranked on. */
export function decisionItems({ results }: Report): DecisionItem[] {
  const contenders = contendersOf(results);
  const compared = comparisonFinder(results);
  const columnOf = drawColumnFinder(results);
  const formats = measureFormats(results);
  return weighedMeasures(results).map((measure, at) => {
    const { name, unit } = measure;
    const means = contenders.map((one) => compared(name, one.name, null)!.outcome.mean);
    const regrets = results.regrets.filter((one) => one.measure === name);
    const ends = regrets.flatMap(({ regret }) => [regret.mean.value, regret.p95.value]);
    return {
      at,
      measure,
      direction: directionOf(measure),
      means,
      scores: scaledMeans(
        means.map(({ value }) => value!),
        directionOf(measure),
      ),
      regrets,
      columns: contenders.map((one) => columnOf(name, one.name, null)!),
      levelFormat: formats.get(name)!.level,
      regretFormat: formatFor(ends, { unit }),
    };
  });
}

import type { RankedPair } from '../distribution/gaussian-copula.ts';
import type { Figure } from '../statistics/figure.ts';
import { type RankedColumn, rankColumn, rankCorrelation } from '../statistics/rank-correlation.ts';

/**
 * Measures the rank correlations that draws reach.
 *
 * Shape: one figure per pair, in their order; `columnOf` gives a value per draw.
 */
export function reachedCorrelations(
  pairs: readonly RankedPair[],
  columnOf: (name: string) => Float64Array,
): readonly Figure[] {
  const ranked = new Map<string, RankedColumn>();
  const ranksOf = (name: string): RankedColumn => {
    const known = ranked.get(name) ?? rankColumn(columnOf(name), null);
    ranked.set(name, known);
    return known;
  };
  return pairs.map(({ one, other }) => rankCorrelation(ranksOf(one), ranksOf(other)));
}

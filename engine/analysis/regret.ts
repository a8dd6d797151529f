import type { Figure } from '../statistics/figure.ts';
import { share } from '../statistics/share.ts';
import { summarise } from '../statistics/summary.ts';
import { findRun } from './pairing.ts';
import type { Regret, Run } from './results.ts';

/** What regret needs to know of a measure, in the order of `Run.outcomes`. */
interface DirectedMeasure {
  readonly name: string;
  readonly better: 'higher' | 'lower' | 'neither';
}

/** Outcomes this close, as a share of the best, are the same to a spreadsheet: what is left is rounding. */
const ROUNDING = 1 / 281_474_976_710_656;

/**
 * Computes by how much each contender falls short of the best of them, draw by draw, as drawn.
 *
 * Shape: measure by measure where one way is better, then contender by contender.
 * Source: regret of Savage (1951), over draws as in Lempert, Popper & Bankes (2003).
 */
export function regrets(
  runs: readonly Run[],
  measures: readonly DirectedMeasure[],
  contenders: readonly string[],
): Regret[] {
  const compared = contenders.flatMap((scenario) => findRun(runs, scenario, null) ?? []);
  return measures.flatMap(({ name, better }, index) => {
    if (better === 'neither') return [];
    const sign = better === 'higher' ? 1 : -1;
    const columns = compared.map(({ outcomes }) => outcomes[index]!);
    const best = bestOf(columns, sign);
    return compared.map(({ scenario, drawIndices }, at): Regret => {
      const shortfall = shortfallOf(columns[at]!, best, sign);
      const isBest = Uint8Array.from(shortfall, (one) => (one === 0 ? 1 : 0));
      const bestShare: Figure = share(isBest, drawIndices);
      return {
        measure: name,
        scenario,
        regret: summarise(shortfall, drawIndices),
        best: bestShare,
      };
    });
  });
}

function bestOf(columns: readonly Float64Array[], sign: 1 | -1): Float64Array {
  const best = Float64Array.from(columns[0] ?? []);
  for (const column of columns.slice(1)) {
    for (let k = 0; k < best.length; k++) {
      if (sign * column[k]! > sign * best[k]!) best[k] = column[k]!;
    }
  }
  return best;
}

function shortfallOf(column: Float64Array, best: Float64Array, sign: 1 | -1): Float64Array {
  const shortfall = new Float64Array(column.length);
  for (let k = 0; k < column.length; k++) {
    const short = sign * (best[k]! - column[k]!);
    shortfall[k] = short <= ROUNDING * Math.abs(best[k]!) ? 0 : short;
  }
  return shortfall;
}

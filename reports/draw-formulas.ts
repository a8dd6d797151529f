import { DRAWS_ALL } from './draw-columns.ts';
import { type Area, type Formula, formula } from './formula.ts';

/** Writes the draws of the outcome whose column number stands in a cell. */
export function drawsIn(column: Area): Formula {
  return formula`INDEX(${DRAWS_ALL},0,${column})`;
}

/**
 * Writes one column minus another, draw by draw, times what stands in a cell; a draw that one of them lacks is no
 * number.
 */
export function pairedDifference(column: Area, other: Area, sign: Area | null = null): Formula {
  const [own, base] = [drawsIn(column), drawsIn(other)];
  const difference = sign === null ? formula`${own}-${base}` : formula`${sign}*(${own}-${base})`;
  return formula`IF(ISNUMBER(${own})*ISNUMBER(${base}),${difference})`;
}

/** Writes how many draws two columns share. */
export function pairedCount(column: Area, other: Area): Formula {
  return formula`SUMPRODUCT(ISNUMBER(${drawsIn(column)})*ISNUMBER(${drawsIn(other)}))`;
}

/** Writes a mean. */
export function meanOf(values: Formula): Formula {
  return formula`AVERAGE(${values})`;
}

/** Writes a quantile; its level stands in a cell. */
export function quantileOf(values: Formula, level: Area): Formula {
  return formula`PERCENTILE(${values},${level})`;
}

/** Writes the share of draws for which a comparison of two columns holds. */
export function shareOf(comparison: Formula, count: Area): Formula {
  return formula`SUMPRODUCT(--(${comparison}))/${count}`;
}

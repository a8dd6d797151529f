import { areEqual, areOrdered, areShares, check, columnArea } from './checks.ts';
import { DRAWS_ALL } from './draw-columns.ts';
import { type FigurePlace, figureAreas } from './figure-columns.ts';
import { type Area, type Formula, formula } from './formula.ts';
import type { Report } from './report.ts';
import type { Check } from './sheet.ts';

/** Where the means of all outcomes stand, beside the numbers of their columns. */
export interface MeansPlace {
  readonly means: Area;
  readonly columns: Area;
}

/** Writes the mean of the outcome whose column number stands in a cell, or of many of them. */
export function meanAt({ means, columns }: MeansPlace, column: Area): Formula {
  return formula`SUMIF(${columns},${column},${means})`;
}

/** Lists what has to hold of levels: they come to what the engine computed, and hold all draws. */
export function levelChecks(
  { say }: Report,
  place: FigurePlace,
  rows: number,
  columns: { readonly draws: number; readonly meets: number; readonly engineMean: number },
  isLive: boolean,
): Check[] {
  const at = (column: number) => columnArea(place.sheet, place.levelRow + 2, rows, column);
  const [mean, p5, ...rest] = figureAreas(place, rows) as [Area, Area, ...Area[]];
  const size = formula`ABS(${mean})+ABS(${p5})+ABS(${rest.at(-1)!})`;
  const draws = formula`SUM(${at(columns.draws)})=COUNT(${DRAWS_ALL})`;
  return [
    check(
      say('The mean of every column of draws is the one that the engine computed'),
      areEqual([mean], [at(columns.engineMean)], size),
    ),
    ...(isLive ? [check(say('Every draw is counted once'), draws)] : []),
    check(say('Quantiles never fall from one to the next'), areOrdered([p5, ...rest])),
    check(say('Chances lie between 0 and 1'), areShares(at(columns.meets))),
  ];
}

/** Lists what has to hold of changes: the mean of a paired difference is the difference of the means. */
export function changeChecks(
  { say }: Report,
  place: FigurePlace,
  rows: number,
  columns: { readonly column: number; readonly other: number },
  means: MeansPlace,
): Check[] {
  const at = (column: number) => columnArea(place.sheet, place.levelRow + 2, rows, column);
  const [mean, ...quantiles] = figureAreas(place, rows) as [Area, ...Area[]];
  const [own, base] = [meanAt(means, at(columns.column)), meanAt(means, at(columns.other))];
  const size = formula`ABS(${own})+ABS(${base})`;
  return [
    check(
      say('The mean change is the mean of the scenario minus that of the other'),
      areEqual([mean], formula`(${own}-${base})`, size),
    ),
    check(say('Quantiles never fall from one to the next'), areOrdered(quantiles)),
  ];
}

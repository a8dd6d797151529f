import { check, never, TOLERANCE } from '../checks.ts';
import { type Formula, formula } from '../formula.ts';
import type { Report } from '../report.ts';
import type { Check } from '../sheet.ts';
import type { DecisionGrid } from './decision-grid.ts';

/** Lists what has to hold on the sheet, whatever the weights. */
export function decisionChecks({ say }: Report, grid: DecisionGrid): Check[] {
  const { weights } = grid;
  const [scores, best] = [grid.section('scores'), grid.section('best')];
  const regrets = [grid.section('regret'), grid.section('tail')] as const;
  return [
    check(
      say('No weight is below zero, and one is above it'),
      formula`AND(COUNTIF(${weights},"<0")=0,SUM(${weights})>0)`,
    ),
    check(say('All scores lie between 0 and 1'), never(formula`(${scores}<0)+(${scores}>1)`)),
    check(say('Somebody has the first rank'), formula`COUNTIF(${grid.rankings('rank')},1)>0`),
    check(say('No regret is below zero'), never(formula`(${regrets[0]}<0)+(${regrets[1]}<0)`)),
    check(say('Every draw has a best contender on every measure'), [
      'AND(',
      ...everyMeasure(grid),
      ')',
    ]),
    check(say('Probabilities lie between 0 and 1'), never(formula`(${best}<0)+(${best}>1)`)),
  ];
}

function everyMeasure(grid: DecisionGrid): Formula {
  return Array.from({ length: grid.measures }, (_, measure) => {
    const all = formula`SUM(${grid.row('best', measure)})>=1-${TOLERANCE}`;
    return measure === 0 ? all : formula`,${all}`;
  }).flat();
}

import { DRAWS_BEST } from '../best-columns.ts';
import { contendersOf } from '../contenders.ts';
import { drawsFit } from '../draw-columns.ts';
import { drawsIn, meanOf, quantileOf } from '../draw-formulas.ts';
import { formatFor } from '../format.ts';
import { type Formula, formula } from '../formula.ts';
import { changeUnit } from '../labels.ts';
import type { Places } from '../lay-out.ts';
import { type Figures, figuresOf } from '../live-cell.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, formulaCell, link, number, text } from '../sheet.ts';
import { ranksOf, weightedScores } from '../weighted-scores.ts';
import type { DecisionGrid } from './decision-grid.ts';
import { type DecisionItem, decisionItems } from './decision-items.ts';

/** What the rows of all sections are made from. */
interface Context {
  readonly report: Report;
  readonly grid: DecisionGrid;
  readonly live: Figures;
}

/** What a section shows of a measure. */
interface Shown {
  readonly unit: string;
  readonly figure: string;
  /** Direction, weight, share of all weights and swing, where the section has them. */
  readonly before?: readonly Cell[];
  readonly cells: readonly Cell[];
  readonly error?: Cell;
}

/** To begin with no measure counts for more than another. */
const WEIGHT = 1;

/** Makes the rows of the sheet, as `DecisionGrid` says where they stand. */
export function decisionRows(report: Report, grid: DecisionGrid, measures: Places): Cell[][] {
  const { results, say } = report;
  const context = { report, grid, live: figuresOf(drawsFit(results)) };
  const items = decisionItems(report);
  const definition = ({ measure: { name } }: DecisionItem) => link(name, measures.get(name)!);
  const section = (title: string, show: (context: Context, item: DecisionItem) => Shown) => [
    headingOf(title, grid.contenders),
    ...items.map((item) => [
      ...rowOf(text(item.measure.title), show(context, item), grid.contenders),
      definition(item),
    ]),
  ];
  return [
    headingOf(say('Ranking by weighted score'), grid.contenders),
    ...rankingRows(context, items),
    ...section(say('Score of each mean, from 0 for the worst contender to 1 for the best'), scores),
    ...section(say('Mean of each measure'), means),
    ...section(say('Mean regret: what is lost against the best of each draw'), meanRegret),
    ...section(say('Regret in bad draws'), tailRegret),
    ...section(say('Probability that no contender does better'), bestShare),
    ...section(say('Columns of Draws that these figures read'), columns),
  ];
}

function headingOf(title: string, contenders: number): Cell[] {
  return [
    text(title, 'section'),
    ...Array.from({ length: contenders + 8 }, () => blank('section')),
  ];
}

function rowOf(title: Cell, shown: Shown, contenders: number): Cell[] {
  const { unit, figure, cells, error = blank('number') } = shown;
  const none = Array.from({ length: 4 }, () => blank('number'));
  const gap = Array.from({ length: contenders - cells.length }, () => blank('number'));
  return [
    title,
    text(unit),
    text(figure, 'cellQuiet'),
    ...(shown.before ?? none),
    ...cells,
    ...gap,
    error,
  ];
}

/** Scores and ranks follow the weights, whether the draws are in the workbook or not. */
function rankingRows({ report, grid }: Context, items: readonly DecisionItem[]): Cell[][] {
  const { results, say } = report;
  const scores = weightedScores(
    items.map((item) => item.scores),
    items.map(() => WEIGHT),
  );
  const contenders = contendersOf(results);
  const ranks = ranksOf(scores);
  const score = contenders.map((_, at) => {
    const weighted = formula`SUMPRODUCT(${grid.weights},${grid.scores(at)})/SUM(${grid.weights})`;
    return formulaCell(weighted, scores[at]!, 'plain-2', 'numberStrong');
  });
  const rank = contenders.map((_, at) => {
    const ranked = formula`RANK(${grid.ranking('score', at)},${grid.rankings('score')})`;
    return formulaCell(ranked, ranks[at]!, 'plain-0');
  });
  const shown = [
    { unit: '', figure: say('0 worst, 1 best'), cells: score },
    { unit: '', figure: say('1 is the highest score'), cells: rank },
  ];
  const titles = [say('Weighted score'), say('Rank')];
  return shown.map((one, at) => rowOf(text(titles[at]!, 'cellStrong'), one, grid.contenders));
}

function scores({ report, grid }: Context, item: DecisionItem): Shown {
  const { say } = report;
  const { at, direction, means: figures, measure, levelFormat } = item;
  const row = grid.row('means', at);
  const better = grid.direction(at);
  const share = formula`${grid.weight(at)}/SUM(${grid.weights})`;
  const values = figures.map(({ value }) => value!);
  const swing = Math.max(...values) - Math.min(...values);
  return {
    unit: changeUnit(report, measure.unit),
    figure: say('Swing, then scores'),
    before: [
      number(direction, 'signed-0', 'numberQuiet'),
      number(WEIGHT, 'plain-0', 'numberInput'),
      formulaCell(share, 1 / grid.measures, 'percent-0', 'numberQuiet'),
      formulaCell(formula`MAX(${row})-MIN(${row})`, swing, levelFormat),
    ],
    cells: item.scores.map((score, contender) => {
      const worst = formula`IF(${better}>0,MIN(${row}),MAX(${row}))`;
      const mean = grid.cell('means', at, contender);
      const scaled = formula`(${mean}-${worst})/(${better}*(MAX(${row})-MIN(${row})))`;
      return formulaCell(formula`IF(MAX(${row})=MIN(${row}),1,${scaled})`, score, 'plain-2');
    }),
  };
}

function means({ report, grid, live }: Context, item: DecisionItem): Shown {
  const { at, measure, levelFormat, means: figures } = item;
  return {
    unit: measure.unit,
    figure: report.say('Mean'),
    cells: figures.map(({ value }, contender) =>
      live.cell(meanOf(drawsIn(grid.cell('columns', at, contender))), value, levelFormat),
    ),
    error: largest(figures.map(({ error }) => error)),
  };
}

/** What a contender falls short of in each draw. */
function shortfall(grid: DecisionGrid, at: number, contender: number): Formula {
  const best = formula`INDEX(${DRAWS_BEST},0,${grid.bestColumn(at)})`;
  const own = drawsIn(grid.cell('columns', at, contender));
  return formula`${grid.direction(at)}*(${best}-${own})`;
}

function meanRegret({ report, grid, live }: Context, item: DecisionItem): Shown {
  return {
    unit: changeUnit(report, item.measure.unit),
    figure: report.say('Mean regret'),
    cells: item.regrets.map(({ regret }, contender) => {
      const mean = meanOf(shortfall(grid, item.at, contender));
      return live.array(mean, regret.mean.value, item.regretFormat);
    }),
    error: largest(item.regrets.map(({ regret }) => regret.mean.error)),
  };
}

function tailRegret({ report, grid, live }: Context, item: DecisionItem): Shown {
  return {
    unit: changeUnit(report, item.measure.unit),
    figure: report.say('95% of regret'),
    cells: item.regrets.map(({ regret }, contender) => {
      const tail = quantileOf(shortfall(grid, item.at, contender), grid.level);
      return live.array(tail, regret.p95.value, item.regretFormat);
    }),
    error: largest(item.regrets.map(({ regret }) => regret.p95.error)),
  };
}

function bestShare({ report, grid, live }: Context, item: DecisionItem): Shown {
  const { say } = report;
  const errors = item.regrets.map(({ best }) => best.error);
  return {
    unit: say('% of draws'),
    figure: say('None is better'),
    cells: item.regrets.map(({ best }, contender) => {
      const count: Formula = formula`COUNT(${drawsIn(grid.cell('columns', item.at, contender))})`;
      const share = formula`SUMPRODUCT(--(${shortfall(grid, item.at, contender)}<=0))/${count}`;
      return live.cell(share, best.value, 'percent-1');
    }),
    error: largest(errors.map((error) => (error === null ? null : error * 100))),
  };
}

function columns({ report }: Context, { at, columns: numbers }: DecisionItem): Shown {
  const quiet = (value: number) => number(value, 'plain-0', 'numberQuiet');
  return {
    unit: '',
    figure: report.say('Column; before it, of the best'),
    before: [blank('number'), quiet(at + 1), blank('number'), blank('number')],
    cells: numbers.map(quiet),
  };
}

function largest(errors: readonly (number | null)[]): Cell {
  const known = errors.filter((error) => error !== null);
  const most = known.length === 0 ? null : Math.max(...known);
  return number(most, formatFor([most], { digits: 2 }), 'numberQuiet');
}

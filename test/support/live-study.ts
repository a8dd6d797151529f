import { checkStudy, type Results, runStudy } from '../../engine/index.ts';
import { filesOf, type Texts } from './small-study.ts';

/**
 * A study with all that a live model has to do with: a market that is solved for, stocks and longer memories with
 * both kinds of past, a shock, an uncertain lever that one scenario sets by a schedule, an assumption that one scenario
 * changes, a date that never comes, a term with a condition, an imposed condition, checks, and every aggregate.
 */
export const LIVE_STUDY: Texts = {
  'study.yaml': `title: A live study
question: Does the workbook compute it?
as_of: 2025-04-09
horizon: { from: 2025-04, months: 8 }
draws: 40
seed: live
sampling: latin-hypercube
reference: before
baseline: usual
scenarios: [before, usual, offer]
measures:
  worth: { title: Worth, unit: bn USD, formula: "discounted(shop.income, shop.rate)", better: higher }
  yield: { title: Yield, unit: "%", formula: irr(shop.flow), better: higher }
  sold: { title: Sold in all, unit: bn USD, formula: "total(shop.sales[food]) + total(shop.sales[wear])", better: higher }
  highest: { title: Highest price, unit: "1", formula: maximum(market.price), better: lower }
  lowest: { title: Lowest price, unit: "1", formula: minimum(market.price), better: lower }
  kept: { title: In stock at the end, unit: bn USD, formula: final(shop.stock), better: higher }
  july: { title: Duty in July, unit: "%", formula: "at(shop.duty, date(2025, 7))", better: neither }
  dear: { title: Dear steps, unit: "1", formula: "count(if(market.price > 1.05, 1, 0))", better: neither }
  mean: { title: Mean price, unit: "1", formula: average(market.price), better: neither }
conditions:
  shut: { impose: { shop.closes: 2025-08 }, title: Shut in August }
`,
  'before.yaml': 'title: No duty\nshop: { duty: 0% }\n',
  'usual.yaml': 'title: As usual\n',
  'offer.yaml': `title: An offer
shop:
  duty:
    schedule: { 2025-04: 10%, 2025-06-16: 20% }
    terms:
      relief: { cap: { at: 5%, from: 2025-09 }, when: "shop.stock > shop.enough", status: in force }
  push: { start: 1, 2025-08: 2 }
assumptions:
  market.slope: 0.5 to 1.5
`,
  'model/model.yaml': 'sets: { good: [food, wear] }\n',
  'model/shop.yaml': `title: A shop
levers:
  duty: { about: Duty, unit: "%", default: 10% }
  closes: { about: When it shuts, type: date, default: never }
  push: { about: How hard it sells, unit: "1", default: { uniform: [0.5, 1.5] } }
assumptions:
  demand: { over: good, unit: bn USD/year, value: { food: 3 bn USD/year, wear: 1.5 bn USD/year }, uncertainty: { food: 2 to 4 bn USD/year, wear: { triangular: [1, 1.5, 2] } }, source: judgement, why: a guess }
  rate: { value: 6%, source: judgement, why: a guess }
  enough: { value: 0.5 bn USD, source: judgement, why: a guess }
  cost: { value: 4 bn USD/year, source: judgement, why: a guess }
shocks:
  luck: { normal: { mean: 0, sd: 0.1 } }
equations:
  sales:
    over: good
    unit: bn USD/year
    formula: demand[good] * push * exp(luck) * market.price ^ (-market.slope) * until(closes) / (1 + duty)
  all_sales: { unit: bn USD/year, formula: "sum(g in good, sales[g])" }
  stock:
    unit: bn USD
    starts: 0.2 * enough
    formula: 0.9 * previous(stock) + all_sales * step * logistic(market.price - 1)
  remembered:
    unit: bn USD
    starts: { 2024-12: 0.2 bn USD, 2025-02: 0.3 bn USD }
    formula: max(stock, delay(remembered, 3 months)) * ramp(date(2025, 5, 10), 3 months)
  income: { unit: bn USD/year, formula: "all_sales - if(closes > date(2025, 6) and stock > 0, 0.5, 0.2) * cost" }
  flow: { unit: bn USD/year, formula: "if(calendar_month < 6, -2.5, 1) * cost + 0.01 * income" }
checks:
  some_stock: stock > 0
`,
  'model/market.yaml': `title: The market
assumptions:
  slope: { value: 1, uncertainty: { triangular: [0.5, 1, 2] }, unit: "1", source: judgement, why: a guess }
solve:
  clearing:
    about: The price at which supply meets demand, and what others pay
    unknowns:
      price: { about: Price, unit: "1", guess: 1, residual: "price ^ slope - (1 + shop.duty) / (1 + 0.1 * other)" }
      other: { about: Price elsewhere, unit: "1", guess: 0.5, residual: "other * (1 + shop.push) - sqrt(price)" }
`,
};

/** Runs the study; `changes` replace some of its files. */
export function liveResults(changes: Texts = {}): Promise<Results> {
  const { ready, problems, ...checked } = checkStudy(filesOf({ ...LIVE_STUDY, ...changes }));
  if (ready === null)
    throw new Error(
      problems
        .map(({ message, position }) => `${position.file}:${position.line} ${message}`)
        .join('; '),
    );
  const settings = { name: 'live', engineVersion: 'test', workers: 0 };
  return runStudy({ ...checked, problems, ready }, settings);
}

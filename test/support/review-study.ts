import type { Texts } from './small-study.ts';

/**
 * A study with a tariff that may be reviewed: of what was promised, 1 bn USD is spent a month on the central path,
 * so that at the end of July 2025 4 bn USD are.
 */
const REVIEW_STUDY: Texts = {
  'study.yaml': `
title: A review
question: Does it snap back?
as_of: 2025-04-09
horizon: { from: 2025-04, months: 12 }
draws: 400
seed: review
sampling: random
reference: plain
baseline: plain
scenarios: [plain, review]
measures:
  last: { title: Last rate, unit: "%", formula: "final(tariffs.rate[korea])", better: lower }
  mean: { title: Mean rate, unit: "%", formula: "average(tariffs.rate[korea])", better: lower }
  duty: { title: Duty, unit: bn USD, formula: total(tariffs.duty), better: lower }
  spent: { title: Spent by July, unit: bn USD, formula: "at(invest.spent, date(2025, 7))", better: higher }
  price: { title: Last price, unit: "1", formula: final(tariffs.price), better: lower }
trajectories:
  rate: { title: Rate, unit: "%", formula: "tariffs.rate[korea]" }
`,
  'plain.yaml': 'title: Plain\ntariffs: { rate: { korea: 10% } }\n',
  'review.yaml': 'title: Review\nextends: plain\n',
  'model/model.yaml': 'sets: { country: [korea, japan] }\n',
  'model/invest.yaml': `
title: Investment
levers:
  promised: { about: What was promised, unit: bn USD, default: 10 bn USD }
  pace: { about: What is spent, unit: bn USD/year, default: 12 bn USD/year }
  open: { about: Whether it is going on, type: yes/no, default: yes }
  due: { about: When it is due, type: date, default: 2026-01 }
assumptions:
  vigour: { value: 1, uncertainty: { uniform: [0, 2] }, source: judgement, why: A guess. }
shocks:
  luck: { normal: { mean: 0, sd: 0.1 } }
equations:
  flow: { unit: bn USD/year, formula: pace * vigour * (1 + luck) }
  spent: { unit: bn USD, starts: 0, formula: previous(spent) + flow * step }
  by_country: { unit: bn USD, over: country, formula: "spent * if(country == korea, 1, 2)" }
`,
  'model/tariffs.yaml': `
title: Tariffs
levers:
  rate: { about: Duty, over: country, unit: "%", default: 0%, within: [0%, 100%] }
assumptions:
  sales: { value: 120 bn USD/year, source: judgement, why: A guess. }
equations:
  duty: { unit: bn USD/year, formula: "sales * rate[korea] / (1 + rate[korea])" }
  log_price: { unit: "1", formula: "log(1 + rate[korea]) * (1 + rate[japan])" }
solve:
  clearing:
    about: A price that falls as the tariff rises
    unknowns:
      price: { unit: "1", guess: 1, residual: "price ^ 3 * (1 + rate[korea]) - 2 / price" }
`,
};

/** Gives the study with some files replaced or added. */
export function reviewStudy(changes: Texts = {}): Texts {
  return { ...REVIEW_STUDY, ...changes };
}

/** Writes a scenario whose tariff on Korea has some terms, one a line, as `name: { ... }`. */
export function reviewed(terms: readonly string[], schedule = '10%'): string {
  const head = `title: Review\ntariffs:\n  rate:\n    korea:\n      schedule: ${schedule}\n`;
  const lines = terms.map((term) => `        ${term}\n`);
  return lines.length === 0 ? head : `${head}      terms:\n${lines.join('')}`;
}

/** Writes a term that is in force where a condition holds. */
export function term(name: string, act: string, when: string | null): string {
  const condition = when === null ? '' : `when: "${when}", `;
  return `${name}: { ${act}, ${condition}status: in force }`;
}

/** Gives study.yaml with other scenarios listed. */
export function listing(scenarios: readonly string[], others: Texts = {}): Texts {
  const study = REVIEW_STUDY['study.yaml']!;
  return { 'study.yaml': study.replace('[plain, review]', `[${scenarios.join(', ')}]`), ...others };
}

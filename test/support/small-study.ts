/** The files of a study as text, by path. */
export type Texts = Readonly<Record<string, string>>;

/** A study with a stock, a shock, a drawn and a certain assumption, a schedule, and two conditions. */
export const SMALL_STUDY: Texts = {
  'study.yaml': `
title: A small study
question: Does it run?
as_of: 2025-04-09
horizon: { from: 2025-04, months: 12 }
draws: 600
seed: small
sampling: random
reference: nothing
baseline: usual
scenarios: [nothing, usual, offer]
measures:
  stock:
    title: Stock at the end
    unit: bn USD
    formula: final(shop.stock)
    better: higher
    target: ">= 1 bn USD"
  sales:
    title: Sales in all
    unit: bn USD
    formula: total(shop.sales)
    better: higher
conditions:
  open: { impose: { shop.closes: never } }
  shut: { impose: { shop.closes: 2025-07 } }
  rich: { when: final(shop.stock) > 1.2 * shop.enough }
trajectories:
  sales: { title: Sales, unit: bn USD/year, formula: shop.sales }
break_even: { measure: stock, success: open, failure: shut }
`,
  'model/shop.yaml': `
title: A shop
levers:
  price: { about: What it asks, unit: "1", default: { start: 1, 2025-06-16: 2 } }
  closes: { about: When it shuts, type: date, default: 2025-10 }
assumptions:
  demand: { uncertainty: { uniform: [1, 3] }, unit: bn USD/year, source: judgement, why: a guess }
  fade: { value: 10%, source: judgement, why: a guess }
  enough: { value: 1 bn USD, source: judgement, why: a guess }
shocks:
  luck: { normal: { mean: 0, sd: 0.1 } }
equations:
  sales:
    unit: bn USD/year
    formula: demand * exp(luck) / price * until(closes)
  stock:
    unit: bn USD
    starts: 0
    formula: previous(stock) * (1 - fade) + sales * step
checks:
  never_negative: stock >= 0
`,
  'nothing.yaml': 'title: No shop\nshop: { closes: 2025-04 }\n',
  'usual.yaml': 'title: As usual\n',
  'offer.yaml': 'title: Half price\nextends: usual\nshop: { price: 0.5 }\n',
};

const ESTIMATE = 'by: A bank, source: bank, used_in_calibration: no, why: W';

/** The small study held beside three estimates; the scenario dear is not among those it compares. */
export const VALIDATED_STUDY: Texts = {
  ...SMALL_STUDY,
  'study.yaml': `${SMALL_STUDY['study.yaml']}
validation:
  dear:
    ${ESTIMATE.replaceAll(', ', '\n    ')}
    title: Sales at a higher price
    scenario: dear
    against: usual
    formula: total(shop.sales)
    unit: "%"
    compare: relative
    published: -28%
  half:
    ${ESTIMATE.replaceAll(', ', '\n    ')}
    title: Stock at half the price
    scenario: offer
    against: usual
    formula: final(shop.stock)
    unit: bn USD
    compare: difference
    published: [5 bn USD, 6 bn USD]
  level:
    ${ESTIMATE.replaceAll(', ', '\n    ').replace('no', 'yes')}
    title: Sales
    scenario: usual
    formula: total(shop.sales)
    unit: bn USD
    compare: level
    published: 1 bn USD
`,
  'sources.yaml': 'bank: { title: A note, publisher: A bank, date: 2025-03 }\n',
  'dear.yaml':
    'title: Dear\nshop: { price: 2 }\nassumptions: { shop.fade: { uniform: [5%, 15%] } }\n',
};

/** Gives a study with some files replaced or, where the text is null, taken away. */
export function withTexts(changes: Readonly<Record<string, string | null>>): Texts {
  const entries = Object.entries({ ...SMALL_STUDY, ...changes });
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** Gives one file of the small study with a part of its text replaced. */
export function edited(file: string, from: string, to: string): Texts {
  const text = SMALL_STUDY[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not say "${from}"`);
  return withTexts({ [file]: text.replace(from, to) });
}

/** Turns texts into the bytes that the engine reads. */
export function filesOf(texts: Texts): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
}

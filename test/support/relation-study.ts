import fc from 'fast-check';
import { expect } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { runStudy } from '../../engine/run.ts';
import { filesOf, type Texts } from './small-study.ts';

/** What differs from study to study. */
export interface Numbers {
  readonly low: number;
  readonly width: number;
  readonly rate: number;
  readonly price: number;
  readonly later: number;
  readonly seed: number;
}

/** Draws what differs. */
export const numbers: fc.Arbitrary<Numbers> = fc.record({
  low: fc.integer({ min: 1, max: 40 }),
  width: fc.integer({ min: 1, max: 30 }),
  rate: fc.integer({ min: 1, max: 60 }),
  price: fc.integer({ min: 1, max: 90 }),
  later: fc.integer({ min: 1, max: 90 }),
  seed: fc.nat(),
});

/** Writes a study with a schedule, a set, a stock, a shock, a condition, and a scenario that extends another. */
export function study({ low, width, rate, price, later, seed }: Numbers): Texts {
  return {
    'study.yaml': `title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 6 }
draws: 60
seed: s${seed}
sampling: random
reference: base
baseline: base
scenarios: [base, dear, dearer]
measures:
  stock: { title: Stock, unit: million USD, formula: final(shop.stock), better: higher }
  sales: { title: Sales, unit: million USD, formula: total(shop.sales), better: higher }
  first: { title: First, unit: million USD/year, formula: "at(shop.sales, date(2025, 5))", better: higher }
  whole: { title: Whole, unit: million USD/year, formula: average(shop.whole), better: higher }
conditions:
  open: { impose: { shop.closes: never } }
`,
    'base.yaml': 'title: Base\n',
    'dear.yaml': `title: Dear\nshop:\n  price: { 2025-06-01: ${price}% }\n`,
    'dearer.yaml': `title: Dearer\nextends: dear\nshop:\n  closes: 2025-08-16\n  rates: { north: ${later}% }\n`,
    'model/model.yaml': 'sets: { area: [north, south] }\n',
    'model/shop.yaml': `title: A shop
levers:
  price: { about: P, unit: "%", default: 0% }
  closes: { about: C, type: date, default: never }
  rates: { about: R, over: area, unit: "%", default: ${rate}% }
assumptions:
  demand: { uncertainty: { uniform: [${low}, ${low + width}] }, unit: million USD/year, source: judgement, why: W }
  slope: { uncertainty: 1 to 3, source: judgement, why: W }
  fade: { value: ${rate}%, source: judgement, why: W }
shocks:
  luck: { normal: { mean: 0, sd: 0.1 } }
equations:
  sales: { unit: million USD/year, formula: demand * exp(luck) * (1 + price) ^ (-slope) * until(closes) }
  stock: { unit: million USD, starts: 0, formula: previous(stock) * (1 - fade) + sales * step }
  part: { over: area, unit: million USD/year, formula: "sales * rates[area]" }
  whole: { unit: million USD/year, formula: "sum(area, part[area])" }
`,
  };
}

/** What came out by scenario, condition and measure. */
export type Outcomes = ReadonlyMap<string, readonly number[]>;

/** Runs a study: what came out by scenario, condition and measure. */
export async function run(texts: Texts): Promise<Outcomes> {
  const checked = checkStudy(filesOf(texts));
  const errors = checked.problems.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  const { runs, study: described } = await runStudy(checked, {
    name: 'r',
    engineVersion: '0',
    workers: 0,
  });
  return new Map(
    runs.flatMap(({ scenario, condition, outcomes }) =>
      outcomes.map((values, at) => {
        const key = `${scenario}/${condition ?? ''}/${described.measures[at]!.name}`;
        return [key, Array.from(values)] as const;
      }),
    ),
  );
}

/** A way to write a study otherwise. */
export type Change = (texts: Texts, numbers: Numbers) => Texts;

/** Replaces a text of a file that must be there. */
export function edit(file: string, from: string | RegExp, to: string): Change {
  return (texts) => {
    const text = texts[file]!;
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`${file} does not hold ${from}`);
    return { ...texts, [file]: next };
  };
}

/** Makes several changes, one after the other. */
export function all(...changes: readonly Change[]): Change {
  return (texts, own) => changes.reduce((now, change) => change(now, own), texts);
}

export const SHOP = 'model/shop.yaml';

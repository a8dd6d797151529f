import type { Texts } from './small-study.ts';

/**
 * Writes a study in which every text comes from `say`, called once for each: titles, abouts, authors, sources,
 * addresses, reasons. What it computes does not depend on them.
 */
export function studySaying(say: () => string): Texts {
  const all = (...keys: readonly string[]) =>
    `{\n${keys.map((key) => `    ${key}: ${escaped(say())}`).join(',\n')}`;
  const lines = (...keys: readonly string[]) =>
    keys.map((key) => `${key}: ${escaped(say())}\n`).join('');
  const scenario = (settings: string) =>
    lines('title', 'about', 'author', 'not_modelled') + settings;
  return {
    'study.yaml': `${lines('title', 'question', 'about')}
as_of: 2025-04-09
horizon: { from: 2025-04, months: 2 }
draws: 20
seed: hostile
sampling: random
reference: nothing
baseline: usual
scenarios: [nothing, usual, offer]
measures:
  sales: ${all('title', 'about')}, unit: bn USD, formula: total(shop.sales), better: higher }
  price: ${all('title')}, unit: "1", formula: average(shop.price), better: lower, target: "<= 2" }
conditions:
  open: ${all('title')}, impose: { shop.closes: never } }
  shut: ${all('title')}, impose: { shop.closes: 2025-04 } }
  rich: ${all('title')}, when: total(shop.sales) > shop.enough }
trajectories:
  sales: ${all('title')}, unit: bn USD/year, formula: shop.sales }
break_even: { measure: sales, success: open, failure: shut }
validation:
  sold: ${all('title', 'by', 'why')}, source: first, scenario: offer, formula: total(shop.sales),
    unit: bn USD, compare: level, published: [0.1 bn USD, 2 bn USD], used_in_calibration: no }
`,
    'sources.yaml': `
first: ${all('title', 'publisher', 'address', 'note')}, date: 2024-01 }
later: ${all('title', 'publisher', 'address', 'why_later')}, date: 2026-01 }
`,
    'model/shop.yaml': `${lines('title', 'about')}
levers:
  price: ${all('about')}, unit: "1", default: 1 }
  closes: ${all('about')}, type: date, default: never }
assumptions:
  demand: ${all('about')}, uncertainty: { uniform: [1, 3] }, unit: bn USD/year, source: first }
  fade: ${all('about')}, value: 10%, source: later }
  enough: ${all('about', 'why')}, value: 0.1 bn USD, source: judgement }
shocks:
  luck: { normal: { mean: 0, sd: 0.1 } }
equations:
  sales: ${all('about')}, unit: bn USD/year,
    formula: demand * exp(luck) / price * until(closes) * (1 - fade) }
`,
    'nothing.yaml': scenario('shop: { closes: 2025-04 }\n'),
    'usual.yaml': scenario(''),
    'offer.yaml': scenario('shop: { price: 2 }\n'),
  };
}

/** Escapes whatever the engine would refuse to read as it stands, so that nothing but its meaning is refused. */
function escaped(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

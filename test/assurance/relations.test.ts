import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEUTRAL } from '../support/neutral-changes.ts';
import {
  all,
  type Change,
  edit,
  type Numbers,
  numbers,
  type Outcomes,
  run,
  SHOP,
  study,
} from '../support/relation-study.ts';

/** Compares what both have, bit for bit; there must be enough of it. */
function sameBits(before: Outcomes, after: Outcomes): void {
  const shared = [...before.keys()].filter((key) => after.has(key));
  expect(shared.length).toBeGreaterThanOrEqual(12);
  for (const key of shared) expect([key, after.get(key)]).toEqual([key, before.get(key)]);
}

/** Few studies for each law: every one is run twice or more. */
const RUNS = { seed: 20250409, numRuns: 8 };

const law = (hold: (own: Numbers) => Promise<void>) =>
  fc.assert(fc.asyncProperty(numbers, hold), RUNS);

describe('no number changes by', () => {
  it.each(NEUTRAL)('%s', async (_, change) => {
    await law(async (own) => {
      const texts = study(own);
      sameBits(await run(texts), await run(change(texts, own)));
    });
  });
});

function valuesOf(outcomes: Outcomes, key: string): readonly number[] {
  const values = outcomes.get(key);
  if (values === undefined) throw new Error(`nothing came out for ${key}`);
  return values;
}

describe('it follows from what is said that', () => {
  const certain: Change = (texts, { low, width }) =>
    all(
      edit(SHOP, `uniform: [${low}, ${low + width}]`, `uniform: [${low}, ${low}]`),
      edit(SHOP, 'uncertainty: 1 to 3', 'uncertainty: { normal: { mean: 2, sd: 0 } }'),
      edit(SHOP, 'sd: 0.1', 'sd: 0'),
    )(texts, {} as Numbers);

  it('no spread is one value, that of the central path', () =>
    law(async (own) => {
      const texts = study(own);
      const fixed = all(
        edit(
          SHOP,
          /uncertainty: \{ uniform: [^}]*\}, unit/,
          `value: ${own.low} million USD/year, unit`,
        ),
        edit(SHOP, 'uncertainty: 1 to 3', 'value: 2'),
        edit(SHOP, 'sd: 0.1', 'sd: 0'),
      );
      const [spread, central] = [await run(certain(texts, own)), await run(fixed(texts, own))];
      sameBits(spread, central);
      for (const values of spread.values()) expect(new Set(values).size).toBe(1);
    }));

  it('more draws begin with the fewer', () =>
    law(async (own) => {
      const texts = study(own);
      const [few, many] = [
        await run(texts),
        await run(edit('study.yaml', 'draws: 60', 'draws: 100')(texts, own)),
      ];
      for (const [key, values] of few) expect(many.get(key)!.slice(0, 60)).toEqual(values);
    }));

  it('twice the formula is twice the number, and its opposite the opposite', () =>
    law(async (own) => {
      const texts = study(own);
      const change = edit(
        'study.yaml',
        'measures:\n',
        `measures:
  twice: { title: T, unit: million USD, formula: 2 * final(shop.stock), better: higher }
  less: { title: L, unit: million USD, formula: -final(shop.stock), better: lower }
`,
      );
      const found = await run(change(texts, own));
      const once = valuesOf(found, 'dear//stock');
      expect(valuesOf(found, 'dear//twice')).toEqual(once.map((x) => 2 * x));
      expect(valuesOf(found, 'dear//less')).toEqual(once.map((x) => 0 - x));
    }));

  it('twice the demand is twice the sales', () =>
    law(async (own) => {
      const texts = study(own);
      const { low, width } = own;
      const twice = edit(SHOP, `[${low}, ${low + width}]`, `[${2 * low}, ${2 * (low + width)}]`);
      const [one, two] = [await run(texts), await run(twice(texts, own))];
      expect(valuesOf(two, 'dearer//sales')).toEqual(
        valuesOf(one, 'dearer//sales').map((x) => 2 * x),
      );
    }));

  it('what is imposed and what is set are one', () =>
    law(async (own) => {
      const texts = study(own);
      const set = edit('base.yaml', 'title: Base\n', 'title: Base\nshop: { closes: never }\n');
      const found = await run(texts);
      expect(valuesOf(await run(set(texts, own)), 'base//sales')).toEqual(
        valuesOf(found, 'base/open/sales'),
      );
    }));

  it('a later month cannot change an earlier one', () =>
    law(async (own) => {
      const texts = study(own);
      const longer = edit('study.yaml', 'months: 6', 'months: 11');
      const [short, long] = [await run(texts), await run(longer(texts, own))];
      for (const scenario of ['base', 'dear', 'dearer']) {
        expect(valuesOf(long, `${scenario}//first`)).toEqual(valuesOf(short, `${scenario}//first`));
      }
    }));

  it('a year later all is the same', () =>
    law(async (own) => {
      const later = (text: string) =>
        text.replaceAll('2025-0', '2026-0').replace('date(2025', 'date(2026');
      const texts = study(own);
      const moved = Object.fromEntries(
        Object.entries(texts).map(([file, text]) => [file, later(text)]),
      );
      sameBits(await run(texts), await run(moved));
    }));

  it('the sum of parts is the whole, in any order', () =>
    law(async (own) => {
      const texts = study(own);
      const turned = edit('model/model.yaml', '[north, south]', '[south, north]');
      const [one, other] = [await run(texts), await run(turned(texts, own))];
      for (const scenario of ['base', 'dear', 'dearer']) {
        expect(valuesOf(other, `${scenario}//whole`)).toEqual(valuesOf(one, `${scenario}//whole`));
      }
    }));

  it('a higher price never sells more', () =>
    law(async (own) => {
      const found = await run(study(own));
      const [dear, base] = [valuesOf(found, 'dear//sales'), valuesOf(found, 'base//sales')];
      for (const [draw, value] of dear.entries()) expect(value).toBeLessThanOrEqual(base[draw]!);
    }));
});

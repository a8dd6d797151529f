import { expect, test } from 'vitest';
import { copulasOf, type RankedPair } from '../../../engine/distribution/gaussian-copula.ts';
import { correlateHypercube, correlateRandom } from '../../../engine/draw/correlate.ts';
import { shockUniforms, uncertaintyUniforms } from '../../../engine/draw/sample.ts';
import { drawTogether } from '../../../engine/draw/together.ts';

const NAMES = ['lng.brent', 'lng.henry_hub', 'trade.pass', 'trade.speed', 'fx.won'] as const;
const GAS: RankedPair = { one: 'lng.brent', other: 'lng.henry_hub', rank: 0.2 };
const TRADE: RankedPair = { one: 'trade.pass', other: 'trade.speed', rank: -0.6 };

function open(sampling: 'random' | 'latin-hypercube', pairs: readonly RankedPair[]) {
  const settings = { seed: 's', sampling, draws: 400 };
  return drawTogether(
    (name) => uncertaintyUniforms(settings, name),
    copulasOf(pairs),
    sampling === 'random' ? correlateRandom : correlateHypercube,
  );
}

function draw(
  sampling: 'random' | 'latin-hypercube',
  pairs: readonly RankedPair[],
  names: readonly string[] = NAMES,
) {
  const uniforms = open(sampling, pairs);
  return new Map(names.map((name) => [name, uniforms(name)]));
}

test.each(['random', 'latin-hypercube'] as const)(
  '%s: a pair changes its second column by name and nothing else',
  (sampling) => {
    const [without, one, both] = [[], [GAS], [GAS, TRADE]].map((pairs) => draw(sampling, pairs));
    const differing = (a: typeof without, b: typeof without) =>
      NAMES.filter((name) => a!.get(name)!.some((value, k) => value !== b!.get(name)![k]));
    expect(differing(without, one)).toEqual(['lng.henry_hub']);
    expect(differing(one, both)).toEqual(['trade.speed']);
  },
);

test.each(['random', 'latin-hypercube'] as const)(
  '%s: neither the order of pairs nor that of questions changes bits',
  (sampling) => {
    const there = draw(sampling, [GAS, TRADE]);
    const back = draw(sampling, [TRADE, GAS], [...NAMES].reverse());
    for (const name of NAMES) expect(back.get(name)).toEqual(there.get(name));
    const alone = open(sampling, [TRADE, GAS])('trade.speed');
    expect(alone).toEqual(there.get('trade.speed'));
  },
);

test('a correlation of 0 is as good as none', () => {
  expect(draw('random', [{ ...GAS, rank: 0 }])).toEqual(draw('random', []));
});

test('shocks are correlated at every step by that step alone', () => {
  const at = (steps: number, draws: number) => {
    const sampling = { seed: 's', sampling: 'random', draws } as const;
    const alone = (name: string) => shockUniforms(sampling, name, steps);
    return drawTogether(alone, copulasOf([GAS]), correlateRandom)('lng.henry_hub');
  };
  expect(at(1, 500)).toEqual(at(3, 500).slice(0, 500));
  expect(at(3, 500).slice(1000, 1200)).toEqual(at(3, 200).slice(400));
});

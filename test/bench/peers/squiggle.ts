import type { Stocks } from './growth.ts';
import { loadPeer } from './install.ts';
import { peerRow, type Simulate } from './peer-row.ts';

interface Squiggle {
  readonly run: (code: string) => Promise<{
    readonly result: {
      readonly ok: boolean;
      readonly value: { readonly result: { readonly asJS: () => unknown } };
    };
  }>;
}

const MODEL = `
grow(birthRate, capitalShare, dirtiness, saving) = {|state|
  population = state[0]
  capital = state[1]
  pollution = state[2]
  output = population * (capital / population) ^ capitalShare
  affluence = output / population
  births = birthRate * population / (1 + 0.1 * affluence)
  deaths = 0.02 * population * (1 + 0.1 * pollution)
  investment = saving * output / (1 + 0.05 * pollution)
  wear = 0.05 * capital
  emissions = dirtiness * output
  decay = pollution / 20
  [population + births - deaths, capital + investment - wear, pollution + emissions - decay]
}
simulate(draw) = {
  step = grow(draw[0], draw[1], draw[2], draw[3])
  List.reduce(List.upTo(1, 60), [1, 2, 0.5], {|state, time| step(state)})
}`;

async function open(): Promise<Simulate> {
  const { run } = await loadPeer<Squiggle>('@quri/squiggle-lang/dist/index.js');
  return async (draws) => {
    const written = draws.map((draw) => `[${draw.join(', ')}]`).join(', ');
    const { result } = await run(`${MODEL}\nList.map([${written}], simulate)`);
    if (!result.ok) throw new Error('Squiggle refuses the model');
    return result.value.result.asJS() as readonly Stocks[];
  };
}

/** Squiggle as a language for a model of steps; its strength, distributions as values, is not what is timed. */
export const SQUIGGLE = peerRow('Squiggle 0.10.0', 50, open);

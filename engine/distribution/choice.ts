import type { Family } from './family.ts';

/** One of a few values, as likely as its weight says. */
export interface Choice {
  readonly kind: 'choice';
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

interface Option {
  readonly value: number;
  readonly weight: number;
}

function optionsOf({ values, weights }: Choice): Option[] {
  return values
    .map((value, index) => ({ value, weight: weights[index]! }))
    .filter(({ weight }) => weight > 0);
}

function totalOf(options: readonly Option[]): number {
  return options.reduce((sum, { weight }) => sum + weight, 0);
}

export const choice: Family<Choice> = {
  // By rising value, so that a higher uniform never means a lower value.
  prepare: (distribution) => {
    const options = optionsOf(distribution).sort((a, b) => (a.value < b.value ? -1 : 1));
    const total = totalOf(options);
    let sum = 0;
    const ends = options.map(({ weight }) => {
      sum += weight;
      return sum / total;
    });
    const last = options.length - 1;
    return (u) => {
      let index = 0;
      while (index < last && u >= ends[index]!) index++;
      return options[index]!.value;
    };
  },
  describe: (distribution, format) => {
    const options = optionsOf(distribution);
    const total = totalOf(options);
    const percent = (weight: number) => Math.floor((1000 * weight) / total + 0.5) / 10;
    const shown = options.map(({ value, weight }) => `${format(value)} (${percent(weight)}%)`);
    return { text: 'one of {options}', values: { options: shown.join(', ') } };
  },
};

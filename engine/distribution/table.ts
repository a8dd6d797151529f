import type { Family } from './family.ts';

/** One of the values of a list, each as likely as the others: draws made elsewhere. */
export interface Table {
  readonly kind: 'table';
  readonly values: readonly number[];
}

export const table: Family<Table> = {
  prepare: ({ values }) => {
    const sorted = Float64Array.from(values).sort();
    return (u) => sorted[Math.floor(u * sorted.length)]!;
  },
  describe: ({ values }, format) => {
    const sorted = Float64Array.from(values).sort();
    const [low, high] = [format(sorted[0]!), format(sorted.at(-1)!)];
    return {
      text: 'one of {count} values, {low} to {high}',
      values: { count: `${values.length}`, low, high },
    };
  },
};

import { beta } from './beta.ts';
import type { Family } from './family.ts';
import type { DistributionForm } from './form.ts';
import { readThreePoints, showThreePoints, type ThreePoints } from './three-points.ts';

/**
 * A smooth bell between low and high whose mean is (low + 4 mode + high) / 6.
 *
 * Source: Malcolm, Roseboom, Clark and Fazar, Operations Research 7 (1959), as a beta distribution.
 */
export interface Pert extends ThreePoints {
  readonly kind: 'pert';
}

export const pert: Family<Pert> = {
  prepare: ({ low, mode, high }) => {
    const width = high - low;
    if (width === 0) return () => low;
    const alpha = 1 + (4 * (mode - low)) / width;
    const other = 1 + (4 * (high - mode)) / width;
    return beta.prepare({ kind: 'beta', alpha, beta: other, low, high });
  },
  describe: (distribution, format) => ({
    text: 'PERT {low}, {mode}, {high}',
    values: showThreePoints(distribution, format),
  }),
};

export const pertForm: DistributionForm<Pert> = {
  kind: 'pert',
  list: ['low', 'mode', 'high'],
  maps: [{ required: ['low', 'mode', 'high'] }],
  pure: [],
  make: (parameters, format) => {
    const points = readThreePoints(parameters, format);
    return typeof points === 'string' ? points : { kind: 'pert', ...points };
  },
};

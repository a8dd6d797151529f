import type { Family } from './family.ts';
import type { DistributionForm } from './form.ts';
import { readThreePoints, showThreePoints, type ThreePoints } from './three-points.ts';

/** A density that rises in a straight line from low to mode and falls in one from there to high. */
export interface Triangular extends ThreePoints {
  readonly kind: 'triangular';
}

export const triangular: Family<Triangular> = {
  prepare: ({ low, mode, high }) => {
    const width = high - low;
    if (width === 0) return () => low;
    const rising = (mode - low) / width;
    return (u) =>
      u < rising
        ? Math.min(low + Math.sqrt(u * width * (mode - low)), mode)
        : Math.max(high - Math.sqrt((1 - u) * width * (high - mode)), mode);
  },
  describe: (distribution, format) => ({
    text: 'triangular {low}, {mode}, {high}',
    values: showThreePoints(distribution, format),
  }),
};

export const triangularForm: DistributionForm<Triangular> = {
  kind: 'triangular',
  list: ['low', 'mode', 'high'],
  maps: [{ required: ['low', 'mode', 'high'] }],
  pure: [],
  make: (parameters, format) => {
    const points = readThreePoints(parameters, format);
    return typeof points === 'string' ? points : { kind: 'triangular', ...points };
  },
};

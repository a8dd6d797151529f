import type { LiveModel } from '../../engine/index.ts';

/** As a share of the engine's number, the most that the live model may differ from it. */
export const SHARE = 1e-9;

/** As a share of the largest number of a measure, what rounding leaves of one that is nearly zero. */
export const FLOOR = 1e-12;

/** Tells for each measure whether the rows come to what the engine computed on the path that is shown. */
export function sameMeasures({ measures, rows, shown }: LiveModel): readonly boolean[] {
  return measures.map(({ slot, central }) => {
    const { factor, values } = rows[slot]!;
    const engine = central[shown]!;
    const largest = central.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const allowed = Math.max(SHARE * Math.abs(engine), FLOOR * largest);
    return Math.abs(values[0]! / factor - engine) <= allowed;
  });
}

import type { Axis, Chart, Label, Marker, Numbers, PointSeries } from './chart.ts';
import { marked, seriesOf } from './looks.ts';
import type { RangeRole } from './range-chart.ts';

/** A scenario on two measures. */
export interface TradeOffPoint {
  readonly name: Label;
  readonly across: Numbers;
  readonly up: Numbers;
  /** The chosen one is marked so that it needs no label, and the title names it. */
  readonly role: RangeRole;
}

/** What scenarios come to on two measures at once. */
export interface TradeOffParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly base: Axis;
  readonly values: Axis;
  readonly points: readonly TradeOffPoint[];
}

const MARKERS: Readonly<Record<RangeRole, Marker>> = {
  chosen: { shape: 'diamond', size: 11, colour: 'chosen', isFilled: true },
  baseline: { shape: 'square', size: 8, colour: 'baseline', isFilled: true },
  reference: { shape: 'triangle', size: 8, colour: 'reference', isFilled: true },
  other: { shape: 'circle', size: 6, colour: 'other', isFilled: true },
};

/** Draws scenarios as named points between two measures. */
export function tradeOffChart({ points, ...parts }: TradeOffParts): Chart {
  return {
    ...{ form: 'points', legend: 'none', ...parts },
    series: points.map(({ name, across, up, role }): PointSeries => {
      const { shape, size, colour, isFilled } = MARKERS[role];
      const look = marked(shape, size, colour, isFilled);
      const labels = role === 'chosen' ? 'none' : 'name';
      return { ...seriesOf(name, up, look, { labels }), across, labelSide: 'above' };
    }),
  };
}

import type { Axis, Chart, Label, Numbers, Words } from './chart.ts';
import { filled, lined, seriesOf } from './looks.ts';

/** What both charts of a spread share. */
interface SpreadParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly base: Axis;
  readonly values: Axis;
  readonly names: { readonly own: Label; readonly compared: Label };
}

/** Shares of draws in common bins. */
export interface HistogramParts extends SpreadParts {
  readonly categories: Words;
  readonly own: Numbers;
  readonly compared: Numbers;
}

/** Draws how often a measure falls into each bin, over another spread. */
export function histogramChart(parts: HistogramParts): Chart {
  const { name, title, about, base, values, names, categories, own, compared } = parts;
  return {
    ...{ form: 'categories', name, title, about, legend: 'bottom', isLying: false },
    ...{ categories, base, values },
    layers: [
      {
        ...{ kind: 'bars', isStacked: false, isOverlaid: true, gap: 0 },
        series: [
          seriesOf(names.compared, compared, filled('baselinePale')),
          seriesOf(names.own, own, filled('high', 0.55)),
        ],
      },
    ],
  };
}

/** Levels of two spreads: at which value each share of the draws lies below. */
export interface CumulativeParts extends SpreadParts {
  readonly shares: Numbers;
  readonly own: Numbers;
  readonly compared: Numbers;
}

/** Draws which share of the draws lies below each value, beside another spread. */
export function cumulativeChart(parts: CumulativeParts): Chart {
  const { name, title, about, base, values, names, shares, own, compared } = parts;
  const curve = { labelSide: 'right' } as const;
  return {
    ...{ form: 'points', name, title, about, legend: 'bottom', base, values },
    series: [
      {
        ...seriesOf(names.compared, shares, lined('baseline', 1.75, 'dash')),
        ...{ ...curve, across: compared },
      },
      { ...seriesOf(names.own, shares, lined('high', 2.25)), ...curve, across: own },
    ],
  };
}

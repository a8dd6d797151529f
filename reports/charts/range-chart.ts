import type { Axis, Chart, Label, Numbers, SeriesLook, Words } from './chart.ts';
import { axis, filled, INVISIBLE, outlined, seriesOf } from './looks.ts';

/** A part of each bar, above nothing and below it: bars that cross nothing are made of two. */
export interface Sides {
  readonly above: Numbers;
  readonly below: Numbers;
}

/** Whose range a bar shows. */
export const RANGE_ROLES = ['chosen', 'baseline', 'reference', 'other'] as const;
export type RangeRole = (typeof RANGE_ROLES)[number];

/** Ranges of scenarios as lying bars that float, parted by their medians. */
export interface RangeParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly categories: Words;
  readonly values: Axis;
  /** What lies between nothing and the bar. */
  readonly gap: Sides;
  /** From the lowest to the median and on to the highest: in the numbers of its role, nothing in the others. */
  readonly lower: Readonly<Record<RangeRole, Sides>>;
  readonly upper: Readonly<Record<RangeRole, Sides>>;
  /** The mark of the median between the two. */
  readonly mark: Sides;
  readonly names: Readonly<Record<RangeRole | 'median', Label>>;
}

const LOOKS: Readonly<Record<RangeRole, SeriesLook>> = {
  chosen: filled('high'),
  baseline: filled('baselinePale'),
  reference: outlined('reference'),
  other: filled('other'),
};

/** Draws the range of every scenario: the chosen one, the baseline and the reference each in its look. */
export function rangeChart(parts: RangeParts): Chart {
  const { name, title, about, categories, values, gap, lower, upper, mark, names } = parts;
  const hidden = { isInLegend: false };
  const halves = RANGE_ROLES.map((role) => {
    const series = (numbers: Numbers) => seriesOf(names[role], numbers, LOOKS[role], hidden);
    // away from nothing: the lower half comes first above it, the upper half below it
    return {
      near: [series(lower[role].above), series(upper[role].below)],
      far: [series(upper[role].above), series(lower[role].below)],
    };
  });
  const pair = ({ above, below }: Sides, label: Label, look: SeriesLook) => [
    seriesOf(label, above, look, hidden),
    seriesOf(label, below, look, hidden),
  ];
  return {
    ...{ form: 'categories', name, title, about, legend: 'none', isLying: true },
    ...{ categories, base: axis(''), values },
    layers: [
      {
        ...{ kind: 'bars', isStacked: true, isOverlaid: false, gap: 45 },
        series: [
          ...pair(gap, names.median, INVISIBLE),
          ...halves.flatMap(({ near }) => near),
          ...pair(mark, names.median, filled('chosen')),
          ...halves.flatMap(({ far }) => far),
        ],
      },
    ],
  };
}

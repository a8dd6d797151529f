import type { Axis, CategoryChart, Chart, Interval, Label, Numbers, Words } from './chart.ts';
import { axis, filled, INVISIBLE, seriesOf, stroke } from './looks.ts';
import type { Ink } from './palette.ts';

/** One set of bars: where several stand in one place, each is 0 where another has its bar. */
export interface Bars {
  readonly name: Label;
  readonly values: Numbers;
  readonly colour: Ink;
}

/** Lying bars from nothing, one for each category, the first on top. */
export interface BarParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly categories: Words;
  readonly values: Axis;
  readonly bars: readonly Bars[];
  readonly legend: CategoryChart['legend'];
  /** Whiskers at the ends of bars; null for none. */
  readonly whiskers: {
    readonly at: Numbers;
    readonly minus: Numbers;
    readonly plus: Numbers;
  } | null;
}

/** Draws how large something is for each of a few things. */
export function barChart({ bars, whiskers, ...parts }: BarParts): Chart {
  return {
    ...{ form: 'categories', ...parts, base: axis(''), isLying: true },
    layers: [
      {
        ...{ kind: 'bars', isStacked: false, isOverlaid: true, gap: 45 },
        series: [
          ...bars.map(({ name, values, colour }) => seriesOf(name, values, filled(colour))),
          ...(whiskers === null ? [] : [whiskerSeries(whiskers)]),
        ],
      },
    ],
  };
}

function whiskerSeries({ at, minus, plus }: NonNullable<BarParts['whiskers']>) {
  const interval: Interval = { minus, plus, stroke: stroke('text', 1), hasCaps: true };
  const name: Label = { text: '', cell: null };
  return seriesOf(name, at, INVISIBLE, { interval, isInLegend: false });
}

import type { Axis, Chart, Label, Numbers } from './chart.ts';
import { filled, INVISIBLE, lined, seriesOf } from './looks.ts';

/** Bands of a path: its lowest edge, the widths of what lies upon it, and its middle. */
export interface FanParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly days: Numbers;
  readonly values: Axis;
  readonly base: Axis;
  readonly lowest: Numbers;
  readonly outerBelow: Numbers;
  readonly inner: Numbers;
  readonly outerAbove: Numbers;
  readonly median: Numbers;
  readonly compared: Numbers;
  readonly names: {
    readonly most: Label;
    readonly half: Label;
    readonly median: Label;
    readonly compared: Label;
  };
}

/** Draws how a path spreads over the draws, month by month, with another median to compare. */
export function fanChart(parts: FanParts): Chart {
  const { name, title, about, names } = parts;
  const hidden = { isInLegend: false };
  return {
    ...{ form: 'categories', name, title, about, legend: 'bottom', isLying: false },
    ...{ categories: parts.days, base: parts.base, values: parts.values },
    layers: [
      {
        kind: 'areas',
        series: [
          seriesOf(names.most, parts.lowest, INVISIBLE, hidden),
          seriesOf(names.most, parts.outerBelow, filled('most')),
          seriesOf(names.half, parts.inner, filled('half')),
          seriesOf(names.most, parts.outerAbove, filled('most'), hidden),
        ],
      },
      {
        kind: 'lines',
        series: [
          seriesOf(names.compared, parts.compared, lined('baseline', 1.5, 'dash')),
          seriesOf(names.median, parts.median, lined('chosen', 2.25)),
        ],
      },
    ],
  };
}

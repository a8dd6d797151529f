import type { Axis, Chart, Label, Numbers, Words } from './chart.ts';
import { axis, filled, seriesOf } from './looks.ts';

/** What each driver does to a measure at both of its ends. */
export interface TornadoParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly categories: Words;
  readonly values: Axis;
  readonly lowest: Numbers;
  readonly highest: Numbers;
  readonly names: { readonly lowest: Label; readonly highest: Label };
}

/** Draws drivers as lying bars to both sides of nothing. */
export function tornadoChart(parts: TornadoParts): Chart {
  const { name, title, about, categories, values, names } = parts;
  return {
    ...{ form: 'categories', name, title, about, legend: 'bottom', isLying: true },
    ...{ categories, base: axis('', { isSmall: true }), values: { ...values, isSmall: true } },
    layers: [
      {
        ...{ kind: 'bars', isStacked: false, isOverlaid: true, gap: 40 },
        series: [
          seriesOf(names.lowest, parts.lowest, filled('low')),
          seriesOf(names.highest, parts.highest, filled('high')),
        ],
      },
    ],
  };
}

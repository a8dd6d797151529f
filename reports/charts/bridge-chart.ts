import type { Axis, Chart, Label, Words } from './chart.ts';
import { axis, filled, INVISIBLE, seriesOf } from './looks.ts';
import type { Sides } from './range-chart.ts';

/** What a step of a bridge does. */
export const BRIDGE_ROLES = ['rise', 'fall', 'total'] as const;
export type BridgeRole = (typeof BRIDGE_ROLES)[number];

/** Parts of a change as bars that go on from each other, and the whole. */
export interface BridgeParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly categories: Words;
  readonly values: Axis;
  readonly gap: Sides;
  readonly bars: Readonly<Record<BridgeRole, Sides>>;
  readonly names: Readonly<Record<BridgeRole, Label>>;
}

const LOOKS = { rise: filled('high'), fall: filled('low'), total: filled('chosen') } as const;

/** Draws how a change is made up of its parts. */
export function bridgeChart(parts: BridgeParts): Chart {
  const { name, title, about, categories, values, gap, bars, names } = parts;
  const pair = (
    label: Label,
    { above, below }: Sides,
    look: typeof INVISIBLE,
    isShown: boolean,
  ) => [
    seriesOf(label, above, look, { isInLegend: isShown }),
    seriesOf(label, below, look, { isInLegend: false }),
  ];
  return {
    ...{ form: 'categories', name, title, about, legend: 'none', isLying: true },
    ...{ categories, base: axis(''), values },
    layers: [
      {
        ...{ kind: 'bars', isStacked: true, isOverlaid: false, gap: 40 },
        series: [
          ...pair(names.total, gap, INVISIBLE, false),
          ...BRIDGE_ROLES.flatMap((role) => pair(names[role], bars[role], LOOKS[role], true)),
        ],
      },
    ],
  };
}

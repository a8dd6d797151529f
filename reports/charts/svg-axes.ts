import { shownNumber } from '../format.ts';
import { lookOf } from '../style.ts';
import { linesOf } from '../text-width.ts';
import type { Axis, CategoryChart } from './chart.ts';
import type { Scale } from './svg-scale.ts';
import { digitsIn, lineSvg, SMALL, type Spot, textSvg, widthOf } from './svg-shape.ts';

/** The rectangle in which a chart draws its values. Units: points. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GRID = { colour: 'grid', width: 0.5, dash: 'solid' } as const;
const LINE = { colour: 'axis', width: 0.5, dash: 'solid' } as const;

/** The share of a chart's width that the names of lying categories may take. */
const MOST_OF_WIDTH = 0.42;

/** Draws the grid, labels and title of an axis of values along the bottom or the left. */
export function valueAxisSvg(
  axis: Axis,
  scale: Scale,
  plot: Plot,
  side: 'bottom' | 'left',
): string {
  const { left, right, top, bottom } = plot;
  const marks = scale.ticks.map((tick) => {
    const at = scale.at(tick);
    const said = tickText(tick, axis, scale);
    const ends: readonly Spot[] =
      side === 'bottom'
        ? [
            [at, top],
            [at, bottom],
          ]
        : [
            [left, at],
            [right, at],
          ];
    const label =
      side === 'bottom'
        ? textSvg(said, [at, bottom + 11], { ...SMALL, anchor: 'middle' })
        : textSvg(said, [left - 4, at + 3], { ...SMALL, anchor: 'end' });
    return lineSvg(ends, tick === 0 ? LINE : GRID) + label;
  });
  return marks.join('') + axisTitleSvg(axis, plot, side);
}

/** Writes the title of an axis in the middle of its side, below the axis in as many lines as it needs. */
export function axisTitleSvg(axis: Axis, plot: Plot, side: 'bottom' | 'left'): string {
  const { left, right, top, bottom } = plot;
  const letters = { ...SMALL, anchor: 'middle' } as const;
  if (side === 'left') {
    if (axis.title.text === '') return '';
    return textSvg(axis.title.text, [12, (top + bottom) / 2], { ...letters, isUpright: true });
  }
  return titleLines(axis, right)
    .map((line, at) => {
      const half = widthOf(line, SMALL) / 2 + MARGIN;
      const middle = Math.max(half, Math.min((left + right) / 2, right - half));
      return textSvg(line, [middle, bottom + 23 + at * TITLE_LINE], letters);
    })
    .join('');
}

const MARGIN = 4;
const TITLE_LINE = 10;

function titleLines({ title }: Axis, right: number): string[] {
  if (title.text === '') return [];
  const look = { ...lookOf('plain'), size: SMALL.size };
  return linesOf(title.text, look, digitsIn(right - 2 * MARGIN));
}

/** Says how much room the labels and the title of an axis take below it; the chart ends at `right`. */
export function roomBelow(axis: Axis, right: number): number {
  return 18 + TITLE_LINE * titleLines(axis, right).length;
}

/** Says how wide the labels of an axis of values on the left are. */
export function labelRoom(axis: Axis, scale: Scale): number {
  const widths = scale.ticks.map((tick) => widthOf(tickText(tick, axis, scale), SMALL));
  return Math.max(0, ...widths) + (axis.title.text === '' ? 8 : 20);
}

function tickText(tick: number, { format }: Axis, { ticks }: Scale): string {
  if (format !== null) return shownNumber(tick, format);
  const decimals = ticks.map((each) => String(each).split('.')[1]?.length ?? 0);
  return shownNumber(tick, `plain-${Math.max(...decimals)}`);
}

/** Says how wide the names of lying categories are. */
export function categoryRoom(chart: CategoryChart, width: number): number {
  const widths = categoryNames(chart).map((name) => widthOf(name, SMALL));
  return Math.min(Math.max(0, ...widths) + 10, width * MOST_OF_WIDTH);
}

/** Names the categories as the axis shows them. */
export function categoryNames({ categories, base }: CategoryChart): readonly string[] {
  if (!('format' in categories)) return categories.values;
  return categories.values.map((value) =>
    value === null ? '' : shownNumber(value, base.format ?? categories.format),
  );
}

/** Writes the names of categories at the left, where they lie, or below. */
export function categoryAxisSvg(
  chart: CategoryChart,
  plot: Plot,
  category: (index: number) => number,
): string {
  const { left, bottom } = plot;
  const look = { ...lookOf('plain'), size: SMALL.size };
  const every = chart.base.every ?? 1;
  const labels = categoryNames(chart).map((name, index) => {
    if (index % every !== 0) return '';
    const at = category(index);
    if (!chart.isLying) return textSvg(name, [at, bottom + 11], { ...SMALL, anchor: 'middle' });
    const lines = linesOf(name, look, digitsIn(left - 10));
    const first = at + 3 - ((lines.length - 1) * 9) / 2;
    return lines
      .map((line, k) => textSvg(line, [left - 6, first + 9 * k], { ...SMALL, anchor: 'end' }))
      .join('');
  });
  return labels.join('') + axisTitleSvg(chart.base, plot, chart.isLying ? 'left' : 'bottom');
}

import { shownNumber } from '../format.ts';
import type { CategoryChart, Layer, Series } from './chart.ts';
import type { Scale } from './svg-scale.ts';
import { boxSvg, lineSvg, markerSvg, SMALL, type Spot, surfaceSvg, textSvg } from './svg-shape.ts';

/** Where categories and values lie; `band` is the room of one category. */
export interface CategoryPlane {
  readonly isLying: boolean;
  readonly category: (index: number) => number;
  readonly band: number;
  readonly values: Scale;
}

/** Draws a layer of a chart over categories. */
export function layerSvg(layer: Layer, plane: CategoryPlane): string {
  switch (layer.kind) {
    case 'areas':
      return areasSvg(layer.series, plane);
    case 'lines':
      return layer.series.map((series) => lineSeriesSvg(series, plane)).join('');
    case 'bars':
      return barsSvg(layer, plane);
  }
}

/** Lists every value that a chart over categories reaches, for its scale. */
export function valuesReached({ layers }: CategoryChart): number[] {
  return layers.flatMap((layer) => {
    const stacks = stackedEnds(layer).flat().flat();
    const ends = layer.series.flatMap((series) => intervalEnds(series).flat());
    // bars and their like begin at nothing
    return [...stacks, ...ends, ...(layer.kind === 'bars' ? [0] : [])];
  });
}

/** Where each value of each series begins and ends. */
function stackedEnds(layer: Layer): (readonly [number, number])[][] {
  const lows: number[] = [];
  const highs: number[] = [];
  const isStacked = layer.kind === 'areas' || (layer.kind === 'bars' && layer.isStacked);
  return layer.series.map(({ values: { values } }) =>
    values.map((value, at) => {
      const size = value ?? 0;
      if (!isStacked) return [layer.kind === 'bars' ? 0 : size, size];
      // areas go on from what lies below; bars below nothing go downwards
      const stack = layer.kind === 'bars' && size < 0 ? lows : highs;
      const from = stack[at] ?? 0;
      stack[at] = from + size;
      return [layer.kind === 'areas' && from === 0 ? stack[at] : from, stack[at]];
    }),
  );
}

function intervalEnds({ interval, values }: Series): (readonly [number, number])[] {
  if (interval === null) return [];
  return values.values.map((value, at) => [
    (value ?? 0) - (interval.minus.values[at] ?? 0),
    (value ?? 0) + (interval.plus.values[at] ?? 0),
  ]);
}

function spotIn({ isLying, values, category }: CategoryPlane, index: number, value: number): Spot {
  return isLying ? [values.at(value), category(index)] : [category(index), values.at(value)];
}

function areasSvg(series: readonly Series[], plane: CategoryPlane): string {
  const ends = stackedEnds({ kind: 'areas', series });
  return series
    .map(({ look }, at) => {
      const edge = (side: 0 | 1) => ends[at]!.map((end, index) => spotIn(plane, index, end[side]));
      return surfaceSvg([...edge(1), ...edge(0).reverse()], look.surface, look.line);
    })
    .join('');
}

function lineSeriesSvg(series: Series, plane: CategoryPlane): string {
  const { line, marker } = series.look;
  const spots = series.values.values.flatMap((value, index): Spot[] =>
    value === null ? [] : [spotIn(plane, index, value)],
  );
  return [
    intervalSvg(series, plane),
    line === null ? '' : lineSvg(spots, line),
    ...spots.map((spot) => (marker === null ? '' : markerSvg(marker, spot))),
    series.labels === 'none' ? '' : labelsSvg(series, spots),
  ].join('');
}

function intervalSvg(series: Series, plane: CategoryPlane): string {
  const { interval } = series;
  if (interval === null) return '';
  return intervalEnds(series)
    .map((ends, index) => {
      const spots = ends.map((end) => spotIn(plane, index, end));
      const caps = interval.hasCaps ? spots.map((spot) => capOf(spot, plane.isLying)) : [];
      return [spots, ...caps].map((line) => lineSvg(line, interval.stroke)).join('');
    })
    .join('');
}

/** Half the length of the mark at the end of an interval. Units: points. */
const CAP = 5;

function capOf([x, y]: Spot, isLying: boolean): Spot[] {
  const [right, down] = isLying ? [0, CAP] : [CAP, 0];
  return [
    [x - right, y - down],
    [x + right, y + down],
  ];
}

function barsSvg(layer: Extract<Layer, { kind: 'bars' }>, plane: CategoryPlane): string {
  const { series, isStacked, isOverlaid, gap } = layer;
  const isShared = isStacked || isOverlaid;
  const width = plane.band / ((isShared ? 1 : series.length) + gap / 100);
  const ends = stackedEnds(layer);
  return series
    .map((one, at) => {
      const shift = isShared ? 0 : (at - (series.length - 1) / 2) * width;
      const bars = ends[at]!.map((end, index) => barSvg(one, index, end, { plane, width, shift }));
      const tips = ends[at]!.map(([, end], index) => spotIn(plane, index, end));
      return `${bars.join('')}${intervalSvg(one, plane)}${one.labels === 'none' ? '' : labelsSvg(one, tips)}`;
    })
    .join('');
}

function barSvg(
  { look }: Series,
  index: number,
  [from, to]: readonly [number, number],
  { plane, width, shift }: { plane: CategoryPlane; width: number; shift: number },
): string {
  if (from === to) return '';
  const middle = plane.category(index) + shift;
  const sides = [middle - width / 2, middle + width / 2] as const;
  const [a, b] = [plane.values.at(from), plane.values.at(to)];
  return plane.isLying
    ? boxSvg([a, sides[0]], [b, sides[1]], look.surface, look.line)
    : boxSvg([sides[0], a], [sides[1], b], look.surface, look.line);
}

function labelsSvg({ labels, name, values }: Series, spots: readonly Spot[]): string {
  return spots
    .map(([x, y], index) => {
      const value = values.values[index] ?? null;
      if (value === null) return '';
      const said = labels === 'name' ? name.text : shownNumber(value, values.format);
      return textSvg(said, [x + 5, y + 3], SMALL);
    })
    .join('');
}

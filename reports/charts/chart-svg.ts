import type { Axis, CategoryChart, Chart, PointChart, PointSeries } from './chart.ts';
import { xmlText } from './data-xml.ts';
import {
  categoryAxisSvg,
  categoryRoom,
  labelRoom,
  type Plot,
  roomBelow,
  valueAxisSvg,
} from './svg-axes.ts';
import { frameSvg, type Size, type SvgFrame } from './svg-frame.ts';
import { layerSvg, valuesReached } from './svg-layers.ts';
import { type Range, type Scale, scaleOf } from './svg-scale.ts';
import { lineSvg, markerSvg, place, SMALL, type Spot, textSvg } from './svg-shape.ts';

const MARKS_ACROSS = 6;
const MARKS_UP = 5;

/** Draws a chart as the text of an SVG element, which says what it shows to those who cannot see it. Units: points. */
export function chartSvg(chart: Chart, size: Size): string {
  const frame = frameSvg(chart, size);
  const body =
    chart.form === 'points' ? pointsSvg(chart, frame) : categoriesSvg(chart, frame, size);
  const box = `viewBox="0 0 ${place(size.width)} ${place(size.height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" aria-label="${xmlText(chart.about)}">${frame.svg}${body}</svg>`;
}

function categoriesSvg(chart: CategoryChart, frame: SvgFrame, { width }: Size): string {
  const { isLying, base, values, categories, layers } = chart;
  const range = rangeOf(values, valuesReached(chart));
  const bottom = frame.bottom - roomBelow(isLying ? values : base, frame.right);
  const left = isLying
    ? categoryRoom(chart, width)
    : labelRoom(values, scaleOf(range, [bottom, frame.top], MARKS_UP));
  const plot: Plot = { left, right: frame.right, top: frame.top, bottom };
  const scale = isLying
    ? scaleOf(range, [left, frame.right], MARKS_ACROSS)
    : scaleOf(range, [bottom, frame.top], MARKS_UP);
  const count = categories.values.length;
  const [from, to] = isLying ? [plot.top, plot.bottom] : [plot.left, plot.right];
  // lines over days run from edge to edge
  const isEdged = 'format' in categories && count > 1;
  const band = (to - from) / (isEdged ? count - 1 : count);
  const category = (index: number) => from + (index + (isEdged ? 0 : 0.5)) * band;
  const plane = { isLying, category, band, values: scale };
  return [
    valueAxisSvg(values, scale, plot, isLying ? 'bottom' : 'left'),
    ...layers.map((layer) => layerSvg(layer, plane)),
    categoryAxisSvg(chart, plot, category),
  ].join('');
}

function pointsSvg(chart: PointChart, frame: SvgFrame): string {
  const { base, values, series } = chart;
  const numbers = (pick: (one: PointSeries) => readonly (number | null)[]) =>
    series.flatMap(pick).filter((value) => value !== null);
  const up = rangeOf(
    values,
    numbers((one) => one.values.values),
  );
  const bottom = frame.bottom - roomBelow(base, frame.right);
  const vertical = scaleOf(up, [bottom, frame.top], MARKS_UP);
  const left = labelRoom(values, vertical);
  const across = rangeOf(
    base,
    numbers((one) => one.across.values),
  );
  const horizontal = scaleOf(across, [left, frame.right - 10], MARKS_ACROSS);
  const plot: Plot = { left, right: frame.right, top: frame.top, bottom };
  const placed = series.map((one) => [one, spotsOf(one, horizontal, vertical)] as const);
  return [
    valueAxisSvg(base, horizontal, plot, 'bottom'),
    valueAxisSvg(values, vertical, plot, 'left'),
    ...placed.map(([one, spots]) => pointSeriesSvg(one, spots)),
    // no mark covers a label
    ...placed.flatMap(([one, spots]) =>
      one.labels === 'none' ? [] : spots.map((spot) => pointLabelSvg(one, spot)),
    ),
  ].join('');
}

function pointSeriesSvg(series: PointSeries, spots: readonly Spot[]): string {
  const { line, marker } = series.look;
  return [
    line === null ? '' : lineSvg(spots, line),
    ...spots.map((spot) => (marker === null ? '' : markerSvg(marker, spot))),
  ].join('');
}

function spotsOf({ values, across }: PointSeries, horizontal: Scale, vertical: Scale): Spot[] {
  return values.values.flatMap((value, index): Spot[] => {
    const beside = across.values[index] ?? null;
    return value === null || beside === null ? [] : [[horizontal.at(beside), vertical.at(value)]];
  });
}

function pointLabelSvg({ name, labelSide }: PointSeries, [x, y]: Spot): string {
  const sides = {
    right: [[x + 6, y + 3], 'start'],
    left: [[x - 6, y + 3], 'end'],
    above: [[x, y - 7], 'middle'],
    below: [[x, y + 13], 'middle'],
  } as const;
  const [spot, anchor] = sides[labelSide];
  return textSvg(name.text, spot, { ...SMALL, anchor });
}

function rangeOf({ min, max, every }: Axis, values: readonly number[]): Range {
  return { values, min, max, every };
}

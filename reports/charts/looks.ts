import {
  type Axis,
  fixedLabel,
  type Interval,
  type Label,
  type Numbers,
  type Series,
  type SeriesLook,
  type Stroke,
} from './chart.ts';
import type { Ink, MarkerShape } from './palette.ts';

/** A series that is not drawn, and holds others in their place. */
export const INVISIBLE: SeriesLook = { line: null, surface: null, marker: null };

/** Draws a surface. */
export function filled(colour: Ink, opacity = 1): SeriesLook {
  return { ...INVISIBLE, surface: { colour, opacity } };
}

/** Draws a surface's outline alone. */
export function outlined(colour: Ink): SeriesLook {
  return { ...INVISIBLE, surface: { colour: 'paper', opacity: 1 }, line: stroke(colour, 1) };
}

/** Draws a line. */
export function lined(colour: Ink, width: number, dash: Stroke['dash'] = 'solid'): SeriesLook {
  return { ...INVISIBLE, line: stroke(colour, width, dash) };
}

/** Draws a mark at each point. */
export function marked(shape: MarkerShape, size: number, colour: Ink, isFilled = true): SeriesLook {
  return { ...INVISIBLE, marker: { shape, size, colour, isFilled } };
}

/** Makes a stroke. Units: points. */
export function stroke(colour: Ink, width: number, dash: Stroke['dash'] = 'solid'): Stroke {
  return { colour, width, dash };
}

/** Makes a series; by default it stands in the legend and has neither intervals nor labels. */
export function seriesOf(
  name: Label,
  values: Numbers,
  look: SeriesLook,
  more: { interval?: Interval; labels?: Series['labels']; isInLegend?: boolean } = {},
): Series {
  const { interval = null, labels = 'none', isInLegend = true } = more;
  return { name, values, look, interval, labels, isInLegend };
}

/** Makes an axis that ends where its numbers ask for. */
export function axis(title: Label | string, more: Partial<Axis> = {}): Axis {
  const label = typeof title === 'string' ? fixedLabel(title) : title;
  return { title: label, format: null, min: null, max: null, every: null, isSmall: false, ...more };
}

import type { Area } from '../formula.ts';
import type { Format } from '../style.ts';
import type { Ink, MarkerShape } from './palette.ts';

/** Text of a chart; `cell` is where it stands in the workbook, null where it is the chart's own. */
export interface Label {
  readonly text: string;
  readonly cell: Area | null;
}

/** Numbers of a chart: the cells that hold them, in one row or column, and what is in them. */
export interface Numbers {
  readonly area: Area;
  readonly values: readonly (number | null)[];
  readonly format: Format;
}

/** Words of a chart: the cells that hold them, in one row or column, and what is in them. */
export interface Words {
  readonly area: Area;
  readonly values: readonly string[];
}

/** A line. Units: points. */
export interface Stroke {
  readonly colour: Ink;
  readonly width: number;
  readonly dash: 'solid' | 'dash' | 'dot' | 'dashDot';
}

/** A filled surface; `opacity` 1 covers what lies below. */
export interface Surface {
  readonly colour: Ink;
  readonly opacity: number;
}

/** A mark at a point; `isFilled` false draws its outline alone. Units: points. */
export interface Marker {
  readonly shape: MarkerShape;
  readonly size: number;
  readonly colour: Ink;
  readonly isFilled: boolean;
}

/** How a series looks; null for what it does not have. */
export interface SeriesLook {
  readonly line: Stroke | null;
  readonly surface: Surface | null;
  readonly marker: Marker | null;
}

/** Bars from each value down and up by numbers of their own. */
export interface Interval {
  readonly minus: Numbers;
  readonly plus: Numbers;
  readonly stroke: Stroke;
  /** Whether its ends are marked across it. */
  readonly hasCaps: boolean;
}

/** One row of numbers, drawn in one look. */
export interface Series {
  readonly name: Label;
  readonly values: Numbers;
  readonly look: SeriesLook;
  /** Along the axis of values. */
  readonly interval: Interval | null;
  readonly labels: 'none' | 'name' | 'value';
  readonly isInLegend: boolean;
}

/** A series of pairs: `across` is where its values stand on the horizontal axis. */
export interface PointSeries extends Series {
  readonly across: Numbers;
  readonly labelSide: 'right' | 'left' | 'above' | 'below';
}

/** Series over common categories that are drawn in one way; layers lie over each other in their order. */
export type Layer =
  | { readonly kind: 'areas'; readonly series: readonly Series[] }
  | { readonly kind: 'lines'; readonly series: readonly Series[] }
  | {
      readonly kind: 'bars';
      readonly series: readonly Series[];
      /** Upon each other; else in one place where `isOverlaid`, else side by side. */
      readonly isStacked: boolean;
      readonly isOverlaid: boolean;
      /** Room between categories. Units: % of a bar. */
      readonly gap: number;
    };

/** An axis; `title` says what it measures and its unit. */
export interface Axis {
  readonly title: Label;
  /** Null shows as many decimals as the distance of labels asks for. */
  readonly format: Format | null;
  /** Null leaves the end to whoever draws. */
  readonly min: number | null;
  readonly max: number | null;
  /** Distance of labels: of dates in months, of categories in their number, of values in their unit. */
  readonly every: number | null;
  /** Whether its labels are smaller than usual, for want of room. */
  readonly isSmall: boolean;
}

/** What every chart has. */
interface Frame {
  /** What a list of the sheet's drawings calls it; charts of one name are numbered. */
  readonly name: string;
  readonly title: Label;
  /** What the chart shows, for those who cannot see it. */
  readonly about: string;
  readonly values: Axis;
  readonly legend: 'none' | 'bottom' | 'right';
}

/** A chart over categories or days, upright, or lying with the first category on top. */
export interface CategoryChart extends Frame {
  readonly form: 'categories';
  readonly categories: Words | Numbers;
  readonly base: Axis;
  readonly isLying: boolean;
  readonly layers: readonly Layer[];
}

/** A chart of points between two measures. */
export interface PointChart extends Frame {
  readonly form: 'points';
  readonly base: Axis;
  readonly series: readonly PointSeries[];
}

/** A chart as plain data, drawn natively in the workbook and as SVG in a page. */
export type Chart = CategoryChart | PointChart;

/** A chart over cells of a sheet, from the first to the last row and column, which count from 1. */
export interface PlacedChart {
  readonly chart: Chart;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** Whether cells above it say what its title and its axes would, where these follow a choice. */
  readonly isCaptioned?: boolean;
}

/** Makes a label of fixed text. */
export function fixedLabel(text: string): Label {
  return { text, cell: null };
}

/** Lists all series of a chart in the order in which they are drawn. */
export function allSeries(chart: Chart): readonly Series[] {
  return chart.form === 'points' ? chart.series : chart.layers.flatMap((layer) => layer.series);
}

import type {
  CategoryChart,
  Interval,
  Layer,
  Numbers,
  PointSeries,
  Series,
  Words,
} from './chart.ts';
import { nameXml, numbersXml, type Tabs, wordsXml } from './data-xml.ts';
import { lineLookXml, markerXml, shapeXml, strokeXml, textLookXml } from './shape-xml.ts';

/** What series are written with: where tabs are, the categories, and the number of the first series. */
export interface SeriesContext {
  readonly tabs: Tabs;
  readonly axes: string;
  readonly first: number;
}

/** Writes a layer of a chart over categories. */
export function layerXml(layer: Layer, chart: CategoryChart, context: SeriesContext): string {
  const { series } = layer;
  const categories = `<c:cat>${categoriesXml(chart.categories, context.tabs)}</c:cat>`;
  const all = series.map((one, at) => seriesXml(layer, one, { ...context, at, categories }));
  switch (layer.kind) {
    case 'areas':
      return `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${all.join('')}${context.axes}</c:areaChart>`;
    case 'lines':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all.join('')}<c:marker val="1"/>${context.axes}</c:lineChart>`;
    case 'bars': {
      const grouping = layer.isStacked ? 'stacked' : 'clustered';
      const overlap = layer.isStacked || layer.isOverlaid ? '<c:overlap val="100"/>' : '';
      return `<c:barChart><c:barDir val="${chart.isLying ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${all.join('')}<c:gapWidth val="${layer.gap}"/>${overlap}${context.axes}</c:barChart>`;
    }
  }
}

/** Writes the series of a chart of points. */
export function pointsXml(series: readonly PointSeries[], context: SeriesContext): string {
  const all = series.map((one, at) => {
    const across = `<c:xVal>${numbersXml(one.across, context.tabs)}</c:xVal>`;
    const up = `<c:yVal>${numbersXml(one.values, context.tabs)}</c:yVal>`;
    const labels = labelsXml(one, LABEL_SIDES[one.labelSide]);
    return `<c:ser>${headXml(one, at, context)}${lineLookXml(one.look)}${markerXml(one.look.marker)}${labels}${intervalXml(one.interval, context.tabs, true)}${across}${up}<c:smooth val="0"/></c:ser>`;
  });
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${all.join('')}${context.axes}</c:scatterChart>`;
}

const LABEL_SIDES = { right: 'r', left: 'l', above: 't', below: 'b' } as const;

interface SeriesPlace extends SeriesContext {
  readonly at: number;
  readonly categories: string;
}

function seriesXml(layer: Layer, series: Series, place: SeriesPlace): string {
  const head = headXml(series, place.at, place);
  const values = `<c:val>${numbersXml(series.values, place.tabs)}</c:val>`;
  const interval = intervalXml(series.interval, place.tabs, false);
  const { surface, line, marker } = series.look;
  const { categories } = place;
  switch (layer.kind) {
    case 'areas':
      return `<c:ser>${head}${shapeXml(surface, line)}${categories}${values}</c:ser>`;
    case 'lines':
      return `<c:ser>${head}${lineLookXml(series.look)}${markerXml(marker)}${labelsXml(series, 'r')}${interval}${categories}${values}<c:smooth val="0"/></c:ser>`;
    case 'bars': {
      const labels = labelsXml(series, layer.isStacked ? 'ctr' : 'outEnd');
      return `<c:ser>${head}${shapeXml(surface, line)}<c:invertIfNegative val="0"/>${labels}${interval}${categories}${values}</c:ser>`;
    }
  }
}

function headXml(series: Series, at: number, { tabs, first }: SeriesContext): string {
  const order = first + at;
  return `<c:idx val="${order}"/><c:order val="${order}"/>${nameXml(series.name, tabs)}`;
}

function categoriesXml(categories: Words | Numbers, tabs: Tabs): string {
  return 'format' in categories ? numbersXml(categories, tabs) : wordsXml(categories, tabs);
}

function labelsXml({ labels }: Series, position: string): string {
  if (labels === 'none') return '';
  const shows = (name: string, isShown: boolean) => `<c:${name} val="${isShown ? 1 : 0}"/>`;
  return `<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr>${textLookXml(8, 'text', false)}</c:txPr><c:dLblPos val="${position}"/>${shows('showLegendKey', false)}${shows('showVal', labels === 'value')}${shows('showCatName', false)}${shows('showSerName', labels === 'name')}${shows('showPercent', false)}${shows('showBubbleSize', false)}</c:dLbls>`;
}

function intervalXml(interval: Interval | null, tabs: Tabs, isPoints: boolean): string {
  if (interval === null) return '';
  const direction = isPoints ? '<c:errDir val="y"/>' : '';
  const side = (name: string, numbers: Numbers) =>
    `<c:${name}>${numbersXml(numbers, tabs)}</c:${name}>`;
  return `<c:errBars>${direction}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="${interval.hasCaps ? 0 : 1}"/>${side('plus', interval.plus)}${side('minus', interval.minus)}<c:spPr>${strokeXml(interval.stroke)}</c:spPr></c:errBars>`;
}

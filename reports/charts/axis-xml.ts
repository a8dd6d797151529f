import { chartFormat } from '../style.ts';
import type { Axis, CategoryChart, PointChart } from './chart.ts';
import { type Tabs, titleXml, xmlText } from './data-xml.ts';
import { shapeXml, strokeXml, textLookXml } from './shape-xml.ts';

/** Sizes of labels; programs leave out some of many that lie below each other, unless they are smaller. Units: points. */
const SMALL = 8;
const SMALLEST = 7;
const MANY = 10;

/** How the axes of a chart are numbered in its XML. */
const BASE = 1;
const VALUES = 2;

/** What layers say of their axes. */
export const AXES = `<c:axId val="${BASE}"/><c:axId val="${VALUES}"/>`;

/** Writes both axes of a chart over categories. */
export function categoryAxesXml(chart: CategoryChart, tabs: Tabs): string {
  const { isLying, base, values } = chart;
  const isDated = 'format' in chart.categories;
  const hasBars = chart.layers.some((layer) => layer.kind === 'bars');
  const name = isDated ? 'dateAx' : 'catAx';
  const own = isDated
    ? `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/>${monthsXml(base)}`
    : `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${everyXml(base)}<c:noMultiLvlLbl val="1"/>`;
  const first = axisXml(base, tabs, {
    ...{ name, id: BASE, other: VALUES, isReversed: isLying, hasGrid: false, crosses: 'autoZero' },
    ...{ side: isLying ? 'l' : 'b', labels: 'low', own },
    size: base.isSmall || (isLying && chart.categories.values.length > MANY) ? SMALLEST : SMALL,
  });
  const between = `<c:crossBetween val="${hasBars ? 'between' : 'midCat'}"/>${stepXml(values)}`;
  const second = axisXml(values, tabs, {
    ...{ name: 'valAx', id: VALUES, other: BASE, isReversed: false, hasGrid: true, own: between },
    ...{ side: isLying ? 'b' : 'l', crosses: isLying ? 'max' : 'autoZero' },
    // the low end of categories that run downwards is the top
    labels: isLying ? 'nextTo' : 'low',
    size: values.isSmall ? SMALLEST : SMALL,
  });
  return first + second;
}

/** Writes both axes of a chart of points. */
export function pointAxesXml(chart: PointChart, tabs: Tabs): string {
  const common = {
    name: 'valAx',
    isReversed: false,
    hasGrid: true,
    crosses: 'min',
    labels: 'low',
  } as const;
  const own = (axis: Axis) => `<c:crossBetween val="midCat"/>${stepXml(axis)}`;
  return (
    axisXml(chart.base, tabs, {
      ...common,
      ...{ id: BASE, other: VALUES, side: 'b', own: own(chart.base) },
    }) +
    axisXml(chart.values, tabs, {
      ...common,
      ...{ id: VALUES, other: BASE, side: 'l', own: own(chart.values) },
    })
  );
}

interface AxisPlace {
  readonly name: 'catAx' | 'dateAx' | 'valAx';
  readonly id: number;
  readonly other: number;
  readonly side: 'l' | 'b';
  readonly isReversed: boolean;
  readonly hasGrid: boolean;
  readonly crosses: 'autoZero' | 'min' | 'max';
  readonly labels: 'low' | 'nextTo';
  readonly own: string;
  /** Of the labels, in points. */
  readonly size?: number;
}

function axisXml(axis: Axis, tabs: Tabs, place: AxisPlace): string {
  const { name, id, other, side, isReversed, hasGrid, crosses, own } = place;
  const bound = (end: 'max' | 'min') =>
    axis[end] === null ? '' : `<c:${end} val="${axis[end]}"/>`;
  const scaling = `<c:scaling><c:orientation val="${isReversed ? 'maxMin' : 'minMax'}"/>${bound('max')}${bound('min')}</c:scaling>`;
  const thin = { width: 0.5, dash: 'solid' } as const;
  const grid = hasGrid
    ? `<c:majorGridlines><c:spPr>${strokeXml({ colour: 'grid', ...thin })}</c:spPr></c:majorGridlines>`
    : '';
  const title =
    axis.title.text === ''
      ? ''
      : titleXml(axis.title, tabs, { size: 8, colour: 'text', isBold: false });
  const line = shapeXml(null, name === 'valAx' && !hasGrid ? null : { colour: 'axis', ...thin });
  return `<c:${name}><c:axId val="${id}"/>${scaling}<c:delete val="0"/><c:axPos val="${side}"/>${grid}${title}<c:numFmt formatCode="${axis.format === null ? 'General' : xmlText(chartFormat(axis.format))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${place.labels}"/>${line}<c:txPr>${textLookXml(place.size ?? SMALL, 'text', false)}</c:txPr><c:crossAx val="${other}"/><c:crosses val="${crosses}"/>${own}</c:${name}>`;
}

function monthsXml({ every }: Axis): string {
  return every === null ? '' : `<c:majorUnit val="${every}"/><c:majorTimeUnit val="months"/>`;
}

function everyXml({ every }: Axis): string {
  return every === null ? '' : `<c:tickLblSkip val="${every}"/><c:tickMarkSkip val="${every}"/>`;
}

function stepXml({ every }: Axis): string {
  return every === null ? '' : `<c:majorUnit val="${every}"/>`;
}

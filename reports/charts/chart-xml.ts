import { AXES, categoryAxesXml, pointAxesXml } from './axis-xml.ts';
import { type Axis, allSeries, type CategoryChart, type Chart, fixedLabel } from './chart.ts';
import { type Tabs, titleXml } from './data-xml.ts';
import { layerXml, pointsXml } from './series-xml.ts';
import { shapeXml, textLookXml } from './shape-xml.ts';

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The head of every XML part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const TITLE_PLACE =
  '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.02"/><c:y val="0.02"/></c:manualLayout></c:layout>';

/** Takes from a chart what cells above it say: texts that are linked to cells follow a choice in Excel alone. */
export function captioned(chart: Chart): Chart {
  const none = fixedLabel('');
  const still = (axis: Axis): Axis => (axis.title.cell === null ? axis : { ...axis, title: none });
  return { ...chart, title: none, base: still(chart.base), values: still(chart.values) };
}

/** Writes a chart as the DrawingML part that spreadsheet programs draw and edit; `tabs` names the tab of every sheet. */
export function chartXml(chart: Chart, tabs: Tabs): string {
  const look = { size: 10, colour: 'title', isBold: true } as const;
  const isTitled = chart.title.text !== '';
  const title = isTitled ? titleXml(chart.title, tabs, look, TITLE_PLACE) : '';
  const body =
    chart.form === 'points'
      ? pointsXml(chart.series, { tabs, axes: AXES, first: 0 }) + pointAxesXml(chart, tabs)
      : layersXml(chart, tabs) + categoryAxesXml(chart, tabs);
  const plot = `<c:plotArea><c:layout/>${body}${shapeXml(null, null)}</c:plotArea>`;
  const whole = `${title}<c:autoTitleDeleted val="${isTitled ? 0 : 1}"/>${plot}${legendXml(chart)}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/>`;
  const ground = shapeXml({ colour: 'paper', opacity: 1 }, null);
  return `${XML_HEAD}<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${whole}</c:chart>${ground}<c:txPr>${textLookXml(8, 'text', false)}</c:txPr></c:chartSpace>`;
}

function layersXml(chart: CategoryChart, tabs: Tabs): string {
  let first = 0;
  return chart.layers
    .map((layer) => {
      const written = layerXml(layer, chart, { tabs, axes: AXES, first });
      first += layer.series.length;
      return written;
    })
    .join('');
}

/** The legend; series that explain themselves have no entry. */
function legendXml(chart: Chart): string {
  if (chart.legend === 'none') return '';
  const hidden = allSeries(chart).flatMap(({ isInLegend }, at) =>
    isInLegend ? [] : `<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`,
  );
  const place = chart.legend === 'bottom' ? 'b' : 'r';
  return `<c:legend><c:legendPos val="${place}"/>${hidden.join('')}<c:overlay val="0"/><c:txPr>${textLookXml(8, 'text', false)}</c:txPr></c:legend>`;
}

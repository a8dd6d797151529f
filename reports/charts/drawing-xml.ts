import type { PlacedChart } from './chart.ts';
import { XML_HEAD } from './chart-xml.ts';
import { xmlText } from './data-xml.ts';

const NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const LONGEST_NAME = 200;

/** Writes where the charts of a sheet lie, and what they show in words; the relation of chart k is rId(k + 1). */
export function drawingXml(charts: readonly PlacedChart[]): string {
  const names = namesOf(charts);
  return `${XML_HEAD}<xdr:wsDr ${NAMESPACES}>${charts.map((chart, at) => anchorXml(chart, at, names[at]!)).join('')}</xdr:wsDr>`;
}

/** Names may hold titles of a study, of which several may be the same. */
function namesOf(charts: readonly PlacedChart[]): string[] {
  const taken = new Set<string>();
  return charts.map(({ chart }) => {
    const base = chart.name.slice(0, LONGEST_NAME);
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base} (${count})`;
    taken.add(name);
    return name;
  });
}

function anchorXml(
  { chart, top, left, bottom, right }: PlacedChart,
  at: number,
  name: string,
): string {
  const frame = `<xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="${xmlText(name)}" descr="${xmlText(chart.about)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`;
  const graphic = `<a:graphic><a:graphicData uri="${CHART}"><c:chart r:id="rId${at + 1}"/></a:graphicData></a:graphic>`;
  return `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', top - 1, left - 1)}${cornerXml('to', bottom, right)}<xdr:graphicFrame macro="">${frame}${graphic}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

/** Rows and columns count from 0 here. */
function cornerXml(name: string, row: number, column: number): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}

import { strFromU8, strToU8 } from 'fflate';
import { captioned, chartXml, XML_HEAD } from '../charts/chart-xml.ts';
import { drawingXml } from '../charts/drawing-xml.ts';
import type { Sheet } from '../sheet.ts';

const TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING_ML = 'application/vnd.openxmlformats-officedocument';

/** What may follow a drawing in the XML of a sheet. */
const AFTER_DRAWING =
  /<(?:legacyDrawing|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

type Parts = Map<string, Uint8Array>;

/** Adds the charts of the sheets to the parts of a workbook: a drawing for each sheet, a part for each chart. */
export function attachCharts(
  parts: Parts,
  sheets: readonly Sheet[],
  tabs: ReadonlyMap<string, string>,
): void {
  const types: string[] = [];
  sheets.forEach(({ charts }, index) => {
    if (charts.length === 0) return;
    const sheet = `sheet${index + 1}`;
    const names = charts.map((_, at) => `chart${index + 1}-${at + 1}.xml`);
    charts.forEach(({ chart, isCaptioned = false }, at) => {
      const drawn = isCaptioned ? captioned(chart) : chart;
      parts.set(`xl/charts/${names[at]}`, strToU8(chartXml(drawn, tabs)));
    });
    addDrawing(parts, sheet, drawingXml(charts), names);
    types.push(
      overrideXml(`/xl/drawings/${sheet}.xml`, 'drawing'),
      ...names.map((name) => overrideXml(`/xl/charts/${name}`, 'drawingml.chart')),
    );
  });
  edit(parts, TYPES, '', (xml) => xml.replace('</Types>', () => `${types.join('')}</Types>`));
}

function addDrawing(parts: Parts, sheet: string, xml: string, charts: readonly string[]): void {
  parts.set(`xl/drawings/${sheet}.xml`, strToU8(xml));
  const relations = charts.map((name, at) =>
    relationXml(`rId${at + 1}`, 'chart', `charts/${name}`),
  );
  parts.set(`xl/drawings/_rels/${sheet}.xml.rels`, strToU8(relationsXml(relations.join(''))));
  edit(parts, `xl/worksheets/_rels/${sheet}.xml.rels`, relationsXml(''), (old) =>
    old.replace('</Relationships>', (end) => {
      return `${relationXml('drawing', 'drawing', `drawings/${sheet}.xml`)}${end}`;
    }),
  );
  edit(parts, `xl/worksheets/${sheet}.xml`, '', (old) =>
    old.replace(AFTER_DRAWING, (next) => `<drawing r:id="drawing"/>${next}`),
  );
}

function edit(parts: Parts, name: string, missing: string, change: (xml: string) => string): void {
  const old = parts.get(name);
  parts.set(name, strToU8(change(old === undefined ? missing : strFromU8(old))));
}

function relationsXml(inner: string): string {
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;
}

function relationXml(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="../${target}"/>`;
}

function overrideXml(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${DRAWING_ML}.${type}+xml"/>`;
}

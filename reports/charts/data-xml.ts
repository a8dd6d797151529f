import { type Area, printArea } from '../formula.ts';
import { chartFormat } from '../style.ts';
import { cleanText, safeText } from '../workbook/safe-text.ts';
import { escapeXml } from '../workbook/xml.ts';
import type { Label, Numbers, Words } from './chart.ts';
import type { Ink } from './palette.ts';
import { letterXml } from './shape-xml.ts';

/** The tab of every sheet, by the sheet's name. */
export type Tabs = ReadonlyMap<string, string>;

/** Writes the name of a series. */
export function nameXml(name: Label, tabs: Tabs): string {
  const value = name.cell === null ? `<c:v>${valueText(name.text)}</c:v>` : labelRef(name, tabs);
  return `<c:tx>${value}</c:tx>`;
}

/** Writes a title, of the chart or of an axis. Units: size in points. */
export function titleXml(
  title: Label,
  tabs: Tabs,
  look: { readonly size: number; readonly colour: Ink; readonly isBold: boolean },
  layout = '',
): string {
  const letters = (element: string) => letterXml(element, look.size, look.colour, look.isBold);
  const properties = `<a:pPr algn="l">${letters('defRPr')}</a:pPr>`;
  const rich = (text: string) =>
    `<a:p>${properties}<a:r>${letters('rPr')}<a:t>${xmlText(text)}</a:t></a:r></a:p>`;
  const own = `<c:rich><a:bodyPr/><a:lstStyle/>${title.text.split('\n').map(rich).join('')}</c:rich>`;
  const tx = `<c:tx>${title.cell === null ? own : labelRef(title, tabs)}</c:tx>`;
  const look2 = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p>${properties}<a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
  return `<c:title>${tx}${layout}<c:overlay val="0"/>${title.cell === null ? '' : look2}</c:title>`;
}

/** Writes numbers as the reference to their cells and what these hold. */
export function numbersXml({ area, values, format }: Numbers, tabs: Tabs): string {
  const points = values.map((value, at) =>
    value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`,
  );
  const code = `<c:formatCode>${xmlText(chartFormat(format))}</c:formatCode>`;
  const cache = `<c:numCache>${code}<c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`;
  return `<c:numRef><c:f>${reference(area, tabs)}</c:f>${cache}</c:numRef>`;
}

/** Writes words as the reference to their cells and what these hold. */
export function wordsXml({ area, values }: Words, tabs: Tabs): string {
  const points = values.map(
    (value, at) => `<c:pt idx="${at}"><c:v>${valueText(value)}</c:v></c:pt>`,
  );
  const cache = `<c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache>`;
  return `<c:strRef><c:f>${reference(area, tabs)}</c:f>${cache}</c:strRef>`;
}

function labelRef({ text, cell }: Label, tabs: Tabs): string {
  return wordsXml({ area: cell!, values: [text] }, tabs);
}

function reference(area: Area, tabs: Tabs): string {
  return escapeXml(printArea({ ...area, fixed: 'all' }, tabs, null));
}

/** Makes any text fit to stand as the value of a cell, which spreadsheet programs decode as they do cells. */
function valueText(text: string): string {
  return escapeXml(safeText(text));
}

/** Makes any text fit to stand in a drawing. */
export function xmlText(text: string): string {
  return escapeXml(cleanText(text));
}

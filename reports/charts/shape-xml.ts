import { BODY_FONT, KOREAN_FONT } from '../style.ts';
import type { Marker, SeriesLook, Stroke, Surface } from './chart.ts';
import { INKS, type Ink } from './palette.ts';

/** English Metric Units, in which drawings are measured. */
const POINT = 12_700;

const DASHES = { solid: 'solid', dash: 'dash', dot: 'sysDot', dashDot: 'dashDot' } as const;

/** Writes how something is filled and outlined; null for neither. */
export function shapeXml(surface: Surface | null, line: Stroke | null): string {
  return `<c:spPr>${surface === null ? '<a:noFill/>' : fillXml(surface)}${strokeXml(line)}</c:spPr>`;
}

/** Writes a line, or that there is none. */
export function strokeXml(line: Stroke | null): string {
  if (line === null) return '<a:ln><a:noFill/></a:ln>';
  const width = Math.round(line.width * POINT);
  const fill = fillXml({ colour: line.colour, opacity: 1 });
  return `<a:ln w="${width}" cap="flat">${fill}<a:prstDash val="${DASHES[line.dash]}"/><a:round/></a:ln>`;
}

/** Writes the mark of a series at its points. */
export function markerXml(marker: Marker | null): string {
  if (marker === null) return '<c:marker><c:symbol val="none"/></c:marker>';
  const { shape, size, colour, isFilled } = marker;
  const inside: Surface = { colour: isFilled ? colour : 'paper', opacity: 1 };
  const outline: Stroke = { colour, width: isFilled ? 0.75 : 1.5, dash: 'solid' };
  return `<c:marker><c:symbol val="${shape}"/><c:size val="${size}"/>${shapeXml(inside, outline)}</c:marker>`;
}

/** Writes the look of a series that is drawn as a line. */
export function lineLookXml(look: SeriesLook): string {
  return `<c:spPr>${strokeXml(look.line)}</c:spPr>`;
}

/** Writes the look of text. Units: points. */
export function textLookXml(size: number, colour: Ink, isBold: boolean): string {
  return `<a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letterXml('defRPr', size, colour, isBold)}</a:pPr><a:endParaRPr lang="en-US"/></a:p>`;
}

/** Writes the properties of letters under the name of the element that wants them. */
export function letterXml(element: string, size: number, colour: Ink, isBold: boolean): string {
  const fill = fillXml({ colour, opacity: 1 });
  const fonts = `<a:latin typeface="${BODY_FONT}"/><a:ea typeface="${KOREAN_FONT}"/>`;
  return `<a:${element} lang="en-US" sz="${size * 100}" b="${isBold ? 1 : 0}">${fill}${fonts}</a:${element}>`;
}

function fillXml({ colour, opacity }: Surface): string {
  const alpha = opacity === 1 ? '' : `<a:alpha val="${Math.round(opacity * 100_000)}"/>`;
  return `<a:solidFill><a:srgbClr val="${INKS[colour]}">${alpha}</a:srgbClr></a:solidFill>`;
}

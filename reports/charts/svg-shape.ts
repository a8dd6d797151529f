import { BODY_FONT, BODY_SIZE, type Look, lookOf } from '../style.ts';
import { textWidth } from '../text-width.ts';
import type { Marker, Stroke, Surface } from './chart.ts';
import { xmlText } from './data-xml.ts';
import { INKS, type Ink } from './palette.ts';

/** A point of a drawing. Units: points of 1/72 inch, down from the top. */
export type Spot = readonly [x: number, y: number];

/** How letters look, and which end of the text stands at its spot. */
export interface Letters {
  readonly size: number;
  readonly colour: Ink;
  readonly isBold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Whether it reads upwards. */
  readonly isUpright?: boolean;
}

/** Letters of axes, legends and labels. */
export const SMALL = { size: 8, colour: 'text' } as const;

/** A digit of the body font. Units: points. */
const DIGIT = 0.556 * BODY_SIZE;

/** Prints a coordinate with two decimals at most. */
export function place(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** Estimates how wide a text will be. Units: points. */
export function widthOf(text: string, { size, isBold = false }: Letters): number {
  const look: Look = { ...lookOf('plain'), size, bold: isBold };
  return textWidth(text, look) * DIGIT;
}

/** Tells how many digits of the body font go into so many points. */
export function digitsIn(points: number): number {
  return points / DIGIT;
}

/** Draws a text. */
export function textSvg(text: string, [x, y]: Spot, letters: Letters): string {
  const { size, colour, isBold = false, anchor = 'start', isUpright = false } = letters;
  const turn = isUpright ? ` transform="rotate(-90 ${place(x)} ${place(y)})"` : '';
  const weight = isBold ? ' font-weight="bold"' : '';
  return `<text x="${place(x)}" y="${place(y)}" font-family="${BODY_FONT}, sans-serif" font-size="${size}" fill="#${INKS[colour]}" text-anchor="${anchor}"${weight}${turn}>${xmlText(text)}</text>`;
}

/** Draws a line through spots. */
export function lineSvg(spots: readonly Spot[], stroke: Stroke): string {
  if (spots.length < 2) return '';
  return `<polyline points="${spotsText(spots)}" fill="none"${strokeSvg(stroke)}/>`;
}

/** Draws a surface between spots. */
export function surfaceSvg(
  spots: readonly Spot[],
  surface: Surface | null,
  line: Stroke | null,
): string {
  if (surface === null && line === null) return '';
  const opacity =
    surface === null || surface.opacity === 1 ? '' : ` fill-opacity="${surface.opacity}"`;
  const fill = surface === null ? 'none' : `#${INKS[surface.colour]}`;
  return `<polygon points="${spotsText(spots)}" fill="${fill}"${opacity}${strokeSvg(line)}/>`;
}

/** Draws the rectangle between two corners. */
export function boxSvg(
  [left, top]: Spot,
  [right, bottom]: Spot,
  surface: Surface | null,
  line: Stroke | null,
): string {
  const corners: readonly Spot[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return surfaceSvg(corners, surface, line);
}

/** Draws the mark of a series. */
export function markerSvg({ shape, size, colour, isFilled }: Marker, [x, y]: Spot): string {
  const surface: Surface = { colour: isFilled ? colour : 'paper', opacity: 1 };
  const outline: Stroke = { colour, width: isFilled ? 0.75 : 1.5, dash: 'solid' };
  const half = size / 2;
  if (shape === 'circle') {
    return `<circle cx="${place(x)}" cy="${place(y)}" r="${place(half)}" fill="#${INKS[surface.colour]}"${strokeSvg(outline)}/>`;
  }
  const corners = CORNERS[shape].map(([right, down]): Spot => [x + right * half, y + down * half]);
  return surfaceSvg(corners, surface, outline);
}

const CORNERS: Readonly<Record<'square' | 'diamond' | 'triangle' | 'dash', readonly Spot[]>> = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  triangle: [
    [0, -1],
    [1, 1],
    [-1, 1],
  ],
  dash: [
    [-1, -0.25],
    [1, -0.25],
    [1, 0.25],
    [-1, 0.25],
  ],
};

const DASHES = { solid: '', dash: '4 3', dot: '1.5 2', dashDot: '5 2 1.5 2' } as const;

function strokeSvg(line: Stroke | null): string {
  if (line === null) return '';
  const { colour, width, dash } = line;
  const pattern = dash === 'solid' ? '' : ` stroke-dasharray="${DASHES[dash]}"`;
  return ` stroke="#${INKS[colour]}" stroke-width="${width}"${pattern}`;
}

function spotsText(spots: readonly Spot[]): string {
  return spots.map(([x, y]) => `${place(x)},${place(y)}`).join(' ');
}

import { lookOf } from '../style.ts';
import { linesOf } from '../text-width.ts';
import { allSeries, type Chart, type Series } from './chart.ts';
import {
  boxSvg,
  digitsIn,
  lineSvg,
  markerSvg,
  SMALL,
  type Spot,
  textSvg,
  widthOf,
} from './svg-shape.ts';

/** A size of a drawing. Units: points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What stands around the plot, and the room that it leaves. */
export interface SvgFrame {
  readonly svg: string;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

const TITLE = { size: 10, colour: 'title', isBold: true } as const;
const LINE = 12;
const KEY = 18;
const MARGIN = 6;

/** Draws title and legend and says what room they leave. */
export function frameSvg(chart: Chart, { width, height }: Size): SvgFrame {
  const room = digitsIn(width - 2 * MARGIN);
  const look = { ...lookOf('plain'), size: TITLE.size, bold: true };
  const lines = chart.title.text.split('\n').flatMap((part) => linesOf(part, look, room));
  const title = lines.map((line, at) => textSvg(line, [MARGIN, MARGIN + 10 + at * LINE], TITLE));
  const top = MARGIN + lines.length * LINE + 10;
  const entries = chart.legend === 'none' ? [] : allSeries(chart).filter((one) => one.isInLegend);
  if (chart.legend === 'right') {
    const widest = Math.max(0, ...entries.map((one) => widthOf(one.name.text, SMALL)));
    const right = Math.max(width - MARGIN - widest - KEY - 6, width / 2);
    const keys = entries.map((one, at) => keySvg(one, [right + 8, top + 6 + at * LINE]));
    return { svg: title.join('') + keys.join(''), top, bottom: height - MARGIN, right };
  }
  const rows = rowsOf(entries, width - 2 * MARGIN);
  const first = height - MARGIN - 4 - (rows.length - 1) * LINE;
  const keys = rows.flatMap((row, at) => {
    let x = (width - sumOf(row.map(keyWidth))) / 2;
    return row.map((one) => {
      const drawn = keySvg(one, [x, first + at * LINE]);
      x += keyWidth(one);
      return drawn;
    });
  });
  const bottom = entries.length === 0 ? height - MARGIN : first - LINE;
  return { svg: title.join('') + keys.join(''), top, bottom, right: width - 2 * MARGIN };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function keyWidth({ name }: Series): number {
  return KEY + widthOf(name.text, SMALL) + 14;
}

/** Puts the entries of a legend into rows. */
function rowsOf(entries: readonly Series[], room: number): Series[][] {
  const rows: Series[][] = [];
  for (const one of entries) {
    const last = rows.at(-1);
    if (last !== undefined && sumOf([...last, one].map(keyWidth)) <= room) last.push(one);
    else rows.push([one]);
  }
  return rows;
}

function keySvg({ look, name, interval }: Series, [x, y]: Spot): string {
  const { surface, line, marker } = look;
  const ends: readonly Spot[] = [
    [x, y],
    [x + KEY, y],
  ];
  const middle: Spot = [x + KEY / 2, y];
  const drawn =
    surface !== null
      ? boxSvg([x, y - 4], [x + KEY, y + 4], surface, line)
      : [line, interval?.stroke ?? null]
          .map((stroke) => (stroke === null ? '' : lineSvg(ends, stroke)))
          .join('');
  const mark = marker === null ? '' : markerSvg(marker, middle);
  return `${drawn}${mark}${textSvg(name.text, [x + KEY + 4, y + 3], SMALL)}`;
}

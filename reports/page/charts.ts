import type { PlacedChart } from '../charts/chart.ts';
import { chartSvg } from '../charts/chart-svg.ts';
import type { Size } from '../charts/svg-frame.ts';
import type { Sheet } from '../sheet.ts';
import { escapeHtml } from './html.ts';

/** A digit of the body font. Units: points. */
const DIGIT = 5.56;

/** CSS pixels in a point. */
const PIXELS = 4 / 3;

/** Writes charts side by side, as far as the screen has room for them. */
export function chartsOf(sheet: Sheet, charts: readonly PlacedChart[]): string {
  const figures = charts.map((placed) => {
    const size = sizeOf(sheet, placed);
    const label = escapeHtml(placed.chart.title.text);
    const width = Math.round(size.width * PIXELS);
    return `<figure class=scroll role=group tabindex=0 aria-label="${label}" style=width:${width}px>${chartSvg(placed.chart, size)}</figure>`;
  });
  return `<div class=charts>\n${figures.join('\n')}\n</div>\n`;
}

/** The size of the cells that a chart lies over. */
function sizeOf({ widths, heights }: Sheet, { top, left, bottom, right }: PlacedChart): Size {
  return {
    width: sumOf(widths.slice(left - 1, right)) * DIGIT,
    height: sumOf(heights.slice(top - 1, bottom)),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

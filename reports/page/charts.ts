import type { Chart } from '../charts/chart.ts';
import { chartSvg } from '../charts/chart-svg.ts';
import type { Size } from '../charts/svg-frame.ts';
import { escapeHtml } from './html.ts';

/** Two charts stand side by side on a screen, with letters that can be read. Units: points. */
const SIZE: Size = { width: 370, height: 250 };

/** A chart with its legend beside it takes a line of its own. */
const WIDE = 620;

/** Room for a label of two lines beside each lying bar, and for what stands around the bars. Units: points. */
const BAR_ROOM = 20;
const FRAME_ROOM = 80;

/** CSS pixels in a point. */
const PIXELS = 4 / 3;

/** Writes charts side by side, as far as the screen has room for them. */
export function chartsOf(charts: readonly Chart[]): string {
  const figures = charts.map((chart) => {
    const size = sizeOf(chart);
    const label = escapeHtml(chart.title.text.replaceAll('\n', ' '));
    const width = Math.round(size.width * PIXELS);
    return `<figure class=scroll role=group tabindex=0 aria-label="${label}" style=--w:${width}px>${chartSvg(chart, size)}</figure>`;
  });
  return `<div class=charts>\n${figures.join('\n')}\n</div>\n`;
}

function sizeOf(chart: Chart): Size {
  const bars = chart.form === 'categories' && chart.isLying ? chart.categories.values.length : 0;
  return {
    width: chart.legend === 'right' ? WIDE : SIZE.width,
    height: Math.max(SIZE.height, FRAME_ROOM + bars * BAR_ROOM),
  };
}

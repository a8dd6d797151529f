import { describe, expect, test } from 'vitest';
import type { CategoryChart, Chart } from '../../../reports/charts/chart.ts';
import { arrange, roomOf, type Spot, WIDTH } from '../../../reports/dashboard/arrangement.ts';
import { CAPTION_LINES } from '../../../reports/dashboard/captions.ts';
import { lineAfter, lineEnd, lineUpTo } from '../../../reports/dashboard/line-breaks.ts';
import { displayed } from '../../../reports/format.ts';
import type { Sheet } from '../../../reports/sheet.ts';
import { lookOf } from '../../../reports/style.ts';
import { textWidth } from '../../../reports/text-width.ts';
import { EXAMPLES, exampleSheets } from '../../support/example-workbooks.ts';

/** The lines of a title as the workbook breaks it. */
function linesOf({ title }: Chart, spot: Spot, language: 'en' | 'ko'): string[] {
  const room = { formula: [], value: roomOf(spot, language) };
  const lines: string[] = [];
  let rest = { formula: [], text: title.text } as { formula: string[]; text: string };
  for (let line = 1; line < CAPTION_LINES; line += 1) {
    const end = lineEnd(rest, room);
    lines.push(lineUpTo(rest, end).text);
    rest = { formula: [], text: lineAfter(rest, end).text };
  }
  return [...lines, rest.text];
}

function isHistogram(chart: Chart): chart is CategoryChart {
  return chart.form === 'categories' && !chart.isLying && !('format' in chart.categories);
}

/** Everything that may be chosen, as far as one choice is changed. */
function boards({ charts, alternatives }: Sheet): (readonly Chart[])[] {
  return [charts.map(({ chart }) => chart), ...[...alternatives()].map((one) => one.charts)];
}

describe.each(EXAMPLES.flatMap((name) => [[name, 'en'] as const, [name, 'ko'] as const]))(
  'on the dashboard of %s in %s',
  async (name, language) => {
    const dashboard = (await exampleSheets(name, language)).find(
      (one) => one.name === 'Dashboard',
    )!;

    test('the cells above a chart say its title, and what its axes measure', () => {
      for (const { chart, top, left, isCaptioned } of dashboard.charts) {
        expect(isCaptioned).toBe(true);
        const above = dashboard.rows.slice(top - 2 - CAPTION_LINES, top - 1);
        const said = above.map((row) => displayed(row[left - 1]!));
        expect(said.slice(0, -1).join('')).toBe(chart.title.text);
        expect(said.at(-1)).not.toBe('');
      }
    });

    test('titles fit above their charts, whatever is chosen', () => {
      const look = lookOf('caption');
      for (const charts of boards(dashboard)) {
        const spots = arrange(charts.length);
        charts.forEach((chart, at) => {
          const { left, right } = spots[at]!;
          for (const line of linesOf(chart, spots[at]!, language)) {
            expect(textWidth(line, look), line).toBeLessThan((right - left + 1) * WIDTH);
          }
        });
      }
    });

    test('histograms have labels that are round and equally far apart, whatever is chosen', () => {
      for (const charts of boards(dashboard)) {
        for (const chart of charts.filter(isHistogram)) {
          const labels = (chart.categories.values as string[]).filter((label) => label !== '');
          const values = labels.map((label) => Number(label.replace('−', '-').replaceAll(',', '')));
          const step = values[1]! - values[0]!;
          const digits = Number(step.toExponential(6).split('e')[0]);
          expect([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8], labels.join()).toContain(digits);
          expect(Math.abs(values[0]! / step - Math.round(values[0]! / step))).toBeLessThan(1e-9);
          values.forEach((value, k) => {
            expect(Math.abs(value - values[0]! - k * step)).toBeLessThan(step * 1e-6);
          });
        }
      }
    });
  },
);

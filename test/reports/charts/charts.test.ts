import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../../reports/charts/chart-svg.ts';
import { captioned, chartXml } from '../../../reports/charts/chart-xml.ts';
import { cellAt } from '../../../reports/formula.ts';
import { SOME_CHARTS } from '../../support/some-charts.ts';
import { syntaxErrors } from '../../support/strict-xml.ts';

const tabs = new Map([['Data', "Bob's data"]]);
const kinds = SOME_CHARTS.map((chart) => [chart.name, chart] as const);

/** A line for each element, so that differences can be read. */
const lines = (xml: string) => `${xml.replaceAll('><', '>\n<')}\n`;

describe.each(kinds)('a chart of the kind %s', (name, chart) => {
  test('is written as before for spreadsheet programs', async () => {
    await expect(lines(chartXml(chart, tabs))).toMatchFileSnapshot(
      `../../golden/charts/${name}.xml.txt`,
    );
  });

  test('is drawn as before for pages', async () => {
    await expect(lines(chartSvg(chart, { width: 320, height: 200 }))).toMatchFileSnapshot(
      `../../golden/charts/${name}.svg.txt`,
    );
  });

  test('leaves to cells above it what follows a choice, and keeps what does not', () => {
    const linked = { text: 'Follows a choice', cell: cellAt('Data', 1, 1) };
    const values = { ...chart.values, title: linked };
    const xml = chartXml(captioned({ ...chart, title: linked, values }), tabs);
    expect(chartXml({ ...chart, title: linked, values }, tabs)).toContain('Follows a choice');
    expect(xml).not.toContain('Follows a choice');
    expect(xml).toContain('<c:autoTitleDeleted val="1"/>');
    const still = { ...chart.values, title: { text: 'Still', cell: null } };
    expect(chartXml(captioned({ ...chart, values: still }), tabs)).toContain('Still');
  });

  test('is well-formed, whatever its texts hold', () => {
    const hostile = {
      ...chart,
      title: { text: '<b>&"\u0001\uFFFE ]]>', cell: null },
      about: '"><x>',
    };
    expect(syntaxErrors(chartXml(hostile, tabs))).toEqual([]);
    expect(syntaxErrors(chartSvg(hostile, { width: 320, height: 200 }))).toEqual([]);
  });
});

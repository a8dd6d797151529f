import type { Comparison, Figure, MeasureDescription } from '../../engine/index.ts';
import { appliesNotes, appliesTo, changeApplies } from '../applies.ts';
import { changesAreMeans } from '../changes-are-means.ts';
import {
  comparisonFinder,
  type FindComparison,
  type MeasureFormats,
  measureFormats,
} from '../compared.ts';
import { isUnclear } from '../figure-columns.ts';
import { displayed } from '../format.ts';
import { scenarioLabel } from '../labels.ts';
import type { Report } from '../report.ts';
import { number } from '../sheet.ts';
import { decimalsOf } from '../spoken-measure.ts';
import type { Format } from '../style.ts';
import { changeDecimals } from './change-format.ts';
import { escapeMarkdown } from './escape.ts';
import { type Column, tableText } from './table.ts';

const NONE = '–';

/** Compares the scenarios on the measures as drawn, with at most so many of each; "" without another scenario. */
export function comparisonPart(report: Report, most: number): string {
  const { results, say } = report;
  const { scenarios, measures } = results.study;
  const baseline = scenarios.find(({ role }) => role === 'baseline')!;
  const others = scenarios.filter((scenario) => scenario !== baseline);
  const columns = others.slice(0, most);
  const rows = measures.slice(0, most);
  const find = comparisonFinder(results);
  const formats = measureFormats(results);
  const left = [measures.length - rows.length, others.length - columns.length] as const;
  const right = (heading: string): Column => ({ heading, align: 'right' });
  const table = tableText(
    [
      { heading: say('Measure'), align: 'left' },
      { heading: say('Unit'), align: 'left' },
      right(`${escapeMarkdown(baseline.title)}: ${say('median (5% to 95%)')}`),
      ...columns.map((scenario) => right(escapeMarkdown(scenarioLabel(say, scenario)))),
    ],
    rows.map((measure) => [
      escapeMarkdown(measure.title),
      escapeMarkdown(measure.unit),
      appliesTo(measure, baseline.name, null)
        ? levelText(say, find(measure.name, baseline.name, null), formats.get(measure.name)!)
        : say('n/a'),
      ...columns.map(({ name }) =>
        changeApplies(results.study, measure, name, null)
          ? changeText(find, measure, name, formats)
          : say('n/a'),
      ),
    ]),
  );
  const notes = [noteOf(report), changesAreMeans(say), ...appliesNotes(report).map(escapeMarkdown)];
  const heading = say('Mean change against "{baseline}"', {
    baseline: escapeMarkdown(baseline.title),
  });
  return [`### ${heading}`, notes.join(' '), table, ...leftText(left, say)].join('\n\n');
}

function noteOf({ say }: Report): string {
  return say(
    'Draw by draw, with the Monte Carlo error of the mean; "=" is no change in any draw, "≈" a change that these draws cannot tell from none; a zero without "=" is a change that rounds to nothing.',
  );
}

function levelText(
  say: Report['say'],
  item: Comparison | undefined,
  { level }: MeasureFormats,
): string {
  if (item === undefined) return NONE;
  const { median, p5, p95 } = item.outcome;
  const [low, middle, high] = [p5, median, p95].map(({ value }) => shown(value, level));
  const values = { low: low!, middle: middle!, high: high! };
  return low === high ? middle! : say('{middle} ({low} to {high})', values);
}

function changeText(
  find: FindComparison,
  { name }: MeasureDescription,
  scenario: string,
  formats: ReadonlyMap<string, MeasureFormats>,
): string {
  const item = find(name, scenario, null);
  if (item?.againstBaseline === undefined || item.againstBaseline === null) return NONE;
  if (item.equalsBaseline?.value === 1) return '=';
  const { mean } = item.againstBaseline;
  const { change, changeError } = formats.get(name)!;
  const mark = isUnclear(mean.value, mean.error) ? '≈ ' : '';
  const decimals = changeDecimals(mean, change);
  const value: Format = decimals === null ? change : `signed-${decimals}`;
  const error: Format = decimals === null ? changeError : `plain-${decimals}`;
  return `${mark}${shown(mean.value, value)}${errorText(mean, error)}`;
}

function errorText({ error }: Figure, format: Format): string {
  if (error === null) return '';
  const least = Number(`1e-${decimalsOf(format)}`);
  // what rounds to nothing is not nothing
  const isTiny = error > 0 && error < least / 2;
  return isTiny ? ` ±<${shown(least, format)}` : ` ±${shown(error, format)}`;
}

function shown(value: number | null, format: Format): string {
  return value === null ? NONE : displayed(number(value, format));
}

function leftText(
  [measures, scenarios]: readonly [number, number],
  say: Report['say'],
): readonly string[] {
  if (measures === 0 && scenarios === 0) return [];
  return [
    say('Left out here for length: {measures} measures, {scenarios} scenarios.', {
      measures,
      scenarios,
    }),
  ];
}

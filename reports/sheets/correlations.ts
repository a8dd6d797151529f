import type { Results } from '../../engine/index.ts';
import { scenarioInRole } from '../labels.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Cell, link, number, type Sheet, text } from '../sheet.ts';

/** Sets every uncertainty against every measure, so that what moves several of them stands out. */
export function correlationsSheet(report: Report, assumptions: Places): Sheet {
  const { results, say } = report;
  const { measures } = results.study;
  return layOut(
    {
      name: 'Correlations',
      title: say('Every uncertainty against every measure'),
      about: say(
        'Rank correlation (Spearman, from -1 to 1, no unit), for the baseline as drawn; bold from 0.20 on, in either direction.',
      ),
      columns: [
        { from: 30, to: 46 },
        { from: 10, to: 11 },
        ...measures.map(() => ({ from: 11, to: 15 })),
      ],
      header: [
        text(say('Uncertainty'), 'header'),
        text(say('Largest size'), 'headerNumber'),
        ...measures.map((measure) => text(measure.title, 'headerNumber')),
      ],
      rows: rowsOf(results, assumptions),
      frozenColumns: 2,
    },
    say,
  );
}

function rowsOf(results: Results, assumptions: Places): Cell[][] {
  const baseline = scenarioInRole(results, 'baseline');
  const byName = new Map<string, Map<string, number | null>>();
  for (const { scenario, uncertainty, measure, correlation } of results.drivers) {
    if (scenario !== baseline) continue;
    const row = byName.get(uncertainty) ?? new Map<string, number | null>();
    byName.set(uncertainty, row.set(measure, correlation.value));
  }
  return [...byName]
    .map(([name, row]) => ({ name, row, largest: largestOf([...row.values()]) }))
    .sort((a, b) => b.largest - a.largest || (a.name < b.name ? -1 : 1))
    .map(({ name, row, largest }) => [
      nameCell(assumptions, name),
      number(largest, 'plain-2', 'numberQuiet'),
      ...results.study.measures.map((measure) => correlationCell(row.get(measure.name) ?? null)),
    ]);
}

function largestOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
}

function nameCell(assumptions: Places, name: string): Cell {
  const place = assumptions.get(name);
  return place === undefined ? text(name) : link(name, place);
}

function correlationCell(value: number | null): Cell {
  const isStrong = value !== null && Math.abs(value) >= 0.2;
  return number(value, 'signed-2', isStrong ? 'numberStrong' : 'number');
}

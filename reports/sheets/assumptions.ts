import type { AssumptionDescription, Results } from '../../engine/index.ts';
import { formatFor, inputFormat } from '../format.ts';
import { judgedNotes } from '../judged-cells.ts';
import { fullName, sayOnce } from '../labels.ts';
import type { Say } from '../language/say.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, link, number, type Place, type Sheet, text } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';
import { drawnTogether } from './drawn-together.ts';

/** Name of the sheet. */
export const ASSUMPTIONS = 'Assumptions';

/** Says which column names the sources. */
export function sourceColumn({ study }: Results): number {
  return study.correlations.length > 0 ? 10 : 9;
}

/** One row: an assumption, or a shock told in the same columns. */
type Row = Omit<AssumptionDescription, 'central'> & {
  readonly central: number | null;
  readonly place: Place | undefined;
  readonly together: string;
};

/** Lists every input that nobody in the study sets, with its range and where it comes from. */
export function assumptionsSheet(report: Report, sources: Places): Sheet {
  const { results, say } = report;
  const isCorrelated = results.study.correlations.length > 0;
  return layOut(
    {
      name: ASSUMPTIONS,
      title: say('What the model assumes'),
      about: say(
        'Value of the central path, distribution and its 5% and 95% points, each in the unit that the row names; shocks come last.',
      ),
      notes: [
        say(
          'Source leads to the sheet Sources; "judgement" means that no source could be had, and Why gives the reasoning. A shock is drawn anew at every step.',
        ),
        ...(isCorrelated ? [togetherNote(say)] : []),
        ...judgedNotes(say, results.study.assumptions),
      ],
      ...tableOf(columnsFor(say, isCorrelated), rowsOf(report, sources)),
      frozenColumns: 3,
      table: ASSUMPTIONS,
    },
    say,
  );
}

/** Names the rows of the sheet in their order, for links to them. */
export function assumptionNames({ study }: Results): string[] {
  return [...study.assumptions, ...study.shocks].map(fullName);
}

const columnsFor = (say: Say, isCorrelated: boolean): readonly TableColumn<Row>[] => [
  words(say('Module'), [8, 16], (row) => row.module),
  words(say('Assumption'), [14, 30], (row) => row.name, 'cellStrong'),
  words(say('Element'), [8, 24], (row) => row.element),
  numbers(say('Value'), (row) => number(row.central, valueFormat(row), 'numberStrong')),
  words(say('Unit'), [8, 18], (row) => row.unit),
  words(say('Distribution'), [14, 22], (row) =>
    row.distribution === null ? '' : say(row.distribution.text, row.distribution.values),
  ),
  numbers(say('5%'), (row) => number(row.p5, rangeFormat(row))),
  numbers(say('95%'), (row) => number(row.p95, rangeFormat(row))),
  ...(isCorrelated
    ? [words<Row>(say('Drawn together with'), [18, 22], (row) => row.together)]
    : []),
  { header: say('Source'), from: 14, to: 26, cell: (row) => sourceCell(say, row) },
  words(say('What it is'), [28, 33], (row) => row.about),
  words(say('Why'), [28, 34], (row) => row.why),
  words(say('Set otherwise by'), [18, 24], (row) =>
    row.overrides.map((item) => `${item.scenario}: ${item.text}`).join('\n'),
  ),
];

const togetherNote = (say: Say) =>
  say(
    'Drawn together with: rank correlation (Spearman) asked for, and the one that these draws reach. Distributions stay what they are; what is not named is drawn independently.',
  );

function sourceCell(say: Say, row: Row): Cell {
  if (row.source === '') return blank('cell');
  if (row.source === 'judgement') return text(say('judgement'));
  return row.place === undefined ? text(row.source) : link(row.source, row.place);
}

function valueFormat({ central, distribution }: Row) {
  return inputFormat([central], distribution === null ? 6 : 4);
}

function rangeFormat({ p5, p95 }: Row) {
  return formatFor([p5, p95], { digits: 3 });
}

function rowsOf(report: Report, sources: Places): Row[] {
  const { say } = report;
  const { study } = report.results;
  const together = drawnTogether(report);
  const none = { central: null, p5: null, p95: null, unit: '', source: '', place: undefined };
  const why = say('Shock: a new value at every step');
  const rows: Omit<Row, 'together'>[] = [
    ...study.assumptions.map((item) => ({ ...item, place: sources.get(item.source) })),
    ...study.shocks.map((item) => ({ ...item, ...none, why, overrides: [] })),
  ];
  const abouts = sayOnce(say, rows, (row) => row.about);
  const whys = sayOnce(say, rows, (row) => row.why);
  return rows.map((row, index) => ({
    ...row,
    about: abouts[index]!,
    why: whys[index]!,
    together: together.get(fullName(row)) ?? '',
  }));
}

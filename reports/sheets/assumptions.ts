import type { AssumptionDescription, Results } from '../../engine/index.ts';
import { formatFor, inputFormat } from '../format.ts';
import { judgedNotes } from '../judged-cells.ts';
import { fullName, sayOnce } from '../labels.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, link, number, type Place, type Sheet, text } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';
import { drawnTogether } from './drawn-together.ts';

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
      name: 'Assumptions',
      title: 'What the model assumes',
      about:
        'Value of the central path, distribution and its 5% and 95% points, each in the unit that the row names; shocks come last.',
      notes: [
        'Source leads to the sheet Sources; "judgement" means that no source could be had, and Why gives the reasoning. A shock is drawn anew at every step.',
        ...(isCorrelated ? [TOGETHER_NOTE] : []),
        ...judgedNotes(results.study.assumptions),
      ],
      ...tableOf(columnsFor(isCorrelated), rowsOf(results, sources)),
      frozenColumns: 3,
      table: 'Assumptions',
    },
    say,
  );
}

/** Names the rows of the sheet in their order, for links to them. */
export function assumptionNames({ study }: Results): string[] {
  return [...study.assumptions, ...study.shocks].map(fullName);
}

const columnsFor = (isCorrelated: boolean): readonly TableColumn<Row>[] => [
  words('Module', [12, 16], (row) => row.module),
  words('Assumption', [20, 30], (row) => row.name, 'cellStrong'),
  words('Element', [10, 22], (row) => row.element),
  numbers('Value', (row) => number(row.central, valueFormat(row), 'numberStrong')),
  words('Unit', [8, 18], (row) => row.unit),
  words('Distribution', [20, 34], (row) => row.distribution),
  numbers('5%', (row) => number(row.p5, rangeFormat(row))),
  numbers('95%', (row) => number(row.p95, rangeFormat(row))),
  ...(isCorrelated ? [words<Row>('Drawn together with', [24, 40], (row) => row.together)] : []),
  { header: 'Source', from: 14, to: 34, cell: sourceCell },
  words('What it is', [30, 44], (row) => row.about),
  words('Why', [30, 44], (row) => row.why),
  words('Set otherwise by', [20, 34], (row) =>
    row.overrides.map((item) => `${item.scenario}: ${item.text}`).join('\n'),
  ),
];

const TOGETHER_NOTE =
  'Drawn together with: rank correlation (Spearman) asked for, and the one that these draws reach. Distributions stay what they are; what is not named is drawn independently.';

function sourceCell(row: Row): Cell {
  if (row.source === '') return blank('cell');
  return row.place === undefined ? text(row.source) : link(row.source, row.place);
}

function valueFormat({ central, distribution }: Row) {
  return inputFormat([central], distribution === '' ? 6 : 4);
}

function rangeFormat({ p5, p95 }: Row) {
  return formatFor([p5, p95], { digits: 3 });
}

function rowsOf(results: Results, sources: Places): Row[] {
  const { study } = results;
  const together = drawnTogether(results);
  const none = { central: null, p5: null, p95: null, unit: '', source: '', place: undefined };
  const why = 'Shock: a new value at every step';
  const rows: Omit<Row, 'together'>[] = [
    ...study.assumptions.map((item) => ({ ...item, place: sources.get(item.source) })),
    ...study.shocks.map((item) => ({ ...item, ...none, why, overrides: [] })),
  ];
  const abouts = sayOnce(rows, (row) => row.about);
  const whys = sayOnce(rows, (row) => row.why);
  return rows.map((row, index) => ({
    ...row,
    about: abouts[index]!,
    why: whys[index]!,
    together: together.get(fullName(row)) ?? '',
  }));
}

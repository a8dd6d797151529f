import type { Results } from '../../engine/index.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import type { Sheet } from '../sheet.ts';
import { type TableColumn, tableOf, words } from '../table.ts';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly better: string;
  readonly target: string;
  readonly formula: string;
  readonly about: string;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  words('Kind', [11, 14], (row) => row.kind),
  words('Title', [34, 46], (row) => row.title, 'cellStrong'),
  words('Unit', [8, 20], (row) => row.unit),
  words('Better', [8, 10], (row) => row.better),
  words('Target', [8, 16], (row) => row.target),
  words('Formula or meaning', [40, 60], (row) => row.formula, 'code'),
  words('About', [30, 60], (row) => row.about),
  words('Name', [14, 28], (row) => row.name),
];

/** Defines what scenarios are compared on: measures, trajectories and conditions. */
export function measuresSheet(report: Report): Sheet {
  const { results, say } = report;
  return layOut(
    {
      name: 'Measures',
      title: 'What scenarios are compared on',
      about:
        'Definition, unit, direction and target of each measure; then the trajectories reported and the conditions compared under.',
      ...tableOf(COLUMNS, [...measureRows(results), ...conditionRows(results)]),
      frozenColumns: 2,
      table: 'Measures',
    },
    say,
  );
}

function measureRows({ study }: Results): Row[] {
  const trajectories = study.trajectories.map((item) => ({
    ...item,
    kind: 'trajectory',
    better: '',
    target: '',
    formula: '',
    about: 'Over time, on the sheets Trajectories and Bands.',
  }));
  return [...study.measures.map((item) => ({ ...item, kind: 'measure' })), ...trajectories];
}

function conditionRows({ study }: Results): Row[] {
  return study.conditions.map(({ name, title, kind, text }) => ({
    kind: 'condition',
    name,
    title: title === '' ? name : title,
    unit: '',
    better: '',
    target: '',
    formula: text,
    about:
      kind === 'impose'
        ? 'Imposed: every scenario that leaves this open runs once more with it set, on the same draws.'
        : 'Selected: only the draws where this holds; which draws these are differs between scenarios.',
  }));
}

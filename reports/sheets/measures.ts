import type { MeasureDescription } from '../../engine/index.ts';
import type { Say } from '../language/say.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, link, type Sheet } from '../sheet.ts';
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

const columnsOf = (say: Say, equations: Places): readonly TableColumn<Row>[] => [
  words(say('Kind'), [11, 14], (row) => row.kind),
  words(say('Title'), [30, 42], (row) => row.title, 'cellStrong'),
  words(say('Unit'), [8, 20], (row) => row.unit),
  words(say('Better'), [8, 10], (row) => row.better),
  words(say('Target'), [8, 16], (row) => row.target),
  words(say('Formula or meaning'), [40, 56], (row) => row.formula, 'code'),
  { header: say('Reads'), from: 20, to: 34, cell: (row) => readsCell(row.formula, equations) },
  words(say('About'), [30, 60], (row) => row.about),
  words(say('Name'), [14, 28], (row) => row.name),
];

/** Leads to the first equation that a formula reads, and says how many more there are. */
function readsCell(formula: string, equations: Places): Cell {
  const named = new Set(formula.match(/\b[A-Za-z]\w*\.[A-Za-z]\w*/g));
  const known = [...named].filter((name) => equations.has(name));
  const [first, ...others] = known;
  if (first === undefined) return blank('cell');
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  return link(first + more, equations.get(first)!);
}

/** Defines what scenarios are compared on: measures, trajectories and conditions. */
export function measuresSheet(report: Report, equations: Places): Sheet {
  const { say } = report;
  return layOut(
    {
      name: 'Measures',
      title: say('What scenarios are compared on'),
      about: say(
        'Definition, unit, direction and target of each measure; then the trajectories reported and the conditions compared under.',
      ),
      ...tableOf(columnsOf(say, equations), [...measureRows(report), ...conditionRows(report)]),
      frozenColumns: 2,
      table: 'Measures',
    },
    say,
  );
}

function measureRows({ results: { study }, say }: Report): Row[] {
  const trajectories = study.trajectories.map((item) => ({
    ...item,
    kind: say('trajectory'),
    better: '',
    target: '',
    formula: '',
    about: say('Over time, on the sheets Trajectories and Bands.'),
  }));
  const measures = study.measures.map((item) => ({
    ...item,
    kind: say('measure'),
    better: directionOf(say, item),
  }));
  return [...measures, ...trajectories];
}

function directionOf(say: Say, { better }: MeasureDescription): string {
  return { higher: say('higher'), lower: say('lower'), neither: say('neither') }[better];
}

function conditionRows({ results: { study }, say }: Report): Row[] {
  return study.conditions.map(({ name, title, kind, text }) => ({
    kind: say('condition'),
    name,
    title: title === '' ? name : title,
    unit: '',
    better: '',
    target: '',
    formula: text,
    about:
      kind === 'impose'
        ? say(
            'Imposed: every scenario that leaves this open runs once more with it set, on the same draws.',
          )
        : say(
            'Selected: only the draws where this holds; which draws these are differs between scenarios.',
          ),
  }));
}

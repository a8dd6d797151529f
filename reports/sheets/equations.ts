import type { EquationDescription, Results } from '../../engine/index.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, type Sheet, text } from '../sheet.ts';
import { type TableColumn, tableOf, words } from '../table.ts';

const COLUMNS: readonly TableColumn<EquationDescription>[] = [
  words('Module', [12, 18], (item) => item.module),
  words('Equation', [22, 34], (item) => item.name, 'cellStrong'),
  words('Over', [10, 22], (item) => item.over),
  words('Unit', [8, 18], (item) => item.unit),
  words('Formula', [60, 80], (item) => item.formula.trim(), 'code'),
  words('Starts at', [10, 26], (item) => item.starts, 'code'),
  words('About', [30, 50], (item) => item.about),
];

/** Prints the whole model as its authors wrote it, module by module. */
export function equationsSheet(report: Report): Sheet {
  const { results, say } = report;
  const { columns, header } = tableOf(COLUMNS, []);
  return layOut(
    {
      name: 'Equations',
      title: 'How the model computes',
      about:
        'Every equation as written, with the unit of its result; a name alone belongs to the same module.',
      columns,
      header,
      rows: results.study.modules.flatMap((module) => moduleRows(results, module.name)),
      frozenColumns: 2,
    },
    say,
  );
}

function moduleRows(results: Results, name: string): Cell[][] {
  const module = results.study.modules.find((item) => item.name === name)!;
  const equations = results.study.equations.filter((item) => item.module === name);
  if (equations.length === 0) return [];
  const heading = module.title === '' ? name : `${name}: ${module.title}`;
  const said = module.about.trim();
  const [gap, rest] = [blank('cell'), [blank('cell'), blank('cell')]];
  const about: Cell[][] =
    said === '' ? [] : [[text(name), gap, gap, gap, text(said, 'cellQuiet'), ...rest]];
  return [
    [text(heading, 'section'), ...COLUMNS.slice(1).map(() => blank('section'))],
    ...about,
    ...tableOf(COLUMNS, equations).rows.map((row) => [...row]),
  ];
}

import type { CheckDescription, EquationDescription } from '../../engine/index.ts';
import type { Say } from '../language/say.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, type Sheet, text } from '../sheet.ts';
import { type TableColumn, tableOf, words } from '../table.ts';

const columnsOf = (say: Say): readonly TableColumn<EquationDescription>[] => [
  words(say('Module'), [8, 18], (item) => item.module),
  words(say('Equation'), [22, 34], (item) => item.name, 'cellStrong'),
  words(say('Over'), [10, 22], (item) => item.over),
  words(say('Unit'), [8, 18], (item) => item.unit),
  words(say('Formula'), [60, 80], (item) => formulaOf(say, item), 'code'),
  words(say('Starts at'), [10, 26], (item) => item.starts, 'code'),
  words(say('About'), [30, 50], (item) => item.about),
];

function formulaOf(say: Say, { formula, guess }: EquationDescription): string {
  if (guess === '') return formula.trim();
  return say('solves 0 = {residual}, from {guess}', { residual: formula.trim(), guess });
}

/** Prints the whole model as its authors wrote it, module by module. */
export function equationsSheet(report: Report): Sheet {
  const { results, say } = report;
  const { columns, header } = tableOf(columnsOf(say), []);
  return layOut(
    {
      name: 'Equations',
      title: say('How the model computes'),
      about: say(
        'Every equation as written, with the unit of its result; a name alone belongs to the same module.',
      ),
      columns,
      header,
      rows: results.study.modules.flatMap((module) => moduleRows(report, module.name)),
      frozenColumns: 2,
    },
    say,
  );
}

/** Finds the rows of equations by the names that formulas of measures use. */
export function equationPlaces({ results }: Report, sheet: Sheet): Places {
  const rows = new Map(
    sheet.rows.flatMap(([module, name], index) => {
      const isEquation = name?.style === 'cellStrong';
      const key: string = `${textOf(module)}.${textOf(name)}`;
      return isEquation ? [[key, index + 1] as const] : [];
    }),
  );
  return new Map(
    results.study.equations.flatMap(({ module, name }) => {
      const [full, sheetName] = [`${module}.${name}`, sheet.name];
      const row = rows.get(full);
      return row === undefined ? [] : [[full, { sheet: sheetName, row, column: 2 }]];
    }),
  );
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text : '';
}

function moduleRows({ results, say }: Report, name: string): Cell[][] {
  const columns = columnsOf(say);
  const module = results.study.modules.find((item) => item.name === name)!;
  const equations = results.study.equations.filter((item) => item.module === name);
  const checks = results.study.checks.filter((item) => item.module === name);
  if (equations.length + checks.length === 0) return [];
  const heading = module.title === '' ? name : `${name}: ${module.title}`;
  const said = module.about.trim();
  const [gap, rest] = [blank('cell'), [blank('cell'), blank('cell')]];
  const about: Cell[][] =
    said === '' ? [] : [[text(name), gap, gap, gap, text(said, 'cellQuiet'), ...rest]];
  return [
    [text(heading, 'section'), ...columns.slice(1).map(() => blank('section'))],
    ...about,
    ...tableOf(columns, equations).rows.map((row) => [...row]),
    ...checks.map((check) => checkRow(say, check)),
  ];
}

/** Stands in the columns of the equations; no other row refers to it. */
function checkRow(say: Say, { module, name, formula }: CheckDescription): Cell[] {
  const gap = blank('cell');
  const about = say('A check: the run ends with an error where it does not hold.');
  return [text(module), text(name), gap, gap, text(formula, 'code'), gap, text(about, 'cellQuiet')];
}

import { join } from 'node:path';
import { readStudyFolder } from '../../cli/read-study.ts';
import { checkStudy, type Results, runStudy, withSettings } from '../../engine/index.ts';
import { sheetsOf } from '../../reports/index.ts';
import { type LiveReport, runLabels } from '../../reports/live/live-report.ts';
import { openReport } from '../../reports/report.ts';
import { type Cell, cellName, type Sheet } from '../../reports/sheet.ts';
import { type Change, editAll } from './edit-workbook.ts';
import { recalculate } from './recalculation.ts';
import { workbookBytes } from './workbook.ts';
import { type CellValue, type ReadCell, readCells } from './workbook-cells.ts';
import { partOf, sheetParts } from './workbook-parts.ts';

const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');

/** A value that a reader types for an assumption, such as `market.substitution[cars]`, in its own unit. */
export interface Typed {
  readonly assumption: string;
  readonly value: number;
}

/** What a reader chooses and types: `draw` 0 is the central path. */
export interface TryOut {
  readonly scenario: string;
  readonly condition?: string;
  readonly draw: number;
  readonly typed: readonly Typed[];
}

/** What the sheet Live model shows: by measure its number and verdict, and the verdicts on the whole. */
export interface Shown {
  readonly measures: ReadonlyMap<
    string,
    { readonly value: CellValue; readonly verdict: CellValue }
  >;
  readonly solved: CellValue;
  readonly holds: CellValue;
}

/** Runs some scenarios of an example study with few draws; `change` may change its files first. */
export function runExample(
  name: string,
  scenarios: readonly string[],
  draws: number,
  change: (files: Map<string, Uint8Array>) => void = () => {},
): Promise<Results> {
  const files = readStudyFolder(join(SCENARIOS, name));
  change(files);
  const { ready, problems, ...checked } = checkStudy(files, null, 'run');
  if (ready === null) throw new Error(problems.map(({ message }) => message).join('; '));
  const study = withSettings(ready.study, { scenarios, draws });
  const set = { ...checked, problems, ready: { study, program: ready.program } };
  return runStudy(set, { name, engineVersion: 'test', workers: 0 });
}

/** Sets assumptions in a scenario's file, as its author would; elements stand in the map of their assumption. */
export function assume(
  files: Map<string, Uint8Array>,
  scenario: string,
  typed: readonly (Typed & { readonly unit: string })[],
): void {
  const path = `${scenario}.yaml`;
  const text = new TextDecoder().decode(files.get(path));
  const lines = typed.map(({ assumption, value, unit }) => {
    const [, key = '', element] = /^([^[]+)(?:\[(.+)\])?$/.exec(assumption)!;
    const written = `${value}${unit === '1' ? '' : ` ${unit}`}`;
    const levels = element === undefined ? [] : element.split(', ');
    return `  ${key}: ${levels.reduceRight((inner, level) => `{ ${level}: ${inner} }`, written)}`;
  });
  files.set(path, new TextEncoder().encode(`${text}\nassumptions:\n${lines.join('\n')}\n`));
}

function textOf(cell: Cell | undefined): string {
  return cell !== undefined && 'text' in cell ? cell.text : '';
}

/** The yellow cell of an assumption. */
function entryOf(inputs: Sheet, assumption: string): string {
  const at = inputs.rows.findIndex(
    ([module, name, element]) =>
      `${textOf(module)}.${textOf(name)}${textOf(element)}` === assumption,
  );
  if (at < 0) throw new Error(`the live model has no assumption ${assumption}`);
  return cellName(at + 1, 5);
}

/** Writes a workbook, chooses and types as a reader would, lets LibreOffice compute, and reads the sheet Live model. */
export async function tryOut(
  results: Results,
  { scenario, condition, draw, typed }: TryOut,
): Promise<Shown> {
  const sheets = sheetsOf(results);
  const named = (name: string) => sheets.find((sheet) => sheet.name === name)!;
  const [model, inputs] = [named('Live model'), named('Live inputs')];
  const [run, path] = model.choices.map(({ row, column }) => cellName(row, column));
  const report: LiveReport = { ...openReport(results, 'en'), live: results.live! };
  const at = results.live!.runs.findIndex(
    (one) => one.scenario === scenario && one.condition === (condition ?? null),
  );
  const changes: Change[] = [
    { sheet: model.name, cell: run!, value: runLabels(report)[at]! },
    ...(draw === 0 ? [] : [{ sheet: model.name, cell: path!, value: draw }]),
    ...typed.map(({ assumption, value }) => ({
      sheet: inputs.name,
      cell: entryOf(inputs, assumption),
      value,
    })),
  ];
  const computed = await recalculate(editAll(await workbookBytes(sheets), changes));
  return shownBy(computed, model, results);
}

function shownBy(computed: Uint8Array, model: Sheet, { study }: Results): Shown {
  const { path } = sheetParts(computed).find(({ name }) => name === model.name)!;
  const read: ReadCell[] = [...readCells(partOf(computed, path), [])];
  const cells = new Map(read.map(({ cell, value }) => [cell, value]));
  const first = model.rows.length - study.measures.length;
  const measures = study.measures.map(({ name }, index) => {
    const row = first + index + 1;
    return [name, { value: cells.get(`C${row}`)!, verdict: cells.get(`F${row}`)! }] as const;
  });
  const verdict = (label: string) => {
    const at = model.rows.findIndex(([cell]) => textOf(cell).startsWith(label));
    return cells.get(`F${at + 1}`)!;
  };
  const [solved, holds] = [verdict('All systems of equations'), verdict('All checks of the model')];
  return { measures: new Map(measures), solved, holds };
}

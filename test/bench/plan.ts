import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StudyFiles } from '../../engine/index.ts';
import { C_EXP_LOG, C_FASTEST, C_SCALAR } from './contenders/c.ts';
import type { Contender } from './contenders/contender.ts';
import { BACK_END_ROWS, WORKER_ROWS } from './contenders/engine.ts';
import { INTERPRETER } from './contenders/interpreter.ts';
import { MATHJS } from './contenders/mathjs.ts';
import { NUMPY } from './contenders/numpy.ts';
import { ROOT } from './folders.ts';
import {
  CES,
  CES_ROUNDS,
  PLAIN,
  type ReferenceModel,
  referenceStudy,
  sized,
} from './models/reference-study.ts';
import { makeTask, type Task } from './task.ts';

/** One table: a task that is made when its turn comes, and its rows. The first row is the engine's default. */
export interface Table {
  readonly kind: 'model' | 'draws' | 'size' | 'study';
  readonly name: string;
  readonly draws: number;
  readonly make: () => Task;
  readonly rows: readonly Contender[];
}

const IN_C = [C_SCALAR, C_EXP_LOG];
const MODEL_ROWS = [
  ...BACK_END_ROWS,
  ...WORKER_ROWS,
  INTERPRETER,
  MATHJS,
  ...IN_C,
  C_FASTEST,
  NUMPY,
];
const DRAWS_ROWS = [...BACK_END_ROWS, C_SCALAR, NUMPY];
const SIZE_ROWS = [...BACK_END_ROWS, C_SCALAR];
const STUDY_ROWS = [...BACK_END_ROWS, ...WORKER_ROWS, ...IN_C];

const MODELS = [PLAIN, CES, CES_ROUNDS];
/** Blocks of the model without a search: 99, 351, 687 and 2,703 equations. */
const SIZES = [1, 4, 8, 32];

/** How many draws the tables have. */
export interface Extent {
  readonly model: number;
  readonly draws: readonly number[];
  readonly size: number;
  readonly study: number;
}

function ofModel(
  kind: Table['kind'],
  model: ReferenceModel,
  draws: number,
  rows: readonly Contender[],
): Table {
  const make = () => makeTask(model.name, referenceStudy(model, draws), draws, 'tariff');
  return { kind, name: model.name, draws, make, rows };
}

function filesBelow(folder: string): StudyFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isInput = (name: string) => /\.(?:yaml|csv)$/.test(name) && !name.startsWith('.');
  return new Map(
    names
      .filter(isInput)
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]),
  );
}

function ofStudy(name: string, draws: number): Table {
  const make = () => makeTask(name, filesBelow(join(ROOT, 'scenarios', name)), draws);
  return { kind: 'study', name, draws, make, rows: STUDY_ROWS };
}

/** Lists the tables in the order in which they are measured. */
export function tables(extent: Extent): readonly Table[] {
  return [
    ...MODELS.map((model) => ofModel('model', model, extent.model, MODEL_ROWS)),
    ...MODELS.flatMap((model) =>
      extent.draws.map((draws) => ofModel('draws', model, draws, DRAWS_ROWS)),
    ),
    ...SIZES.map((blocks) => ofModel('size', sized(blocks), extent.size, SIZE_ROWS)),
    ofStudy('korea-us-2025', extent.study),
  ];
}

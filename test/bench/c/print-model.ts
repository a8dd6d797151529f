import type { Routine } from '../../../engine/kernel/routine.ts';
import type { Plan, Ring, Where } from '../../../engine/simulation/plan.ts';
import type { Task } from '../task.ts';
import { printRoutine } from './print-routine.ts';
import { printNumber, type Style } from './routine-text.ts';

const PARAMETERS = 'double *const *C, const double *K, const double *S, double *Z, const long n';
const ANSWER_PARAMETERS =
  'double *const *A, double *const *C, const double *K, double *const *O, double *Z, const long n';

const WHERE = { column: 'COLUMN', stepped: 'STEPPED_NUMBER', constant: 'CONSTANT' } as const;

function printPlace(place: Where | number): string {
  if (typeof place === 'number') return `{ LITERAL, 0, ${printNumber(place)} }`;
  return `{ ${WHERE[place.kind]}, ${place.index}, 0 }`;
}

/** Writes an array; C has none without elements. */
function printArray(declaration: string, elements: readonly (string | number)[]): string {
  const written = elements.length === 0 ? '0' : elements.join(', ');
  return `static ${declaration}[] = { ${written} };`;
}

function printRing({ column, depth, past, starts }: Ring, at: number): readonly string[] {
  const lags = past.map(({ lag }) => lag);
  const columns = past.map((one) => one.column);
  const byLag = starts.kind === 'values' ? starts.byLag.map(printNumber) : [];
  const start = starts.kind === 'column' ? starts.column : -1;
  return [
    printArray(`const int LAGS_${at}`, lags),
    printArray(`const int PAST_${at}`, columns),
    printArray(`const double BEFORE_${at}`, byLag),
    `#define RING_${at} { ${column}, ${depth}, ${past.length}, LAGS_${at}, PAST_${at}, ${start}, BEFORE_${at} }`,
  ];
}

function printTables(plan: Plan): readonly string[] {
  const aggregates = plan.aggregates.map(
    ({ kind, series, argument }) => `{ ${kind.toUpperCase()}, ${series}, ${printPlace(argument)} }`,
  );
  return [
    ...plan.rings.flatMap(printRing),
    printArray(
      'const struct ring RINGS',
      plan.rings.map((_, at) => `RING_${at}`),
    ),
    printArray('const struct place SERIES', plan.series.map(printPlace)),
    printArray('const struct aggregation AGGREGATES', aggregates),
    printArray('const int DRAWN', plan.drawn),
    printArray('const int SHOCKS', plan.shocks),
    printArray('const struct place KEPT', plan.kept.map(printPlace)),
  ].map((line) =>
    line.replace('{ 0 }', '{ { 0 } }').replace(/(const (?:int|double) .*){ { 0 } }/, '$1{ 0 }'),
  );
}

function printCounts({ prepared, draws, runs }: Task): readonly string[] {
  const { plan, routines } = prepared.prepared;
  const counts = {
    DRAWS: `${draws}L`,
    RUN_COUNT: runs.length,
    STEPS: plan.steps,
    STEP_MONTHS: plan.stepMonths,
    COLUMN_COUNT: plan.columnCount,
    STEPPED_COUNT: plan.steppedCount,
    DRAWN_COUNT: plan.drawn.length,
    SHOCK_COUNT: plan.shocks.length,
    RING_COUNT: plan.rings.length,
    SERIES_COUNT: plan.series.length,
    AGGREGATE_COUNT: plan.aggregates.length,
    ANSWER_COUNT: plan.answerCount,
    KEPT_COUNT: plan.kept.length,
    START_FUNCTION_COUNT: routines.starts.length,
    STEP_FUNCTION_COUNT: routines.steps.length,
  };
  return Object.entries(counts).map(([name, count]) => `#define ${name} ${count}`);
}

function printFunctions(name: string, routines: readonly Routine[]): string {
  const names = routines.map((routine) => routine.name).join(', ');
  return `static void (*const ${name}[])(${PARAMETERS}) = { ${names} };`;
}

/** Writes a task's model as C for c/driver.c: its routines, and the tables of its plan. */
export function printModel(task: Task, style: Style): string {
  const { plan, routines } = task.prepared.prepared;
  const { starts, steps, answers } = routines;
  return [
    ...printCounts(task),
    ...printTables(plan),
    ...[...starts, ...steps].map((routine) => printRoutine(routine, PARAMETERS, style)),
    printRoutine({ ...answers, name: 'answer_all' }, ANSWER_PARAMETERS, style),
    printFunctions('START_FUNCTIONS', starts),
    printFunctions('STEP_FUNCTIONS', steps),
    '',
  ].join('\n');
}

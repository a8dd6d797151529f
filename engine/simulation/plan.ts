import { foldConstants } from '../kernel/fold-constants.ts';
import { gather } from '../kernel/gather.ts';
import { hoist } from '../kernel/hoist.ts';
import { type Layout, layOut, place, startsPlace } from '../kernel/layout.ts';
import { lowerPowers } from '../kernel/lower-powers.ts';
import { lookedBackAt, makeRoutines } from '../kernel/make-routines.ts';
import { mapProgram } from '../kernel/map-program.ts';
import type { Routines } from '../kernel/routine.ts';
import { wholeSeries } from '../kernel/running.ts';
import type { AggregateKind } from '../model/aggregate.ts';
import type { ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';

/** Where a number per draw and step comes from: a column of the block, a number of the step or of the run. */
export type Where =
  | { readonly kind: 'column'; readonly index: number }
  | { readonly kind: 'stepped'; readonly index: number }
  | { readonly kind: 'constant'; readonly index: number };

/** A variable that is looked back at: its column, the columns of its past, and where its past begins. */
export interface Ring {
  readonly column: number;
  readonly depth: number;
  readonly past: readonly { readonly lag: number; readonly column: number }[];
  readonly starts:
    | { readonly kind: 'column'; readonly column: number }
    | { readonly kind: 'values'; readonly byLag: readonly number[] };
}

/** An aggregate that needs all of its series, and where that and its argument are. */
export interface AggregatePlan {
  readonly kind: AggregateKind;
  readonly series: number;
  readonly argument: Where | number;
}

/** Everything that a worker needs to run blocks of draws besides the code of the routines: plain data, no parser. */
export interface Plan {
  readonly steps: number;
  readonly stepMonths: number;
  readonly columnCount: number;
  readonly steppedCount: number;
  readonly constantCount: number;
  /** Column of each drawn input, in the order of the drawn matrix. */
  readonly drawn: readonly number[];
  /** Column of each shock, in the order of the shock matrix. */
  readonly shocks: readonly number[];
  readonly rings: readonly Ring[];
  /** The series that aggregates need all of, each once. */
  readonly series: readonly Where[];
  readonly aggregates: readonly AggregatePlan[];
  readonly answerCount: number;
  /** The most unknowns that are solved for together; 0 where nothing is. */
  readonly largestSystem: number;
  /** What has its path kept. */
  readonly kept: readonly Where[];
}

/** A plan and what the thread that prepares runs needs besides. */
export interface PreparedProgram {
  readonly program: Program;
  readonly layout: Layout;
  readonly routines: Routines;
  readonly plan: Plan;
  /** Slots of the drawn inputs and of the shocks, in the order of their matrices. */
  readonly drawnSlots: readonly number[];
  readonly shockSlots: readonly number[];
}

function whereIs(slot: number, layout: Layout): Where {
  const column = layout.columns.get(place(slot));
  if (column !== undefined) return { kind: 'column', index: column };
  const stepped = layout.stepped.get(place(slot));
  if (stepped !== undefined) return { kind: 'stepped', index: stepped };
  return { kind: 'constant', index: layout.constants.get(slot)! };
}

function ringOf(equation: ScalarEquation, layout: Layout): Ring {
  const { slot, lag, starts } = equation;
  const past = Array.from({ length: lag }, (_, at) => at + 1).flatMap((back) => {
    const column = layout.columns.get(place(slot, back));
    return column === undefined ? [] : [{ lag: back, column }];
  });
  return {
    column: layout.columns.get(place(slot))!,
    depth: lag + 1,
    past,
    starts:
      starts?.kind === 'table'
        ? {
            kind: 'values',
            byLag: Array.from({ length: lag }, (_, at) => starts.valueAtLag(at + 1)),
          }
        : { kind: 'column', column: layout.columns.get(startsPlace(slot))! },
  };
}

function argumentOf(
  argument: Program['aggregates'][number]['argument'],
  layout: Layout,
): Where | number {
  return argument.kind === 'number' ? argument.value : whereIs(argument.slot, layout);
}

function largestSystem({ model }: Program): number {
  const sizes = model.equations.map(({ term }) =>
    term.kind === 'solved' ? term.system.unknowns.length : 0,
  );
  return sizes.reduce((a, b) => Math.max(a, b), 0);
}

/** Plans how blocks of a program's draws are run; `drawn` are the inputs that are uncertain in any scenario. */
export function planProgram(whole: Program, drawn: ReadonlySet<number>): PreparedProgram {
  return planLowered(mapProgram(whole, lowerPowers), drawn);
}

/** Plans a program whose powers are what they are to become: lowered for the back ends, as written for other languages. */
export function planLowered(lowered: Program, drawn: ReadonlySet<number>): PreparedProgram {
  const gathered = gather(hoist(mapProgram(lowered, foldConstants), drawn), drawn);
  const { program } = gathered;
  const layout = layOut(gathered, drawn);
  const { clock, variables } = program.model;
  const slots = [...variables.keys()];
  const shockSlots = slots.filter((slot) => variables[slot]!.kind === 'shock');
  const drawnSlots = slots.filter((slot) => drawn.has(slot));
  const whole = wholeSeries(program);
  const sources = [...new Set(whole.map(({ source }) => source))];
  const columnOf = (slot: number) => layout.columns.get(place(slot))!;
  const routines = makeRoutines(program, layout);
  const plan: Plan = {
    steps: clock.steps,
    stepMonths: clock.stepMonths,
    columnCount: layout.columns.size,
    steppedCount: layout.stepped.size,
    constantCount: layout.constants.size,
    drawn: drawnSlots.map(columnOf),
    shocks: shockSlots.map(columnOf),
    rings: lookedBackAt(program, layout).map((equation) => ringOf(equation, layout)),
    series: sources.map((slot) => whereIs(slot, layout)),
    aggregates: whole.map(({ kind, source, argument }) => ({
      kind,
      series: sources.indexOf(source),
      argument: argumentOf(argument, layout),
    })),
    answerCount: program.answers.length,
    largestSystem: largestSystem(program),
    kept: program.kept.map((slot) => whereIs(slot, layout)),
  };
  return { program, layout, routines, plan, drawnSlots, shockSlots };
}

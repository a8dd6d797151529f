import type { OperationName } from '../formula/operation.ts';
import { number } from '../formula/term.ts';
import type { AggregateKind } from '../model/aggregate.ts';
import { labelOf } from '../model/model.ts';
import type { Aggregate, Program } from '../model/program.ts';
import { applied, type Computation } from './routine.ts';

/** How an aggregate grows from step to step: what it is before the first, and how a step's value joins it, or replaces it. */
interface Growth {
  readonly first: number;
  readonly join: OperationName | null;
}

const SUM: Growth = { first: 0, join: 'add' };

/** Aggregates that grow; the others need all of their series at once. */
const GROWTHS: Partial<Record<AggregateKind, Growth>> = {
  total: SUM,
  count: SUM,
  average: SUM,
  final: { first: 0, join: null },
  minimum: { first: Number.POSITIVE_INFINITY, join: 'smaller' },
  maximum: { first: Number.NEGATIVE_INFINITY, join: 'larger' },
};

/** An aggregate that is taken along in a column of its own, so that its series need not be kept. */
export interface Running extends Growth {
  readonly column: number;
  readonly source: number;
  readonly label: string;
}

/** Where the aggregates of a program are: those that run along, and by aggregate what answers read. */
export interface Aggregated {
  readonly running: readonly Running[];
  readonly reads: readonly Computation[];
}

/** Lists the aggregates that need all of their series, in order. */
export function wholeSeries({ aggregates }: Program): readonly Aggregate[] {
  return aggregates.filter(({ kind }) => GROWTHS[kind] === undefined);
}

/** Makes what is asked for of what has grown, as `aggregate` in model/aggregate.ts does. */
function ended(kind: AggregateKind, grown: Computation, { model }: Program): Computation {
  const { steps, stepMonths } = model.clock;
  if (kind === 'total') return applied('multiply', grown, number(stepMonths));
  return kind === 'average' ? applied('divide', grown, number(steps)) : grown;
}

/** Where columns are found and made. */
export interface ColumnsOf {
  /** The column of a variable, which holds its last value after the last step; none where all draws share it. */
  readonly find: (slot: number) => number | undefined;
  /** Gives an aggregate a column. */
  readonly add: (aggregate: number) => number;
}

/** Finds the aggregates that can be taken along, and last values that need not be. */
export function takeAlong(program: Program, columns: ColumnsOf): Aggregated {
  const running: Running[] = [];
  let others = 0;
  const reads = program.aggregates.map(({ kind, source }, index): Computation => {
    const growth = GROWTHS[kind];
    if (growth === undefined) {
      others += 1;
      return { kind: 'aggregate', index: others - 1 };
    }
    const last = kind === 'final' ? columns.find(source) : undefined;
    if (last !== undefined) return { kind: 'column', column: last };
    const column = columns.add(index);
    const label = `${kind} of ${labelOf(program.model.variables[source]!)}`;
    running.push({ ...growth, column, source, label });
    return ended(kind, { kind: 'column', column }, program);
  });
  return { running, reads };
}

import type { OperationName } from '../formula/operation.ts';
import type { Computation, DrawList, Let, Routine, Statement } from './routine.ts';

/** Operations whose result is not finite where any of these operands is not. */
const CARRYING: Partial<Record<OperationName, readonly number[]>> = {
  add: [0, 1],
  subtract: [0, 1],
  multiply: [0, 1],
  divide: [0],
  negate: [0],
  squareRoot: [0],
  log: [0],
  floor: [0],
  ceil: [0],
  round: [0],
  abs: [0],
};

/** Names a local or a column among the carried. */
function keyOf(read: Computation): string | null {
  if (read.kind === 'local') return read.name;
  return read.kind === 'column' ? `C${read.column}` : null;
}

/** Lists the locals and columns that make a computation not finite where they are not. */
function carriedBy(computation: Computation): readonly string[] {
  if (computation.kind !== 'apply') return [keyOf(computation)].filter((key) => key !== null);
  const { operation, operands } = computation;
  if (operation === 'choose') {
    const [a, b] = [carriedBy(operands[1]!), new Set(carriedBy(operands[2]!))];
    return a.filter((key) => b.has(key));
  }
  return (CARRYING[operation] ?? []).flatMap((at) => carriedBy(operands[at]!));
}

/** Goes through routines from the last statement to the first, and knows what is watched after each. */
class Dropping {
  /** Columns that are watched later, in all draws or in those of a list. */
  readonly #everywhere = new Set<string>();
  readonly #listed = new Map<number, Set<string>>();

  #columnsOf(over: DrawList | null): Set<string> {
    if (over === null) return this.#everywhere;
    const known = this.#listed.get(over.list) ?? new Set<string>();
    this.#listed.set(over.list, known);
    return known;
  }

  routine(routine: Routine): Routine {
    const columns = this.#columnsOf(routine.over);
    const isWatched = (column: string) => columns.has(column) || this.#everywhere.has(column);
    const watched = new Set<string>();
    const carry = ({ local, value }: Let) => {
      if (!watched.has(local)) return;
      for (const key of carriedBy(value)) (key.startsWith('C') ? columns : watched).add(key);
    };
    const keeps = (statement: Statement): boolean => {
      if (statement.kind === 'let') carry(statement);
      if (statement.kind === 'store' && statement.value.kind === 'local') {
        if (isWatched(`C${statement.column}`)) watched.add(statement.value.name);
      }
      if (statement.kind !== 'watch') return true;
      const isSpare = watched.has(statement.local);
      watched.add(statement.local);
      return !isSpare;
    };
    return { ...routine, statements: routine.statements.toReversed().filter(keeps).toReversed() };
  }
}

/**
 * Drops watches of what would make something not finite that is watched at the same step, in the same draws: a sum
 * of what is no number is none either. The same draws are marked.
 */
export function dropWatches(routines: readonly Routine[]): readonly Routine[] {
  const dropping = new Dropping();
  return routines
    .toReversed()
    .map((routine) => dropping.routine(routine))
    .toReversed();
}

import {
  type Computation,
  type Let,
  type Routine,
  type Statement,
  visitComputation,
} from '../kernel/routine.ts';
import { WIDTHS } from './memory-map.ts';
import { longOf } from './pair.ts';

/** So many other operations for each exp or log make a routine narrow. */
const OTHERS_PER_LONG = 7;

function computationsOf(statement: Statement): readonly Computation[] {
  const valuesOf = (lets: readonly Let[]) => lets.map(({ value }) => value);
  switch (statement.kind) {
    case 'let':
    case 'store':
    case 'answer':
      return [statement.value];
    case 'require':
      return [statement.condition];
    case 'search':
      return [
        ...statement.unknowns.map(({ guess }) => guess),
        ...[statement.values, statement.measures, statement.slopes].flatMap(valuesOf),
        ...statement.jacobian.flat(),
      ];
    default:
      return [];
  }
}

/** Chooses how many vectors a routine handles side by side. */
export function chooseWidth({ statements }: Routine): number {
  let [long, others] = [0, 0];
  for (const computation of statements.flatMap(computationsOf)) {
    visitComputation(computation, (part) => {
      if (longOf(part) !== null) long += 1;
      else if (part.kind === 'apply') others += 1;
    });
  }
  return long * OTHERS_PER_LONG > others ? WIDTHS.wide : WIDTHS.narrow;
}

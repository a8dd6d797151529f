import type { Expression } from '../formula/expression.ts';
import { LIMITS } from '../limits.ts';
import { error } from '../problem.ts';
import { foldIndex } from './check-fold.ts';
import type { Scope } from './scope.ts';

/** Counts the parts that an expression has once its folds are written out. */
function sizeOf(scope: Scope, expression: Expression): number {
  if (expression.kind === 'operate') {
    return expression.operands.reduce((sum, operand) => sum + sizeOf(scope, operand), 1);
  }
  if (expression.kind !== 'call') return 1;
  const fold = foldIndex(scope, expression);
  if (fold !== null) return sizeOf(scope, expression.operands[1]!) * elementsOf(scope, fold.set);
  return expression.operands.reduce((sum, operand) => sum + sizeOf(scope, operand), 1);
}

function elementsOf({ sets }: Scope, set: string): number {
  return sets.get(set)?.length ?? 1;
}

/** What is asked of a model is asked for one element at a time. */
function tuplesOf(scope: Scope): number {
  if (scope.place === 'outside' || scope.place === 'inside') return 1;
  return [...scope.indices.values()].reduce((product, set) => product * elementsOf(scope, set), 1);
}

/** Adds a formula to those of its model, unless they would be too many once all sets are written out. */
export function hasRoom(scope: Scope, expression: Expression): boolean {
  const { size, formula, problems } = scope;
  const count = size.operations + tuplesOf(scope) * sizeOf(scope, expression);
  if (count <= LIMITS.operations) {
    size.operations = count;
    return true;
  }
  const message = `with all elements the model has ${count} operations up to here; ${LIMITS.operations} is the limit`;
  problems.push(error('model-too-large', message, formula.position, 'use fewer or smaller sets'));
  return false;
}

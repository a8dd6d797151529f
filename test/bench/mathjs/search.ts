import { eliminate } from '../../../engine/arithmetic/eliminate.ts';
import type { Definition, System } from '../../../engine/formula/rule.ts';
import { compileFormula, type Formula, type Scope } from './formula.ts';
import { scopeName } from './print-mathjs.ts';

interface Compiled {
  readonly name: string;
  readonly formula: Formula;
}

function compileAll(definitions: readonly Definition[]): readonly Compiled[] {
  return definitions.map(({ slot, term }) => ({
    name: scopeName(slot),
    formula: compileFormula(term),
  }));
}

function compute(definitions: readonly Compiled[], scope: Scope): void {
  for (const { name, formula } of definitions) scope.set(name, formula(scope));
}

/**
 * Makes the search for a solution out of formulas of mathjs: Newton's method from the guess, whole steps, until every
 * residual is within the tolerance. The reference models need no shorter steps.
 *
 * Errors: the search throws where the steps run out.
 */
export function compileSearch(system: System): (scope: Scope) => void {
  const { tolerance, iterations } = system;
  const names = system.unknowns.map(({ slot }) => scopeName(slot));
  const guesses = system.unknowns.map(({ guess }) => compileFormula(guess));
  const [values, slopes] = [compileAll(system.values), compileAll(system.slopes)];
  const [residuals, sizes] = [system.residuals, system.sizes].map((terms) =>
    terms.map(compileFormula),
  );
  const jacobian = system.jacobian.map((row) => row.map(compileFormula));
  const size = names.length;
  return (scope) => {
    for (const [at, name] of names.entries()) scope.set(name, guesses[at]!(scope));
    for (let round = 0; ; round++) {
      compute(values, scope);
      const amounts = residuals!.map((formula) => formula(scope));
      if (amounts.every((amount, at) => Math.abs(amount) <= tolerance * sizes![at]!(scope))) return;
      if (round === iterations) throw new Error('no solution was found');
      compute(slopes, scope);
      const rows = jacobian.map((row, at) => [
        ...row.map((formula) => formula(scope)),
        amounts[at]!,
      ]);
      const matrix = Float64Array.from(rows.flat());
      eliminate(matrix, size);
      for (const [at, name] of names.entries()) {
        scope.set(name, Number(scope.get(name)) - matrix[at * (size + 1) + size]!);
      }
    }
  };
}

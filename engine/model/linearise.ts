import { derive } from '../formula/derive.ts';
import type { Definition, System } from '../formula/rule.ts';
import { number, slot, type Term, visit } from '../formula/term.ts';

/** Derivatives found so far, by slot and then by the index of the unknown. */
class Slopes {
  readonly definitions: Definition[] = [];
  readonly #bySlot = new Map<number, ReadonlyMap<number, Term>>();
  readonly #local: () => number;

  constructor(unknowns: readonly number[], local: () => number) {
    this.#local = local;
    for (const [index, at] of unknowns.entries())
      this.#bySlot.set(at, new Map([[index, number(1)]]));
  }

  /** Lists the unknowns that a term depends on, directly or through what was added before. */
  #reached(term: Term): readonly number[] {
    const reached = new Set<number>();
    visit(term, (part) => {
      if (part.kind !== 'slot') return;
      for (const index of this.#bySlot.get(part.slot)?.keys() ?? []) reached.add(index);
    });
    return [...reached].sort((a, b) => a - b);
  }

  of(term: Term, index: number): Term | null {
    return derive(term, (at) => this.#bySlot.get(at)?.get(index) ?? null);
  }

  /** Derives a definition by every unknown it depends on; what is no plain read gets a slot of its own. */
  add({ slot: at, term }: Definition): void {
    const row = new Map<number, Term>();
    for (const index of this.#reached(term)) {
      const slope = this.of(term, index);
      if (slope !== null) row.set(index, this.#named(slope));
    }
    this.#bySlot.set(at, row);
  }

  #named(slope: Term): Term {
    if (slope.kind !== 'apply') return slope;
    const at = this.#local();
    this.definitions.push({ slot: at, term: slope });
    return slot(at);
  }
}

/**
 * Derives the residuals of a system by its unknowns, through the values between them, by the chain rule.
 *
 * Shape: `jacobian[i][j]`, residual i by unknown j; a number 0 where there is no dependence.
 */
export function linearise(
  unknowns: readonly number[],
  values: readonly Definition[],
  residuals: readonly Term[],
  local: () => number,
): Pick<System, 'slopes' | 'jacobian'> {
  const slopes = new Slopes(unknowns, local);
  for (const value of values) slopes.add(value);
  const jacobian = residuals.map((residual) =>
    unknowns.map((_, index) => slopes.of(residual, index) ?? number(0)),
  );
  return { slopes: slopes.definitions, jacobian };
}

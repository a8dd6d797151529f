import { type Definition, LOCAL, type System } from '../formula/rule.ts';
import { ROUNDING } from '../formula/solve.ts';
import { apply, number, slot, type Term } from '../formula/term.ts';
import { type DraftRows, isAtom, type Owner } from './draft-rows.ts';
import { eliminateTerms } from './eliminate-terms.ts';
import { inline, substitute } from './inline.ts';
import type { SearchRole } from './live-model.ts';
import { Simplifier } from './simplify.ts';

const NEWTON = { kind: 'search' } as const;

/** Where the numbers of a system stand in one round: by slot in the system, the term that reads them. */
type Names = Map<number, Term>;

function all(conditions: readonly Term[]): Term {
  return conditions.reduce((a, b) => apply('and', a, b));
}

function isZero(term: Term): boolean {
  return term.kind === 'number' && term.value === 0;
}

/** One round of a search, or the look at what it came to (round -1), as rows. */
class Round {
  readonly #rows: DraftRows;
  readonly #system: System;
  readonly #round: number;
  readonly #owner: Owner;
  readonly names: Names;

  constructor(rows: DraftRows, system: System, round: number, names: Names) {
    [this.#rows, this.#system, this.#round, this.names] = [rows, system, round, names];
    this.#owner = rows.rows[system.unknowns[0]!.slot]!;
  }

  /** Adds a row. */
  add(role: SearchRole, term: Term, owner = this.#owner): number {
    const label = { ...NEWTON, role, round: this.#round };
    const simple = new Simplifier(this.#rows, owner, label).simple(term);
    return this.#rows.add(owner, label, simple);
  }

  /** Adds a row for a term that is no plain read, and gives what reads it. */
  #row(role: SearchRole, term: Term, owner = this.#owner): Term {
    return isAtom(term) ? term : slot(this.add(role, term, owner));
  }

  define(definitions: readonly Definition[]): void {
    for (const { slot: at, term } of definitions) {
      const owner = at < LOCAL ? this.#rows.rows[at]! : this.#owner;
      const role = at < LOCAL ? 'equation' : 'part';
      this.names.set(at, this.#row(role, substitute(term, this.names), owner));
    }
  }

  residuals(): readonly Term[] {
    return this.#system.residuals.map((term) =>
      this.#row('residual', substitute(term, this.names)),
    );
  }

  /** Adds a row that is 1 where the residuals are small: against their sizes, and those plus `margins`. */
  solved(residuals: readonly Term[], measure: 'none' | 'first' | 'enough'): number {
    const { tolerance, margins, sizes } = this.#system;
    const small = (at: number, share: number, size: Term) =>
      apply('lessEqual', apply('abs', residuals[at]!), apply('multiply', number(share), size));
    const none = sizes.map((term, at) => {
      const size = this.#row('size', substitute(term, this.names));
      const margin = measure === 'enough' ? margins[at]! : 0;
      return small(at, tolerance, margin === 0 ? size : apply('add', size, number(margin)));
    });
    const rounding = margins.map((margin, at) => small(at, ROUNDING, number(margin)));
    const holds = measure === 'first' ? apply('or', all(none), all(rounding)) : all(none);
    return this.add('solved', apply('choose', holds, number(1), number(0)));
  }

  /** Adds the Newton step; nothing of it is computed where the search is over. */
  step(residuals: readonly Term[], over: Term, pivots: readonly number[]): readonly Term[] {
    const { slopes, jacobian } = this.#system;
    const inlined = inline(slopes, jacobian);
    const needed = (term: Term, role: SearchRole) =>
      isAtom(term) ? term : this.#row(role, apply('choose', over, number(0), term));
    for (const { slot: at, term } of inlined.definitions) {
      this.names.set(at, needed(substitute(term, this.names), 'slope'));
    }
    const matrix = inlined.readers.map((row, at) => [
      ...row.map((term) => (isZero(term) ? null : needed(substitute(term, this.names), 'slope'))),
      residuals[at]!,
    ]);
    return eliminateTerms(matrix, pivots, needed);
  }
}

function holds(flag: number): Term {
  return apply('unequal', slot(flag), number(0));
}

/**
 * Writes a search for a solution as rows: so many rounds of Newton's method without shortening a step, each of them
 * idle once the residuals are as small as the engine asks for. Gives the unknowns, in order, after the last step.
 */
export function unroll(
  rows: DraftRows,
  system: System,
  steps: number,
  pivots: readonly number[],
): readonly Term[] {
  let tried = system.unknowns.map(({ guess }) => guess);
  for (let round = 0; round < steps; round++) {
    const names: Names = new Map();
    const search = new Round(rows, system, round, names);
    for (const [at, { slot: unknown }] of system.unknowns.entries()) {
      names.set(unknown, slot(search.add('tried', tried[at]!, rows.rows[unknown])));
    }
    search.define(system.values);
    const residuals = search.residuals();
    const over = holds(search.solved(residuals, round === 0 ? 'first' : 'none'));
    const step = search.step(residuals, over, pivots);
    tried = system.unknowns.map(({ slot: unknown }, at) => {
      const here = names.get(unknown)!;
      return apply('choose', over, here, apply('subtract', here, step[at]!));
    });
  }
  return tried;
}

/** Adds what tells whether the values that the model's own rows hold solve a system; gives the row that does. */
export function addVerdict(rows: DraftRows, system: System): number {
  const verdict = new Round(rows, system, -1, new Map());
  const isOwn = ({ slot: at }: Definition) => at >= LOCAL;
  verdict.define(system.values.filter(isOwn));
  return verdict.solved(verdict.residuals(), 'enough');
}

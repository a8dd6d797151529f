import { type Term, visit } from './term.ts';

/** One step of a system's arithmetic: `term` is computed and kept under `slot`, a variable's or a local one. */
export interface Definition {
  readonly slot: number;
  readonly term: Term;
}

/**
 * Equations and unknowns that determine each other within a step, ready for Newton's method. Slots from `LOCAL`
 * on are the system's own: the parts of residuals and derivatives.
 */
export interface System {
  /** What is solved for, and where the search begins. */
  readonly unknowns: readonly { readonly slot: number; readonly guess: Term }[];
  /** Computed in order at every trial: what lies between the unknowns and the parts of the residuals. */
  readonly values: readonly Definition[];
  /** What must vanish, one per unknown. */
  readonly residuals: readonly Term[];
  /** What each residual adds up, without signs: what it is measured against. Never 0. */
  readonly sizes: readonly Term[];
  /** What is added to each size where a search can go no further: 1 for a plain number, whose parts may all be 0. */
  readonly margins: readonly number[];
  /** Computed in order where a trial was accepted: derivatives by the chain rule. */
  readonly slopes: readonly Definition[];
  /** Shape: `jacobian[i][j]`, the derivative of residual i by unknown j. */
  readonly jacobian: readonly (readonly Term[])[];
  /** The largest residual that counts as none, as a share of its size. */
  readonly tolerance: number;
  /** The largest number of Newton steps. */
  readonly iterations: number;
}

/** One unknown of a system that is solved as a whole. */
export interface Solved {
  readonly kind: 'solved';
  readonly system: System;
  readonly index: number;
}

/** How a variable is computed: by a term, or together with others. */
export type Rule = Term | Solved;

/** The first of the slots that belong to a system alone. */
export const LOCAL = 1073741824;

/** Changes every term of a system. */
export function mapTerms(system: System, change: (term: Term) => Term): System {
  const define = ({ slot, term }: Definition) => ({ slot, term: change(term) });
  return {
    ...system,
    unknowns: system.unknowns.map(({ slot, guess }) => ({ slot, guess: change(guess) })),
    values: system.values.map(define),
    residuals: system.residuals.map(change),
    sizes: system.sizes.map(change),
    slopes: system.slopes.map(define),
    jacobian: system.jacobian.map((row) => row.map(change)),
  };
}

/** Lists every term of a system. */
export function termsOf(system: System): readonly Term[] {
  return [
    ...system.unknowns.map(({ guess }) => guess),
    ...system.values.map(({ term }) => term),
    ...system.residuals,
    ...system.sizes,
    ...system.slopes.map(({ term }) => term),
    ...system.jacobian.flat(),
  ];
}

/** Lists the slots that a system computes itself: unknowns, values and slopes. */
export function slotsWithin(system: System): ReadonlySet<number> {
  const parts = [...system.unknowns, ...system.values, ...system.slopes];
  return new Set(parts.map(({ slot }) => slot));
}

/** Visits every part of a rule, but for a system's reads of what it computes itself. */
export function visitRule(rule: Rule, see: (part: Term) => void): void {
  if (rule.kind !== 'solved') {
    visit(rule, see);
    return;
  }
  const own = slotsWithin(rule.system);
  for (const term of termsOf(rule.system)) {
    visit(term, (part) => {
      if (part.kind !== 'slot' || !own.has(part.slot)) see(part);
    });
  }
}

/** A variable now, or `lag` steps back. */
export interface Read {
  readonly slot: number;
  readonly lag: number;
}

/** Lists every read of a rule, each once: what its value depends on. */
export function readsOf(rule: Rule): readonly Read[] {
  const reads = new Map<string, Read>();
  visitRule(rule, (part) => {
    const lag = part.kind === 'past' ? part.lag : 0;
    if (part.kind === 'past' || part.kind === 'slot') {
      reads.set(`${part.slot}:${lag}`, { slot: part.slot, lag });
    }
  });
  return [...reads.values()];
}

/** Lists the slots that a rule reads now. */
export function slotsRead(rule: Rule): ReadonlySet<number> {
  const slots = new Set<number>();
  visitRule(rule, (part) => {
    if (part.kind === 'slot') slots.add(part.slot);
  });
  return slots;
}

/** Lists the slots that a rule reads in the past, with the longest lag of each. */
export function pastRead(rule: Rule): ReadonlyMap<number, number> {
  const lags = new Map<number, number>();
  visitRule(rule, (part) => {
    if (part.kind !== 'past') return;
    lags.set(part.slot, Math.max(part.lag, lags.get(part.slot) ?? 0));
  });
  return lags;
}

/** Counts the parts of a rule: what its generated code will weigh. */
export function weigh(rule: Rule): number {
  let weight = 0;
  visitRule(rule, () => {
    weight += 1;
  });
  return weight;
}

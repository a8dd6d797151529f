import { COSTLY } from '../formula/operation.ts';
import { pastRead, type Read, readsOf, visitRule } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import { type Model, type ScalarEquation, TIME_SLOTS } from '../model/model.ts';
import { VARIES } from './varies.ts';

/** What each system, and each costly equation worth it, remembers: by first slot, what must keep its bits. */
export type Memory = ReadonlyMap<number, readonly Read[]>;

/** Reads compared for each costly operation that is saved where none has changed. */
const READS_FOR_A_COST = 2;

function costOf({ term }: ScalarEquation): number {
  let cost = 0;
  visitRule(term, (part) => {
    if (part.kind === 'apply' && COSTLY.has(part.operation)) cost += 1;
  });
  return cost;
}

/** Finds what changes at every step as a rule: shocks, the calendar, and stocks. */
function movers({ variables, equations }: Model): ReadonlySet<number> {
  const inputs = [...variables.entries()].flatMap(([slot, { kind }]) =>
    kind === 'shock' || (kind === 'time' && slot !== TIME_SLOTS.step) ? [slot] : [],
  );
  const stocks = equations.flatMap(({ slot, term }) => (pastRead(term).has(slot) ? [slot] : []));
  return new Set([...inputs, ...stocks]);
}

/**
 * Lists what of a rule's reads may change from step to step. The length of the step, which never changes, stands
 * for nothing at all.
 */
function changing([first]: Group, varies: Uint8Array): readonly Read[] {
  const reads = readsOf(first!.term).filter(
    ({ slot, lag }) => lag > 0 || varies[slot]! & VARIES.step,
  );
  return reads.length > 0 ? reads : [{ slot: TIME_SLOTS.step, lag: 0 }];
}

/**
 * Decides what is computed only where something it reads has changed since the step before: all systems, and
 * equations with costly operations that few things reach, none of which moves at every step.
 */
export function rememberedReads(model: Model, varies: Uint8Array): Memory {
  const moving = movers(model);
  const memory = new Map<number, readonly Read[]>();
  for (const group of groupsOf(model.equations)) {
    const [equation] = group as [ScalarEquation, ...Group];
    if (varies[equation.slot] !== VARIES.both) continue;
    const reads = changing(group, varies);
    const isSystem = equation.term.kind === 'solved';
    const isCalm = reads.every(({ slot, lag }) => lag === 0 && !moving.has(slot));
    const isWorthIt = isCalm && reads.length <= READS_FOR_A_COST * costOf(equation);
    if (isSystem || isWorthIt) memory.set(equation.slot, reads);
  }
  return memory;
}

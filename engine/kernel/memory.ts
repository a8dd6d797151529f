import { COSTLY } from '../formula/operation.ts';
import { type Read, readsOf, visitRule } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import { type ScalarEquation, TIME_SLOTS } from '../model/model.ts';
import type { Gathered } from './gather.ts';
import { movers } from './movers.ts';
import { VARIES } from './varies.ts';

/** What each cluster, and each costly equation worth it, remembers: by first slot, what must keep its bits. */
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

/**
 * Lists what groups read that may change from step to step, but for what they compute themselves. The length of
 * the step, which never changes, stands for nothing at all.
 */
function changing(groups: readonly Group[], varies: Uint8Array): readonly Read[] {
  const own = new Set(groups.flatMap((group) => group.map(({ slot }) => slot)));
  const reads = new Map<string, Read>();
  for (const read of groups.flatMap(([first]) => readsOf(first!.term))) {
    const { slot, lag } = read;
    if (lag === 0 && (own.has(slot) || !(varies[slot]! & VARIES.step))) continue;
    reads.set(`${slot}:${lag}`, read);
  }
  return reads.size > 0 ? [...reads.values()] : [{ slot: TIME_SLOTS.step, lag: 0 }];
}

/**
 * Decides what is computed only where something it reads has changed since the step before: all clusters, and
 * equations with costly operations that few things reach, none of which moves at every step.
 */
export function rememberedReads({ program, clusters }: Gathered, varies: Uint8Array): Memory {
  const moving = movers(program.model);
  const memory = new Map<number, readonly Read[]>();
  const members = new Map<number, Group[]>();
  for (const group of groupsOf(program.model.equations)) {
    const [equation] = group as [ScalarEquation, ...Group];
    const owner = clusters.get(equation.slot);
    if (owner !== undefined) members.set(owner, [...(members.get(owner) ?? []), group]);
    if (owner !== undefined || varies[equation.slot] !== VARIES.both) continue;
    const reads = changing([group], varies);
    const isCalm = reads.every(({ slot, lag }) => lag === 0 && !moving.has(slot));
    if (isCalm && reads.length <= READS_FOR_A_COST * costOf(equation)) {
      memory.set(equation.slot, reads);
    }
  }
  for (const [owner, groups] of members) memory.set(owner, changing(groups, varies));
  return memory;
}

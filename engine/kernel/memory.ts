import { type Read, readsOf } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import { TIME_SLOTS } from '../model/model.ts';
import type { Gathered } from './gather.ts';
import { VARIES } from './varies.ts';

/** What each cluster remembers: by the first unknown of its system, what must keep its bits. */
export type Memory = ReadonlyMap<number, readonly Read[]>;

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
 * Decides what is computed only where something it reads has changed since the step before: clusters. For single
 * equations the comparisons take as long as what they save, and nothing of theirs could be shared with others.
 */
export function rememberedReads({ program, clusters }: Gathered, varies: Uint8Array): Memory {
  const members = new Map<number, Group[]>();
  for (const group of groupsOf(program.model.equations)) {
    const owner = clusters.get(group[0]!.slot);
    if (owner !== undefined) members.set(owner, [...(members.get(owner) ?? []), group]);
  }
  return new Map([...members].map(([owner, groups]) => [owner, changing(groups, varies)]));
}

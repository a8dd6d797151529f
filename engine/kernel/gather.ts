import { pastRead, slotsRead } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import type { ScalarCheck } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { movers, scheduled } from './movers.ts';
import { classify, VARIES } from './varies.ts';

/**
 * A program whose equations stand by cluster: a system, what leads to nothing else, and what follows from nothing
 * else. All of a cluster keeps its values where nothing that it reads has changed.
 */
export interface Gathered {
  readonly program: Program;
  /** The first unknown of its cluster's system, by slot. */
  readonly clusters: ReadonlyMap<number, number>;
  /** The checks that can only change with a cluster, by the first unknown of its system. */
  readonly checks: ReadonlyMap<number, readonly ScalarCheck[]>;
}

/** A system with what moves beside it, and with the checks that only read it and what it reads. */
interface Cluster {
  readonly groups: readonly Group[];
  readonly checks: readonly ScalarCheck[];
}

function readsNow(group: Group): ReadonlySet<number> {
  return slotsRead(group[0]!.term);
}

/** Groups in an order in which those that lead to a system, or are one, come first. */
interface Ordered {
  readonly groups: readonly Group[];
  /** How many come first. */
  readonly needed: number;
}

/** Puts systems and what they depend on before all that does not lead to one; otherwise the order stays. */
function systemsFirst(groups: readonly Group[], isSystem: (group: Group) => boolean): Ordered {
  const owner = new Map(groups.flatMap((group) => group.map(({ slot }) => [slot, group] as const)));
  const needed = new Set<Group>();
  const open = groups.filter(isSystem);
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    if (needed.has(group)) continue;
    needed.add(group);
    for (const slot of readsNow(group)) {
      const before = owner.get(slot);
      if (before !== undefined) open.push(before);
    }
  }
  const isNeeded = (group: Group) => needed.has(group);
  const rest = groups.filter((group) => !isNeeded(group));
  return { groups: [...groups.filter(isNeeded), ...rest], needed: needed.size };
}

/** Finds which of the ordered groups move beside which system. */
class Gathering {
  readonly #groups: readonly Group[];
  readonly #needed: number;
  readonly #checks: readonly ScalarCheck[];
  readonly #varies: Uint8Array;
  readonly #moving: ReadonlySet<number>;
  readonly #scheduled: ReadonlySet<number>;
  readonly #readers = new Map<number, number[]>();
  readonly taken = new Set<number>();

  constructor({ model }: Program, { groups, needed }: Ordered, varies: Uint8Array) {
    this.#groups = groups;
    this.#needed = needed;
    this.#checks = model.checks;
    this.#varies = varies;
    this.#moving = movers(model);
    this.#scheduled = scheduled(model, varies);
    for (const [at, group] of groups.entries()) {
      for (const slot of readsNow(group)) {
        const readers = this.#readers.get(slot);
        if (readers === undefined) this.#readers.set(slot, [at]);
        else readers.push(at);
      }
    }
  }

  /** An equation may move that looks at this step alone, and at nothing that changes by itself. */
  #mayMove(at: number): boolean {
    const group = this.#groups[at]!;
    const [{ slot, term, lag }] = group as [Group[number]];
    if (this.taken.has(at) || term.kind === 'solved' || lag > 0) return false;
    if (this.#varies[slot] !== VARIES.both || pastRead(term).size > 0) return false;
    return [...readsNow(group)].every((read) => !this.#moving.has(read));
  }

  #take(at: number, inside: Set<number>): Group {
    const group = this.#groups[at]!;
    inside.add(group[0]!.slot);
    this.taken.add(at);
    return group;
  }

  /** Takes what leads to no other system: whatever else reads it may come later. */
  #before(at: number, inside: Set<number>): readonly Group[] {
    const found: Group[] = [];
    for (let index = at - 1; index >= 0; index--) {
      const readers = this.#readers.get(this.#groups[index]![0]!.slot) ?? [];
      const isOwn = (reader: number) => inside.has(this.#groups[reader]![0]!.slot);
      if (
        !readers.some(isOwn) ||
        !readers.every((reader) => reader >= this.#needed || isOwn(reader))
      )
        continue;
      if (this.#mayMove(index)) found.unshift(this.#take(index, inside));
    }
    return found;
  }

  #changing(slots: Iterable<number>): readonly number[] {
    return [...slots].filter((slot) => this.#varies[slot]! & VARIES.step);
  }

  /** Tells whether something changes only with the cluster, with what the cluster reads, and with schedules. */
  #follows(slots: Iterable<number>, inside: Set<number>, known: Set<number>): boolean {
    const reads = this.#changing(slots);
    const isKnown = (slot: number) => inside.has(slot) || known.has(slot);
    return reads.some((slot) => inside.has(slot)) && reads.every(isKnown);
  }

  #after(inside: Set<number>, known: Set<number>): readonly Group[] {
    const found: Group[] = [];
    for (let index = this.#needed; index < this.#groups.length; index++) {
      if (!this.#follows(readsNow(this.#groups[index]!), inside, known)) continue;
      if (this.#mayMove(index)) found.push(this.#take(index, inside));
    }
    return found;
  }

  /** Gathers what moves beside the system at `at`. */
  around(at: number): Cluster {
    const system = this.#groups[at]!;
    const inside = new Set(system.map(({ slot }) => slot));
    const before = this.#before(at, inside);
    const roots = [...before, system].flatMap((group) => this.#changing(readsNow(group)));
    const known = new Set([...roots, ...this.#scheduled]);
    const groups = [...before, system, ...this.#after(inside, known)];
    // A check is no part of what is compared: it may read what the equations do, at this step.
    const compared = new Set(groups.flatMap((group) => this.#changing(readsNow(group))));
    const checks = this.#checks.filter(
      ({ term }) => pastRead(term).size === 0 && this.#follows(slotsRead(term), inside, compared),
    );
    return { groups, checks };
  }
}

/**
 * Moves equations beside the systems that they serve or follow from, so that a draw for which nothing has changed
 * skips all of them at once. No operation changes, so no bit does.
 */
export function gather(program: Program, drawn: ReadonlySet<number>): Gathered {
  const varies = classify(program, drawn);
  const isSystem = ([first]: Group) =>
    first!.term.kind === 'solved' && varies[first!.slot] === VARIES.both;
  const ordered = systemsFirst(groupsOf(program.model.equations), isSystem);
  const { groups } = ordered;
  const gathering = new Gathering(program, ordered, varies);
  const found = new Map<number, Cluster>();
  for (const [at, group] of groups.entries()) {
    if (isSystem(group)) found.set(at, gathering.around(at));
  }
  const clusters = new Map<number, number>();
  const checks = new Map<number, readonly ScalarCheck[]>();
  for (const [at, cluster] of found) {
    const owner = groups[at]![0]!.slot;
    checks.set(owner, cluster.checks);
    for (const { slot } of cluster.groups.flat()) clusters.set(slot, owner);
  }
  const equations = groups.flatMap((group, at) => {
    if (gathering.taken.has(at)) return [];
    return found.get(at)?.groups.flat() ?? group;
  });
  return { program: { ...program, model: { ...program.model, equations } }, clusters, checks };
}

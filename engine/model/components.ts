/**
 * Groups things that read each other, directly or around a loop, each group after those it reads; otherwise the
 * order they came in.
 *
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
 */
export function components<T extends { readonly slot: number }>(
  things: readonly T[],
  readsOf: (thing: T) => Iterable<number>,
): readonly (readonly T[])[] {
  const bySlot = new Map(things.map((thing) => [thing.slot, thing]));
  const rank = new Map(things.map((thing, at) => [thing, at]));
  const indices = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found: T[][] = [];

  const close = (root: T): void => {
    const members = open.splice(open.indexOf(root));
    for (const member of members) isOpen.delete(member);
    found.push(members.sort((a, b) => rank.get(a)! - rank.get(b)!));
  };
  const visit = (thing: T): void => {
    const index = indices.size;
    indices.set(thing, index);
    lowest.set(thing, index);
    open.push(thing);
    isOpen.add(thing);
    for (const slot of readsOf(thing)) {
      const read = bySlot.get(slot);
      if (read === undefined) continue;
      if (!indices.has(read)) {
        visit(read);
        lowest.set(thing, Math.min(lowest.get(thing)!, lowest.get(read)!));
      } else if (isOpen.has(read)) {
        lowest.set(thing, Math.min(lowest.get(thing)!, indices.get(read)!));
      }
    }
    if (lowest.get(thing) === index) close(thing);
  };
  for (const thing of things) if (!indices.has(thing)) visit(thing);
  return found;
}

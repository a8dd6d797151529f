import { pastRead, slotsRead } from '../formula/rule.ts';
import { type Model, TIME_SLOTS } from '../model/model.ts';
import { VARIES } from './varies.ts';

/** Finds what changes at every step as a rule: shocks, the calendar, and stocks. */
export function movers({ variables, equations }: Model): ReadonlySet<number> {
  const inputs = [...variables.entries()].flatMap(([slot, { kind }]) =>
    kind === 'shock' || (kind === 'time' && slot !== TIME_SLOTS.step) ? [slot] : [],
  );
  const stocks = equations.flatMap(({ slot, term }) => (pastRead(term).has(slot) ? [slot] : []));
  return new Set([...inputs, ...stocks]);
}

/** Finds what follows from levers alone, the same in all draws: it changes where a schedule does. */
export function scheduled(
  { variables, equations }: Model,
  varies: Uint8Array,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [slot, { kind }] of variables.entries()) {
    if (kind === 'lever' && varies[slot] === VARIES.step) found.add(slot);
  }
  for (const { slot, term } of equations) {
    if (varies[slot] !== VARIES.step || pastRead(term).size > 0) continue;
    const isKnown = (read: number) => found.has(read) || varies[read] === VARIES.never;
    if ([...slotsRead(term)].every(isKnown)) found.add(slot);
  }
  return found;
}

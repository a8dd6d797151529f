import { pastRead } from '../formula/rule.ts';
import { type Model, TIME_SLOTS } from '../model/model.ts';

/** Finds what changes at every step as a rule: shocks, the calendar, and stocks. */
export function movers({ variables, equations }: Model): ReadonlySet<number> {
  const inputs = [...variables.entries()].flatMap(([slot, { kind }]) =>
    kind === 'shock' || (kind === 'time' && slot !== TIME_SLOTS.step) ? [slot] : [],
  );
  const stocks = equations.flatMap(({ slot, term }) => (pastRead(term).has(slot) ? [slot] : []));
  return new Set([...inputs, ...stocks]);
}

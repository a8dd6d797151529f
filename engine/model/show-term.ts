import { emit } from '../formula/emit.ts';
import type { Term } from '../formula/term.ts';
import { labelOf } from './model.ts';
import type { Program } from './program.ts';

/** Writes a term with the names of the model: what is computed, in the order in which it is. */
export function showTerm(term: Term, { model, aggregates }: Program): string {
  const nameOf = (slot: number) => labelOf(model.variables[slot]!);
  const now = (slot: number): string => {
    if (slot >= 0) return nameOf(slot);
    const { kind, source, argument } = aggregates[-slot - 1]!;
    const second =
      kind === 'discounted' || kind === 'at'
        ? `, ${showTerm(argument, { model, aggregates } as Program)}`
        : '';
    return `${kind}(${nameOf(source)}${second})`;
  };
  const past = (slot: number, lag: number) =>
    lag === 1 ? `previous(${nameOf(slot)})` : `delay(${nameOf(slot)}, ${lag} steps)`;
  return emit(term, { now, past });
}

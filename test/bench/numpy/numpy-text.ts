import type { Term } from '../../../engine/formula/term.ts';
import { type Layout, place } from '../../../engine/kernel/layout.ts';
import { VARIES } from '../../../engine/kernel/varies.ts';
import { ARITHMETIC, called, type Dialect, infix, printTerm } from '../print-term.ts';

/** Names the array of a variable over the draws. */
export function arrayName(slot: number): string {
  return slot < 0 ? `a${-slot - 1}` : `v${slot}`;
}

/** Names the list of a variable's arrays by step, its past first. */
export function historyName(slot: number): string {
  return `h${slot}`;
}

function dialectOf(layout: Layout, lags: ReadonlyMap<number, number>): Dialect {
  const isDrawn = (slot: number) => slot < 0 || (layout.varies[slot] ?? VARIES.both) & VARIES.draw;
  return {
    number: (value) => (value < 0 ? `(${value})` : String(value)),
    truth: (value) => (value ? 'True' : 'False'),
    now: (slot) => {
      if (isDrawn(slot)) return arrayName(slot);
      const stepped = layout.stepped.get(place(slot));
      return stepped === undefined ? `K[${layout.constants.get(slot)}]` : `s[${stepped}]`;
    },
    past: (slot, lag) =>
      isDrawn(slot)
        ? `${historyName(slot)}[step + ${lags.get(slot)! - lag}]`
        : `s[${layout.stepped.get(place(slot, lag))}]`,
    operations: {
      ...ARITHMETIC,
      power: infix('**'),
      wholePower: infix('**'),
      squareRoot: called('numpy.sqrt'),
      exp: called('numpy.exp'),
      log: called('numpy.log'),
      logistic: (x) => `(1 / (1 + numpy.exp(-${x})))`,
      floor: called('numpy.floor'),
      ceil: called('numpy.ceil'),
      round: called('numpy.round'),
      abs: called('numpy.abs'),
      smaller: called('numpy.minimum'),
      larger: called('numpy.maximum'),
      ramp: called('ramp'),
      and: infix('&'),
      or: infix('|'),
      xor: infix('^'),
      not: called('numpy.logical_not'),
      choose: called('numpy.where'),
    },
  };
}

/** Makes what writes terms in Python, over arrays of draws where they vary with the draw. */
export function numpyPrinter(
  layout: Layout,
  lags: ReadonlyMap<number, number>,
): (term: Term) => string {
  const dialect = dialectOf(layout, lags);
  return (term) => printTerm(term, dialect);
}

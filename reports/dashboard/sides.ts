import { type Live, least, minus, most, ZERO } from '../live-number.ts';

/** Bars that cross nothing are made of what lies above it and what lies below. */
export const SIDES = ['above', 'below'] as const;
export type Side = (typeof SIDES)[number];

/** What of the bar from one end to the other lies on a side of nothing; the ends ascend. */
export function sideOf(side: Side, from: Live, to: Live): Live {
  return side === 'above'
    ? minus(most(ZERO, to), most(ZERO, from))
    : minus(least(ZERO, from), least(ZERO, to));
}

/** What lies between nothing and the bar. */
export function gapOf(side: Side, from: Live, to: Live): Live {
  return side === 'above' ? most(ZERO, from) : least(ZERO, to);
}

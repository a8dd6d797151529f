import { withHighWord } from './words.ts';

type OneArgument = (x: number) => number;

const POINTS = 4096;

/** Lists fixed points over the whole range where exp is neither 0 nor infinite, dense around 0. */
export function expPoints(): number[] {
  const points = [0, -0, 1, -1, 709.782712893384, 709.7827128933841, -745.1332191019411, -746, NaN];
  for (let i = 0; i < POINTS; i++) {
    const share = scattered(i);
    points.push(share * 1456 - 746, share * 4 - 2, (share - 0.5) / (1 + i));
  }
  return points;
}

/** Lists fixed points over all positive doubles, subnormal ones too, dense around 1. */
export function logPoints(): number[] {
  const points = [0, -0, 1, -1, 5e-324, 2.2250738585072014e-308, Number.MAX_VALUE, Infinity, NaN];
  for (let i = 0; i < POINTS; i++) {
    const share = scattered(i);
    const anyExponent = withHighWord(share, Math.floor(share * 0x7ff00000));
    points.push(anyExponent, 0.5 + share, 1 + (share - 0.5) / (1 + i));
  }
  return points;
}

/** Tells whether two functions return the same bits at every point. */
export function agree(one: OneArgument, other: OneArgument, points: readonly number[]): boolean {
  return points.every((x) => Object.is(one(x), other(x)));
}

/** Spreads indices over the interval from 0 to 1 by two rounds of multiplying and shifting. */
function scattered(index: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca77);
  return ((bits ^ (bits >>> 13)) >>> 0) / 4294967296 + (index + 0.5) / POINTS / 4294967296;
}

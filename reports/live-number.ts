import { type Area, type Formula, formula } from './formula.ts';

/** A number that the spreadsheet computes: how, and what it comes to. */
export interface Live {
  readonly formula: Formula;
  readonly value: number;
}

/** A condition that the spreadsheet decides: how, and whether it holds. */
export interface LiveTest {
  readonly formula: Formula;
  readonly holds: boolean;
}

/** Takes a number from a cell. */
export function fromCell(area: Area, value: number): Live {
  return { formula: [area], value };
}

export const ZERO: Live = { formula: ['0'], value: 0 };
export const ONE: Live = { formula: ['1'], value: 1 };

export function plus(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}+${b.formula})`, value: a.value + b.value };
}

export function minus(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}-${b.formula})`, value: a.value - b.value };
}

export function times(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}*${b.formula})`, value: a.value * b.value };
}

export function over(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}/${b.formula})`, value: a.value / b.value };
}

export function least(a: Live, b: Live): Live {
  return { formula: formula`MIN(${a.formula},${b.formula})`, value: Math.min(a.value, b.value) };
}

export function most(a: Live, b: Live): Live {
  return { formula: formula`MAX(${a.formula},${b.formula})`, value: Math.max(a.value, b.value) };
}

export function sizeOf(a: Live): Live {
  return { formula: formula`ABS(${a.formula})`, value: Math.abs(a.value) };
}

export function equal(a: Live, b: Live): LiveTest {
  return { formula: formula`${a.formula}=${b.formula}`, holds: a.value === b.value };
}

export function above(a: Live, b: Live): LiveTest {
  return { formula: formula`${a.formula}>${b.formula}`, holds: a.value > b.value };
}

export function either(...tests: readonly LiveTest[]): LiveTest {
  const joined = tests.flatMap(({ formula: one }, at): Formula => (at === 0 ? one : [',', ...one]));
  return { formula: formula`OR(${joined})`, holds: tests.some(({ holds }) => holds) };
}

/** Takes one number or another as a condition holds. */
export function choose(test: LiveTest, yes: Live, no: Live): Live {
  return {
    formula: formula`IF(${test.formula},${yes.formula},${no.formula})`,
    value: test.holds ? yes.value : no.value,
  };
}

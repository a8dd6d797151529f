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

/** Nothing, and one: the only numbers that formulas hold themselves. */
export const ZERO: Live = { formula: ['0'], value: 0 };
export const ONE: Live = { formula: ['1'], value: 1 };

/** Adds two numbers. */
export function plus(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}+${b.formula})`, value: a.value + b.value };
}

/** Takes one number from another. */
export function minus(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}-${b.formula})`, value: a.value - b.value };
}

/** Multiplies two numbers. */
export function times(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}*${b.formula})`, value: a.value * b.value };
}

/** Divides one number by another. */
export function over(a: Live, b: Live): Live {
  return { formula: formula`(${a.formula}/${b.formula})`, value: a.value / b.value };
}

/** Takes the smaller of two numbers. */
export function least(a: Live, b: Live): Live {
  return { formula: formula`MIN(${a.formula},${b.formula})`, value: Math.min(a.value, b.value) };
}

/** Takes the larger of two numbers. */
export function most(a: Live, b: Live): Live {
  return { formula: formula`MAX(${a.formula},${b.formula})`, value: Math.max(a.value, b.value) };
}

/** Takes a number without its sign. */
export function sizeOf(a: Live): Live {
  return { formula: formula`ABS(${a.formula})`, value: Math.abs(a.value) };
}

/** Asks whether two numbers are the same. */
export function equal(a: Live, b: Live): LiveTest {
  return { formula: formula`${a.formula}=${b.formula}`, holds: a.value === b.value };
}

/** Asks whether one number is larger than another. */
export function above(a: Live, b: Live): LiveTest {
  return { formula: formula`${a.formula}>${b.formula}`, holds: a.value > b.value };
}

/** Asks whether any of some conditions holds. */
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

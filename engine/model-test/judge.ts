import { error, type Problem } from '../problem.ts';
import { fromBase, ONE, type Unit } from '../quantity/unit.ts';
import type { Bound } from '../study/study.ts';
import type { Expectation } from './expectation.ts';
import type { Line } from './prepare-test.ts';

/** What the rounding of units alone may do: 2 bn USD/year is a twelfth of it a month, times twelve. */
function rounding(value: number): number {
  return 4 * Number.EPSILON * Math.abs(value);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= rounding(b);
}

const HOLDS: Readonly<Record<Bound['operator'], (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b && !isSame(a, b),
  '<=': (a, b) => a <= b || isSame(a, b),
  '>': (a, b) => a > b && !isSame(a, b),
  '>=': (a, b) => a >= b || isSame(a, b),
};

function fits(expectation: Expectation, value: number): boolean {
  if (expectation.kind === 'bound') {
    return HOLDS[expectation.bound.operator](value, expectation.bound.value);
  }
  if (expectation.kind === 'value') {
    const away = Math.abs(value - expectation.value);
    return away <= expectation.tolerance + rounding(expectation.value);
  }
  if (expectation.move === 'unchanged') return value === 0;
  return expectation.move === 'rises' ? value > 0 : value < 0;
}

function showIn(unit: Unit, value: number): string {
  const number = Number(fromBase(value, unit).toPrecision(15));
  return unit === ONE ? String(number) : `${number} ${unit.text}`;
}

function show(value: number, expectation: Expectation): string {
  return expectation.kind === 'move' ? String(value) : showIn(expectation.unit, value);
}

/** A line that only names a direction is told in the unit of its measure. */
function showActual({ expectation, unit }: Line, value: number): string {
  if (expectation.kind !== 'move') return show(value, expectation);
  return unit === null ? `${value} in base units` : showIn(unit, value);
}

function wantedText(expectation: Expectation): string {
  if (expectation.kind === 'move') return expectation.move;
  if (expectation.kind === 'bound') return expectation.bound.text;
  return `${show(expectation.value, expectation)} within ${show(expectation.tolerance, expectation)}`;
}

/** Holds an answer against what a line expects of it; `what` is how the message goes on. */
export function judge(line: Line, value: number, what: string): readonly Problem[] {
  const { expectation, expected, text } = line;
  if (fits(expectation, value)) return [];
  const message = `${text} ${what} ${showActual(line, value)}; expected: ${wantedText(expectation)}`;
  return [error('test-failed', message, expected.position)];
}

import { drawName } from '../draw/draw-name.ts';
import { error, ProblemError } from '../problem.ts';
import { fromBase, type Unit } from '../quantity/unit.ts';
import type { RunResults } from '../simulation/block.ts';
import type { RunItem } from '../simulation/run-list.ts';
import { type Summary, summarise } from '../statistics/summary.ts';
import type { Study, Validation as Wanted } from '../study/study.ts';
import { difference } from './pairing.ts';
import type { Validation } from './validation.ts';

/** What one scenario, as drawn, answers to the formulas of validations that name it. Units: base units. */
export interface ValidationAnswers {
  readonly scenario: string;
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** Keeps the columns of a simulation that validations ask for; null under a condition, which none asks for. */
export function collectAnswers(
  { validations }: Study,
  { scenario, condition }: RunItem,
  { answers }: RunResults,
): ValidationAnswers | null {
  if (condition !== null) return null;
  const columns = validations.flatMap((one, index) => {
    if (one.scenario !== scenario && one.against !== scenario) return [];
    const column = answers[answers.length - validations.length + index]!;
    return [[one.name, Float64Array.from(column)] as const];
  });
  return { scenario, columns: new Map(columns) };
}

/** Divides a change by what it is a change of, which has to be above 0 for that to mean anything. */
function relative(one: Wanted, own: Float64Array, base: Float64Array): Float64Array {
  const draw = base.findIndex((value) => !(value > 0));
  if (draw < 0) return own.map((value, k) => (value - base[k]!) / base[k]!);
  const { name, against, formula } = one;
  const message = `${name} has no relative change: the formula is ${base[draw]} in ${against}, ${drawName(draw)}`;
  const hint = 'a relative change is one of a number above 0; ask for the `difference`';
  throw new ProblemError([error('not-finite', message, formula.position, hint)]);
}

function inUnit(column: Float64Array, unit: Unit): Float64Array {
  return column.map((value) => fromBase(value, unit));
}

/** Differences are taken in the unit, as comparisons take theirs, so that both have the same bits. */
function changeOf(one: Wanted, own: Float64Array, base: Float64Array): Float64Array {
  const { compare, unit } = one;
  return compare === 'relative'
    ? inUnit(relative(one, own, base), unit)
    : difference(inUnit(own, unit), inUnit(base, unit), 1);
}

function isInside({ published, unit }: Wanted, { p5, median, p95 }: Summary): boolean {
  const [from, to] = [fromBase(published.from, unit), fromBase(published.to, unit)];
  const isRange = published.low !== published.high;
  const [low, high] = isRange ? [median.value!, median.value!] : [p5.value!, p95.value!];
  return low <= to && high >= from;
}

function answer(one: Wanted, outcomes: Float64Array): Validation {
  const outcome = summarise(outcomes, null);
  const verdict = isInside(one, outcome) ? 'inside' : 'outside';
  return { name: one.name, outcomes, outcome, verdict, counts: !one.usedInCalibration };
}

function notRun({ name }: Wanted): Validation {
  return { name, outcomes: null, outcome: null, verdict: 'not run', counts: false };
}

/**
 * Holds the study's answers beside what was published: draw by draw, then as median and 5-95% range.
 *
 * Shape: one per validation of the study, in its order.
 * Errors: a ProblemError where a relative change is one of nothing, or of less.
 */
export function validate(
  { validations }: Study,
  answers: readonly ValidationAnswers[],
): readonly Validation[] {
  const columnOf = (scenario: string, name: string) =>
    answers.find((one) => one.scenario === scenario)?.columns.get(name);
  return validations.map((one) => {
    const own = columnOf(one.scenario, one.name);
    if (own === undefined) return notRun(one);
    if (one.compare === 'level') return answer(one, inUnit(own, one.unit));
    const base = columnOf(one.against, one.name);
    return base === undefined ? notRun(one) : answer(one, changeOf(one, own, base));
  });
}

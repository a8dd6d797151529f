import { slotsRead } from '../formula/rule.ts';
import { error, hasErrors, type Problem } from '../problem.ts';
import { assembleSystem } from './assemble-system.ts';
import { components } from './components.ts';
import { labelOf, type ScalarEquation, type ScalarUnknown, type Variable } from './model.ts';

/** What is computed in one step: by a formula, or by a residual that must vanish. */
export type Computed = ScalarEquation | ScalarUnknown;

/** Tells an unknown from an equation. */
export function isUnknown(one: Computed): one is ScalarUnknown {
  return 'residual' in one;
}

function isEquation(one: Computed): one is ScalarEquation {
  return !isUnknown(one);
}

function readNow(one: Computed): ReadonlySet<number> {
  if (!isUnknown(one)) return slotsRead(one.term);
  return new Set([...slotsRead(one.residual), ...slotsRead(one.guess)]);
}

/** Collects what is wrong with the order of equations, each loop once. */
class Loops {
  readonly #variables: readonly Variable[];
  readonly #problems: Problem[];
  readonly #seen = new Set<string>();

  constructor(variables: readonly Variable[], problems: Problem[]) {
    this.#variables = variables;
    this.#problems = problems;
  }

  report(slots: readonly number[]): void {
    // One loop of equations over a set closes once for each element.
    const keys = slots.map((slot) => this.#variables[slot]!.key).join(' ');
    if (this.#seen.has(keys)) return;
    this.#seen.add(keys);
    const path = slots.map((slot) => labelOf(this.#variables[slot]!)).join(' -> ');
    const hint = 'let one of them read another through previous() or delay()';
    const message = `equations read each other in one step: ${path}`;
    this.#problems.push(error('cycle', message, this.#variables[slots[0]!]!.position, hint));
  }
}

/** Orders equations of which each reads others of the list, if at all, in a direction; reports loops. */
function inLine(equations: readonly ScalarEquation[], loops: Loops): readonly ScalarEquation[] {
  const bySlot = new Map(equations.map((equation) => [equation.slot, equation]));
  const done = new Set<number>();
  const trail: number[] = [];
  const ordered: ScalarEquation[] = [];
  const place = (equation: ScalarEquation): void => {
    if (done.has(equation.slot)) return;
    const loop = trail.indexOf(equation.slot);
    if (loop >= 0) {
      loops.report([...trail.slice(loop), equation.slot]);
      return;
    }
    trail.push(equation.slot);
    for (const slot of slotsRead(equation.term)) {
      const read = bySlot.get(slot);
      if (read !== undefined) place(read);
    }
    trail.pop();
    done.add(equation.slot);
    ordered.push(equation);
  };
  for (const equation of equations) place(equation);
  return ordered;
}

/** Orders unknowns by their names, so that elimination rounds alike wherever they stand in their files. */
function byName(
  unknowns: readonly ScalarUnknown[],
  variables: readonly Variable[],
): readonly ScalarUnknown[] {
  const keyOf = ({ slot }: ScalarUnknown) => variables[slot]!.key;
  return unknowns.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));
}

/**
 * Puts equations in an order in which each comes after those it reads in the same step; otherwise the order
 * they came in. Unknowns are joined with the equations between them and their residuals into systems, as small as
 * they can be: systems that do not need each other stay apart.
 *
 * Errors: a `cycle` for each loop found, with its path; `not-solvable` for a system that no derivative can solve.
 */
export function order(
  equations: readonly ScalarEquation[],
  unknowns: readonly ScalarUnknown[],
  variables: readonly Variable[],
  problems: Problem[],
): readonly ScalarEquation[] {
  const loops = new Loops(variables, problems);
  // Where formulas are wrong, equations are missing, and systems that lack them are not to blame.
  const flaws = hasErrors(problems) ? [] : problems;
  const all: readonly Computed[] = [...unknowns, ...equations];
  return components(all, readNow).flatMap((members) => {
    const own = byName(members.filter(isUnknown), variables);
    const between = inLine(members.filter(isEquation), loops);
    return own.length === 0 ? between : assembleSystem(own, between, variables, flaws);
  });
}

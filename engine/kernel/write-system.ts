import { type Definition, type Read, type Solved, type System, termsOf } from '../formula/rule.ts';
import { SHORTEST_STRETCH } from '../formula/solve.ts';
import type { Term } from '../formula/term.ts';
import type { Group } from '../model/groups.ts';
import { keptPlace, type Layout, place } from './layout.ts';
import { type Lifted, liftFixed } from './lift-fixed.ts';
import { nameOf, Part } from './part.ts';

/** A system to be written: its equations, what others read of it, and the words for its first unknown. */
export interface SystemText {
  readonly group: Group;
  readonly label: string;
  readonly stored: ReadonlySet<number>;
  readonly layout: Layout;
}

const NONE: ReadonlySet<number> = new Set();

/** Values of variables outlive the search and are declared before it; the system's own do not. */
function define(part: Part, { slot, term }: Definition, outlives = NONE): void {
  const declares = outlives.has(slot) ? '' : 'const ';
  part.add(`      ${declares}${nameOf(slot)} = ${part.expression(term)};`);
  part.know(slot);
}

/** Writes the Newton step: s0, s1, ... from the derivatives at the trial that was accepted. */
function writeStep(part: Part, { slopes, jacobian, residuals }: System): void {
  for (const slope of slopes) define(part, slope);
  const size = jacobian.length;
  if (size === 1) {
    const [slope, residual] = [jacobian[0]![0]!, residuals[0]!];
    part.add(`      s0 = ${part.expression(residual)} / ${part.expression(slope)};`);
    return;
  }
  for (const [row, slopesOfRow] of jacobian.entries()) {
    for (const [column, term] of [...slopesOfRow, residuals[row]!].entries()) {
      part.add(`      m[${row * (size + 1) + column}] = ${part.expression(term)};`);
    }
  }
  part.add(`      eliminate(m, ${size});`);
  for (const row of jacobian.keys()) part.add(`      s${row} = m[${row * (size + 1) + size}];`);
}

function worstOf(part: Part, misses: readonly Term[]): string {
  return misses.map((miss) => part.expression(miss)).reduce((a, b) => `max(${a}, ${b})`);
}

/** Writes the search itself, line for line what `solve` in formula/solve.ts does. */
function writeSearch(part: Part, system: System, outlives: ReadonlySet<number>): void {
  const names = system.unknowns.map(({ slot }) => nameOf(slot));
  const each = (write: (name: string, index: number) => string) => names.map(write).join(' ');
  part.add(`    let best = Infinity, t = 1, rounds = 0, solved = false;`);
  part.add(`    let ${names.map((_, index) => `y${index} = 0, s${index} = 0`).join(', ')};`);
  part.add('    for (;;) {');
  for (const value of system.values) define(part, value, outlives);
  part.add(`      const worst = ${worstOf(part, system.misses)};`);
  part.add('      if (worst < best) {');
  part.add(`      best = worst; ${each((name, index) => `y${index} = ${name};`)}`);
  part.add(`      if (worst <= ${system.tolerance}) { solved = true; break; }`);
  part.add(`      if (rounds === ${system.iterations}) break;`);
  part.add('      rounds += 1; t = 1;');
  writeStep(part, system);
  part.add('      } else {');
  part.add(`      t *= 0.5;`);
  part.add(`      if (rounds === 0 || t < ${SHORTEST_STRETCH}) break;`);
  part.add('      }');
  part.add(`      ${each((name, index) => `${name} = y${index} - t * s${index};`)}`);
  part.add('    }');
  part.add(`    if (!solved) { ${each((name) => `${name} = NaN;`)} }`);
}

function writeSolution(part: Part, { group, stored }: SystemText, lifted: Lifted): void {
  const { fixed, system } = lifted;
  const count = system.unknowns.length;
  if (count > 1) part.matrix('m', count * (count + 1));
  for (const definition of fixed) define(part, definition);
  for (const { slot, guess } of system.unknowns) {
    part.add(`    let ${nameOf(slot)} = ${part.expression(guess)};`);
  }
  for (const { slot } of system.unknowns) part.know(slot);
  const outlives = new Set(group.slice(count).map(({ slot }) => slot));
  if (outlives.size > 0) part.add(`    let ${[...outlives].map(nameOf).join(', ')};`);
  writeSearch(part, system, outlives);
  for (const { slot } of group) {
    part.watch(slot);
    if (stored.has(slot)) part.add(`    ${part.at(place(slot))} = ${nameOf(slot)};`);
  }
}

function writeRemembering(
  part: Part,
  text: SystemText,
  lifted: Lifted,
  reads: readonly Read[],
): void {
  const { asBefore, renew } = part.recall(text.group[0]!.slot, reads);
  const lagged = text.group.filter(({ lag }) => lag > 0);
  part.add(`    if (${asBefore}) {`);
  for (const { slot } of lagged) {
    part.add(`    ${part.at(place(slot))} = ${part.at(keptPlace(slot))};`);
  }
  part.add('    } else {');
  writeSolution(part, text, lifted);
  for (const { slot } of lagged) part.add(`    ${part.at(keptPlace(slot))} = ${nameOf(slot)};`);
  part.add(`    ${renew}`);
  part.add('    }');
}

/**
 * Writes the function that solves a system for each draw. At every step, a draw whose inputs all kept their bits
 * since the step before keeps its solution too.
 */
export function writeSystem(text: SystemText, name: string): string {
  const { group, layout } = text;
  const lifted = liftFixed((group[0]!.term as Solved).system);
  const terms = [...lifted.fixed.map(({ term }) => term), ...termsOf(lifted.system)];
  const part = new Part(layout, terms);
  part.add(`    // ${text.label}: ${lifted.system.unknowns.length} solved for by Newton's method`);
  const reads = layout.memory.get(group[0]!.slot);
  if (reads === undefined) writeSolution(part, text, lifted);
  else writeRemembering(part, text, lifted, reads);
  return part.text(name, 'C, K, S, b, Z, n');
}

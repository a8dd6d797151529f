import { type Definition, type Solved, type System, termsOf } from '../formula/rule.ts';
import { ENOUGH_STRETCH, ROUNDING, SHORTEST_STRETCH } from '../formula/solve.ts';
import type { Group } from '../model/groups.ts';
import { asComment } from './check-code.ts';
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

/** Writes the Newton step: d0, d1, ... from the derivatives at the trial that was accepted. */
function writeStep(part: Part, { slopes, jacobian }: System): void {
  for (const slope of slopes) define(part, slope);
  const size = jacobian.length;
  if (size === 1) {
    part.add(`      d0 = r0 / ${part.expression(jacobian[0]![0]!)};`);
    return;
  }
  for (const [row, slopesOfRow] of jacobian.entries()) {
    for (const [column, term] of slopesOfRow.entries()) {
      part.add(`      m[${row * (size + 1) + column}] = ${part.expression(term)};`);
    }
    part.add(`      m[${row * (size + 1) + size}] = r${row};`);
  }
  part.add(`      eliminate(m, ${size});`);
  for (const row of jacobian.keys()) part.add(`      d${row} = m[${row * (size + 1) + size}];`);
}

/** Writes the largest of some residuals, each measured by the larger of its sizes here and where it was held. */
function worstOf(name: string, margins: readonly number[]): string {
  return margins
    .map((margin, at) => `abs(${name}${at}) / (max(w${at}, g${at}) + ${margin})`)
    .reduce((a, b) => `max(${a}, ${b})`);
}

/** Writes the search itself, line for line what `solve` in formula/solve.ts does. */
function writeSearch(part: Part, system: System, outlives: ReadonlySet<number>): void {
  const names = system.unknowns.map(({ slot }) => nameOf(slot));
  const each = (write: (name: string, index: number) => string, between = ' ') =>
    names.map(write).join(between);
  part.add('    let t = 1, rounds = 0, solved = false, closing = false;');
  part.add(
    `    let ${each((_, at) => `y${at} = 0, d${at} = 0, h${at} = Infinity, g${at} = 0`, ', ')};`,
  );
  part.add('    for (;;) {');
  for (const value of system.values) define(part, value, outlives);
  part.add('      if (closing) { solved = true; break; }');
  for (const [at, residual] of system.residuals.entries()) {
    part.add(`      const r${at} = ${part.expression(residual)};`);
    part.add(`      const w${at} = ${part.expression(system.sizes[at]!)};`);
  }
  part.add(`      if (${worstOf('r', system.margins)} < ${worstOf('h', system.margins)}) {`);
  part.add(
    `      ${each((name, at) => `y${at} = ${name}; h${at} = r${at}; g${at} = w${at};`)} t = 1;`,
  );
  const isNone = each((_, at) => `abs(r${at}) <= ${system.tolerance} * w${at}`, ' && ');
  const isRounding = each((_, at) => `abs(r${at}) <= ${ROUNDING * system.margins[at]!}`, ' && ');
  const isEnough = (r: string, w: string) =>
    each(
      (_, at) => `abs(${r}${at}) <= ${system.tolerance} * (${w}${at} + ${system.margins[at]})`,
      ' && ',
    );
  part.add(`      if (${isNone} || (rounds === 0 && ${isRounding})) { solved = true; break; }`);
  part.add(`      if (rounds === ${system.iterations}) { solved = ${isEnough('r', 'w')}; break; }`);
  part.add('      rounds += 1;');
  writeStep(part, system);
  part.add('      } else {');
  part.add('      t *= 0.5;');
  part.add(`      if (t < ${ENOUGH_STRETCH} && ${isEnough('h', 'g')}) {`);
  part.add(`      closing = true; ${each((name, at) => `${name} = y${at};`)} continue;`);
  part.add('      }');
  part.add(`      if (rounds === 0 || t < ${SHORTEST_STRETCH}) break;`);
  part.add('      }');
  part.add(`      ${each((name, at) => `${name} = y${at} - t * d${at};`)}`);
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

/** Writes the function that solves a system: for each draw, or for those that are listed for its cluster. */
export function writeSystem(text: SystemText, name: string): string {
  const { group, layout } = text;
  const owner = group[0]!.slot;
  const lifted = liftFixed((group[0]!.term as Solved).system);
  const terms = [...lifted.fixed.map(({ term }) => term), ...termsOf(lifted.system)];
  const part = new Part(layout, terms);
  part.add(
    `    // ${asComment(text.label)}: ${lifted.system.unknowns.length} solved for by Newton's method`,
  );
  writeSolution(part, text, lifted);
  const isListed = layout.clusters.has(owner);
  for (const { slot, lag } of group) {
    if (isListed && lag > 0) part.add(`    ${part.at(keptPlace(slot))} = ${nameOf(slot)};`);
  }
  return part.text(name, 'C, K, S, b, Z, n', isListed ? owner : undefined);
}

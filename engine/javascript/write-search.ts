import { ENOUGH_STRETCH, ROUNDING, SHORTEST_STRETCH } from '../formula/solve.ts';
import type { Let, Search } from '../kernel/routine.ts';
import { asComment } from './check-code.ts';
import type { RoutineText } from './routine-text.ts';

/** Writes lets of a search; what outlives it is declared before it. */
function define(text: RoutineText, lets: readonly Let[], outliving: readonly string[] = []): void {
  for (const { local, value } of lets) {
    const declares = outliving.includes(local) ? '' : 'const ';
    text.add(`      ${declares}${local} = ${text.expression(value)};`);
  }
}

/** Writes the Newton step: d0, d1, ... from the derivatives at the trial that was accepted. */
function writeStep(text: RoutineText, { slopes, jacobian }: Search): void {
  define(text, slopes);
  const size = jacobian.length;
  if (size === 1) {
    text.add(`      d0 = r0 / ${text.expression(jacobian[0]![0]!)};`);
    return;
  }
  const width = size + 1;
  text.head('m', `new Float64Array(${size * width})`);
  for (const [row, slopesOfRow] of jacobian.entries()) {
    for (const [column, slope] of slopesOfRow.entries()) {
      text.add(`      m[${row * width + column}] = ${text.expression(slope)};`);
    }
    text.add(`      m[${row * width + size}] = r${row};`);
  }
  text.add(`      eliminate(m, ${size});`);
  for (const row of jacobian.keys()) text.add(`      d${row} = m[${row * width + size}];`);
}

/** Writes the largest of some residuals, each measured by the larger of its sizes here and where it was held. */
function worstOf(name: string, margins: readonly number[]): string {
  return margins
    .map((margin, at) => `abs(${name}${at}) / (max(w${at}, g${at}) + ${margin})`)
    .reduce((a, b) => `max(${a}, ${b})`);
}

/** Writes what ends a search whose trial was accepted. */
function writeEnds(text: RoutineText, search: Search, isEnough: string): void {
  const { tolerance, margins, iterations } = search;
  const every = (write: (at: number) => string) => margins.map((_, at) => write(at)).join(' && ');
  const isNone = every((at) => `abs(r${at}) <= ${tolerance} * w${at}`);
  const isRounding = every((at) => `abs(r${at}) <= ${ROUNDING * margins[at]!}`);
  text.add(`      if (${isNone} || (rounds === 0 && ${isRounding})) { solved = true; break; }`);
  text.add(`      if (rounds === ${iterations}) { solved = ${isEnough}; break; }`);
}

/** Writes the loop of the search, line for line what `solve` in formula/solve.ts does. */
function writeLoop(text: RoutineText, search: Search): void {
  const { unknowns, values, outliving, measures, margins, tolerance } = search;
  const names = unknowns.map(({ local }) => local);
  const each = (write: (name: string, at: number) => string) => names.map(write).join(' ');
  const isEnough = (r: string, w: string) =>
    margins
      .map((margin, at) => `abs(${r}${at}) <= ${tolerance} * (${w}${at} + ${margin})`)
      .join(' && ');
  define(text, values, outliving);
  text.add('      if (closing) { solved = true; break; }');
  define(text, measures);
  text.add(`      if (${worstOf('r', margins)} < ${worstOf('h', margins)}) {`);
  text.add(
    `      ${each((name, at) => `y${at} = ${name}; h${at} = r${at}; g${at} = w${at};`)} t = 1;`,
  );
  writeEnds(text, search, isEnough('r', 'w'));
  text.add('      rounds += 1;');
  writeStep(text, search);
  text.add('      } else {');
  text.add('      t *= 0.5;');
  text.add(`      if (t < ${ENOUGH_STRETCH} && ${isEnough('h', 'g')}) {`);
  text.add(`      closing = true; ${each((name, at) => `${name} = y${at};`)} continue;`);
  text.add('      }');
  text.add(`      if (rounds === 0 || t < ${SHORTEST_STRETCH}) break;`);
  text.add('      }');
  text.add(`      ${each((name, at) => `${name} = y${at} - t * d${at};`)}`);
}

/** Writes the search for a solution of a system. */
export function writeSearch(text: RoutineText, search: Search): void {
  const { label, unknowns, outliving } = search;
  text.add(`    // ${asComment(label)}: ${unknowns.length} solved for by Newton's method`);
  for (const { local, guess } of unknowns)
    text.add(`    let ${local} = ${text.expression(guess)};`);
  if (outliving.length > 0) text.add(`    let ${outliving.join(', ')};`);
  text.add('    let t = 1, rounds = 0, solved = false, closing = false;');
  const state = unknowns.map((_, at) => `y${at} = 0, d${at} = 0, h${at} = Infinity, g${at} = 0`);
  text.add(`    let ${state.join(', ')};`);
  text.add('    for (;;) {');
  writeLoop(text, search);
  text.add('    }');
  text.add(`    if (!solved) { ${unknowns.map(({ local }) => `${local} = NaN;`).join(' ')} }`);
}

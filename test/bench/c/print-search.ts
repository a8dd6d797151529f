import { ENOUGH_STRETCH, ROUNDING, SHORTEST_STRETCH } from '../../../engine/formula/solve.ts';
import type { Let, Search } from '../../../engine/kernel/routine.ts';
import { printNumber, type RoutineText } from './routine-text.ts';

/** Stands for infinity where no values were accepted yet: the fastest C knows of no infinity. */
const NOWHERE = '1e300';

function define(text: RoutineText, lets: readonly Let[], outliving: readonly string[] = []): void {
  for (const { local, value } of lets) {
    const declares = outliving.includes(local) ? '' : 'const double ';
    text.add(`  ${declares}${local} = ${text.expression(value)};`);
  }
}

function printStep(text: RoutineText, { slopes, jacobian }: Search): void {
  define(text, slopes);
  const size = jacobian.length;
  if (size === 1) {
    text.add(`  d0 = r0 / ${text.expression(jacobian[0]![0]!)};`);
    return;
  }
  const width = size + 1;
  text.head('m', `double m[${size * width}];`);
  for (const [row, slopesOfRow] of jacobian.entries()) {
    for (const [column, slope] of slopesOfRow.entries())
      text.add(`  m[${row * width + column}] = ${text.expression(slope)};`);
    text.add(`  m[${row * width + size}] = r${row};`);
  }
  text.add(`  eliminate(m, ${size});`);
  for (const row of jacobian.keys()) text.add(`  d${row} = m[${row * width + size}];`);
}

function worstOf(name: string, margins: readonly number[]): string {
  return margins
    .map((margin, at) => `fabs(${name}${at}) / (larger(w${at}, g${at}) + ${printNumber(margin)})`)
    .reduce((a, b) => `larger(${a}, ${b})`);
}

/** Writes the search of a system line for line as engine/javascript/write-search.ts does. */
export function printSearch(text: RoutineText, search: Search): void {
  const { unknowns, values, outliving, measures, margins, tolerance, iterations } = search;
  const names = unknowns.map(({ local }) => local);
  const each = (write: (name: string, at: number) => string) => names.map(write).join(' ');
  const every = (write: (at: number) => string) => margins.map((_, at) => write(at)).join(' && ');
  const isEnough = (r: string, w: string) =>
    every((at) => `fabs(${r}${at}) <= ${tolerance} * (${w}${at} + ${printNumber(margins[at]!)})`);
  for (const { local, guess } of unknowns) text.add(`double ${local} = ${text.expression(guess)};`);
  if (outliving.length > 0) text.add(`double ${outliving.join(', ')};`);
  text.add('double t = 1; int rounds = 0, solved = 0, closing = 0;');
  text.add(each((_, at) => `double y${at} = 0, d${at} = 0, h${at} = ${NOWHERE}, g${at} = 0;`));
  text.add('for (;;) {');
  define(text, values, outliving);
  text.add('  if (closing) { solved = 1; break; }');
  define(text, measures);
  text.add(`  if (${worstOf('r', margins)} < ${worstOf('h', margins)}) {`);
  text.add(`  ${each((name, at) => `y${at} = ${name}; h${at} = r${at}; g${at} = w${at};`)} t = 1;`);
  const isNone = every((at) => `fabs(r${at}) <= ${tolerance} * w${at}`);
  const isRounding = every((at) => `fabs(r${at}) <= ${ROUNDING * margins[at]!}`);
  text.add(`  if ((${isNone}) || (rounds == 0 && ${isRounding})) { solved = 1; break; }`);
  text.add(`  if (rounds == ${iterations}) { solved = ${isEnough('r', 'w')}; break; }`);
  text.add('  rounds += 1;');
  printStep(text, search);
  text.add('  } else {');
  text.add('  t *= 0.5;');
  text.add(`  if (t < ${ENOUGH_STRETCH} && ${isEnough('h', 'g')}) {`);
  text.add(`  closing = 1; ${each((name, at) => `${name} = y${at};`)} continue;`);
  text.add('  }');
  text.add(`  if (rounds == 0 || t < ${SHORTEST_STRETCH}) break;`);
  text.add('  }');
  text.add(`  ${each((name, at) => `${name} = y${at} - t * d${at};`)}`);
  text.add('}');
  text.add(`if (!solved) { ${names.map((name) => `${name} = NAN;`).join(' ')} }`);
}

import type { OperationName, Term } from '../../engine/index.ts';
import { type Area, type Formula, formula } from '../formula.ts';

/** Where the values stand that a term reads. */
export interface Reading {
  readonly now: (slot: number) => Area;
  readonly past: (slot: number, lag: number) => Area;
}

/** How tightly a piece of a formula holds together: what is looser than its surroundings stands in brackets. */
type Level = 1 | 2 | 3 | 4 | 5 | 6;
const [COMPARISON, SUM, SIGN, PRODUCT, POWER, WHOLE]: readonly Level[] = [1, 2, 3, 4, 5, 6];

/** A piece of a formula. */
interface Piece {
  readonly text: Formula;
  readonly level: Level;
}

function within({ text, level }: Piece, least: Level): Formula {
  return level >= least ? text : formula`(${text})`;
}

function called(name: string, operands: readonly Formula[]): Piece {
  const listed = operands.flatMap((operand, at) => (at === 0 ? operand : [',', ...operand]));
  return { text: [`${name}(`, ...listed, ')'], level: WHOLE! };
}

/** Spells an operation on pieces; `terms` are what they were made of. */
type Spell = (pieces: readonly Piece[], terms: readonly Term[]) => Piece;

/** Groups to the left, as spreadsheets do: what stands on the right must hold more tightly. */
function infix(operator: string, level: Level, tighter: Level): Spell {
  return ([a, b]) => ({
    text: formula`${within(a!, level)}${operator}${within(b!, tighter)}`,
    level,
  });
}

function comparison(operator: string): Spell {
  return ([a, b]) => ({
    text: formula`${within(a!, SUM!)}${operator}${within(b!, SUM!)}`,
    level: COMPARISON!,
  });
}

function named(name: string): Spell {
  return (pieces) =>
    called(
      name,
      pieces.map(({ text }) => text),
    );
}

/** Takes the operands of the same operation in at once: MIN(a,b,c). */
function listed(name: string): Spell {
  const open = ({ text, level }: Piece): Formula =>
    level === WHOLE && text[0] === `${name}(` ? text.slice(1, -1) : text;
  return (pieces) => called(name, pieces.map(open));
}

function isZero(term: Term | undefined): boolean {
  return term?.kind === 'number' && term.value === 0;
}

/** Operations that finite numbers never make an error of. */
const SAFE: ReadonlySet<OperationName> = new Set([
  ...(['add', 'subtract', 'multiply', 'negate', 'floor', 'ceil', 'round', 'abs'] as const),
  ...(['smaller', 'larger', 'less', 'lessEqual', 'greater', 'greaterEqual'] as const),
  ...(['equal', 'unequal', 'and', 'or', 'xor', 'not', 'choose'] as const),
]);

function isSafe(term: Term): boolean {
  if (term.kind !== 'apply') return true;
  return SAFE.has(term.operation) && term.operands.every(isSafe);
}

/** AND and OR compute all they are given; IF stops as the engine does where the rest could be an error. */
function joined(name: 'AND' | 'OR', lazily: (a: Formula, b: Formula) => readonly Formula[]): Spell {
  return ([a, b], [, second]) =>
    isSafe(second!) ? listed(name)([a!, b!], []) : called('IF', lazily(a!.text, b!.text));
}

/** The operands are plain reads: they are written more than once. */
function spellRamp([start, end, date, span]: readonly Formula[]): Formula {
  const [s, e, d, n] = [start!, end!, date!, span!];
  const whole = formula`IF(${e}-${d}<${n},(${e}-${d})^2/(2*${n}),${e}-${d}-${n}/2)`;
  const before = formula`IF(${s}<=${d},0,(${s}-${d})^2/(2*${n}))`;
  return formula`IF(${e}<=${d},0,IF(${s}>=${d}+${n},1,(${whole}-${before})/(${e}-${s})))`;
}

/** How each operation is spelled: the table in README.md, as code. */
const SPELLING: Readonly<Record<OperationName, Spell>> = {
  add: infix('+', SUM!, PRODUCT!),
  subtract: infix('-', SUM!, PRODUCT!),
  multiply: infix('*', PRODUCT!, POWER!),
  divide: infix('/', PRODUCT!, POWER!),
  negate: ([a]) => ({ text: formula`-${within(a!, WHOLE!)}`, level: SIGN! }),
  power: ([x, y]) => ({
    text: formula`IF(AND(${x!.text}=0,${y!.text}>0),0,EXP(${y!.text}*LN(${x!.text})))`,
    level: WHOLE!,
  }),
  wholePower: ([x, n], [, exponent]) =>
    isZero(exponent)
      ? { text: ['1'], level: WHOLE! }
      : { text: formula`${within(x!, WHOLE!)}^${within(n!, WHOLE!)}`, level: POWER! },
  squareRoot: named('SQRT'),
  exp: named('EXP'),
  log: named('LN'),
  logistic: ([x]) => ({
    text: formula`IF(${x!.text}<0,EXP(${x!.text})/(1+EXP(${x!.text})),1/(1+EXP(-${x!.text})))`,
    level: WHOLE!,
  }),
  floor: named('INT'),
  ceil: ([a]) => ({ text: formula`-INT(-${within(a!, WHOLE!)})`, level: SIGN! }),
  round: ([a]) => called('ROUND', [a!.text, ['0']]),
  abs: named('ABS'),
  smaller: listed('MIN'),
  larger: listed('MAX'),
  ramp: (pieces) => ({ text: spellRamp(pieces.map(({ text }) => text)), level: WHOLE! }),
  less: comparison('<'),
  lessEqual: comparison('<='),
  greater: comparison('>'),
  greaterEqual: comparison('>='),
  equal: comparison('='),
  unequal: comparison('<>'),
  and: joined('AND', (a, b) => [a, b, ['FALSE']]),
  or: joined('OR', (a, b) => [a, ['TRUE'], b]),
  xor: comparison('<>'),
  not: named('NOT'),
  choose: named('IF'),
};

function pieceOf(term: Term, reading: Reading): Piece {
  switch (term.kind) {
    case 'number':
      return { text: [Number.isNaN(term.value) ? 'NA()' : String(term.value)], level: WHOLE! };
    case 'truth':
      return { text: [term.value ? 'TRUE' : 'FALSE'], level: WHOLE! };
    case 'slot':
      return { text: [reading.now(term.slot)], level: WHOLE! };
    case 'past':
      return { text: [reading.past(term.slot, term.lag)], level: WHOLE! };
    case 'apply':
      return SPELLING[term.operation](
        term.operands.map((operand) => pieceOf(operand, reading)),
        term.operands,
      );
  }
}

/**
 * Writes a term of a row of the live model as a spreadsheet formula: brackets only where they are needed, operands of
 * what is written with repetition being plain reads.
 */
export function printTerm(term: Term, reading: Reading): Formula {
  return pieceOf(term, reading).text;
}

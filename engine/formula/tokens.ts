import { LIMITS } from '../limits.ts';
import { type Refusal, refuse } from '../quantity/refusal.ts';

/** A word or a number of a formula and where it stands. */
export interface Token {
  readonly text: string;
  readonly offset: number;
}

/** Limits on one formula; a model that needs more is better told in several equations. */
export const FORMULA_LIMITS = {
  characters: LIMITS.formulaLetters,
  depth: LIMITS.formulaBrackets,
  chain: LIMITS.formulaOperations,
} as const;

const TOKEN = /[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const STRANGE = /===|!==|=[<>]|<>|\*\*|(?<![<>=!])=(?!=)|!(?!=)|[^A-Za-z0-9_.,+\-*/^()[\]<>=! ]/u;
const YEAR_MONTH = /(?<![\w.])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\w.])/;
const GLUED = /(?<![\w.])\d+(?:\.\d+)?(?![eE][+-]?\d+\b)[A-Za-z_]\w*/;
const LEADING_ZERO = /(?<![\w.])0+(\d+)/;
const HALF_NUMBER = /(?<![\w)\]])\.\d+|(?<![\w.])\d+\.(?!\d)/;

const HINTS: Readonly<Record<string, string>> = {
  '%': 'write 0.1, or name an assumption in %',
  '#': 'comments go into `about:`',
  '"': 'formulas have no texts',
  "'": 'formulas have no texts',
  '?': 'write if(condition, a, b)',
  '&': 'write `and`',
  '|': 'write `or`',
  '×': 'write *',
  '÷': 'write /',
  '−': 'write -',
  '=': 'compare with ==; a residual is one side minus the other',
  '===': 'write ==',
  '!==': 'write !=',
  '<>': 'write !=',
  '=>': 'write >=',
  '=<': 'write <=',
  '**': 'write ^',
  '!': '`not` is written out',
  ';': 'a formula yields one value',
  ':': 'there are no ranges; write sum(set, x)',
  '\\': 'formulas have no escapes',
  '`': 'formulas have no texts',
};

/** Quotes a sign, or gives the number of one that cannot be seen. */
function showSign(sign: string): string {
  if (!/[\s\p{C}\p{M}]/u.test(sign)) return `"${sign}"`;
  const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `the character U+${code}`;
}

/** Spaces and letters of other alphabets look just like those that have a meaning. */
function hintOf(sign: string): string | undefined {
  if (/\s/u.test(sign)) return 'type an ordinary space';
  const code = sign.codePointAt(0)!.toString(16).toUpperCase();
  const isLetter = /[\p{L}\p{N}]/u.test(sign);
  return isLetter ? `names have the letters a to z; this is U+${code.padStart(4, '0')}` : undefined;
}

function strange(text: string): Refusal | null {
  const match = STRANGE.exec(text);
  if (match === null) return null;
  const [sign] = match;
  const message = `${showSign(sign)} has no meaning in a formula`;
  return refuse('formula-feature', message, match.index, sign.length, HINTS[sign] ?? hintOf(sign));
}

function dateLike(text: string): Refusal | null {
  const match = YEAR_MONTH.exec(text);
  if (match === null) return null;
  const [whole, year, month, day] = match;
  const parts = [year, Number(month), ...(day === undefined ? [] : [Number(day)])].join(', ');
  return refuse(
    'formula-feature',
    `${whole} is a subtraction here`,
    match.index,
    whole.length,
    `write date(${parts})`,
  );
}

function hintForGlued(number: string): string {
  if (/^0[xob]/i.test(number)) return 'numbers are written in decimal';
  if (/^\d[\d_]*$/.test(number)) return `write ${number.replaceAll('_', '')}`;
  return 'a number and its unit have a space between them';
}

function oddNumber(text: string): Refusal | null {
  const odd = (match: RegExpExecArray, hint: string) =>
    refuse('formula-syntax', `"${match[0]}" is no number`, match.index, match[0].length, hint);
  const glued = GLUED.exec(text);
  if (glued !== null) return odd(glued, hintForGlued(glued[0]));
  const padded = LEADING_ZERO.exec(text);
  if (padded !== null) return odd(padded, `write ${padded[1]}`);
  const half = HALF_NUMBER.exec(text);
  return half === null ? null : odd(half, 'numbers have digits on both sides of the point');
}

function tooDeep(text: string): Refusal | null {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (depth <= FORMULA_LIMITS.depth) continue;
    const message = `more than ${FORMULA_LIMITS.depth} brackets stand inside each other`;
    return refuse('formula-syntax', message, offset, 1, 'split the equation');
  }
  return null;
}

/** Refuses what the parser would take for something else: dates, odd numbers, strange characters, depth. */
export function scan(text: string): Refusal | null {
  if (text.length > FORMULA_LIMITS.characters) {
    const message = `a formula has at most ${FORMULA_LIMITS.characters} characters`;
    return refuse('formula-syntax', message, FORMULA_LIMITS.characters, 1, 'split the equation');
  }
  return strange(text) ?? dateLike(text) ?? oddNumber(text) ?? tooDeep(text);
}

/** Lists the words and numbers of a formula in order. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], offset: match.index }));
}

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Expression } from '../../../engine/formula/expression.ts';
import { parse } from '../../../engine/formula/parse.ts';
import { isRefusal } from '../../../engine/quantity/refusal.ts';
import type { ScalarNode } from '../../../engine/source/document.ts';
import { nodeAt, positionIn } from '../../../engine/source/locate.ts';
import { readDocument } from '../../../engine/source/read-document.ts';
import { ANY_CHARACTER } from '../../support/any-character.ts';
import { showExpression, showParsed } from '../../support/show-expression.ts';

describe('parse takes', () => {
  it.each([
    ['a', 'a'],
    ['  a  ', 'a'],
    ['lng.price', 'lng.price'],
    ['x[cars]', 'x[cars]'],
    ['x[sector, supplier]', 'x[sector,supplier]'],
    ['tariffs.applied[cars, korea]', 'tariffs.applied[cars,korea]'],
    ['12', '12'],
    ['0.5', '0.5'],
    ['1e5', '100000'],
    ['2.5e3', '2500'],
    ['1e-3', '0.001'],
    ['1E+3', '1000'],
    ['24 months', '24:months'],
    ['2 years', '24:years'],
    ['0 Mt', '0:Mt'],
    ['2.5 Mt', '2500000:Mt'],
    ['1e-3 Mt', '1000:Mt'],
    ['5 percent', '0.05:percent'],
    ['-24 months', '-24:months'],
    ['a - 24 months', '(subtract a 24:months)'],
    ['step / 1 year', '(divide step 12:year)'],
    ['3 Mt / x', '(divide 3000000:Mt x)'],
    ['3 Mt * 2 years', '(multiply 3000000:Mt 24:years)'],
    ['a + 2 * b', '(add a (multiply 2 b))'],
    ['(a + 2) * b', '(multiply (add a 2) b)'],
    ['a - b - c', '(subtract (subtract a b) c)'],
    ['a / b / c', '(divide (divide a b) c)'],
    ['a / b * c', '(multiply (divide a b) c)'],
    ['a ^ b ^ c', '(power a (power b c))'],
    ['-a', '(negate a)'],
    ['-2 ^ 2', '(negate (power 2 2))'],
    ['a ^ -2', '(power a (negate 2))'],
    ['--a', '(negate (negate a))'],
    ['a < b', '(less a b)'],
    ['a <= b', '(lessEqual a b)'],
    ['a > b', '(greater a b)'],
    ['a >= b', '(greaterEqual a b)'],
    ['a == b', '(equal a b)'],
    ['a != b', '(unequal a b)'],
    ['a + b < c * d', '(less (add a b) (multiply c d))'],
    ['a > 0 and b > 0', '(and (greater a 0) (greater b 0))'],
    ['a and b or c', '(or (and a b) c)'],
    ['a or b and c', '(or a (and b c))'],
    ['a xor b', '(xor a b)'],
    ['not a', '(not a)'],
    ['not a and b', '(and (not a) b)'],
    ['not (a and b)', '(not (and a b))'],
    ['if(a, b, c)', '(if! a b c)'],
    ['max (a, b)', '(max! a b)'],
    ['min(a, b, c, d)', '(min! a b c d)'],
    ['sum(sector, x[sector])', '(sum! sector x[sector])'],
    ['sum(s in region, t[s, v] * p[s])', '(sum! s in region (multiply t[s,v] p[s]))'],
    ['supplier == korea', '(equal supplier korea)'],
    ['previous(stock)', '(previous! stock)'],
    ['delay(x, 24 months)', '(delay! x 24:months)'],
    ['date(2027, 4)', '(date! 2027 4)'],
    ['date(2027, 4, 9)', '(date! 2027 4 9)'],
    ['from(expiry + 3 months)', '(from! (add expiry 3:months))'],
    ['total(lng.cost) / 2', '(divide (total! lng.cost) 2)'],
    ['((((a))))', 'a'],
    ['a   +  b', '(add a b)'],
    ['e * pi + i', '(add (multiply e pi) i)'],
  ])('%s', (text, shown) => {
    expect(showParsed(text)).toBe(shown);
  });

  it('the formulas of the manual, however deep the brackets are allowed to be', () => {
    expect(showParsed(`${'('.repeat(50)}a${')'.repeat(50)}`)).toBe('a');
  });
});

/** Each text, what refuses it, and between > and < the part that the caret goes under. */
const REFUSED: readonly (readonly [text: string, shown: string])[] = [
  // nothing, and what the grammar cannot read
  ['', 'formula-syntax ><'],
  ['   ', 'formula-syntax > <  '],
  ['a +', 'formula-syntax a >+<'],
  ['a b', 'formula-feature a >b<'],
  ['(a', 'formula-syntax (>a<'],
  ['a)', 'formula-syntax a>)<'],
  ['a,b', 'formula-syntax a>,<b'],
  ['if(a,,b)', 'formula-syntax if(a,>,<b)'],
  ['* a', 'formula-syntax >*< a'],
  ['a ** b', 'formula-feature a >**< b'],
  ['a === b', 'formula-feature a >===< b'],
  ['x[1', 'formula-syntax x[>1<'],
  // constants of the parser
  ['true', 'formula-feature >true<'],
  ['a and false', 'formula-feature a and >false<'],
  ['null', 'formula-feature >null<'],
  ['a + undefined', 'formula-feature a + >undefined<'],
  ['NaN', 'formula-feature >NaN<'],
  ['Infinity + 3', 'formula-feature >Infinity< + 3'],
  ['max(a, -Infinity, 4)', 'formula-feature max(a, ->Infinity<, 4)'],
  ['Infinity Mt', 'formula-feature >Infinity< Mt'],
  // side by side
  ['2 x', 'unit-unknown 2 >x<'],
  ['x 2', 'formula-feature x >2<'],
  ['2 (x)', 'formula-feature 2 (>x<)'],
  ['(x)(y)', 'formula-feature (x)(>y<)'],
  ['abs(x)(y)', 'formula-feature abs(x)(>y<)'],
  ['3 Mt x', 'formula-feature 3 Mt >x<'],
  ['3 bn USD', 'formula-feature 3 bn >USD<'],
  ['24 months ^ 2', 'formula-feature 24 >months< ^ 2'],
  ['1/2 months', 'formula-feature 1/2 >months<'],
  ['2 ^ 3 months', 'formula-feature 2 ^ 3 >months<'],
  ['(2) months', 'formula-feature (2) >months<'],
  ['2 in region', 'formula-feature 2 >in< region'],
  ['3 Mtt', 'unit-unknown 3 >Mtt<'],
  // numbers that mislead
  ['010', 'formula-syntax >010<'],
  ['date(2027, 04)', 'formula-syntax date(2027, >04<)'],
  ['00', 'formula-syntax >00<'],
  ['0x1F', 'formula-syntax >0x1F<'],
  ['0b11', 'formula-syntax >0b11<'],
  ['a + 0o7', 'formula-syntax a + >0o7<'],
  ['1_000', 'formula-syntax >1_000<'],
  ['24months', 'formula-syntax >24months<'],
  ['2x', 'formula-syntax >2x<'],
  ['1e5x', 'formula-syntax >1e5x<'],
  ['.5', 'formula-syntax >.5<'],
  ['a + .5', 'formula-syntax a + >.5<'],
  ['5.', 'formula-syntax >5.<'],
  ['5. + a', 'formula-syntax >5.< + a'],
  ['1..2', 'formula-syntax >1.<.2'],
  // dates that are subtractions
  ['from(2027-04)', 'formula-feature from(>2027-04<)'],
  ['from(2027-04-09)', 'formula-feature from(>2027-04-09<)'],
  // characters
  ['10% + 5', 'formula-feature 10>%< + 5'],
  ['100 + 10%', 'formula-feature 100 + 10>%<'],
  ['a # note', 'formula-feature a >#< note'],
  ['a; b', 'formula-feature a>;< b'],
  ['a ? b : c', 'formula-feature a >?< b : c'],
  ['a:b', 'formula-feature a>:<b'],
  ['x[1:3]', 'formula-feature x[1>:<3]'],
  ['a & b', 'formula-feature a >&< b'],
  ['a || b', 'formula-feature a >|<| b'],
  ['~a', 'formula-feature >~<a'],
  ['"text"', 'formula-feature >"<text"'],
  ["a'", "formula-feature a>'<"],
  ['`a`', 'formula-feature >`<a`'],
  ['{a: 1}', 'formula-feature >{<a: 1}'],
  ['$x', 'formula-feature >$<x'],
  ['@x', 'formula-feature >@<x'],
  ['a \\ b', 'formula-feature a >\\< b'],
  ['2×3', 'formula-feature 2>×<3'],
  ['6÷3', 'formula-feature 6>÷<3'],
  ['5−3', 'formula-feature 5>−<3'],
  ['세금', 'formula-feature >세<금'],
  ['a\tb', 'formula-feature a>\t<b'],
  ['a\u00a0+ b', 'formula-feature a>\u00a0<+ b'],
  ['a\u200b', 'formula-feature a>\u200b<'],
  // operators of mathjs that are none of ours
  ['+a', 'formula-feature >+<a'],
  ['b * +a', 'formula-feature b * >+<a'],
  ['a!', 'formula-feature a>!<'],
  ['abs(a)!', 'formula-feature abs(a)>!<'],
  ['a mod b', 'formula-feature a >mod< b'],
  ['a to b', 'formula-feature a >to< b'],
  ['a .* b', 'formula-feature a >.*< b'],
  ['a ./ b', 'formula-feature a >./< b'],
  ['a .^ b', 'formula-feature a >.^< b'],
  ['a << 2', 'formula-feature a ><<< 2'],
  ['a >> 2', 'formula-feature a >>>< 2'],
  ['a >>> 2', 'formula-feature a >>>>< 2'],
  ['a < b < c', 'formula-feature a < b ><< c'],
  ['a == b == c', 'formula-feature a == b >==< c'],
  ['a = b', 'formula-feature a >=< b'],
  ['f(x) = x', 'formula-feature f(x) >=< x'],
  ['x[a] + (b = c)', 'formula-feature x[a] + (b >=< c)'],
  ['a => b', 'formula-feature a >=>< b'],
  ['a =< b', 'formula-feature a >=<< b'],
  ['a <> b', 'formula-feature a ><>< b'],
  ['a !== b', 'formula-feature a >!==< b'],
  ['!a', 'formula-feature >!<a'],
  ['a + [b]', 'formula-feature a + >[<b]'],
  ['x[a] <= b and a <= b <= c', 'formula-feature x[a] <= b and a <= b ><=< c'],
  // lists, indices, properties
  ['[1, 2]', 'formula-feature >[<1, 2]'],
  ['[]', 'formula-feature >[<]'],
  ['x[]', 'formula-feature >x<[]'],
  ['x[1]', 'formula-feature x[>1<]'],
  ['x[a + b]', 'formula-feature x[>a< + b]'],
  ['x[y[a]]', 'formula-feature x[>y<[a]]'],
  ['x[a][b]', 'formula-feature >x[a]<[b]'],
  ['(a + b)[c]', 'formula-feature (>a + b<)[c]'],
  ['5[a]', 'formula-syntax 5>[<a]'],
  ['a.b.c', 'formula-feature >a<.b.c'],
  ['x[a].b', 'formula-feature >x<[a].b'],
  ['abs(a).b', 'formula-feature >abs<(a).b'],
  ['sum(a + b in s, x)', 'formula-feature sum(>a< + b in s, x)'],
  ['sum(i in s in t, x)', 'formula-feature sum(>i< in s in t, x)'],
  // calls
  ['foo(a)', 'unknown-function >foo<(a)'],
  ['sin(a)', 'unknown-function >sin<(a)'],
  ['step()', 'unknown-function >step<()'],
  ['calendar_year(1)', 'unknown-function >calendar_year<(1)'],
  ['abs()', 'wrong-arguments >abs<()'],
  ['abs(a, b)', 'wrong-arguments >abs<(a, b)'],
  ['if(a, b)', 'wrong-arguments >if<(a, b)'],
  ['min(a)', 'wrong-arguments >min<(a)'],
  ['previous(a, 2)', 'wrong-arguments >previous<(a, 2)'],
  ['date(2027)', 'wrong-arguments >date<(2027)'],
  ['lng.max(a, b)', 'formula-feature >lng<.max(a, b)'],
  ['x[a](b)', 'formula-feature >x<[a](b)'],
];

describe('parse refuses', () => {
  it.each(REFUSED)('%s', (text, shown) => {
    expect(showParsed(text)).toBe(shown);
  });

  it('numbers too large for a double, bare and with a unit', () => {
    expect(showParsed('a + 1e400')).toBe('formula-feature a + >1e400<');
    expect(showParsed('1e308 Mt')).toBe('formula-feature >1e308< Mt');
  });

  it('more than 50 brackets inside each other, at the one too many', () => {
    const text = `${'('.repeat(51)}a${')'.repeat(51)}`;
    expect(parse(text)).toMatchObject({ refused: 'formula-syntax', offset: 50, length: 1 });
  });

  it('more than 4000 characters', () => {
    expect(parse('a'.repeat(4001))).toMatchObject({ refused: 'formula-syntax', offset: 4000 });
    expect(isRefusal(parse('a'.repeat(4000)))).toBe(false);
  });

  it.each([
    ['unary signs', `${'-'.repeat(3999)}a`],
    ['powers', `${'a^'.repeat(1999)}a`],
    ['sums', `${'a+'.repeat(1999)}a`],
    ['denials', `${'not '.repeat(999)}a`],
    ['products without a sign', `${'a '.repeat(1999)}a`],
    ['points', `${'a.'.repeat(1999)}a`],
  ])('long chains of %s without running out of stack', (_, text) => {
    expect(parse(text)).toHaveProperty('refused');
  });

  it('no chain of 400 operations', () => {
    expect(showParsed(`${'a+'.repeat(400)}a`)).toMatch(/^\(add /);
    expect(showParsed(`${'-'.repeat(400)}a`)).toMatch(/^\(negate /);
  });
});

/** Texts that try to reach the host through the parser. */
const ATTACKS = [
  'constructor',
  'constructor.constructor',
  'a.constructor(1)',
  'a.constructor.constructor(1)',
  'constructor("return process")()',
  '__proto__',
  'a.__proto__.polluted',
  'a["__proto__"]',
  'toString()',
  'valueOf(a)',
  'a.hasOwnProperty(b)',
  'import({})',
  'import(a)',
  'createUnit(a)',
  'config(a)',
  'evaluate(a)',
  'parse(a)',
  'compile(a)',
  'simplify(a)',
  'derivative(a, b)',
  'typed(a)',
  'help(a)',
  'chain(a)',
  'reviver(a)',
  'f(x) = constructor',
  'globalThis',
  'globalThis.process',
  'process.exit(1)',
  'require("fs")',
  'eval("1")',
  'Function("return 1")()',
  'this',
  'this.x',
  'a => b',
  'new Date()',
  'cos.constructor(a)',
  'min.apply(a, b)',
  'abs.call(a)',
  '[].map(constructor)',
  'map([1], f)',
  'filter([1], f)',
  'forEach([1], f)',
  '{constructor: 1}.constructor',
  'a; process.exit(1)',
  'a\nprocess.exit(1)',
  '$ {process.exit(1)}',
  '`a`',
  '/*a*/ process.exit(1)',
  '//',
  '<!-- a -->',
  'combinations(10000000, 5000000)',
  'isPrime(9007199254740881)',
  'factorial(1000000000)',
  'zeros(100000, 100000)',
  'range(1, 1000000000)',
  '1:1000000000',
  '2^2^2^2^2^2!',
  'unit("5 cm")',
  'bignumber(1)',
  'random()',
  'now()',
];

describe('parse yields nothing but our own expressions', () => {
  test.each(ATTACKS)('for %s', (text) => {
    const parsed = parse(text);
    if (isRefusal(parsed)) return;
    // What is taken is the bare name, which no model declares: such names are reserved.
    expect(showExpression(parsed)).toMatch(/^[A-Za-z_]+(\.[A-Za-z_]+)?$/);
  });

  test('for any text', () => {
    const word = fc.constantFrom(
      ...'a b x lng . , ( ) [ ] + - * / ^ < > = ! 1 0 2.5 24 months Mt in to mod and or not xor if sum max'.split(
        ' ',
      ),
      ...'previous date true NaN Infinity end step constructor % # : ; " 2027-04 1e5 == <= i'.split(
        ' ',
      ),
    );
    const soup = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: ANY_CHARACTER })), (text) => {
        const parsed = parse(text);
        if (isRefusal(parsed)) {
          expect(parsed.offset).toBeGreaterThanOrEqual(0);
          expect(parsed.offset).toBeLessThanOrEqual(Math.max(0, text.length - 1));
          expect(parsed.length).toBeGreaterThanOrEqual(1);
          expect(parsed.message).not.toMatch(/undefined|object|stack|Node\b/i);
        } else checkSpans(parsed, text);
      }),
      { numRuns: 5000 },
    );
  });
});

/** Holds every part of an expression against the text it says it comes from. */
function checkSpans(expression: Expression, text: string): void {
  const { offset, length } = expression.span;
  const own = text.slice(offset, offset + length);
  expect(own).toHaveLength(length);
  if (expression.kind === 'name') expect(own).toContain(expression.name);
  if (expression.kind === 'number') expect(own).toMatch(/^\d/);
  if (expression.kind === 'call') expect(own.startsWith(expression.callee)).toBe(true);
  const parts = 'operands' in expression ? expression.operands : [];
  for (const part of parts) checkSpans(part, text);
}

describe('spans', () => {
  it.each([
    ['a + lng.price * 2', ['a + lng.price * 2', 'a', 'lng.price * 2', 'lng.price', '2']],
    ['max(a, x[cars, korea])', ['max(a, x[cars, korea])', 'a', 'x[cars, korea]']],
    ['b and not a', ['b and not a', 'b', 'a', 'a']],
    ['sum(i in region, x[i])', ['sum(i in region, x[i])', 'i in region', 'x[i]']],
    ['a + a', ['a + a', 'a', 'a']],
    ['24 months', ['24 months']],
  ])('cover what was written: %s', (text, due) => {
    const spans: string[] = [];
    const see = (part: Expression): void => {
      spans.push(text.slice(part.span.offset, part.span.offset + part.span.length));
      if ('operands' in part) part.operands.forEach(see);
    };
    see(parse(text) as Expression);
    expect(spans).toEqual(due);
  });

  it('tell two equal names apart', () => {
    const parsed = parse('a + a') as Extract<Expression, { kind: 'operate' }>;
    expect(parsed.operands.map(({ span }) => span.offset)).toEqual([0, 4]);
  });
});

describe('hints', () => {
  it.each([
    ['abz(x)', 'did you mean "abs"?'],
    ['summ(sector, x)', 'did you mean "sum"?'],
    ['whatever(x)', '`parley functions` lists them'],
    ['3 Mtt', 'did you mean "Mt"?'],
    ['2 price', 'write `*` between factors'],
    ['x y', 'write `*` between them; a number may be followed by one unit'],
    ['from(2027-04)', 'write date(2027, 4)'],
    ['from(2027-04-09)', 'write date(2027, 4, 9)'],
    ['10%', 'write 0.1, or name an assumption in %'],
    ['a < b < c', 'write `a < b and b < c`'],
    ['a = b', 'compare with ==; a residual is one side minus the other'],
    ['a === b', 'write =='],
    ['a => b', 'write >='],
    ['a ** b', 'write ^'],
    ['!a', '`not` is written out'],
    ['2 x', 'write `*` between factors'],
    ['2 e', 'write `*` between factors'],
    ['2 in region', 'write sum(i in region, x[i])'],
    ['0x1F', 'numbers are written in decimal'],
    ['1_000', 'write 1000'],
    ['[1]', 'there are no lists'],
    ['+a', 'leave the + out'],
    ['010', 'write 10'],
    ['.5', 'numbers have digits on both sides of the point'],
    ['24months', 'a number and its unit have a space between them'],
    ['a ? b : c', 'write if(condition, a, b)'],
    ['a to b', 'a formula converts units by itself'],
  ])('%s: %s', (text, hint) => {
    expect(parse(text)).toMatchObject({ hint });
  });
});

describe('messages', () => {
  it.each([
    ['a + 한', '"한" has no meaning in a formula'],
    ['a\nb', 'the character U+000A has no meaning in a formula'],
    ['a\u200bb', 'the character U+200B has no meaning in a formula'],
    ['a + \u{1f600}', '"\u{1f600}" has no meaning in a formula'],
    ['(a', 'a closing ")" is missing'],
    ['a < b < c', 'comparisons cannot be chained'],
    ['x y', 'two things stand side by side'],
    ['from(2027-04)', '2027-04 is a subtraction here'],
    ['sine(x)', 'there is no function "sine"'],
    ['clamp(x)', 'clamp is written clamp(x, low, high)'],
  ])('%j: %s', (text, message) => {
    expect(parse(text)).toMatchObject({ message });
  });
});

/** Parses the formula of a YAML file and finds where in the file it is refused. */
function refusedAt(yaml: string) {
  const { root } = readDocument('lng.yaml', new TextEncoder().encode(yaml));
  const { raw } = nodeAt(root!, ['formula']).node as ScalarNode;
  const parsed = parse(raw.text);
  if (!isRefusal(parsed)) throw new Error(showExpression(parsed));
  const { line, column, length } = positionIn(raw, parsed.offset, parsed.length);
  return [line, column, length];
}

describe('positions in a file', () => {
  it.each([
    ['a plain line', 'formula: a + b c\n', [1, 16, 1]],
    ['quotes', "formula: 'a + foo(b)'\n", [1, 15, 3]],
    ['a folded block', 'formula: >\n  a + b\n  - foo(c)\n', [3, 5, 3]],
    ['a literal block', 'formula: |\n  a\n    + b\n    + 3 Mtt\n', [4, 9, 3]],
    ['a block with a blank line', 'formula: |-\n  a\n\n  + c % d\n', [4, 7, 1]],
    ['a block with Windows newlines', 'formula: >\r\n  a + b\r\n  - foo(c)\r\n', [3, 5, 3]],
    ['a plain text over several lines', 'formula: a\n  + b\n  + 24months\n', [3, 5, 8]],
  ])('hold in %s', (_, yaml, position) => {
    expect(refusedAt(yaml)).toEqual(position);
  });
});

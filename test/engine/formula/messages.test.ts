import { describe, expect, it } from 'vitest';
import { parse } from '../../../engine/formula/parse.ts';

/** A formula, what is said of it, and what to do. */
type Row = readonly [text: string, message: string, hint: string | undefined];

function says([text, message, hint]: Row): void {
  const refusal = parse(text);
  expect(refusal).toMatchObject({ message });
  expect(refusal).toHaveProperty('refused');
  expect('hint' in refusal ? refusal.hint : undefined).toBe(hint);
}

const NO_TEXTS = 'formulas have no texts';

describe('a sign without a meaning', () => {
  it.each<[sign: string, hint: string | undefined]>([
    ['%', 'write 0.1, or name an assumption in %'],
    ['#', 'comments go into `about:`'],
    ['"', NO_TEXTS],
    ["'", NO_TEXTS],
    ['`', NO_TEXTS],
    ['?', 'write if(condition, a, b)'],
    ['&', 'write `and`'],
    ['|', 'write `or`'],
    ['×', 'write *'],
    ['÷', 'write /'],
    ['−', 'write -'],
    ['=', 'compare with ==; a residual is one side minus the other'],
    ['===', 'write =='],
    ['!==', 'write !='],
    ['<>', 'write !='],
    ['=>', 'write >='],
    ['=<', 'write <='],
    ['**', 'write ^'],
    ['!', '`not` is written out'],
    [';', 'a formula yields one value'],
    [':', 'there are no ranges; write sum(set, x)'],
    ['\\', 'formulas have no escapes'],
    ['~', undefined],
    ['$', undefined],
    ['é', 'names have the letters a to z; this is U+00E9'],
    ['\u0430', 'names have the letters a to z; this is U+0430'],
    ['\u{1d44e}', 'names have the letters a to z; this is U+1D44E'],
    ['\u0663', 'names have the letters a to z; this is U+0663'],
  ])('%s is shown, with what to write for it', (sign, hint) => {
    says([`a ${sign} b`, `"${sign}" has no meaning in a formula`, hint]);
  });

  it.each<Row>([
    ['a\u00a0+ b', 'the character U+00A0 has no meaning in a formula', 'type an ordinary space'],
    ['a\t+ b', 'the character U+0009 has no meaning in a formula', 'type an ordinary space'],
    ['a\u200b + b', 'the character U+200B has no meaning in a formula', undefined],
    ['a\u0301 + b', 'the character U+0301 has no meaning in a formula', undefined],
  ])('%j, which nobody sees, has its number', (...row) => says(row));
});

describe('a number that misleads', () => {
  const [DECIMAL, SPACE] = [
    'numbers are written in decimal',
    'a number and its unit have a space between them',
  ];
  it.each<Row>([
    ['a + 1_000', '"1_000" is no number', 'write 1000'],
    ['1_000_000', '"1_000_000" is no number', 'write 1000000'],
    ['0x1F', '"0x1F" is no number', DECIMAL],
    ['0B101', '"0B101" is no number', DECIMAL],
    ['0o17', '"0o17" is no number', DECIMAL],
    ['10x1', '"10x1" is no number', SPACE],
    ['2.5Mt', '"2.5Mt" is no number', SPACE],
    ['12Mt', '"12Mt" is no number', SPACE],
    ['a + 0010', '"0010" is no number', 'write 10'],
    ['a * .5', '".5" is no number', 'numbers have digits on both sides of the point'],
    ['5. + a', '"5." is no number', 'numbers have digits on both sides of the point'],
    ['1e400', '1e400 is too large a number', undefined],
    ['1e308 Mt', '1e308 is too large a number', undefined],
    ['2027-04', '2027-04 is a subtraction here', 'write date(2027, 4)'],
    ['a - 2027-04-09', '2027-04-09 is a subtraction here', 'write date(2027, 4, 9)'],
  ])('%s', (...row) => says(row));
});

describe('what is no formula', () => {
  const [UNIT, COMPOUND] = [
    'write `*` between them; a number may be followed by one unit',
    'a number with a compound unit belongs in an assumption',
  ];
  const beside = 'two things stand side by side';
  it.each<Row>([
    ['', 'a formula is wanted here', undefined],
    ['a and true', 'true has no meaning in a formula', 'write a comparison, or name a lever'],
    ['3 Mtt', '"Mtt" is not a unit', 'did you mean "Mt"?'],
    ['2 wombats', '"wombats" is not a unit', 'write `*` between factors'],
    ['x 2', beside, UNIT],
    ['24 months ^ 2', beside, UNIT],
    ['abs(a)(b)', beside, UNIT],
    ['1/2 months', beside, COMPOUND],
    ['1 bn USD/year', beside, COMPOUND],
    ['+a', 'the operator "+" has no meaning here', 'leave the + out'],
    ['a mod b', 'the operator "mod" has no meaning here', 'write x - floor(x / y) * y'],
    ['a to b', 'the operator "to" has no meaning here', 'a formula converts units by itself'],
    ['a .* b', 'the operator ".*" has no meaning here', undefined],
    ['x in 3', '`in` joins an index and a set', 'write sum(i in region, x[i])'],
    ['2 in region', '`in` joins an index and a set', 'write sum(i in region, x[i])'],
    ['a < b <= c', 'comparisons cannot be chained', 'write `a < b and b < c`'],
    ['[a]', 'this is not part of the language', 'there are no lists'],
    ['x[a](b)', 'only the functions of the language can be called', undefined],
    ['foo(a)', 'there is no function "foo"', '`parley functions` lists them'],
    ['sim(a)', 'there is no function "sim"', 'did you mean "sum"?'],
    ['x[1]', 'an index is the name of a set, an index or an element', undefined],
    ['x[]', 'the brackets are empty', undefined],
    ['x[a][b]', 'only a name can be indexed', undefined],
    ['abs(a).b', 'a name is written module.name', undefined],
    ['('.repeat(51), 'more than 50 brackets stand inside each other', 'split the equation'],
    [`${'a+'.repeat(600)}a`, 'more than 500 operations follow each other', 'split the equation'],
    ['a'.repeat(4001), 'a formula has at most 4000 characters', 'split the equation'],
  ])('%s', (...row) => says(row));
});

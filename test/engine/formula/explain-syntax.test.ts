import { describe, expect, it } from 'vitest';
import { explainSyntax } from '../../../engine/formula/explain-syntax.ts';
import { parse } from '../../../engine/formula/parse.ts';

describe('explainSyntax', () => {
  it.each([
    ['(a', 'a closing ")" is missing', 1],
    ['max(a', 'a closing ")" is missing', 4],
    ['x[a', 'a closing "]" is missing', 2],
    ['[a', 'a closing "]" is missing', 1],
    ['a +', 'the formula ends too early', 2],
    ['()', 'a number or a name is wanted here', 1],
    ['* a', 'a number or a name is wanted here', 0],
    ['if(a,,b)', 'a number or a name is wanted here', 5],
    ['a, b', '"," cannot stand here', 1],
    ['5 0', '"0" cannot stand here', 2],
    ['1.2.3', '".3" cannot stand here', 3],
    ['a. + b', 'a name is written module.name', 3],
  ])('says in our words what is wrong with %s', (text, message, offset) => {
    expect(parse(text)).toEqual({ refused: 'formula-syntax', message, offset, length: 1 });
  });

  it('says what to do about a bracket that closes nothing', () => {
    expect(parse('a)')).toMatchObject({
      message: '")" cannot stand here',
      hint: 'delete it, or add the "(" that it closes',
    });
  });

  it("has a word for what it does not know, without the parser's", () => {
    const thrown = Object.assign(new SyntaxError('SymbolNode expected (char 99)'), { char: 99 });
    expect(explainSyntax(thrown, 'abc')).toMatchObject({
      message: 'this is not a formula',
      offset: 2,
    });
    expect(explainSyntax(new SyntaxError('no'), 'abc')).toMatchObject({ offset: 0 });
  });
});

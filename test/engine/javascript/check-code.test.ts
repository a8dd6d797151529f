import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStudyFolder } from '../../../cli/read-study.ts';
import { checkStudy } from '../../../engine/check.ts';
import { showKernel } from '../../../engine/inspect.ts';
import { asComment, strangeCode } from '../../../engine/javascript/check-code.ts';
import { loadJavascript } from '../../../engine/javascript/load-javascript.ts';
import { edited, filesOf } from '../../support/small-study.ts';

const FOLDERS = readdirSync('scenarios')
  .map((name) => `scenarios/${name}`)
  .filter((folder) => existsSync(`${folder}/study.yaml`));

/** Words that no formula may have, and some that it may. */
const soup = fc
  .array(
    fc.constantFrom(
      ...'price fade luck 1 0.5 1e-7 24 months + - * / ^ < == and not ( ) , if( exp( max('.split(
        ' ',
      ),
      ...'constructor __proto__ this globalThis => ; { } [ ] ` $ \\ // /* "x" return new Function('.split(
        ' ',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '));

/** Formulas of plain numbers, one part in twenty being soup. */
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 6, arbitrary: fc.constantFrom('price', 'fade', 'luck', '1', '0.25', '1e-7', '3e21') },
    {
      weight: 6,
      arbitrary: fc
        .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/', '^'), tie('formula'))
        .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('exp', 'log', 'sqrt', 'floor', 'round', 'logistic', '-'),
          tie('formula'),
        )
        .map(([name, a]) => `${name}(${a})`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('formula'), fc.constantFrom('<', '>=', '==', '!='), tie('formula'))
        .map(([a, sign, b]) => `if(not (${a} ${sign} ${b}), ${a}, max(${b}, 2))`),
    },
    { weight: 1, arbitrary: soup },
  ),
}));

function withFormula(text: string) {
  const own = 'demand * exp(luck) / price * until(closes)';
  const put = JSON.stringify(`demand * (${text})`);
  return checkStudy(filesOf(edited('model/shop.yaml', own, put)), null, 'run');
}

describe('generated code', () => {
  it.each(FOLDERS)('of %s holds nothing but what the generator writes', (folder) => {
    const { ready } = checkStudy(readStudyFolder(folder), null, 'run');
    expect(strangeCode(showKernel(ready!))).toBeNull();
  });

  it('of any formula that is accepted does too', () => {
    let accepted = 0;
    fc.assert(
      fc.property(formula, (text) => {
        const { ready } = withFormula(text);
        if (ready === null) return;
        accepted += 1;
        expect(strangeCode(showKernel(ready))).toBeNull();
      }),
      { seed: 20250409, numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(150);
    expect(accepted).toBeLessThan(400);
  });

  it.each([
    'globalThis.x = 1;',
    'v1.constructor',
    'v1 .x',
    "v1['x']",
    'v1[`x`]',
    'process',
    '"x"',
    '\\u0065xp(1)',
    'exp(1) // fine\u2028process',
    'a = /x/.exec',
    'import(1)',
    '0x1F',
    '1n',
    '() => this',
    'eval(1)',
    'while (true) {}',
    'v1 ** 2 @',
    '#x',
    'v\u0301',
  ])('may not hold %s', (code) => {
    expect(strangeCode(code)).not.toBeNull();
    expect(() => loadJavascript(code)).toThrow('generated code holds');
  });

  it('names equations in comments, which no name can end', () => {
    expect(asComment('a\nb\r\u2028c\u2029d 한')).toBe('a?b??c?d ?');
  });
});

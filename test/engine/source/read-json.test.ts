import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceNode } from '../../../engine/source/document.ts';
import { toPlain } from '../../../engine/source/locate.ts';
import { readJson } from '../../../engine/source/read-json.ts';

function read(text: string) {
  return readJson('c.json', new TextEncoder().encode(text));
}

/** Gives a value without the difference of 0 and -0, and maps without a prototype, as JSON itself would. */
function plain(node: SourceNode | null): unknown {
  return node === null ? undefined : JSON.parse(JSON.stringify(toPlain(node)));
}

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    fc.string(),
    fc.array(tie('any')),
    fc.dictionary(fc.string({ maxLength: 5 }), tie('any')),
  ),
})).any;

describe('a JSON file', () => {
  it('reads as JSON.parse has it, whatever white space stands between', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (any, space) => {
        const text = JSON.stringify(any, null, space);
        const { root, problems } = read(text);
        // Some texts hold characters that nobody can see, and numbers may have more digits than they can hold.
        fc.pre(!problems.some(({ code }) => ['odd-character', 'odd-number'].includes(code)));
        expect(problems).toEqual([]);
        expect(plain(root)).toEqual(JSON.parse(JSON.stringify(JSON.parse(text.normalize('NFC')))));
      }),
    );
  });

  it('never throws, and never takes half of a file', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.nat(), (any, cut) => {
        const text = JSON.stringify(any);
        const { root, problems } = read(text.slice(0, cut % text.length));
        expect(root).toBeNull();
        expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('knows the place of everything', () => {
    const { root } = read('{\n  "a": [1,\n    "b\\u00f4c"]\n}');
    expect(root).toMatchObject({
      kind: 'map',
      position: { file: 'c.json', line: 1, column: 1 },
      entries: [
        {
          key: 'a',
          keyPosition: { line: 2, column: 3, length: 3 },
          value: {
            kind: 'list',
            position: { line: 2, column: 8 },
            items: [
              { value: 1, position: { line: 2, column: 9 }, raw: { text: '1' } },
              { value: 'bôc', position: { line: 3, column: 5 }, raw: { text: 'bôc' } },
            ],
          },
        },
      ],
    });
  });

  it('may be one line of any length', () => {
    const { root, problems } = read(JSON.stringify(Array.from({ length: 60_000 }, (_, i) => i)));
    expect(problems).toEqual([]);
    expect(root?.kind === 'list' && root.items.length).toBe(60_000);
  });

  it.each([
    ['', '1:1', 'a value is missing'],
    ['{"a": 1,}', '1:9', 'a key is missing here'],
    ['[1, 2', '1:6', '"]" is missing here'],
    ['[1 2]', '1:4', '"]" is missing here'],
    ['{"a" 1}', '1:6', '":" is missing after the key "a"'],
    ["{'a': 1}", '1:2', 'a key is missing here'],
    ['{"a": \'b\'}', '1:7', '"\'" was not expected here'],
    ['{"a": NaN}', '1:7', '"NaN" was not expected here'],
    ['{"a": True}', '1:7', '"True" was not expected here'],
    ['[-]', '1:2', '"-" is not a number in JSON'],
    ['[01]', '1:2', '"01" is not a number in JSON'],
    ['[+1]', '1:2', '"+1" was not expected here'],
    ['[1.]', '1:2', '"1." is not a number in JSON'],
    ['[-Infinity]', '1:2', '"-Infinity" is not a number in JSON'],
    ['["a\nb"]', '1:2', 'this text does not end, or has a bad escape'],
    ['["a\tb"]', '1:2', 'this text does not end, or has a bad escape'],
    ['{"a\tb": 1}', '1:2', 'this text does not end, or has a bad escape'],
    ['["\\x"]', '1:2', 'this text does not end, or has a bad escape'],
    ['{} {}', '1:4', 'the file goes on after its end'],
    ['[1] // x', '1:5', 'the file goes on after its end'],
    ['[1, // x\n2]', '1:5', '"/" was not expected here'],
  ])('that says %j is refused at %s', (text, place, message) => {
    const { root, problems } = read(text);
    const [{ position, ...problem }] = problems as [(typeof problems)[0]];
    expect(root).toBeNull();
    expect([`${position.line}:${position.column}`, problem.code, problem.message]).toEqual([
      place,
      'json-syntax',
      message,
    ]);
  });

  it.each([
    ['{"a": 1, "a": 2}', 'duplicate-key'],
    ['[1e400]', 'odd-number'],
    ['[12345678901234567890]', 'odd-number'],
    ['["\u200b"]', 'odd-character'],
    [`${'['.repeat(80)}${']'.repeat(80)}`, 'json-syntax'],
  ])('that says %s is refused as %s', (text, code) => {
    const { root, problems } = read(text);
    expect(root).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

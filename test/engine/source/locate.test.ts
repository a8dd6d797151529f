import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScalarNode, SourceNode } from '../../../engine/source/document.ts';
import { positionAt, positionIn, readSource } from '../../../engine/source/locate.ts';
import { readDocument } from '../../../engine/source/read-document.ts';

const word = fc.stringMatching(/^[a-z가-힣][a-z가-힣0-9_]{0,8}$/u);
const formula = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' + '));

/** Writes a formula in one of the ways that YAML has for text. */
const written = fc
  .tuple(formula, fc.constantFrom('plain', 'single', 'double', '>', '|-'))
  .map(([text, style]) => {
    if (style === 'plain') return `k ${text}`;
    if (style === 'single') return `'k ${text}'`;
    if (style === 'double') return `"k ${text}"`;
    return `${style} # why\n    k ${text.replaceAll(' + ', '\n      + ')}`;
  });

const file = fc
  .tuple(
    fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
    fc.array(written),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([keys, texts, newline]) =>
    keys
      .map((key, i) => `${key}_:\n  - ${texts[i] ?? 'k'}\n`)
      .join('# a comment: 한글\n')
      .replaceAll('\n', newline),
  );

const scalars = (node: SourceNode): ScalarNode[] => {
  if (node.kind === 'scalar') return [node];
  const children = node.kind === 'map' ? node.entries.map((entry) => entry.value) : node.items;
  return children.flatMap(scalars);
};

describe('raw text', () => {
  it('stands in the file where it says', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { root, problems } = readDocument('a.yaml', new TextEncoder().encode(text));
        expect(problems).toEqual([]);
        if (root === null) throw new Error('no root');
        const lines = text.split('\n');
        for (const { raw } of scalars(root)) {
          expect(raw.text).toMatch(/k/);
          for (let i = 0; i < raw.text.length; i++) {
            const { line, column } = positionIn(raw, i, 1);
            const character = lines[line - 1]?.[column - 1] ?? ' ';
            expect(character.replace('\r', ' ')).toBe(raw.text[i]);
          }
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('positionAt', () => {
  const source = readSource('a.yaml', 'one\ntwo three\n\nfour');

  it.each([
    [0, 3, '1:1+3'],
    [4, 9, '2:1+9'],
    [8, 99, '2:5+5'],
    [14, 1, '3:1+1'],
    [15, 4, '4:1+4'],
    [19, 1, '4:5+1'],
    [99, 1, '4:5+1'],
    [-5, 1, '1:1+1'],
  ])('offset %i, length %i', (offset, length, expected) => {
    const { line, column, length: shown } = positionAt(source, offset, length);
    expect(`${line}:${column}+${shown}`).toBe(expected);
  });

  it('points right after a text where its end is at fault', () => {
    const raw = { source, start: 4, text: 'two' };
    expect(positionIn(raw, 3, 1)).toMatchObject({ line: 2, column: 4 });
    expect(positionIn(raw, 99, 1)).toMatchObject({ line: 2, column: 4 });
  });
});

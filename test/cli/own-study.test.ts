import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ownStudy } from '../../cli/own-study.ts';

const TEXT = readFileSync('scenarios/first-steps/study.yaml', 'utf8');

describe('a study that is started as a copy', () => {
  test('has a title and a seed of its own', () => {
    const own = parse(ownStudy(TEXT, 'my-question_2'));
    expect(own).toEqual({ ...parse(TEXT), title: 'My question 2', seed: 'my-question_2' });
  });

  test('keeps the name of its folder to the letter, whatever that is', () => {
    const odd = ['yes', '2025', 'a: b # c', '"', '관세', '---', "it's", '$&', '{x}', 'null'];
    for (const name of odd) expect(parse(ownStudy(TEXT, name)).seed).toBe(name);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const { seed, title } = parse(ownStudy(TEXT, name));
        expect(seed).toBe(name);
        expect(typeof title).toBe('string');
      }),
    );
  });
});

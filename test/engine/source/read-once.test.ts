import { expect, test } from 'vitest';
import { readOnce } from '../../../engine/source/read-once.ts';

/** A reader that counts what it is asked. */
function counting(most?: number) {
  const asked: string[] = [];
  const read = readOnce((text) => {
    asked.push(text);
    return { text };
  }, most);
  return { asked, read };
}

test('a text is read once, and gives the same each time', () => {
  const { asked, read } = counting();
  const [first, other] = [read('a'), read('b')];
  expect(read('a')).toBe(first);
  expect(other).toEqual({ text: 'b' });
  expect(asked).toEqual(['a', 'b']);
});

test('names of the language itself are texts like others', () => {
  const { read } = counting();
  expect(read('__proto__')).toEqual({ text: '__proto__' });
  expect(read('constructor')).toEqual({ text: 'constructor' });
});

test('never more are kept than it is told', () => {
  const { asked, read } = counting(2);
  for (const text of ['a', 'b', 'a', 'c', 'c', 'a']) expect(read(text)).toEqual({ text });
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

import { expect, test } from 'vitest';
import { highWord, withHighWord } from '../../../engine/arithmetic/words.ts';

test('the high word holds sign, exponent and the first 20 bits of the fraction', () => {
  expect(highWord(1)).toBe(0x3ff00000);
  expect(highWord(-2)).toBe(0xc0000000 | 0);
  expect(highWord(Number.MIN_VALUE)).toBe(0);
});

test('replacing the high word keeps the low one', () => {
  expect(withHighWord(0, 0x3ff00000)).toBe(1);
  expect(withHighWord(Number.MIN_VALUE, 0x3ff00000)).toBe(1 + Number.EPSILON);
});

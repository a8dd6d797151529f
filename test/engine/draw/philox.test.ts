import { expect, test } from 'vitest';
import { type Key, philox } from '../../../engine/draw/philox.ts';

type Counter = [number, number, number, number];

function scramble(key: Key, counter: Counter): string {
  const out = new Int32Array(4);
  philox(out, key, ...counter);
  return Array.from(out, (word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
}

// Source: kat_vectors of Random123, the lines `philox4x32 10`.
test.each<[string, Key, Counter, string]>([
  ['zeros', [0, 0], [0, 0, 0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  [
    'ones',
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    '408f276d 41c83b0e a20bc7c6 6d5451fd',
  ],
  [
    'digits of pi',
    [0xa4093822, 0x299f31d0],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    'd16cfe09 94fdcceb 5001e420 24126ea1',
  ],
])('the known answer for %s', (_, key, counter, expected) => {
  expect(scramble(key, counter)).toBe(expected);
});

test('signed and unsigned words are the same', () => {
  expect(scramble([-1, -1], [-1, -1, -1, -1])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
});

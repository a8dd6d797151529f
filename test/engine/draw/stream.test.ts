import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { PURPOSE, streamKey, uniformAt } from '../../../engine/draw/stream.ts';

const SEED = 'seoul-2025-04-09';

// These numbers are the contract: a change of any is a new numericsVersion.
test('golden key words', () => {
  expect(streamKey(SEED, 'lng.henry_hub')).toEqual([-342683081, 74762338]);
  expect(streamKey(SEED, 'lng.brent')).toEqual([-502716085, 697790315]);
});

test('golden first uniforms', () => {
  const key = streamKey(SEED, 'lng.henry_hub');
  expect([0, 1, 2, 3].map((draw) => uniformAt(key, draw, 0, PURPOSE.uncertainty))).toEqual([
    0.08460930424834989, 0.7957454129877276, 0.24984867857526616, 0.7530688860940259,
  ]);
  expect(uniformAt([0, 0], 0, 0, 0)).toBe(0.39904647887528244);
});

test('the key is the first two words that seedrandom makes of seed and name', () => {
  const generator = seedrandom('s\u0000n');
  expect(streamKey('s', 'n')).toEqual([generator.int32(), generator.int32()]);
});

test('seeds that differ only above the low byte of a character have streams of their own', () => {
  expect(streamKey('서울', 'x')).not.toEqual(streamKey('\u101c\u10b8', 'x'));
  expect(streamKey('\u0161', 'x')).not.toEqual(streamKey('a', 'x'));
});

test('seed and name do not run into each other', () => {
  expect(streamKey('ab', 'c')).not.toEqual(streamKey('a', 'bc'));
});

test('draw, step, purpose and key each lead to another uniform', () => {
  const uniforms = [
    uniformAt([1, 2], 3, 4, 0),
    uniformAt([1, 3], 3, 4, 0),
    uniformAt([1, 2], 4, 3, 0),
    uniformAt([1, 2], 3, 4, 1),
    uniformAt([1, 2], 3 + 4294967296, 4, 0),
  ];
  expect(new Set(uniforms).size).toBe(uniforms.length);
});

test('a uniform does not depend on what was drawn before', () => {
  const before = uniformAt([7, 7], 5, 2, 0);
  uniformAt([1, 1], 0, 0, 0);
  expect(uniformAt([7, 7], 5, 2, 0)).toBe(before);
});

test('uniforms are odd multiples of half of 2^-52: never 0, never 1', () => {
  for (let draw = 0; draw < 1000; draw++) {
    const halves = uniformAt([1, 2], draw, 0, 0) * 9007199254740992;
    expect(Number.isSafeInteger(halves)).toBe(true);
    expect(halves % 2).toBe(1);
  }
});

test('uniforms fill their interval evenly', () => {
  const counts = new Array<number>(100).fill(0);
  const key = streamKey('even', 'x');
  for (let draw = 0; draw < 100_000; draw++)
    counts[Math.floor(uniformAt(key, draw, 0, 0) * 100)]!++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeGreaterThan(99 - 5 * Math.sqrt(198));
  expect(chiSquare).toBeLessThan(99 + 5 * Math.sqrt(198));
});

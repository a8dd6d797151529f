import { expect, test } from 'vitest';
import {
  copulasOf,
  correlatedGroups,
  type RankedPair,
  scoreCorrelation,
  scoreMatrix,
} from '../../../engine/distribution/gaussian-copula.ts';

function pairs(...texts: readonly string[]): readonly RankedPair[] {
  return texts.map((text) => {
    const [one = '', other = '', rank] = text.split(' ');
    return { one, other, rank: Number(rank) };
  });
}

// 2 sin(pi r / 6) at angles of 0, 18, 15 and nearly 30 degrees.
test.each([
  [0, 0],
  [0.6, (Math.sqrt(5) - 1) / 2],
  [0.5, (Math.sqrt(6) - Math.sqrt(2)) / 2],
  [-0.5, (Math.sqrt(2) - Math.sqrt(6)) / 2],
  [1 - 2 ** -50, 1],
])('ranks that correlate by %d have normal scores that correlate by %d', (rank, expected) => {
  expect(scoreCorrelation(rank)).toBeCloseTo(expected, 14);
});

test('the rank correlation of a normal pair, 6 / pi asin(r / 2), is its inverse', () => {
  for (let rank = -0.99; rank < 1; rank += 0.03) {
    expect((6 / Math.PI) * Math.asin(scoreCorrelation(rank) / 2)).toBeCloseTo(rank, 14);
  }
});

test('groups hang together directly or through others, whatever the order', () => {
  const given = pairs('c d 0.1', 'x y 0.2', 'a c 0.3', 'd e -0.1', 'p q 0');
  const groups = [
    ['a', 'c', 'd', 'e'],
    ['x', 'y'],
  ];
  const sorted = (all: readonly (readonly string[])[]) => [...all].sort();
  expect(sorted(correlatedGroups(given))).toEqual(groups);
  expect(sorted(correlatedGroups([...given].reverse()))).toEqual(groups);
  expect(correlatedGroups([])).toEqual([]);
});

test('what is not given is 0, and what is not among the names is left out', () => {
  const r = scoreCorrelation(0.3);
  expect(scoreMatrix(['a', 'b', 'c'], pairs('c a 0.3', 'a z 0.9'))).toEqual([
    [1, 0, r],
    [0, 1, 0],
    [r, 0, 1],
  ]);
});

test('the order of pairs changes no bits', () => {
  const given = pairs('a b 0.5', 'a c 0.2', 'b c -0.1', 'd e 0.9');
  const byName = (all: ReturnType<typeof copulasOf>) =>
    new Map(all.map(({ names, factor }) => [names.join(), factor]));
  expect(byName(copulasOf([...given].reverse()))).toEqual(byName(copulasOf(given)));
});

test('what contradicts itself throws', () => {
  expect(() => copulasOf(pairs('a b 0.9', 'b c 0.9', 'a c -0.9'))).toThrow(RangeError);
});

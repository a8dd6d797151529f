import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { digest } from '../../../engine/analysis/digest.ts';
import type { Bands, Run } from '../../../engine/analysis/results.ts';
import type { Validation } from '../../../engine/analysis/validation.ts';
import { runOf } from './runs.ts';

const BANDS: Bands = {
  p5: Float64Array.of(1, 2),
  p25: Float64Array.of(3, 4),
  median: Float64Array.of(5, 6),
  p75: Float64Array.of(7, 8),
  p95: Float64Array.of(9, 10),
};
const RUN: Run = {
  ...runOf('offer', null, [
    [1.5, -2],
    [3, 4],
  ]),
  bands: [BANDS],
};
const DEAL: Run = runOf('offer', 'deal', [
  [1, 2],
  [3, 4],
]);
const BASE: Run = runOf('base', null, [
  [0, 1],
  [2, 3],
]);

describe('the digest', () => {
  test('is SHA-256 over the canonical form, byte by byte', () => {
    const whole = (n: number) => [n, 0, 0, 0];
    const text = (name: string) => [...whole(name.length), ...Buffer.from(name)];
    const bytes = [
      ...text('parley results 1'),
      ...whole(1),
      ...text('a'),
      ...whole(1),
      ...text('b'),
      ...whole(1),
      ...whole(7),
      ...whole(1),
      ...whole(1),
      ...[0, 0, 0, 0, 0, 0, 0xf8, 0x3f],
      ...whole(0),
    ];
    const expected = createHash('sha256').update(Uint8Array.from(bytes)).digest('hex');
    expect(digest([runOf('a', 'b', [[1.5]], Uint32Array.of(7))])).toBe(expected);
  });

  test('does not depend on the order in which scenarios were run', () => {
    const one = digest([RUN, DEAL, BASE]);
    expect(digest([BASE, DEAL, RUN])).toBe(one);
    expect(digest([DEAL, BASE, RUN])).toBe(one);
    expect(digest([BASE, BASE])).not.toBe(digest([BASE]));
  });

  test('changes with every bit and name', () => {
    const lastBit = RUN.outcomes.map((column) => column.slice());
    new Uint8Array(lastBit[1]!.buffer)[8]! ^= 1;
    const changed: Run[] = [
      { ...RUN, scenario: 'offers' },
      { ...RUN, condition: '' },
      { ...RUN, condition: 'deal' },
      { ...RUN, drawIndices: Uint32Array.of(0, 2) },
      { ...RUN, outcomes: lastBit },
      { ...RUN, outcomes: [RUN.outcomes[1]!, RUN.outcomes[0]!] },
      { ...RUN, outcomes: [Float64Array.of(1.5, -2, 3), Float64Array.of(4)] },
      { ...RUN, bands: [] },
      ...(['p5', 'p25', 'median', 'p75', 'p95'] as const).map((row) => ({
        ...RUN,
        bands: [{ ...BANDS, [row]: Float64Array.of(1, -2) }],
      })),
    ];
    const digests = new Set([RUN, ...changed].map((run) => digest([run])));
    expect(digests.size).toBe(changed.length + 1);
  });

  test('tells a negative zero from a zero', () => {
    expect(digest([runOf('a', null, [[0]])])).not.toBe(digest([runOf('a', null, [[-0]])]));
  });

  test('changes with every bit and name of a validation, and not with their order', () => {
    const one = { name: 'one', outcomes: Float64Array.of(1, 2) };
    const two = { name: 'two', outcomes: Float64Array.of(3) };
    const of = (...validations: readonly Pick<Validation, 'name' | 'outcomes'>[]) =>
      digest(
        [RUN],
        validations.map((each) => ({ ...each, outcome: null, verdict: 'inside', counts: true })),
      );
    expect(of()).toBe(digest([RUN]));
    expect(of(two, one)).toBe(of(one, two));
    const digests = [
      of(),
      of(one),
      of(two),
      of(one, two),
      of({ ...one, name: 'noe' }),
      of({ ...one, outcomes: Float64Array.of(1, -2) }),
      of({ ...one, outcomes: Float64Array.of() }),
      of({ ...one, outcomes: null }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });
});

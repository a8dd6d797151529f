import { describe, expect, test } from 'vitest';
import { uncertaintyUniforms } from '../../../engine/draw/sample.ts';
import { share } from '../../../engine/statistics/share.ts';

describe('a share', () => {
  test('of nothing is blank', () => {
    expect(share(new Uint8Array(0), null)).toEqual({ value: null, error: null });
  });

  test('of few flags has no error', () => {
    expect(share(Uint8Array.of(1, 0, 0, 1, 1), null)).toEqual({ value: 0.6, error: null });
  });

  test('takes its error from the replicates of the draws', () => {
    // Ten replicates always, ten never: 20 figures of 0 or 1.
    const draws = Uint32Array.from({ length: 60 }, (_, k) => 59 - k);
    const flags = Uint8Array.from(draws, (draw) => draw % 2);
    const { value, error } = share(flags, draws);
    expect(value).toBe(0.5);
    expect(error).toBeCloseTo(Math.sqrt(5 / 19 / 20), 14);
  });

  test('that no replicate disputes has an error of 0', () => {
    expect(share(new Uint8Array(50).fill(1), null)).toEqual({ value: 1, error: 0 });
  });

  test('of independent draws has the binomial error', () => {
    const uniforms = uncertaintyUniforms({ seed: 's', sampling: 'random', draws: 20_000 }, 'u');
    const { value, error } = share(
      Uint8Array.from(uniforms, (u) => (u < 0.3 ? 1 : 0)),
      null,
    );
    const known = Math.sqrt((0.3 * 0.7) / 20_000);
    expect(Math.abs(value! - 0.3)).toBeLessThan(4 * known);
    expect(error! / known).toBeGreaterThan(0.5);
    expect(error! / known).toBeLessThan(1.5);
  });
});

import { expect, test } from 'vitest';
import { type Sampling, shockUniforms, uncertaintyUniforms } from '../../../engine/draw/sample.ts';
import { PURPOSE, streamKey, uniformAt } from '../../../engine/draw/stream.ts';

const RANDOM: Sampling = { seed: 's', sampling: 'random', draws: 1000 };
const SPREAD: Sampling = { ...RANDOM, sampling: 'latin-hypercube' };

function correlation(x: Float64Array, y: Float64Array): number {
  return (
    x.reduce((sum, value, index) => sum + (value - 0.5) * (y[index]! - 0.5), 0) * (12 / x.length)
  );
}

test('a thousand random draws are the beginning of two thousand', () => {
  const more = uncertaintyUniforms({ ...RANDOM, draws: 2000 }, 'x');
  expect(more.slice(0, 1000)).toEqual(uncertaintyUniforms(RANDOM, 'x'));
});

test('a random draw is the uniform of its key and index', () => {
  const key = streamKey('s', 'x');
  expect(uncertaintyUniforms(RANDOM, 'x')[17]).toBe(uniformAt(key, 17, 0, PURPOSE.uncertainty));
});

test('golden first uniforms of a Latin hypercube', () => {
  expect(Array.from(uncertaintyUniforms(SPREAD, 'x').slice(0, 3))).toEqual([
    0.31915637706173583, 0.2194051060709171, 0.5770488518592901,
  ]);
});

test('the same name and seed give the same column, others give others', () => {
  for (const sampling of [RANDOM, SPREAD]) {
    const column = uncertaintyUniforms(sampling, 'x');
    expect(uncertaintyUniforms(sampling, 'x')).toEqual(column);
    expect(uncertaintyUniforms(sampling, 'y')).not.toEqual(column);
    expect(uncertaintyUniforms({ ...sampling, seed: 't' }, 'x')).not.toEqual(column);
  }
});

test('columns of different names are uncorrelated within 5 standard errors', () => {
  for (const base of [RANDOM, SPREAD]) {
    const sampling = { ...base, draws: 20_000 };
    const columns = ['a', 'b', 'c', 'x[korea]', 'x[japan]'].map((name) =>
      uncertaintyUniforms(sampling, name),
    );
    for (const [i, one] of columns.entries()) {
      for (const other of columns.slice(i + 1)) {
        expect(Math.abs(correlation(one, other))).toBeLessThan(5 / Math.sqrt(20_000));
      }
    }
  }
});

test('shocks are laid out by step, then draw', () => {
  const all = shockUniforms(RANDOM, 'x', 3);
  const key = streamKey('s', 'x');
  expect(all[2 * 1000 + 17]).toBe(uniformAt(key, 17, 2, PURPOSE.shock));
});

test('shocks of one step, of more steps and of more draws agree where they overlap', () => {
  const all = shockUniforms({ ...RANDOM, draws: 2000 }, 'x', 3);
  expect(shockUniforms({ ...RANDOM, draws: 2000 }, 'x', 1)).toEqual(all.slice(0, 2000));
  expect(shockUniforms(RANDOM, 'x', 2).slice(1000, 2000)).toEqual(all.slice(2000, 3000));
});

test('shocks are independent whatever the sampling, and differ from an uncertainty so named', () => {
  expect(shockUniforms(SPREAD, 'x', 2)).toEqual(shockUniforms(RANDOM, 'x', 2));
  expect(shockUniforms(RANDOM, 'x', 1)).not.toEqual(uncertaintyUniforms(RANDOM, 'x'));
});

test('shocks of neighbouring steps are uncorrelated within 5 standard errors', () => {
  const sampling = { ...RANDOM, draws: 20_000 };
  const all = shockUniforms(sampling, 'x', 2);
  const between = correlation(all.slice(0, 20_000), all.slice(20_000));
  expect(Math.abs(between)).toBeLessThan(5 / Math.sqrt(20_000));
});

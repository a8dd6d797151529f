import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fewDraws } from '../../cli/few-draws.ts';
import { holdLaw } from '../support/law.ts';

type Given = Parameters<typeof fewDraws>;

/** A study of so many simulations, steps and equations. */
function asked(simulations: number, steps: number, equations: number, draws: number): Given {
  const model = { clock: { steps }, equations: { length: equations } };
  const engine = { listRuns: () => ({ length: simulations }) };
  const study = { draws, sampling: 'latin-hypercube' };
  return [{ engine, ready: { program: { model } } }, study] as unknown as Given;
}

const up = (max: number) => fc.integer({ min: 1, max });

it('leaves a study alone or takes some draws of it, at random', () => {
  holdLaw(fc.tuple(up(60), up(1200), up(5000), up(5000)), 500, (sizes) => {
    const given = asked(...sizes);
    const few = fewDraws(...given);
    if (few === given[1]) return;
    expect(few.draws).toBeLessThan(given[1].draws);
    expect(few.draws).toBeGreaterThanOrEqual(1);
    expect(few.sampling).toBe('random');
  });
});

it('takes the fewer the more there is to compute, and 100 at most', () => {
  const drawsOf = (...sizes: Parameters<typeof asked>) => fewDraws(...asked(...sizes)).draws;
  expect(drawsOf(3, 12, 10, 60)).toBe(60);
  expect(drawsOf(3, 12, 10, 2000)).toBe(100);
  expect(drawsOf(40, 60, 2500, 2000)).toBe(5);
  expect(drawsOf(1000, 1200, 2500, 2000)).toBe(1);
});

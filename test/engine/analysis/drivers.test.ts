import { describe, expect, test } from 'vitest';
import { drivers } from '../../../engine/analysis/drivers.ts';
import { uncertaintyUniforms } from '../../../engine/draw/sample.ts';
import { runOf } from './runs.ts';

const DRAWS = 400;
const uniforms = (name: string) =>
  uncertaintyUniforms({ seed: 's', sampling: 'random', draws: DRAWS }, name);
const gas = { name: 'lng.henry_hub', values: uniforms('gas'), column: () => uniforms('gas') };
const oil = { name: 'lng.brent', values: uniforms('oil'), column: () => uniforms('oil') };
const MEASURES = [{ name: 'cost' }, { name: 'jobs' }];

describe('drivers', () => {
  test('find what moves a measure, and which way', () => {
    const cost = gas.values.map((value, k) => value * value * 10 + oil.values[k]! / 100);
    const jobs = oil.values.map((value) => 5 - value);
    const found = drivers([runOf('base', null, [cost, jobs])], MEASURES, [gas, oil]);
    expect(found.map(({ measure, uncertainty }) => [measure, uncertainty])).toEqual([
      ['cost', 'lng.henry_hub'],
      ['cost', 'lng.brent'],
      ['jobs', 'lng.henry_hub'],
      ['jobs', 'lng.brent'],
    ]);
    expect(found[0]!.correlation.value).toBeGreaterThan(0.99);
    expect(Math.abs(found[2]!.correlation.value!)).toBeLessThan(0.2);
    expect(found[3]).toMatchObject({
      measure: 'jobs',
      scenario: 'base',
      uncertainty: 'lng.brent',
      correlation: { value: -1, error: 0 },
    });
  });

  test('say how far the measure moves between both ends of the uncertainty', () => {
    const jobs = oil.values.map((value) => 5 - value);
    const [found] = drivers([runOf('base', null, [jobs])], [{ name: 'jobs' }], [oil]);
    const sorted = [...jobs].sort((a, b) => a - b);
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(found!.highest.value).toBeCloseTo(mean(sorted.slice(0, DRAWS / 5)), 12);
    expect(found!.lowest.value).toBeCloseTo(mean(sorted.slice(-DRAWS / 5)), 12);
  });

  test('pass over runs under a condition', () => {
    const runs = [
      runOf('base', 'deal', [gas.values]),
      runOf('offer', null, [gas.values]),
      runOf('offer', 'deal', [gas.values]),
    ];
    const found = drivers(runs, [{ name: 'cost' }], [gas]);
    expect(found.map(({ scenario }) => scenario)).toEqual(['offer']);
  });

  test('look up each run its own draws', () => {
    const everyOther = Uint32Array.from({ length: DRAWS / 2 }, (_, k) => DRAWS - 2 - 2 * k);
    const selected = Float64Array.from(everyOther, (draw) => gas.values[draw]!);
    const runs = [
      runOf('all', null, [gas.values]),
      runOf('same', null, [gas.values]),
      runOf('some', null, [selected], everyOther),
    ];
    const found = drivers(runs, [{ name: 'cost' }], [gas]);
    expect(found.map(({ correlation }) => correlation.value)).toEqual([1, 1, 1]);
  });

  test('say nothing of what does not vary', () => {
    const fixed = { name: 'lng.fee', column: () => new Float64Array(DRAWS).fill(2) };
    const found = drivers([runOf('base', null, [gas.values])], [{ name: 'cost' }], [fixed]);
    expect(found[0]!.correlation).toEqual({ value: null, error: null });
  });
});

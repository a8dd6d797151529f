import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedMeasure, compare } from '../../../engine/analysis/compare.ts';
import type { Comparison } from '../../../engine/analysis/results.ts';
import { columns } from '../statistics/samples.ts';
import { runOf } from './runs.ts';

const ROLES = { baseline: 'base', reference: 'before' };
const COST: ComparedMeasure = { name: 'cost', better: 'lower', target: null };
const JOBS: ComparedMeasure = {
  name: 'jobs',
  better: 'higher',
  target: { operator: '>=', value: 3 },
};

function rowOf(rows: readonly Comparison[], scenario: string, condition: string | null = null) {
  return rows.find((row) => row.scenario === scenario && row.condition === condition)!;
}

describe('comparing', () => {
  test('pairs draw by draw with the baseline and the reference', () => {
    const runs = [
      runOf('before', null, [[0, 0, 0, 0]]),
      runOf('base', null, [[1, 2, 3, 4]]),
      runOf('offer', null, [[1, 4, 2, 8]]),
    ];
    const offer = rowOf(compare(runs, [JOBS], ROLES), 'offer');
    expect(offer.outcome.mean.value).toBe(3.75);
    expect(offer.againstBaseline).toMatchObject({ minimum: -1, maximum: 4, mean: { value: 1.25 } });
    expect(offer.againstReference).toMatchObject({ minimum: 1, maximum: 8, count: 4 });
    expect(offer.beatsBaseline).toEqual({ value: 0.5, error: null });
    expect(offer.equalsBaseline).toEqual({ value: 0.25, error: null });
    expect(offer.meetsTarget).toEqual({ value: 0.5, error: null });
  });

  test('calls the lower better where the measure does, and nothing where neither is', () => {
    const runs = [runOf('base', null, [[1, 2, 3, 4]]), runOf('offer', null, [[1, 4, 2, 8]])];
    const beats = (better: ComparedMeasure['better']) =>
      rowOf(compare(runs, [{ ...COST, better }], ROLES), 'offer').beatsBaseline;
    expect(beats('lower')?.value).toBe(0.25);
    expect(beats('higher')?.value).toBe(0.5);
    expect(beats('neither')).toBeNull();
  });

  test.each([
    ['<', 0.25],
    ['<=', 0.5],
    ['>', 0.5],
    ['>=', 0.75],
  ] as const)('meets a target %s 2 exactly', (operator, expected) => {
    const measure = { ...COST, target: { operator, value: 2 } };
    const [row] = compare([runOf('base', null, [[1, 2, 3, 4]])], [measure], ROLES);
    expect(row!.meetsTarget?.value).toBe(expected);
  });

  test('goes run by run, then measure by measure', () => {
    const both = [
      [1, 2],
      [3, 4],
    ];
    const runs = [runOf('offer', 'deal', both), runOf('base', null, both)];
    const rows = compare(runs, [COST, JOBS], ROLES);
    expect(rows.map((row) => [row.scenario, row.condition, row.measure])).toEqual([
      ['offer', 'deal', 'cost'],
      ['offer', 'deal', 'jobs'],
      ['base', null, 'cost'],
      ['base', null, 'jobs'],
    ]);
    expect(rows.map((row) => row.outcome.mean.value)).toEqual([1.5, 3.5, 1.5, 3.5]);
    expect(rows[0]!.meetsTarget).toBeNull();
  });

  test('stays within the condition, and is null where the other has no run under it', () => {
    const runs = [
      runOf('base', null, [[1, 1]]),
      runOf('base', 'deal', [[5, 5]]),
      runOf('offer', 'deal', [[7, 7]]),
    ];
    const rows = compare(runs, [JOBS], ROLES);
    expect(rowOf(rows, 'offer', 'deal').againstBaseline?.mean.value).toBe(2);
    expect(rowOf(rows, 'offer', 'deal').againstReference).toBeNull();
    expect(rowOf(rows, 'base', null).againstReference).toBeNull();
  });

  test.each([
    ['fewer', [0, 2]],
    ['other', [0, 2, 3]],
  ])('is null where the baseline has %s draws', (_, draws) => {
    const selected = Uint32Array.from(draws);
    const runs = [
      runOf('base', 'got_a_deal', [draws], selected),
      runOf('offer', 'got_a_deal', [[1, 2, 3]], Uint32Array.of(0, 1, 2)),
    ];
    const row = rowOf(compare(runs, [JOBS], ROLES), 'offer', 'got_a_deal');
    expect([row.againstBaseline, row.beatsBaseline, row.equalsBaseline]).toEqual([
      null,
      null,
      null,
    ]);
    expect(row.outcome.count).toBe(3);
  });

  test('of an empty selection prints blanks and the count 0', () => {
    const nothing = [new Float64Array(0)];
    const runs = [runOf('base', 'never', nothing), runOf('offer', 'never', nothing)];
    const row = rowOf(compare(runs, [JOBS], ROLES), 'offer', 'never');
    expect(row.outcome.count).toBe(0);
    expect(row.beatsBaseline).toEqual({ value: null, error: null });
    expect(row.meetsTarget).toEqual({ value: null, error: null });
  });

  test('of identical runs gives differences of exactly zero, with no error', () => {
    fc.assert(
      fc.property(columns(40), (values) => {
        const runs = [runOf('base', null, [values]), runOf('offer', null, [values])];
        for (const row of compare(runs, [COST], ROLES)) {
          const zero = { value: 0, error: 0 };
          expect(row.againstBaseline).toEqual({
            count: values.length,
            mean: zero,
            deviation: zero,
            minimum: 0,
            p5: zero,
            p25: zero,
            median: zero,
            p75: zero,
            p95: zero,
            maximum: 0,
          });
          expect(row.beatsBaseline).toEqual(zero);
          expect(row.equalsBaseline).toEqual({ value: 1, error: 0 });
        }
      }),
    );
  });

  test('either beats, equals or is beaten', () => {
    const pairs = fc
      .integer({ min: 1, max: 60 })
      .chain((length) => fc.tuple(columns(length, length), columns(length, length)));
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const runs = [runOf('base', null, [x]), runOf('offer', null, [y])];
        const shares = (['higher', 'lower'] as const).map(
          (better) => rowOf(compare(runs, [{ ...COST, better }], ROLES), 'offer').beatsBaseline!,
        );
        const equal = rowOf(compare(runs, [COST], ROLES), 'offer').equalsBaseline!;
        expect(shares[0]!.value! + shares[1]!.value! + equal.value!).toBeCloseTo(1, 12);
      }),
    );
  });
});

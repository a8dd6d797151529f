import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regrets } from '../../../engine/analysis/regret.ts';
import type { Run } from '../../../engine/analysis/results.ts';
import { runOf } from './runs.ts';

const JOBS = { name: 'jobs', better: 'higher' } as const;
const COST = { name: 'cost', better: 'lower' } as const;

const named = (columns: readonly (readonly number[])[]): Run[] =>
  columns.map((column, at) => runOf(`policy-${at}`, null, [column]));
const namesOf = (runs: readonly Run[]) => runs.map(({ scenario }) => scenario);

describe('regret', () => {
  test('is what each contender falls short of the best, draw by draw', () => {
    const runs = named([
      [1, 5, 3, 0],
      [2, 4, 3, 0],
      [0, 0, 0, 9],
    ]);
    const rows = regrets(runs, [JOBS], ['policy-0', 'policy-1']);
    expect(rows.map(({ scenario }) => scenario)).toEqual(['policy-0', 'policy-1']);
    expect(rows[0]).toMatchObject({
      measure: 'jobs',
      regret: { mean: { value: 0.25 }, maximum: 1 },
    });
    expect(rows.map(({ best }) => best.value)).toEqual([0.75, 0.75]);
  });

  test('takes the lowest for best where that is better, and has no best where neither is', () => {
    const runs = named([
      [1, 2],
      [3, 1],
    ]);
    const means = regrets(runs, [COST], namesOf(runs)).map(({ regret }) => regret.mean.value);
    expect(means).toEqual([0.5, 1]);
    expect(regrets(runs, [{ name: 'm', better: 'neither' }], namesOf(runs))).toEqual([]);
  });

  test('reads each measure from its own column, and runs as drawn alone', () => {
    const both = [
      [1, 2],
      [10, 20],
    ];
    const runs = [
      runOf('a', null, both),
      runOf('a', 'deal', [
        [9, 9],
        [9, 9],
      ]),
      runOf('b', null, [
        [1, 3],
        [5, 20],
      ]),
    ];
    const rows = regrets(runs, [JOBS, COST], ['a', 'b', 'not-run']);
    expect(rows.map(({ regret }) => regret.mean.value)).toEqual([0.5, 0, 2.5, 0]);
  });

  test('is nothing where only rounding tells two apart', () => {
    const runs = named([[0.1 + 0.2], [0.3], [0.3 * (1 - 1e-14)]]);
    const rows = regrets(runs, [JOBS], namesOf(runs));
    expect(rows.map(({ best }) => best.value)).toEqual([1, 1, 0]);
    expect(rows[1]!.regret.mean.value).toBe(0);
  });

  test('has errors from the replicates', () => {
    const draws = Array.from({ length: 60 }, (_, k) => (k % 7) - 3);
    const [first] = regrets(named([draws, draws.map(() => 0)]), [JOBS], ['policy-0', 'policy-1']);
    expect(first!.regret.mean.error).toBeGreaterThan(0);
    expect(first!.best.error).toBeGreaterThan(0);
  });
});

const outcomes = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
  .chain(([policies, draws]) => {
    const value = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    );
    const column = fc.array(value, { minLength: draws, maxLength: draws });
    return fc.array(column, { minLength: policies, maxLength: policies });
  });
const direction = fc.constantFrom(JOBS, COST);

describe('laws of regret', () => {
  test('it is never below 0, and in every draw somebody has none', () => {
    fc.assert(
      fc.property(outcomes, direction, (columns, measure) => {
        const runs = named(columns);
        for (const [draw] of columns[0]!.entries()) {
          const one = named(columns.map((column) => [column[draw]!]));
          const means = regrets(one, [measure], namesOf(one)).map(
            ({ regret }) => regret.mean.value!,
          );
          expect(Math.min(...means)).toBe(0);
        }
        const shares = regrets(runs, [measure], namesOf(runs)).map(({ best }) => best.value!);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(1 - 1e-12);
      }),
    );
  });

  test('a policy that another is at least as good as in every draw changes nobody else', () => {
    fc.assert(
      fc.property(
        outcomes,
        direction,
        fc.double({ min: 0, max: 10, noNaN: true }),
        (columns, measure, worse) => {
          const runs = named(columns);
          const sign = measure.better === 'higher' ? -1 : 1;
          const dominated = columns[0]!.map((value) => value + sign * worse);
          const more = [...runs, runOf('dominated', null, [dominated])];
          const before = regrets(runs, [measure], namesOf(runs));
          expect(regrets(more, [measure], namesOf(more)).slice(0, -1)).toEqual(before);
        },
      ),
    );
  });
});

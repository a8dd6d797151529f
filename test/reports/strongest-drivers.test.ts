import { describe, expect, test } from 'vitest';
import type { Driver } from '../../engine/index.ts';
import { DRIVER_ERRORS, MOST_DRIVERS, strongestDrivers } from '../../reports/strongest-drivers.ts';
import { someResults } from '../support/results.ts';

const driver = (uncertainty: string, swing: number, value: number | null, error: number | null) =>
  ({
    ...{ measure: 'm', scenario: 's', uncertainty, correlation: { value, error } },
    lowest: { value: 1 - swing / 2, error: 0.1 },
    highest: { value: 1 + swing / 2, error: 0.1 },
  }) satisfies Driver;

function namesOf(drivers: readonly Driver[]): string[] {
  const find = strongestDrivers({ ...someResults(), drivers });
  return find('m', 's').map(({ uncertainty }) => uncertainty);
}

describe('the strongest drivers', () => {
  test('come in the order of how far they move the measure, either way; ties by name', () => {
    const drivers = [
      driver('small', 1, 0.5, 0.01),
      driver('down', -3, -0.5, 0.01),
      driver('b', 2, 0.5, 0.01),
      driver('a', 2, 0.5, 0.01),
    ];
    expect(namesOf(drivers)).toEqual(['down', 'a', 'b', 'small']);
  });

  test('leave out what does not vary and what may be chance', () => {
    const drivers = [
      driver('constant', 0, null, null),
      driver('chance', 5, DRIVER_ERRORS * 0.1, 0.1),
      driver('clear', 1, DRIVER_ERRORS * 0.1 + 0.01, 0.1),
      driver('without an error', 2, 0.1, null),
      driver('moves nothing', 0, 0.9, 0.01),
    ];
    expect(namesOf(drivers)).toEqual(['without an error', 'clear']);
  });

  test('are no more than can be read', () => {
    const drivers = Array.from({ length: 30 }, (_, k) => driver(`d${k}`, k + 1, 0.5, 0.01));
    expect(namesOf(drivers)).toHaveLength(MOST_DRIVERS);
  });

  test('are those of the measure and the scenario asked for', () => {
    const find = strongestDrivers({ ...someResults(), drivers: [driver('a', 1, 0.5, 0.01)] });
    expect(find('m', 'other')).toEqual([]);
  });
});

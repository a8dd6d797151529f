import type { Driver, Results } from '../engine/index.ts';

/** How many drivers of a measure are shown. */
export const MOST_DRIVERS = 10;

/** A rank correlation within so many of its Monte Carlo errors may be chance: there are hundreds of them. */
export const DRIVER_ERRORS = 3;

/** Finds what moves a measure in a scenario: what is clear of chance, that which moves it furthest first. */
export type FindDrivers = (measure: string, scenario: string) => readonly Driver[];

/** Prepares the look-up of the strongest drivers. */
export function strongestDrivers({ drivers }: Results): FindDrivers {
  const key = (measure: string, scenario: string) => JSON.stringify([measure, scenario]);
  const groups = new Map<string, Driver[]>();
  for (const driver of drivers.filter(isClear)) {
    const name = key(driver.measure, driver.scenario);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(driver);
  }
  return (measure, scenario) =>
    [...(groups.get(key(measure, scenario)) ?? [])]
      .sort((a, b) => swingOf(b) - swingOf(a) || (a.uncertainty < b.uncertainty ? -1 : 1))
      .slice(0, MOST_DRIVERS);
}

/** Says how far a measure moves between both ends of an uncertainty. */
export function swingOf({ lowest, highest }: Driver): number {
  return Math.abs((highest.value ?? 0) - (lowest.value ?? 0));
}

/** Without an error nothing is known to be chance. */
function isClear(driver: Driver): boolean {
  const { value, error } = driver.correlation;
  if (value === null || swingOf(driver) === 0) return false;
  return error === null || Math.abs(value) > DRIVER_ERRORS * error;
}

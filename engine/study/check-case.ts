import { error } from '../problem.ts';
import type { Case } from './case.ts';
import type { Given } from './model-test.ts';
import type { SettingsContext } from './read-settings.ts';

/** Reports what neither the model nor the case gives a value on the sets of the case. */
export function checkWhole({ model, reading }: SettingsContext, given: Given, one: Case): void {
  const report = (key: string, missing: readonly string[], why: string): void => {
    if (missing.length === 0) return;
    const shown = [...missing.slice(0, 5), ...(missing.length > 5 ? ['...'] : [])].join('; ');
    const message = `the case gives ${key} no value for ${shown}`;
    reading.problems.push(error('missing-element', message, one.position, why));
  };
  for (const { assumptions, levers } of model.modules) {
    for (const { module, name, extent, settings } of assumptions) {
      const key = `${module}.${name}`;
      const own = given.assumptions.get(key);
      const isMissing = (element: string) =>
        !settings.has(element) && own?.get(element) === undefined;
      report(key, extent.elements.filter(isMissing), 'give it, below `assumptions:` of the test');
    }
    for (const { module, name, extent, defaults } of levers) {
      const missing = extent.elements.filter((element) => !defaults.has(element));
      report(`${module}.${name}`, missing, 'a lever over a set that cases bring says `all:`');
    }
  }
}

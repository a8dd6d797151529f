import type { Study } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import type { ReadyStudy } from './open-study.ts';

/**
 * Finds a scenario of a study by its name, among those that it compares and `others`.
 *
 * Errors: UsageError with the name that was probably meant.
 */
export function scenarioNamed(
  { ready, engine, checked }: ReadyStudy,
  name: string,
  others: Study['scenarios'] = [],
): Study['scenarios'][number] {
  const scenarios = [...ready.study.scenarios, ...others];
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  if (checked.files.has(`${name}.yaml`)) {
    throw new UsageError(
      `${name}.yaml is there, but study.yaml does not list "${name}" below scenarios:`,
    );
  }
  const known = scenarios.map((scenario) => scenario.name);
  const hint = engine.hintFor(name, known) ?? `its scenarios: ${known.join(', ')}`;
  throw new UsageError(`the study has no scenario "${name}"; ${hint}`);
}

import { type Problem, startOf, warning } from '../problem.ts';
import type { LayeredScenario } from './read-scenario.ts';
import type { Study } from './study.ts';

function usedIn(
  { scenarios, validations, tests }: Study,
  files: ReadonlyMap<string, LayeredScenario>,
): ReadonlySet<string> {
  const given = tests.flatMap((test) => [test.given.scenario, test.against.scenario]);
  const used = new Set([
    ...scenarios.map(({ name }) => name),
    ...validations.flatMap(({ scenario, against }) => [scenario, against]),
    ...given.filter((name) => name !== null),
  ]);
  // A set goes on with what is added while it is gone through: what the used extend is used too.
  for (const name of used)
    for (const other of files.get(name)?.scenario.extends ?? []) used.add(other);
  return used;
}

function bearsOnUse({ severity, position: { file } }: Problem): boolean {
  return severity === 'error' && (file === 'study.yaml' || file.startsWith('tests/'));
}

/** Warns of each scenario file that nothing runs: somebody wrote it and forgot to list it, or it was left behind. */
export function warnOfUnused(
  study: Study,
  files: ReadonlyMap<string, LayeredScenario>,
  problems: Problem[],
): void {
  // What could not be read may use it.
  if (problems.some(bearsOnUse)) return;
  const used = usedIn(study, files);
  for (const [name, { scenario }] of files) {
    // What is wrong with the file comes first: it may be none of a scenario.
    const isWrong = problems.some(
      ({ severity, position: { file } }) => severity === 'error' && file === scenario.file,
    );
    if (used.has(name) || isWrong) continue;
    const message = `nothing runs this scenario: study.yaml does not list "${name}", and no scenario, estimate or test uses it`;
    const hint = `add ${name} to \`scenarios:\` in study.yaml, or take the file away`;
    problems.push(warning('unused-scenario', message, startOf(scenario.file), hint));
  }
}

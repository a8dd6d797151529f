import { type Problem, startOf, warning } from '../problem.ts';
import type { LayeredScenario } from './read-scenario.ts';
import type { Study } from './study.ts';

function usedIn(
  { scenarios, validations, tests }: Study,
  files: ReadonlyMap<string, LayeredScenario>,
): ReadonlySet<string> {
  const given = tests.flatMap((test) => [test.given.scenario, test.against.scenario]);
  return new Set([
    ...scenarios.map(({ name }) => name),
    ...validations.flatMap(({ scenario, against }) => [scenario, against]),
    ...[...files.values()].flatMap(({ scenario }) => scenario.extends),
    ...given.filter((name) => name !== null),
  ]);
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
    const isWrong = problems.some(({ position: { file } }) => file === scenario.file);
    if (used.has(name) || isWrong) continue;
    const message = `nothing runs this scenario: study.yaml does not list "${name}", and no scenario, estimate or test uses it`;
    const hint = `add ${name} to \`scenarios:\` in study.yaml, or take the file away`;
    problems.push(warning('unused-scenario', message, startOf(scenario.file), hint));
  }
}

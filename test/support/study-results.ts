import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readStudyFolder } from '../../cli/read-study.ts';
import { checkStudy, type Results, runStudy, withSettings } from '../../engine/index.ts';

const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');

/** The studies that ship, by the names of their folders. */
export const STUDIES: readonly string[] = readdirSync(SCENARIOS).filter((name) =>
  existsSync(join(SCENARIOS, name, 'study.yaml')),
);

/** Runs a study that ships with few draws, in this thread. */
export function resultsOf(name: string, draws: number): Promise<Results> {
  const { ready, ...checked } = checkStudy(readStudyFolder(join(SCENARIOS, name)), null, 'run');
  const { study, program } = ready!;
  const few = { ...checked, ready: { study: withSettings(study, { draws }), program } };
  return runStudy(few, { name, engineVersion: 'test', workers: 0 });
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readStudyFolder } from '../../cli/read-study.ts';
import {
  checkStudy,
  type Language,
  type Results,
  runStudy,
  withSettings,
} from '../../engine/index.ts';
import { type Sheet, sheetsOf } from '../../reports/index.ts';
import { reportBytes } from './workbook.ts';

const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');

/** Few, for what is tested of a workbook does not depend on them; enough for errors from 20 replicates. */
const DRAWS = 40;

/** The studies that ship with Parley, by folder. */
export const EXAMPLES: readonly string[] = readdirSync(SCENARIOS)
  .filter((name) => existsSync(join(SCENARIOS, name, 'study.yaml')))
  .sort();

const results = new Map<string, Promise<Results>>();
const workbooks = new Map<string, Promise<Uint8Array>>();

/** Runs an example study once for all tests of a file. */
export function exampleResults(name: string): Promise<Results> {
  return onceFor(results, name, () => {
    const { ready, ...checked } = checkStudy(readStudyFolder(join(SCENARIOS, name)));
    const study = withSettings(ready!.study, { draws: DRAWS });
    const set = { ...checked, ready: { study, program: ready!.program } };
    return runStudy(set, { name, engineVersion: 'test', workers: 0 });
  });
}

/** Makes the sheets of an example study. */
export async function exampleSheets(name: string, language: Language): Promise<Sheet[]> {
  return sheetsOf(await exampleResults(name), language);
}

/** Writes the workbook of an example study once for all tests of a file. */
export function exampleWorkbook(name: string, language: Language = 'en'): Promise<Uint8Array> {
  return onceFor(workbooks, `${name} ${language}`, async () =>
    reportBytes(await exampleResults(name), language),
  );
}

function onceFor<Made>(
  made: Map<string, Promise<Made>>,
  name: string,
  make: () => Promise<Made>,
): Promise<Made> {
  const promise = made.get(name) ?? make();
  made.set(name, promise);
  return promise;
}

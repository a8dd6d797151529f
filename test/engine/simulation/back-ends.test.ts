import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStudyFolder } from '../../../cli/read-study.ts';
import { checkStudy } from '../../../engine/check.ts';
import { runStudy, withSettings } from '../../../engine/run.ts';
import { BACK_ENDS, type BackEnd } from '../../../engine/simulation/code.ts';

const STUDIES = readdirSync('scenarios').filter((name) =>
  existsSync(`scenarios/${name}/study.yaml`),
);

/** Fewer than any study asks for; 64 and 7 do not divide it evenly. */
const DRAWS = 100;

async function digestOf(study: string, backEnd: BackEnd, block: number): Promise<string> {
  const checked = checkStudy(readStudyFolder(`scenarios/${study}`), null, 'run');
  const ready = { ...checked.ready!, study: withSettings(checked.ready!.study, { draws: DRAWS }) };
  const options = { name: study, engineVersion: 'test', workers: 0, backEnd, block };
  const { provenance } = await runStudy({ ...checked, ready }, options);
  return provenance.digest;
}

test.each(STUDIES)('%s has one digest in every back end and block', async (study) => {
  const digests = new Set<string>();
  for (const backEnd of BACK_ENDS) {
    for (const block of [7, 64]) digests.add(await digestOf(study, backEnd, block));
  }
  expect([...digests]).toHaveLength(1);
});

import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStudyFolder } from '../../../cli/read-study.ts';
import { checkStudy } from '../../../engine/check.ts';
import { runPlainly, runStudy, withSettings } from '../../../engine/run.ts';
import { BACK_ENDS, type BackEnd } from '../../../engine/simulation/code.ts';

const STUDIES = readdirSync('scenarios').filter((name) =>
  existsSync(`scenarios/${name}/study.yaml`),
);

/** Fewer than any study asks for; 64 and 7 do not divide it evenly. */
const DRAWS = 100;

/** As many as the interpreter can run of all simulations while a test waits, drawn at random. */
const INTERPRETED = { draws: 2, sampling: 'random' } as const;

/** Runs few draws by the interpreter and in the back end that is used where none is asked for. */
async function digestsOfFew(study: string): Promise<readonly string[]> {
  const checked = checkStudy(readStudyFolder(`scenarios/${study}`), null, 'run');
  const ready = { ...checked.ready!, study: { ...checked.ready!.study, ...INTERPRETED } };
  const digestBy = async (options: { readonly backEnd?: 'interpreter' }) => {
    const all = { name: study, engineVersion: 'test', workers: 0, ...options };
    return (await runPlainly({ ...checked, ready }, all)).provenance.digest;
  };
  return [await digestBy({}), await digestBy({ backEnd: 'interpreter' })];
}

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

test.each(STUDIES)('%s has the digest that the interpreter gives', async (study) => {
  const [usual, interpreted] = await digestsOfFew(study);
  expect(interpreted).toBe(usual);
});

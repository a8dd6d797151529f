import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import type { ProblemError } from '../../../engine/problem.ts';
import { type RunOptions, runPlainly } from '../../../engine/run.ts';
import type { RunResults } from '../../../engine/simulation/block.ts';
import { inputsOfDraws } from '../../../engine/simulation/inputs-of-draw.ts';
import { interpretRun } from '../../../engine/simulation/interpret-run.ts';
import { prepareRun } from '../../../engine/simulation/prepare-run.ts';
import { prepareStudy } from '../../../engine/simulation/prepare-study.ts';
import { openSimulator } from '../../../engine/simulation/simulator.ts';
import { edited, filesOf, type Texts, VALIDATED_STUDY } from '../../support/small-study.ts';

const OPTIONS = { name: 'small', engineVersion: '0', workers: 0 };

const copyOf = ({ answers, kept }: RunResults): RunResults => ({
  answers: answers.map((column) => Float64Array.from(column)),
  kept: kept.map((column) => Float64Array.from(column)),
});

/** Runs every simulation with kernels and by the interpreter. */
async function bothWays(texts: Texts, keep: boolean) {
  const { study, program } = checkStudy(filesOf(texts)).ready!;
  const { prepared, source, items } = prepareStudy(study, program);
  const { draws } = study;
  const simulator = openSimulator(prepared, draws, { workers: 0 });
  const columns = (count: number, length: number) =>
    Array.from({ length: count }, () => new Float64Array(length));
  const outcomes = [];
  for (const { inputs } of items) {
    const random = source.inputsOf(inputs);
    const { results, flaw } = await simulator.run(prepareRun(prepared, inputs), random, keep);
    const own = {
      answers: columns(program.answers.length, draws),
      kept: columns(keep ? program.kept.length : 0, study.clock.steps * draws),
    };
    const inputsOf = inputsOfDraws({ prepared, inputs, random, draws });
    const ownFlaw = interpretRun(program, inputsOf, draws, own);
    outcomes.push({ kernel: { flaw, ...copyOf(results) }, interpreter: { flaw: ownFlaw, ...own } });
  }
  return outcomes;
}

const SALES = 'formula: demand * exp(luck) / price * until(closes)';

/** Flaws that a few draws have. */
const FLAWS = [
  [
    'a value that is not finite',
    edited('model/shop.yaml', SALES, `${SALES} * sqrt(0.3 - luck)`),
    'not-finite',
  ],
  [
    'a check that fails',
    edited('model/shop.yaml', 'never_negative: stock >= 0', 'unlucky: luck < 0.3'),
    'check-violated',
  ],
  [
    'an answer that is not finite',
    edited(
      'study.yaml',
      'formula: total(shop.sales)',
      'formula: total(shop.sales) * sqrt(0.2 - final(shop.luck))',
    ),
    'no-root',
  ],
] as const;

describe('interpretRun', () => {
  it.each([true, false])('gives the bits of kernels; paths are kept: %s', async (keep) => {
    const outcomes = await bothWays(VALIDATED_STUDY, keep);
    expect(outcomes.length).toBeGreaterThan(6);
    for (const { kernel, interpreter } of outcomes) {
      expect(interpreter).toEqual(kernel);
      expect(interpreter.flaw).toBeNull();
    }
    const varied = outcomes.filter(({ interpreter }) => new Set(interpreter.answers[0]).size > 100);
    expect(varied.length).toBeGreaterThan(3);
  });

  it.each(FLAWS)('finds %s at the draw where kernels find it', async (_what, texts) => {
    for (const { kernel, interpreter } of await bothWays(texts, false)) {
      expect(interpreter.flaw).toBe(kernel.flaw);
      expect(interpreter.flaw).toBeGreaterThan(0);
    }
  });
});

describe('a study that the interpreter runs', () => {
  const run = (texts: Texts, backEnd: NonNullable<RunOptions['backEnd']>) =>
    runPlainly(checkStudy(filesOf(texts)), { ...OPTIONS, backEnd });

  it('comes to the same results', async () => {
    expect(await run(VALIDATED_STUDY, 'interpreter')).toEqual(await run(VALIDATED_STUDY, 'wasm'));
  });

  it.each(FLAWS)('says the same of %s', async (_what, texts, code) => {
    const problemsBy = (backEnd: NonNullable<RunOptions['backEnd']>) =>
      run(texts, backEnd).catch((thrown: unknown) => (thrown as ProblemError).problems);
    const problems = await problemsBy('interpreter');
    expect(problems).toMatchObject([{ code }]);
    expect(problems).toEqual(await problemsBy('js'));
  });
});

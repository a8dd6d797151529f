import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readStudyFolder } from '../cli/read-study.ts';
import { checkStudy, runStudy, withSettings } from '../engine/index.ts';

const FOLDER = join(import.meta.dirname, '..', 'scenarios', 'korea-us-2025');
const SCENARIOS = ['no-offer', 'package'];
const DRAWS = 1000;

/** Outcomes of the dice beside the chances that the model computes; each happens or not in a draw. */
const MEASURES = {
  within: 'final(negotiation.deal_within_120_days)',
  struck: 'maximum(negotiation.struck)',
  chance: 'final(negotiation.deal_chance)',
  excess: 'final(negotiation.deal_chance) - maximum(negotiation.struck)',
  struckByAugust: 'maximum(negotiation.struck * until(date(2025, 8)))',
  deferredByAugust:
    'maximum(negotiation.granted * negotiation.takes_effect * until(date(2025, 8)))',
};

/** The study over two years, with those measures and nothing imposed. */
function talksOnly(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const study = new TextDecoder().decode(files.get('study.yaml'));
  const measures = Object.entries(MEASURES).map(
    ([name, formula]) =>
      `  ${name}: { title: ${name}, unit: "1", formula: "${formula}", better: neither }`,
  );
  const head = study.slice(0, study.indexOf('\nmeasures:')).replace('months: 60', 'months: 24');
  const text = [head, 'measures:', ...measures, ''].join('\n');
  const kept = [...files].filter(([path]) => !/^(tests|texts)\//.test(path));
  return new Map([...kept, ['study.yaml', new TextEncoder().encode(text)]]);
}

describe('the talks of the Korea study', () => {
  const outcomes = new Map<string, { mean: number; error: number; p5: number; p95: number }>();
  const of = (scenario: string, measure: string) => outcomes.get(`${scenario} ${measure}`)!;

  beforeAll(async () => {
    const checked = checkStudy(talksOnly(readStudyFolder(FOLDER)));
    // Scenarios that only conditions and estimates used are used by nothing here.
    const others = checked.problems.filter(({ code }) => code !== 'unused-scenario');
    expect(others).toEqual([]);
    const study = withSettings(checked.ready!.study, { scenarios: SCENARIOS, draws: DRAWS });
    const ready = { ...checked.ready!, study };
    const options = { name: 'talks', engineVersion: 'test', workers: 0 };
    const { comparisons } = await runStudy({ ...checked, ready }, options);
    for (const { scenario, measure, outcome } of comparisons) {
      const { mean, p5, p95 } = outcome;
      const figures = { mean: mean.value!, error: mean.error!, p5: p5.value!, p95: p95.value! };
      outcomes.set(`${scenario} ${measure}`, figures);
    }
  });

  test.each(SCENARIOS)(
    '%s: the computed chance of a deal is how often the dice bring one',
    (name) => {
      expect(Math.abs(of(name, 'excess').mean)).toBeLessThan(4 * of(name, 'excess').error);
      expect(of(name, 'chance').mean).toBeCloseTo(of(name, 'struck').mean, 1);
    },
  );

  test.each(SCENARIOS)('%s: four months may end in a deal, a deferral or neither', (name) => {
    const [deal, deferral] = [of(name, 'struckByAugust').mean, of(name, 'deferredByAugust').mean];
    for (const share of [deal, deferral, 1 - deal - deferral]) expect(share).toBeGreaterThan(0.05);
  });

  test('the priors rule out neither that 120 days bring no deal nor that they bring one', () => {
    expect(of('no-offer', 'within').p5).toBeLessThan(0.1);
    expect(of('package', 'within').p95).toBeGreaterThan(0.9);
    for (const name of SCENARIOS) {
      expect(of(name, 'within').p5).toBeGreaterThan(0);
      expect(of(name, 'within').p95).toBeLessThan(1);
    }
  });

  test('an offer raises the chance, draw by draw on the same dice', () => {
    expect(of('package', 'within').mean).toBeGreaterThan(of('no-offer', 'within').mean);
  });
});

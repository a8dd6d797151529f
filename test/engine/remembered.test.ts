import { expect, test } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { runStudy } from '../../engine/run.ts';
import { edited, filesOf, type Texts, withTexts } from '../support/small-study.ts';

const OPTIONS = { name: 'small', engineVersion: '0', workers: 0 };

/** A factor that looks at the price only where an assumption, certain in some scenarios, is above 2. */
function withFactor(): Texts {
  const shop = edited(
    'model/shop.yaml',
    'equations:\n',
    'equations:\n  factor: { unit: "1", formula: "exp(if(odd > 2, log(price - 3), 0))" }\n',
  )['model/shop.yaml']!.replace(
    '  enough:',
    '  odd: { value: 0, unit: "1", source: judgement, why: w }\n  enough:',
  );
  const study = edited(
    'study.yaml',
    'conditions:',
    '  factor: { title: F, unit: "1", formula: final(shop.factor), better: higher }\nconditions:',
  )['study.yaml']!;
  return withTexts({
    'model/shop.yaml': shop,
    'study.yaml': study,
    'nothing.yaml':
      'title: Odd\nshop: { price: 5 }\nassumptions: { shop.odd: { uniform: [1, 3] } }\n',
  });
}

test('what is no number, and is not looked at, is never taken for what it was before', async () => {
  const { runs } = await runStudy(checkStudy(filesOf(withFactor())), OPTIONS);
  const factors = (scenario: string) =>
    runs.find((run) => run.scenario === scenario && run.condition === null)!.outcomes[2]!;
  expect(new Set([...factors('nothing')].map((value) => value.toFixed(12)))).toEqual(
    new Set(['1.000000000000', '2.000000000000']),
  );
  expect(new Set(factors('usual'))).toEqual(new Set([1]));
  expect(new Set(factors('offer'))).toEqual(new Set([1]));
});

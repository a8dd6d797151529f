import { describe, expect, it } from 'vitest';
import { describeStudy } from '../../../engine/analysis/describe-study.ts';
import { checkStudy, runStudy, translateStudy, untranslated } from '../../../engine/index.ts';
import { studyOf } from '../../support/language-study.ts';
import { filesOf, type Texts, VALIDATED_STUDY } from '../../support/small-study.ts';

const KOREAN: Texts = {
  ...VALIDATED_STUDY,
  'texts/ko.yaml': [
    ['A small study', '작은 연구'],
    ['Does it run?', '돌아가는가?'],
    ['Half price', '반값'],
    ['Stock at the end', '기말 재고'],
    ['A shop', '가게'],
    ['What it asks', '부르는 값'],
    ['a guess', '추측'],
    ['A bank', '어느 은행'],
    ['Sales', '매출'],
  ]
    .map(([en, ko]) => `- { en: "${en}", ko: "${ko}" }\n`)
    .join(''),
};

async function resultsOf(texts: Texts) {
  const checked = checkStudy(filesOf(texts));
  return runStudy(checked, { name: 'small', engineVersion: '0', workers: 0 });
}

describe('a study in another language', () => {
  it('has its texts in that one, and names, formulas and sources as they are', async () => {
    const { study } = await resultsOf(KOREAN);
    const korean = translateStudy(study, 'ko');
    expect(korean).toMatchObject({ language: 'ko', title: '작은 연구', question: '돌아가는가?' });
    expect(korean.scenarios.map(({ name, title }) => `${name}: ${title}`)).toEqual([
      'nothing: No shop',
      'usual: As usual',
      'offer: 반값',
    ]);
    expect(korean.measures.map(({ title }) => title)).toEqual(['기말 재고', 'Sales in all']);
    expect(korean.modules[0]).toMatchObject({ name: 'shop', title: '가게' });
    expect(korean.levers[0]).toMatchObject({ name: 'price', about: '부르는 값' });
    expect(new Set(korean.assumptions.map(({ why }) => why))).toEqual(new Set(['추측']));
    expect(korean.validations.map(({ by, title }) => `${by}: ${title}`)).toContain(
      '어느 은행: 매출',
    );
    expect(korean.trajectories[0]).toMatchObject({ name: 'sales', title: '매출' });
    expect(korean.sources[0]).toMatchObject({ publisher: 'A bank' });
    expect(korean.equations).toEqual(study.equations);
  });

  it('says what is not translated, each text once', async () => {
    const { study } = await resultsOf(KOREAN);
    expect(untranslated(study, 'ko')).toEqual([
      'No shop',
      'As usual',
      'Dear',
      'Sales at a higher price',
      'W',
      'Stock at half the price',
      'Sales in all',
      'open',
      'shut',
      'rich',
      'When it shuts',
    ]);
    expect(untranslated(study, 'en')).toEqual([]);
    expect(translateStudy(study, 'en')).toBe(study);
  });

  it('has the numbers and the digest of the one without it', async () => {
    const [one, other] = [await resultsOf(VALIDATED_STUDY), await resultsOf(KOREAN)];
    expect(other.provenance.digest).toBe(one.provenance.digest);
    expect(other.runs).toEqual(one.runs);
    expect(other.study).toEqual({ ...one.study, translations: other.study.translations });
  });

  it('names the elements of what is repeated over sets', () => {
    const files = {
      'study.yaml': `title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 2 }
draws: 20
seed: s
sampling: random
reference: a
baseline: a
scenarios: [a]
measures: { x: { title: { en: X, ko: 엑스 }, over: [good, country], unit: "1", formula: final(m.x), better: higher } }
trajectories: { y: { title: Y, over: good, unit: "1", formula: m.x } }
`,
    };
    const { measures, trajectories } = translateStudy(describeStudy(studyOf(files), 's'), 'ko');
    expect(measures[0]).toMatchObject({ name: 'x_cars_korea', title: '엑스, cars, korea' });
    expect(trajectories[0]).toMatchObject({ name: 'y_cars', title: 'Y, cars' });
  });
});

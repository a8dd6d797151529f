import { expect, it } from 'vitest';
import { describeStudy } from '../../../engine/analysis/describe-study.ts';
import { translateStudy, untranslated } from '../../../engine/analysis/translate-study.ts';
import { marksOf, studyOf } from '../../support/language-study.ts';

const SETS = 'sets: { good: [cars, steel], country: [korea, japan] }\n';
const labelled = (labels: string) => ({ 'model/model.yaml': `${SETS}labels: { ${labels} }\n` });

it('labels are texts for readers, in every language of the study', () => {
  const study = studyOf({
    ...labelled('cars: Passenger cars, japan: { en: Japan, ko: 일본 }'),
    'texts/sets.yaml': '- { en: Passenger cars, ko: 승용차 }\n',
  });
  const described = describeStudy(study, 'x');
  expect(described.labels).toEqual([
    { element: 'cars', label: 'Passenger cars' },
    { element: 'japan', label: 'Japan' },
  ]);
  expect(translateStudy(described, 'ko').labels.map(({ label }) => label)).toEqual([
    '승용차',
    '일본',
  ]);
  expect(untranslated(described, 'ko')).not.toContain('Passenger cars');
});

it('a label is that of an element', () => {
  expect(marksOf(labelled('boats: Boats'))).toEqual([
    'unknown-element model/model.yaml:2:11 boats',
  ]);
});

it('a study may do without', () => {
  expect(studyOf({}).labels).toEqual(new Map());
});

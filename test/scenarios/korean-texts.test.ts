import { expect, test } from 'vitest';
import { readStudyFolder } from '../../cli/read-study.ts';
import { describeStudy } from '../../engine/analysis/describe-study.ts';
import { checkStudy, translateStudy, untranslated } from '../../engine/index.ts';

const { ready } = checkStudy(readStudyFolder('scenarios/korea-us-2025'), null, 'run');
const study = describeStudy(ready!.study, 'korea-us-2025');

test('every text of the Korea study is in Korean too', () => {
  expect(untranslated(study, 'ko')).toEqual([]);
  expect(translateStudy(study, 'ko').title).toBe('한국과 미국, 2025년 4월');
});

function percentagesIn(text: string): string[] {
  return text.match(/\d[\d,]*(\.\d+)?%/g) ?? [];
}

test('no percentage is lost or changed on the way into Korean', () => {
  const lost = [...study.translations.get('ko')!].filter(([own, korean]) => {
    const there = percentagesIn(korean);
    return percentagesIn(own).some((one) => !there.includes(one));
  });
  expect(lost).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { filesOf, SMALL_STUDY, type Texts, VALIDATED_STUDY } from '../../support/small-study.ts';

const SPARE = { 'spare.yaml': 'title: Spare\nextends: offer\n' };

function warnings(texts: Texts): readonly string[] {
  const { problems } = checkStudy(filesOf(texts));
  return problems
    .filter(({ code }) => code === 'unused-scenario')
    .map(({ severity, position: { file, line } }) => `${severity} ${file}:${line}`);
}

const study = SMALL_STUDY['study.yaml']!;

describe('a scenario file', () => {
  it('that nothing runs is warned of, and the study runs all the same', () => {
    expect(warnings({ ...SMALL_STUDY, ...SPARE })).toEqual(['warning spare.yaml:1']);
    expect(checkStudy(filesOf({ ...SMALL_STUDY, ...SPARE })).ready).not.toBeNull();
  });

  it('is none of those where study.yaml lists it', () => {
    const listed = study.replace('usual, offer]', 'usual, offer, spare]');
    expect(warnings({ ...SMALL_STUDY, ...SPARE, 'study.yaml': listed })).toEqual([]);
  });

  it('is none of those where another scenario extends it', () => {
    const heir = { 'heir.yaml': 'title: Heir\nextends: spare\n' };
    const listed = study.replace('usual, offer]', 'usual, offer, heir]');
    expect(warnings({ ...SMALL_STUDY, ...SPARE, ...heir, 'study.yaml': listed })).toEqual([]);
  });

  it('is one where only a file that nothing runs extends it', () => {
    const heir = { 'heir.yaml': 'title: Heir\nextends: spare\n' };
    expect(warnings({ ...SMALL_STUDY, ...SPARE, ...heir })).toEqual([
      'warning heir.yaml:1',
      'warning spare.yaml:1',
    ]);
  });

  it('is none of those where a test uses it', () => {
    const test = 'tests:\n  - { name: A, scenario: spare, expect: { final(shop.price): "> 0" } }\n';
    expect(warnings({ ...SMALL_STUDY, ...SPARE, 'tests/a.yaml': test })).toEqual([]);
  });

  it('is none of those where an estimate uses it', () => {
    const { problems } = checkStudy(filesOf(VALIDATED_STUDY));
    expect(problems.filter(({ code }) => code === 'unused-scenario')).toEqual([]);
  });

  it('is left alone where what might use it cannot be read', () => {
    const wrong = study.replace('usual, offer]', 'usual, offr]');
    expect(warnings({ ...SMALL_STUDY, ...SPARE, 'study.yaml': wrong })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { appliesNotIn, silenceOf } from '../../../engine/analysis/applies.ts';
import { describeStudy } from '../../../engine/analysis/describe-study.ts';
import { LANGUAGE, marksOf, studyOf } from '../../support/language-study.ts';

const CONDITIONS = `conditions:
  imposed: { impose: { m.joins: yes } }
  other: { impose: { m.slope: 1 } }
  some: { when: "final(m.x) > 0" }
`;

function filesWith(applies: string, b: string) {
  const study = LANGUAGE['study.yaml']!.replace('better: higher', `better: higher, ${applies}`);
  return { 'study.yaml': `${study}${CONDITIONS}`, 'b.yaml': `title: B\nextends: a\n${b}` };
}

function notIn(applies: string, b: string) {
  const study = studyOf(filesWith(`applies: { ${applies} }`, b));
  return appliesNotIn(study, study.measures[0]!).map(
    ({ scenario, condition }) => `${scenario} ${condition ?? 'as drawn'}`,
  );
}

describe('a measure that takes levers for granted', () => {
  it('says nothing of runs in which they are set otherwise', () => {
    expect(notIn('m.joins: no', '')).toEqual(['a imposed', 'b imposed']);
    expect(notIn('m.joins: yes', 'm: { joins: yes }\n')).toEqual([
      'a as drawn',
      'a some',
      'a other',
    ]);
  });

  it('minds the elements that it names, however they are written', () => {
    const set = 'm: { rate: { cars: { korea: 25.0% } } }\n';
    const elements = 'm.rate: { cars: { korea: 25% } }';
    expect(notIn(elements, set)).toEqual(['a as drawn', 'a some', 'a imposed', 'a other']);
    expect(notIn('m.rate: { cars: { japan: 0% } }', set)).toEqual([]);
  });

  it('minds what a lever is over the horizon, not in how many pieces it was written', () => {
    const pieces = (then: string) =>
      `m: { volume: { start: 2 Mt/year, 2025-07-01: 2 Mt/year, 2026-01-01: ${then} } }\n`;
    const all = ['a as drawn', 'a some', 'a imposed', 'a other'];
    expect(notIn('m.volume: 2 Mt/year', pieces('2 Mt/year'))).toEqual(all);
    expect(notIn('m.volume: 2 Mt/year', pieces('2.1 Mt/year'))).toContain('b as drawn');
    const later = 'm: { volume: { start: 2 Mt/year, 2099-01-01: 3 Mt/year } }\n';
    expect(notIn('m.volume: 2 Mt/year', later)).toEqual(all);
  });

  it('says what is taken for granted and what is set instead', () => {
    const applies = 'applies: { m.joins: no, m.rate: { cars: { korea: 25% } } }';
    const study = studyOf(filesWith(applies, 'm: { rate: { cars: { korea: 25% } } }\n'));
    const silent = (at: number) =>
      silenceOf(study, study.scenarios[at]!.levers, study.measures[0]!);
    expect(silent(0)).toEqual({
      takes: 'm.joins: no; m.rate: cars: korea: 25%',
      sets: 'm.rate[cars, korea]: 0%',
    });
    expect(silent(1)).toBeNull();
    const plain = studyOf();
    expect(silenceOf(plain, plain.scenarios[0]!.levers, plain.measures[0]!)).toBeNull();
  });

  it('is described by what it takes for granted', () => {
    const described = (applies: string) =>
      describeStudy(studyOf(filesWith(applies, '')), 'x').measures[0]!;
    const { applies, appliesNot } = described('applies: { m.joins: no, m.pays: never }');
    expect(applies).toBe('m.joins: no; m.pays: never');
    expect(appliesNot).toHaveLength(2);
    expect(described('target: "> 0"')).toMatchObject({ applies: '', appliesNot: [] });
  });

  it.each([
    ['applies: {}', 'wrong-type study.yaml:11:85 {}'],
    ['applies: { m.jions: yes }', 'unknown-lever study.yaml:11:87 m.jions'],
    ['applies: { m.joins: 3 }', 'wrong-type study.yaml:11:96 3'],
  ])('is told where that is wrong: %s', (applies, mark) => {
    expect(marksOf(filesWith(applies, ''))).toEqual([mark]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { LANGUAGE, languageWith, showMark } from '../../support/language-study.ts';
import { filesOf, type Texts } from '../../support/small-study.ts';

const STUDY = LANGUAGE['study.yaml']!;
const MODULE = LANGUAGE['model/m.yaml']!;

/** Lists all that a check finds, formulas included. */
function found(changes: Texts): readonly string[] {
  const texts = languageWith(changes);
  return checkStudy(filesOf(texts)).problems.map((problem) => showMark(problem, texts));
}

const wrongFormula = { 'model/m.yaml': MODULE.replace('formula: slope', 'formula: slop') };

describe('a study.yaml that does not fit its shape', () => {
  it.each([
    ['a missing key', STUDY.replace('sampling: random\n', ''), 'missing-key study.yaml:1:1 title'],
    ['no scenarios', STUDY.replace('[a, b]', '[]'), 'wrong-type study.yaml:10:12 []'],
    ['a key too many', `${STUDY}colour: red\n`, 'unknown-key study.yaml:12:1 colour'],
    [
      'a wrong word',
      STUDY.replace('sampling: random', 'sampling: sobol'),
      'wrong-type study.yaml:7:11 sobol',
    ],
  ])('by %s hides no mistake in a formula', (_, text, problem) => {
    expect(found({ 'study.yaml': text, ...wrongFormula })).toEqual([
      problem,
      'unknown-name model/m.yaml:15:28 slop',
    ]);
  });

  it('in one measure leaves the others, and what break-even makes of them', () => {
    const text = STUDY.replace(
      /measures:.*/,
      `measures:
  x: { title: X, unit: "1", formula: final(m.x), beter: higher }
  y: { title: Y, unit: "1", formula: final(m.z), better: higher }
conditions:
  never: { impose: { m.pays: never } }
  today: { impose: { m.pays: 2025-04 } }
break_even: { measure: x, success: never, failure: today }`,
    );
    expect(found({ 'study.yaml': text })).toEqual([
      'unknown-key study.yaml:12:50 beter',
      'unknown-name study.yaml:13:44 m.z',
    ]);
  });

  it('in one correlation leaves those beside it', () => {
    const text = `${STUDY}correlations: [[m.gas], [m.gas, m.gsa, 0.2], [1, 2]]\n`;
    expect(found({ 'study.yaml': text })).toEqual([
      'wrong-type study.yaml:12:16 [m.gas]',
      'wrong-type study.yaml:12:46 [1, 2]',
      'unknown-name study.yaml:12:33 m.gsa',
    ]);
  });

  it('without a clock hides no name and no unit', () => {
    const text = STUDY.replace(/horizon.*\n/, '');
    expect(
      found({ 'study.yaml': text, 'b.yaml': 'title: B\nextends: c\n', ...wrongFormula }),
    ).toEqual([
      'missing-key study.yaml:1:1 title',
      'unknown-scenario b.yaml:2:10 c',
      'unknown-name model/m.yaml:15:28 slop',
    ]);
  });

  it('never makes a study that runs', () => {
    const text = STUDY.replace('sampling: random\n', '');
    expect(checkStudy(filesOf(languageWith({ 'study.yaml': text }))).ready).toBeNull();
  });
});

describe('a file that YAML cannot read', () => {
  it('stands for a scenario that others may name', () => {
    expect(found({ 'a.yaml': 'title: "A\n' })).toEqual(['yaml-syntax a.yaml:1:8 "A']);
  });

  it('stands for sources that nobody knows', () => {
    expect(found({ 'sources.yaml': '- iea\n' })).toEqual(['wrong-type sources.yaml:1:1 - iea']);
    expect(found({ 'sources.yaml': 'iea: [\n' })).toHaveLength(1);
  });

  it('is told beside study.yaml that is missing', () => {
    const { 'study.yaml': _, ...texts } = languageWith({ 'a.yaml': 'title: "A\n' });
    const { problems } = checkStudy(filesOf(texts));
    expect(problems.map(({ code }) => code)).toEqual(['yaml-syntax', 'file-missing']);
  });
});

describe('a line whose text was refused', () => {
  it('is told of once', () => {
    const text = MODULE.replace('mean: 0, sd: 1', 'mean: 0, sd: .1');
    expect(found({ 'model/m.yaml': text })).toEqual(['odd-number model/m.yaml:12:34 .1']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Path } from '../../../engine/study/path.ts';
import {
  APRIL,
  LANGUAGE,
  marksOf,
  messagesOf,
  monthly,
  scenarioOf,
  settingOf,
  studyOf,
} from '../../support/language-study.ts';

const RISE = '{ start: 2 Mt/year, 2025-06: 8 Mt/year }';

describe('a term with a condition', () => {
  const terms = (text: string) => `m: { volume: { schedule: ${RISE}, terms: { ${text} } } }\n`;
  const back = (when: string, status = 'in force') =>
    `back: { snap_back: { on: 2025-07-16, to: 9 Mt/year }, when: ${when}, status: ${status} }`;
  const cap = 'cap: { cap: { at: 5 Mt/year, from: 2025-08 }, when: m.x > 2, status: in force }';

  it('leaves the schedule alone and keeps the path for each way it may turn out', () => {
    const { value } = settingOf(scenarioOf(terms(`${back('m.x > 1')}, ${cap}`)), 'volume');
    const inMegatonnes = (path: Path) =>
      monthly(path, 6).map((x) => Math.round(((x * 12) / 1e6) * 100) / 100);
    expect(inMegatonnes(value.value as Path)).toEqual([2, 2, 8, 8, 8, 8]);
    expect(value.outcomes.map(inMegatonnes)).toEqual([
      [2, 2, 8, 8, 8, 8],
      [2, 2, 8, 8.52, 9, 9],
      [2, 2, 8, 8, 5, 5],
      [2, 2, 8, 8.52, 5, 5],
    ]);
  });

  it('keeps its condition, its date and their places, and prints it', () => {
    const body = terms(back('m.x > 1'));
    const { value } = settingOf(scenarioOf(body), 'volume');
    const [term] = value.terms;
    expect(term!.when).toMatchObject({
      date: APRIL + 3 + 15 / 31,
      formula: {
        position: { file: 'b.yaml', line: 2, column: body.indexOf('m.x') + 1, length: 7 },
      },
      datePosition: { line: 2, column: body.indexOf('2025-07-16') + 1, length: 10 },
    });
    expect(value.text).toBe(
      '2 Mt/year from start; 8 Mt/year from 2025-06; back: snap_back on 2025-07-16, to 9 Mt/year when m.x > 1 (in force)',
    );
  });

  it.each(['announced', 'suspended'])('leads nowhere where it is %s', (status) => {
    const { value } = settingOf(scenarioOf(terms(back('m.x > 1', status))), 'volume');
    expect(value.outcomes).toEqual([]);
    expect(value.terms).toMatchObject([{ name: 'back', status }]);
  });

  it('is removed, replaced and dropped like any other', () => {
    const child = (body: string) => {
      const c = `title: C\nextends: b\nm: { volume: ${body} }\n`;
      const study = studyOf({
        'study.yaml': LANGUAGE['study.yaml']!.replace('[a, b]', '[a, b, c]'),
        'b.yaml': `title: B\n${terms(`${back('m.x > 1')}, ${cap}`)}`,
        'c.yaml': c,
      });
      const scenario = study.scenarios.find(({ name }) => name === 'c')!;
      const { outcomes, text } = settingOf(scenario, 'volume').value;
      return [outcomes.length, text.split('; ').slice(2).join('; ')];
    };
    const back1 = 'back: snap_back on 2025-07-16, to 9 Mt/year when m.x > 1 (in force)';
    const cap2 = 'cap: cap at 5 Mt/year, from 2025-08 when m.x > 2 (in force)';
    expect(child('{ terms: { back: none } }')).toEqual([2, cap2]);
    expect(child('{ terms: { cap: none, back: none } }')).toEqual([0, '']);
    expect(child(`{ terms: { ${back('m.x > 1').replace('when: m.x > 1, ', '')} } }`)).toEqual([
      2,
      `${back1.replace(' when m.x > 1', '')}; ${cap2}`,
    ]);
    expect(child(`{ terms: { ${back('m.x > 3')} } }`)).toEqual([
      4,
      `${back1.replace('> 1', '> 3')}; ${cap2}`,
    ]);
    expect(child('1 Mt/year')).toEqual([0, '']);
  });

  it('is one of at most four on one value', () => {
    const some = (count: number) =>
      Array.from(
        { length: count },
        (_, k) =>
          `t${k}: { cap: { at: ${9 - k} Mt/year, from: 2025-0${5 + k} }, when: m.x > ${k}, status: in force }`,
      ).join(', ');
    expect(settingOf(scenarioOf(terms(some(4))), 'volume').value.outcomes).toHaveLength(16);
    const files = { 'b.yaml': `title: B\n${terms(some(5))}` };
    expect(marksOf(files)).toEqual([
      `bad-schedule b.yaml:2:${terms(some(5)).indexOf('m.x > 4') + 1} m.x > 4`,
    ]);
    expect(messagesOf(files)).toEqual([
      'bad-schedule: 5 terms with `when:` act on this value; at most 4 can (remove inherited ones with `none`, or join conditions with `and`, `or`)',
    ]);
  });

  it('must not change what holds before its date', () => {
    const slope = (from: string) =>
      `slope: { phase_in: { from: ${from}, to: 2025-10 }, status: in force }`;
    const after = { 'b.yaml': `title: B\n${terms(`${back('m.x > 1')}, ${slope('2025-07')}`)}` };
    expect(marksOf(after)).toEqual([
      expect.stringMatching(/^bad-schedule b\.yaml:2:\d+ m\.x > 1$/),
    ]);
    expect(messagesOf(after)).toEqual([
      'bad-schedule: before its date the schedule depends on whether "back" acts (let the phase_in after "back" begin no earlier, or write it before)',
    ]);
    expect(
      marksOf({ 'b.yaml': `title: B\n${terms(`${slope('2025-07')}, ${back('m.x > 1')}`)}` }),
    ).toEqual([]);
    expect(
      marksOf({ 'b.yaml': `title: B\n${terms(`${back('m.x > 1')}, ${slope('2025-07-16')}`)}` }),
    ).toEqual([]);
  });

  it('cannot stand on a default', () => {
    const term = 't: { cap: { at: 1, from: 2025-06 }, when: m.x > 1, status: in force }';
    const model = {
      'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(
        'interpolate: linear, default: 0 }',
        `default: { schedule: 4, terms: { ${term} } } }`,
      ),
    };
    expect(marksOf(model)).toEqual([
      expect.stringMatching(/^bad-schedule model\/m\.yaml:5:\d+ m\.x > 1$/),
    ]);
    expect(messagesOf(model)).toEqual([
      'bad-schedule: a default has no terms with `when:` (write the term in a scenario that others extend)',
    ]);
  });
});

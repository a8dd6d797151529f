import { describe, expect, it } from 'vitest';
import { LANGUAGE, marksOf, messagesOf, studyOf } from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

/** Gives a file of the study with a part replaced. */
function edit(file: string, from: string, to: string): Texts {
  const text = LANGUAGE[file]!;
  if (!text.includes(from)) throw new Error(`${file} does not say "${from}"`);
  return { [file]: text.replace(from, to) };
}

function korean(changes: Texts) {
  const { translations, ...study } = studyOf(changes);
  return { study, texts: Object.fromEntries(translations.get('ko') ?? []) };
}

describe('a text in two languages', () => {
  it('is its own language to all who read on, and its translation beside it', () => {
    const { study, texts } = korean({
      'study.yaml': LANGUAGE['study.yaml']!.replace('title: T', 'title: { en: T, ko: 제목 }'),
      'b.yaml': 'title:\n  en: >\n    B\n    and C\n  ko: 나와 다\nextends: a\nabout: plain\n',
    });
    expect(study.title).toBe('T');
    expect(study.scenarios.map(({ title, about }) => [title, about])).toEqual([
      ['A', ''],
      ['B and C', 'plain'],
    ]);
    expect(texts).toEqual({ T: '제목', 'B and C': '나와 다' });
  });

  it('may stand wherever readers are told something', () => {
    const said = (text: string) => `{ en: ${text}, ko: ${text}다 }`;
    const words = (from: string, to: number) =>
      Array.from({ length: to }, (_, index) => `${from}${index}`);
    const { texts } = korean({
      'study.yaml': `${LANGUAGE['study.yaml']!.replace(
        'title: T\nquestion: Q',
        `title: ${said('s0')}\nquestion: ${said('s1')}\nabout: ${said('s2')}`,
      ).replace('title: X,', `title: ${said('s3')}, about: ${said('s4')},`)}
limits: [${said('s11')}, ${said('s12')}]
conditions: { c: { title: ${said('s5')}, when: final(m.x) > 0 }, d: { title: ${said('s6')}, impose: { m.slope: 1 } } }
trajectories: { y: { title: ${said('s7')}, unit: "1", formula: m.x } }
validation:
  v: { title: ${said('s8')}, by: ${said('s9')}, why: ${said('s10')}, source: iea, scenario: a, formula: final(m.x), unit: "1", compare: level, published: 1, used_in_calibration: no }
`,
      'b.yaml': `title: ${said('b0')}\nabout: ${said('b1')}\nauthor: ${said('b2')}\nnot_modelled: ${said('b3')}\n`,
      'sources.yaml': `iea: { title: O, publisher: P, date: 2026, note: ${said('q0')}, why_later: ${said('q1')} }\n`,
      'model/m.yaml': `${LANGUAGE['model/m.yaml']!.replace(
        'title: M',
        `title: ${said('m0')}\nabout: ${said('m1')}`,
      )
        .replace('about: L', `about: ${said('m2')}`)
        .replace('why: W', `why: ${said('m3')}, about: ${said('m4')}`)
        .replace(
          'over: country, unit: "%", dis',
          `about: ${said('m5')}, over: country, unit: "%", dis`,
        )
        .replace('x: {', `x: { about: ${said('m6')},`)}
solve: { all: { about: ${said('m7')}, unknowns: { u: { about: ${said('m8')}, unit: "1", guess: 1, residual: u - 1 } } } }
`,
    });
    const due = [...words('s', 13), ...words('b', 4), ...words('q', 2), ...words('m', 9)];
    expect(texts).toEqual(Object.fromEntries(due.map((word) => [word, `${word}다`])));
  });

  it('leaves columns of tables and distributions what they are', () => {
    const files = {
      ...edit('model/m.yaml', 'why: W', 'why: { table: w.csv, column: why }'),
      'model/w.csv': 'good,why\ncars,one\nsteel,two\n',
    };
    const whys = (changes: Texts) =>
      studyOf(changes).model.modules[0]!.assumptions.find(({ name }) => name === 'cost')!.evidence;
    expect([...whys(files)].map(([, { why }]) => why)).toEqual(['one', 'two']);
  });

  it('of a study in Korean wants Korean', () => {
    const files = {
      ...edit('study.yaml', 'title: T', 'language: ko\ntitle: { en: T, ko: 제목 }'),
      'texts/all.yaml': '- { ko: Q, en: Why? }\n',
    };
    const { title, language, translations } = studyOf(files);
    expect([title, language]).toEqual(['제목', 'ko']);
    expect(translations.get('en')).toEqual(
      new Map([
        ['제목', 'T'],
        ['Q', 'Why?'],
      ]),
    );
    expect(messagesOf(edit('study.yaml', 'title: T', 'language: ko\ntitle: { en: T }'))).toEqual([
      'missing-key: a text is wanted in `ko` too, which the study is written in (what it is written in says `language:` of study.yaml; `en` if left out)',
    ]);
  });

  it.each([
    ['{ en: T, kr: 제목 }', ['unknown-key study.yaml:1:17 kr']],
    ['{ en: T, ko: "" }', ['wrong-type study.yaml:1:21 ""']],
    ['{ en: T, ko: " " }', ['wrong-type study.yaml:1:21 " "']],
    ['{ en: T, ko: }', ['wrong-type study.yaml:1:17 ko']],
    ['{ en: T, ko: 12 }', ['wrong-type study.yaml:1:21 12']],
    ['{ en: T, ko: [제목] }', ['wrong-type study.yaml:1:21 [제목]']],
    ['{ ko: 제목 }', ['missing-key study.yaml:1:8 { ko: 제목 }']],
    ['{}', ['wrong-type study.yaml:1:8 {}']],
    ['[T]', ['wrong-type study.yaml:1:8 [T]']],
  ])('is marked where it is %s', (text, due) => {
    expect(marksOf(edit('study.yaml', 'title: T', `title: ${text}`))).toEqual(due);
  });

  it('is told which language was meant', () => {
    const found = messagesOf(edit('study.yaml', 'title: T', 'title: { en: T, kr: 제목 }'));
    expect(found).toEqual(['unknown-key: unknown key "kr" (did you mean "ko"?)']);
  });

  it('reads the same at every place, in every other language', () => {
    const files = (other: string) => ({
      'a.yaml': 'title: { en: A, ko: 가 }\n',
      'b.yaml': `title: { en: A, ko: ${other} }\n`,
    });
    expect(korean(files('가')).texts).toEqual({ A: '가' });
    expect(marksOf(files('나'))).toEqual(['bad-translation b.yaml:1:21 나']);
    expect(messagesOf(files('나'))).toEqual([
      'bad-translation: the same text is another in `ko` at a.yaml:1 (a text has one translation: give both the same, or word the `en` otherwise)',
    ]);
  });
});

describe('a file in texts/', () => {
  const texts = (text: string, others: Texts = {}) => ({ ...others, 'texts/ko.yaml': text });

  it('translates what other files say', () => {
    const found = korean(
      texts('- { en: Q, ko: 질문 }\n- en: >-\n    X\n  ko: >\n    엑스\n- { en: W, ko: 이유 }\n'),
    );
    expect(found.texts).toEqual({ Q: '질문', X: '엑스', W: '이유' });
  });

  it('translates what tables say', () => {
    const table = {
      ...edit('model/m.yaml', 'why: W', 'why: { table: w.csv, column: why }'),
      'model/w.csv': 'good,why\ncars,"one, two"\nsteel,two\n',
    };
    expect(korean(texts('- { en: "one, two", ko: 하나 }\n', table)).texts).toEqual({
      'one, two': '하나',
    });
  });

  it('may be empty, and have entries that wait for a translation', () => {
    expect(korean(texts('[]\n')).texts).toEqual({});
    expect(korean(texts('- { en: Q }\n')).texts).toEqual({});
  });

  it.each([
    ['- { en: Q?, ko: 질문 }', ['unknown-text texts/ko.yaml:1:9 Q?']],
    ['- { ko: 질문 }', ['missing-key texts/ko.yaml:1:3 { ko: 질문 }']],
    ['- { en: Q, kor: 질문 }', ['unknown-key texts/ko.yaml:1:12 kor']],
    ['- { en: Q, ko: 질문 }\n- { en: Q, ko: 물음 }', ['bad-translation texts/ko.yaml:2:16 물음']],
    ['- Q', ['wrong-type texts/ko.yaml:1:3 Q']],
    ['Q: 질문', ['wrong-type texts/ko.yaml:1:1 Q']],
  ])('is marked where it says %s', (text, due) => {
    expect(marksOf(texts(`${text}\n`))).toEqual(due);
  });

  it('with a text that was reworded names the one that is nearest', () => {
    const long = 'title: B\nabout: Seven million tonnes a year from 2028.\n';
    const entry = '- { en: Six million tonnes a year from 2028., ko: 칠백만 톤 }\n';
    expect(messagesOf(texts(entry, { 'b.yaml': long }))).toEqual([
      'unknown-text: no text of the study reads like this, so nothing is translated (did you mean "Seven million tonnes a year from 2028."?)',
    ]);
    expect(messagesOf(texts('- { en: Quite another thing, ko: 딴 것 }\n'))).toEqual([
      'unknown-text: no text of the study reads like this, so nothing is translated (was it reworded? Copy it from where it stands, or delete it)',
    ]);
  });

  it('is not blamed for texts of files that could not be read', () => {
    const broken = { 'b.yaml': 'titel: B\n' };
    expect(marksOf(texts('- { en: B, ko: 나 }\n', broken))).toEqual([
      'missing-key b.yaml:1:1 titel',
      'unknown-module b.yaml:1:1 titel',
    ]);
  });
});

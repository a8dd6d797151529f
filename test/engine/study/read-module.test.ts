import { describe, expect, it } from 'vitest';
import { LANGUAGE, marksOf, messagesOf, studyOf } from '../../support/language-study.ts';

function equation(text: string, more = '') {
  return { 'model/m.yaml': `${LANGUAGE['model/m.yaml']}  y: ${text}\n${more}` };
}

function marks(files: Record<string, string>): readonly string[] {
  return marksOf(files).map((mark) => mark.replace(/model\/m\.yaml:\d+:\d+ /, ''));
}

function starts(text: string) {
  return studyOf(equation(`{ unit: bn USD, formula: previous(y), starts: ${text} }`)).model
    .modules[0]!.equations[1]!.starts;
}

describe('starts', () => {
  it('is a formula, a quantity or a dated table', () => {
    expect(starts('0')).toMatchObject({ kind: 'formula' });
    expect(starts('2 * slope')).toMatchObject({ kind: 'formula' });
    expect(starts('3 bn USD')).toMatchObject({
      kind: 'table',
      text: '3 bn USD',
      path: [{ start: 3e9 }],
    });
    expect(starts('{ 2025-01: 1 bn USD, 2025-02: 2 bn USD }')).toMatchObject({
      kind: 'table',
      path: [{ start: 1e9 }, { start: 1e9 }, { start: 2e9 }],
    });
  });

  it('is a formula for each element', () => {
    const [, y] = studyOf(
      equation('{ over: good, unit: "1", formula: previous(y), starts: { cars: 1, all: slope } }'),
    ).model.modules[0]!.equations;
    expect(y!.starts!.kind === 'elements' && [...y!.starts!.elements.keys()]).toEqual([
      'cars',
      'steel',
    ]);
  });

  it('is any of these for each element', () => {
    const past = '{ cars: 3 bn USD/year, steel: { 2025-01: 1 bn USD/year } }';
    const [, y] = studyOf(
      equation(`{ over: good, unit: bn USD/year, formula: "previous(y[good])", starts: ${past} }`),
    ).model.modules[0]!.equations;
    const { starts: before } = y!;
    const texts = before!.kind === 'elements' ? [...before!.elements.values()] : [];
    expect(texts).toMatchObject([
      { kind: 'table', text: '3 bn USD/year', path: [{ start: 3e9 / 12 }] },
      { kind: 'table', text: '1 bn USD/year from 2025-01' },
    ]);
  });

  it.each([
    ['{ unit: bn USD, formula: previous(y), starts: 3 t }', ['unit-mismatch 3 t']],
    ['{ unit: bn USD, formula: previous(y), starts: { 2025-13: 1 bn USD } }', ['bad-date 13']],
    ['{ unit: bn USD, formula: previous(y), starts: [1] }', ['wrong-type [1]']],
    [
      '{ over: good, unit: "1", formula: previous(y), starts: { cars: 1 } }',
      ['missing-element { cars: 1 }'],
    ],
    [
      '{ over: good, unit: "1", formula: previous(y), starts: { cars: [1], steel: 2 } }',
      ['wrong-type [1]'],
    ],
    ['{ formula: 1 }', ['missing-key y']],
    ['{ unit: "1" }', ['missing-key y']],
    ['{ unit: "1", formula: [1] }', ['wrong-type [1]']],
    ['{ unit: "1", formula: 1, fromula: 2 }', ['unknown-key fromula']],
  ])('and its equation are marked where they are wrong: %s', (text, due) => {
    expect(marks(equation(text))).toEqual(due);
  });
});

describe('a shock', () => {
  const shock = (text: string) => ({
    'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(/ {2}luck: .*/, `  luck: ${text}`),
  });

  it('is a distribution, alone or with unit and sets', () => {
    expect(studyOf().model.modules[0]!.shocks).toMatchObject([
      {
        name: 'luck',
        unit: { text: '1' },
        distribution: { kind: 'normal' },
        text: 'normal: mean: 0; sd: 1',
      },
      { name: 'storm', unit: { text: '%' }, extent: { elements: ['korea', 'japan'] } },
    ]);
  });

  it.each([
    ['{ unit: "%" }', ['missing-key luck']],
    ['{ normla: { mean: 0, sd: 1 } }', ['bad-distribution normla']],
    ['{ distribution: { uniform: [0, 1] }, ovre: good }', ['unknown-key ovre']],
    ['{ distribution: { uniform: [0, 1] }, over: goods }', ['unknown-set goods']],
    ['3', ['wrong-type 3']],
  ])('is marked where it is wrong: %s', (text, due) => {
    expect(marks(shock(text))).toEqual(due);
  });
});

describe('names', () => {
  it.each([
    ['slope', ['duplicate-name slope'], '"slope" is already the name of something else'],
    ['step', ['reserved-name step'], 'give an equation another name'],
    ['USD', ['reserved-name USD'], 'has a meaning of its own'],
    ['2025', ['bad-name 2025'], 'looks like a date'],
    ['a-b', ['bad-name a-b'], 'letters, digits and _ only'],
    ['toString', ['reserved-name toString'], ''],
  ])('of equations cannot be %s', (name, due, message) => {
    const files = {
      'model/m.yaml': `${LANGUAGE['model/m.yaml']}  ${name}: { unit: "1", formula: 1 }\n`,
    };
    expect(marks(files)).toEqual(due);
    expect(messagesOf(files)[0]).toContain(message);
  });

  it('of modules are checked too', () => {
    expect(marksOf({ 'model/step.yaml': 'title: X\n' })[0]).toMatch(
      /^reserved-name model\/step\.yaml:1:1/,
    );
    expect(marksOf({ 'model/title.yaml': 'title: X\n' })[0]).toMatch(/^reserved-name/);
  });
});

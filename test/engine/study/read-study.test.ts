import { describe, expect, it } from 'vitest';
import { readStudy } from '../../../engine/study/read-study.ts';
import {
  LANGUAGE,
  languageWith,
  marksOf,
  messagesOf,
  studyOf,
} from '../../support/language-study.ts';
import { filesOf } from '../../support/small-study.ts';

/** Gives study.yaml with a part replaced and lines added at the end. */
function study(from: string | RegExp, to: string, more = '') {
  return { 'study.yaml': LANGUAGE['study.yaml']!.replace(from, to) + more };
}

function marks(files: Record<string, string>): readonly string[] {
  return marksOf(files).map((mark) => mark.replace(/study\.yaml:\d+:\d+ /, ''));
}

describe('a study', () => {
  it('is read with its defaults filled in', () => {
    expect(studyOf()).toMatchObject({
      title: 'T',
      asOf: '2025-04-09',
      asOfDay: { year: 2025, month: 4, day: 9 },
      clock: { start: 2025 * 12 + 3, steps: 24, stepMonths: 1, stepName: 'month' },
      draws: 20,
      sampling: 'random',
      conditions: [],
      breakEven: null,
      tests: [],
    });
  });

  it.each([
    ['{ from: 2025-04, quarters: 8 }', { steps: 8, stepMonths: 3, stepName: 'quarter' }],
    ['{ from: 2025-04-01, years: 2 }', { steps: 2, stepMonths: 12, stepName: 'year' }],
  ])('has a horizon of %s', (horizon, clock) => {
    expect(studyOf(study('{ from: 2025-04, months: 24 }', horizon)).clock).toMatchObject(clock);
  });

  it.each([
    [/as_of: .*/, 'as_of: 2025-02-30', ['bad-date 2025-02-30']],
    [/as_of: .*/, 'as_of: 9 April 2025', ['bad-date 9 April 2025']],
    ['from: 2025-04,', 'from: 2025-04-02,', ['bad-date 2025-04-02']],
    ['from: 2025-04,', 'from: spring,', ['bad-date spring']],
    ['months: 24', 'months: 0', ['out-of-bounds 0']],
    ['months: 24', 'weeks: 24', ['unknown-key weeks']],
    ['months: 24', 'months: 24, years: 2', ['unknown-key years']],
    ['draws: 20', 'draws: 20.5', ['wrong-type 20.5']],
    ['sampling: random', 'sampling: sobol', ['wrong-type sobol']],
    [
      'draws: 20\nseed: s\nsampling: random',
      'draws: 30\nseed: s\nsampling: latin-hypercube',
      ['too-few-draws 30'],
    ],
    ['reference: a', 'reference: c', ['unknown-scenario c']],
    ['baseline: a', 'baseline: [a]', ['wrong-type [a]']],
    ['scenarios: [a, b]', 'scenarios: [a, c]', ['unknown-scenario c']],
    ['scenarios: [a, b]', 'scenarios: []', ['wrong-type []']],
    [/measures: .*/, 'measures: {}', ['wrong-type {}']],
    ['question: Q', 'qestion: Q', ['unknown-key qestion']],
    ['formula: final(m.x)', 'formla: final(m.x)', ['unknown-key formla']],
    ['better: higher', 'better: more', ['wrong-type more']],
    ['better: higher', 'better: higher, target: 3', ['wrong-type 3']],
    ['better: higher', 'better: higher, target: "about 3"', ['wrong-type "about 3"']],
    ['better: higher', 'better: higher, target: ">= 3 USD"', ['unit-mismatch 3 USD']],
    ['better: higher', 'better: higher, target: "< much"', ['bad-quantity much']],
  ])('is marked where %s is %s', (from, to, due) => {
    expect(marks(study(from, to))).toEqual(due);
  });

  it('with one draw for each hypercube is warned of where something is uncertain, and not elsewhere', () => {
    const warned = (draws: number, others = {}) =>
      marks({
        ...study(/draws: 20\n(.*\n).*/, `draws: ${draws}\n$1sampling: latin-hypercube`),
        ...others,
      });
    const model = LANGUAGE['model/m.yaml']!;
    const noShocks = model.replace(/shocks:\n.*\n.*\n/, '');
    const certain = { 'model/m.yaml': noShocks.replace('uncertainty: 3 to 7 USD/MMBtu, ', '') };
    const range = 'title: B\nassumptions: { m.gas: 3 to 7 USD/MMBtu }\n';
    expect(warned(20)).toEqual(['too-few-draws 20']);
    expect(warned(20, { 'model/m.yaml': noShocks })).toEqual(['too-few-draws 20']);
    expect(warned(20, { ...certain, 'b.yaml': range })).toEqual(['too-few-draws 20']);
    expect(
      warned(20, { ...certain, 'b.yaml': 'title: B\nm: { volume: 3 to 7 Mt/year }\n' }),
    ).toEqual(['too-few-draws 20']);
    expect(warned(20, certain)).toEqual([]);
    expect(warned(40)).toEqual([]);
    expect(
      messagesOf(study(/draws: 20\n(.*\n).*/, 'draws: 20\n$1sampling: latin-hypercube')),
    ).toEqual([
      'too-few-draws: 20 draws are 20 Latin hypercubes of one draw each: a small random sample, no more (take 40 at least, and some thousands for what is to be quoted)',
    ]);
  });

  it('takes targets in the unit of the measure', () => {
    const target = (text: string) =>
      studyOf(study('better: higher', `better: higher, target: "${text}"`)).measures[0]!.target;
    expect(target('>= 3')).toEqual({ operator: '>=', value: 3, text: '>= 3' });
    expect(target('<3')).toMatchObject({ operator: '<', value: 3 });
  });
});

describe('measures and trajectories over sets', () => {
  const over = (text: string, more = '') =>
    study('measures: { x: {', `measures: { x: { over: ${text},`, more);

  it('are one for each element, by name and title', () => {
    const { measures } = studyOf(over('good'));
    expect(measures.map(({ name, title, extent }) => [name, title, extent.elements])).toEqual([
      ['x_cars', 'X, cars', ['cars']],
      ['x_steel', 'X, steel', ['steel']],
    ]);
    const more =
      'trajectories: { y: { title: Y, over: [good, country], unit: "1", formula: m.x } }\n';
    const { trajectories } = studyOf(study('', '', more));
    expect(trajectories.map(({ name, title }) => `${name}: ${title}`)).toEqual([
      'y_cars_korea: Y, cars, korea',
      'y_cars_japan: Y, cars, japan',
      'y_steel_korea: Y, steel, korea',
      'y_steel_japan: Y, steel, japan',
    ]);
  });

  it('must not come to the name of another', () => {
    const more = '  x_cars: { title: Z, unit: "1", formula: final(m.x), better: higher }\n';
    const texts = study('measures: { x: {', 'measures:\n  x: {');
    const file = texts['study.yaml']!.replace(
      'better: higher } }',
      `better: higher, over: good }\n${more}`,
    );
    expect(marks({ 'study.yaml': file })).toEqual(['duplicate-name x_cars']);
  });

  it.each([
    ['goods', ['unknown-set goods']],
    ['[good, good]', ['duplicate-name [good, good]']],
  ])('are marked where their sets are wrong: %s', (text, due) => {
    expect(marks(over(text))).toEqual(due);
  });
});

const CONDITIONS = `
conditions:
  open: { title: Open, impose: { m.pays: never, m.rate: { cars: 10% } } }
  shut_down: { impose: { m.pays: 2025-07 } }
  rich: { when: final(m.x) > 1 }
`;

describe('conditions', () => {
  it('impose levers, or select draws', () => {
    const { conditions } = studyOf(study('', '', CONDITIONS));
    expect(conditions).toMatchObject([
      { kind: 'impose', name: 'open', title: 'Open' },
      { kind: 'impose', name: 'shut_down', title: 'shut down', text: 'm.pays: 2025-07' },
      { kind: 'when', name: 'rich' },
    ]);
    const [open] = conditions;
    expect(open!.kind === 'impose' && [...open!.levers.keys()]).toEqual(['m.rate', 'm.pays']);
  });

  it.each([
    ['{ impose: { m.pasy: never } }', ['unknown-lever m.pasy']],
    ['{ impose: { n.pays: never } }', ['unknown-lever n.pays']],
    ['{ impose: { m.pays: soon } }', ['bad-date soon']],
    ['{ imposed: { m.pays: never } }', ['unknown-key imposed']],
    ['{ impose: { m.pays: never }, when: final(m.x) > 1 }', ['unknown-key when']],
  ])('are marked where they are wrong: %s', (text, due) => {
    expect(marks(study('', '', `conditions:\n  c: ${text}\n`))).toEqual(due);
  });
});

describe('break_even', () => {
  const breakEven = (text: string) => study('', '', `${CONDITIONS}break_even: { ${text} }\n`);

  it('compares every offer with the baseline where it names none', () => {
    expect(studyOf(breakEven('measure: x, success: open, failure: shut_down')).breakEven).toEqual({
      measure: 'x',
      success: 'open',
      failure: 'shut_down',
      scenarios: ['b'],
    });
  });

  it.each([
    ['measure: y, success: open, failure: shut_down', ['unknown-measure y']],
    [
      'measure: x, success: opne, failure: rich',
      ['unknown-condition opne', 'unknown-condition rich'],
    ],
    ['measure: x, success: open, failure: shut_down, scenarios: [c]', ['unknown-scenario c']],
    ['measure: x, success: open', ['missing-key break_even']],
  ])('is marked where it is wrong: %s', (text, due) => {
    expect(marks(breakEven(text))).toEqual(due);
  });
});

describe('headline', () => {
  const measure = 'title: M, unit: "%", formula: average(m.x), better: higher';
  const measured = (headline: string) => {
    const names = ['a', 'b', 'c', 'd'].map((name) => `  ${name}: { ${measure} }\n`);
    return study(/measures:[\s\S]*?\n(?=\S|$)/, `measures:\n${names.join('')}`, headline);
  };

  it('is what study.yaml names, else the first three measures', () => {
    expect(studyOf(measured('')).headline).toEqual(['a', 'b', 'c']);
    expect(studyOf(measured('headline: [d, a]\n')).headline).toEqual(['d', 'a']);
  });

  it.each([
    ['[a, e]', ['unknown-measure e']],
    ['[a, a]', ['duplicate-name a']],
    ['[a, b, c, d]', ['wrong-type [a, b, c, d]']],
  ])('is marked where it is wrong: %s', (names, due) => {
    expect(marks(measured(`headline: ${names}\n`))).toEqual(due);
  });
});

describe('trajectories', () => {
  it('have a title, a unit and a formula', () => {
    const { trajectories } = studyOf(
      study('', '', 'trajectories: { y: { title: Y, unit: "%", formula: m.x } }\n'),
    );
    expect(trajectories).toMatchObject([{ name: 'y', title: 'Y', unit: { text: '%' } }]);
  });
});

describe('sources', () => {
  const source = (body: string) => ({
    'sources.yaml': `iea: { title: O, publisher: P, ${body} }\n`,
  });

  it.each([
    'date: 2024',
    'date: 2025',
    'date: 2025-04',
    'date: 2025-04-09',
    'date: 2026, why_later: old data',
  ])('may be used: %s', (body) => {
    expect(marksOf(source(body))).toEqual([]);
  });

  it.each([
    ['date: 2026', ['source-too-late sources.yaml:1:38 2026']],
    ['date: 2025-05', ['source-too-late sources.yaml:1:38 2025-05']],
    ['date: 2025-04-10', ['source-too-late sources.yaml:1:38 2025-04-10']],
    ['date: 2025-13', ['bad-date sources.yaml:1:38 2025-13']],
    ['date: lately', ['bad-date sources.yaml:1:38 lately']],
  ])('are refused: %s', (body, due) => {
    expect(marksOf(source(body))).toEqual(due);
  });

  it('carry the reason for a late one', () => {
    const { sources } = studyOf(source('date: 2026, note: N, why_later: old data'));
    expect(sources[0]).toMatchObject({ id: 'iea', note: 'N', whyLater: 'old data' });
  });

  it('are told which key was meant', () => {
    const found = messagesOf(source('date: 2024, adress: x'));
    expect(found[0]).toContain('did you mean "address"?');
    expect(found).toHaveLength(1);
  });
});

describe('mistakes in several files', () => {
  it('are found all at once, and never thrown', () => {
    const files = {
      'study.yaml': LANGUAGE['study.yaml']!.replace('scenarios: [a, b]', 'scenarios: [a, b, z]'),
      'b.yaml': 'title: B\nm: { volume: 7 }\n',
      'c.yaml': 'title: C\nm: { slpe: 1 }\n',
      'sources.yaml': LANGUAGE['sources.yaml']! + 'late: { title: L, publisher: P, date: 2026 }\n',
    };
    expect([...marksOf(files)].sort()).toEqual([
      'source-too-late sources.yaml:2:39 2026',
      'unit-missing b.yaml:2:14 7',
      'unknown-lever c.yaml:2:6 slpe',
      'unknown-scenario study.yaml:10:19 z',
    ]);
  });

  it('in a module do not make everything that refers to it wrong', () => {
    const files = {
      'model/m.yaml': `${LANGUAGE['model/m.yaml']}chekcs: {}\n`,
      'b.yaml': 'title: B\nm: { slope: 1 }\nassumptions: { m.gas: 1 USD/MMBtu }\n',
      'tests/t.yaml':
        'tests:\n  - { name: N, given: { m: { slope: 1 }, shocks: { m.luck: 1 } }, expect: { m.x: 1 } }\n',
    };
    expect(marksOf(files)).toEqual(['unknown-key model/m.yaml:16:1 chekcs']);
  });

  it('are problems even where nothing can be read', () => {
    expect(readStudy(new Map()).problems).toMatchObject([{ code: 'file-missing' }]);
    const noise = new Map(
      [...filesOf(languageWith({})).keys()].map((file) => [file, new Uint8Array([0xff, 0, 1])]),
    );
    expect(readStudy(noise).study).toBeNull();
    for (const file of Object.keys(LANGUAGE)) {
      for (const text of ['', '[]', '3', 'a: b', 'title: {', 'title: [x]\nlevers: 3\nsets: 3\n']) {
        expect(() => readStudy(filesOf(languageWith({ [file]: text })))).not.toThrow();
      }
    }
  });

  it('are problems whatever line is lost or cut', () => {
    for (const [file, text] of Object.entries(LANGUAGE)) {
      const lines = text.split('\n');
      for (const index of lines.keys()) {
        for (const instead of [
          '',
          lines[index]!.slice(0, -3),
          `${lines[index]} x`,
          lines[index]!.replace(':', ''),
        ]) {
          const changed = lines.with(index, instead).join('\n');
          expect(() => readStudy(filesOf(languageWith({ [file]: changed })))).not.toThrow();
        }
      }
    }
  });
});

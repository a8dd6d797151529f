import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../engine/study/path.ts';
import {
  APRIL,
  LANGUAGE,
  marksOf,
  messagesOf,
  monthly,
  pathOf,
  scenarioOf,
  settingOf,
} from '../../support/language-study.ts';

/** Monthly averages of the lever slope under some terms on a schedule. */
function under(schedule: string, terms: string, months = 6): readonly number[] {
  const scenario = scenarioOf(`m: { volume: { schedule: ${schedule}, terms: { ${terms} } } }\n`);
  const perYear = (value: number) => (value * 12) / 1e6;
  return monthly(pathOf(scenario, 'volume'), months).map((x) => Math.round(perYear(x) * 1e9) / 1e9);
}

const RISE = '{ start: 2 Mt/year, 2025-06: 8 Mt/year }';

describe('a term', () => {
  it.each([
    ['deferral: { from: 2025-06, to: 2025-08, meanwhile: 3 Mt/year }', [2, 2, 3, 3, 8, 8]],
    ['deferral: { from: start, span: 1 month, meanwhile: 5 Mt/year }', [5, 2, 8, 8, 8, 8]],
    ['sunset: { on: 2025-08, to: 0 Mt/year }', [2, 2, 8, 8, 0, 0]],
    ['sunset: { on: 2025-08 }', [2, 2, 8, 8, 3, 3]],
    ['phase_in: { from: 2025-06, span: 3 months }', [2, 2, 3, 5, 7, 8]],
    ['phase_in: { from: 2025-06, to: 2025-09 }', [2, 2, 3, 5, 7, 8]],
    ['snap_back: { on: 2025-07, to: 9 Mt/year }', [2, 2, 8, 9, 9, 9]],
    ['cap: { at: 5 Mt/year }', [2, 2, 5, 5, 5, 5]],
    ['cap: { at: 5 Mt/year, from: 2025-08 }', [2, 2, 8, 8, 5, 5]],
  ])('acts where it is in force: %s', (term, due) => {
    expect(under(RISE, `t: { ${term}, status: in force }`)).toEqual(due);
  });

  it.each(['announced', 'suspended'])('has no effect where it is %s', (status) => {
    const term = 'deferral: { from: 2025-06, to: 2025-08, meanwhile: 3 Mt/year }';
    const body = `m: { volume: { schedule: ${RISE}, terms: { t: { ${term}, status: ${status} } } } }\n`;
    const scenario = scenarioOf(body);
    expect(under(RISE, `t: { ${term}, status: ${status} }`)).toEqual([2, 2, 8, 8, 8, 8]);
    expect(settingOf(scenario, 'volume').value.terms).toMatchObject([{ name: 't', status }]);
    expect(settingOf(scenario, 'volume').value.text).toBe(
      `2 Mt/year from start; 8 Mt/year from 2025-06; t: deferral from 2025-06, to 2025-08, meanwhile 3 Mt/year (${status})`,
    );
  });
});

describe('terms', () => {
  const cap = 'c: { cap: { at: 5 Mt/year }, status: in force }';
  const wait =
    'd: { deferral: { from: 2025-06, to: 2025-07, meanwhile: 6 Mt/year }, status: in force }';

  it('act in the order of the file', () => {
    expect(under(RISE, `${cap}, ${wait}`)).toEqual([2, 2, 6, 5, 5, 5]);
    expect(under(RISE, `${wait}, ${cap}`)).toEqual([2, 2, 5, 5, 5, 5]);
  });

  it('before a snap-back without a value stop, and the bare schedule holds again', () => {
    const back = 's: { snap_back: { on: 2025-08 }, status: in force }';
    expect(under(RISE, `${cap}, ${back}`)).toEqual([2, 2, 5, 5, 8, 8]);
    expect(under(RISE, `${back}, ${cap}`)).toEqual([2, 2, 5, 5, 5, 5]);
  });

  it('cut a ramp where a cap crosses it', () => {
    const ramp = 'p: { phase_in: { from: 2025-06, span: 3 months }, status: in force }';
    expect(under(RISE, `${ramp}, ${cap}`)).toEqual([2, 2, 3, 4.75, 5, 5]);
  });

  it('act on a default without its own schedule where only terms are written', () => {
    const scenario = scenarioOf(`m: { volume: { terms: { ${cap.replace('5', '2')} } } }\n`);
    expect(monthly(pathOf(scenario, 'volume'), 4).map((x) => Math.round((x * 12) / 1e6))).toEqual([
      1, 1, 1, 2,
    ]);
  });

  it('stand on defaults too; a sunset there must say to what', () => {
    const model = (term: string) => ({
      'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(
        'interpolate: linear, default: 0 }',
        `default: { schedule: 4, terms: { t: { ${term}, status: in force } } } }`,
      ),
    });
    const scenario = scenarioOf('', model('sunset: { on: 2025-06, to: 1 }'));
    expect(monthly(pathOf(scenario, 'slope'), 3)).toEqual([4, 4, 1]);
    expect(messagesOf(model('sunset: { on: 2025-06 }'))).toContain(
      'wrong-type: `to:`, the value after it, is wanted here ()',
    );
  });
});

describe('a span', () => {
  const edge = (span: string, from = '2025-04-09') => {
    const term = `deferral: { from: ${from}, span: ${span}, meanwhile: 0 Mt/year }`;
    const body = `m: { volume: { schedule: 1 Mt/year, terms: { t: { ${term}, status: in force } } } }\n`;
    return pathOf(scenarioOf(body), 'volume').at(-1)!.from - APRIL;
  };

  it.each([
    ['1 day', 9 / 30],
    ['22 days', 1],
    ['90 days', 3 + 7 / 31],
    ['120 days', 4 + 6 / 31],
    ['365 days', 12 + 8 / 30],
  ])('of %s is counted on the calendar', (span, due) => {
    expect(edge(span)).toBeCloseTo(due, 9);
  });

  it.each([
    ['2 months', 2 + 8 / 30],
    ['1 year', 12 + 8 / 30],
    ['1 quarter', 3 + 8 / 30],
  ])('of %s is counted in months', (span, due) => {
    expect(edge(span)).toBeCloseTo(due, 9);
  });
});

/** Where the mistakes of one term are marked. */
function termMarks(term: string): readonly string[] {
  const line = `m: { slope: { schedule: 1, terms: { t: ${term} } } }`;
  return marksOf({ 'b.yaml': `title: B\n${line}\n` }).map((mark) =>
    mark.replace(/b\.yaml:2:\d+ /, ''),
  );
}

describe('a wrong term', () => {
  it.each([
    ['{ deferal: {}, status: in force }', ['unknown-key deferal']],
    ['{ cap: { at: 1, form: 2025-05 }, status: in force }', ['unknown-key form']],
    ['{ cap: { at: 1 }, status: in force, while: x }', ['unknown-key while']],
    ['{ cap: { at: 1 }, status: in force, when: m.x > 1 }', ['wrong-type { at: 1 }']],
    ['{ cap: { at: 1, from: 2025-05 }, status: in force, when: [1] }', ['wrong-type [1]']],
    ['{ cap: { at: 1, from: 2025-05 }, status: in force, when: "" }', ['wrong-type ""']],
    ['{ when: m.x > 1, status: in force }', ['wrong-type { when: m.x > 1, status: in force }']],
    ['{ cap: { at: 1 }, status: active }', ['wrong-type active']],
    ['{ cap: { at: 1 } }', ['wrong-type { cap: { at: 1 } }']],
    ['{ cap: { at: 1% of it }, status: in force }', ['unit-unknown of']],
    ['{ cap: {}, status: in force }', ['wrong-type {}']],
    ['{ cap: { at: [1] }, status: in force }', ['wrong-type [1]']],
    ['{ cap: { at: 1, from: never }, status: in force }', ['bad-date never']],
    ['{ status: in force }', ['wrong-type { status: in force }']],
    ['yes', ['wrong-type yes']],
    [
      '{ deferral: { from: 2025-05, to: 2025-05, meanwhile: 1 }, status: in force }',
      ['bad-schedule { from: 2025-05, to: 2025-05, meanwhile: 1 }'],
    ],
    [
      '{ deferral: { from: 2025-05, span: 0 days, meanwhile: 1 }, status: in force }',
      ['bad-schedule { from: 2025-05, span: 0 days, meanwhile: 1 }'],
    ],
    [
      '{ deferral: { from: 2025-05, span: 3 USD, meanwhile: 1 }, status: in force }',
      ['wrong-type 3 USD'],
    ],
    [
      '{ deferral: { from: 2025-05, span: -3 days, meanwhile: 1 }, status: in force }',
      ['wrong-type -3 days'],
    ],
    [
      '{ deferral: { from: 2025-05, span: [3], meanwhile: 1 }, status: in force }',
      ['wrong-type [3]'],
    ],
    [
      '{ deferral: { from: 2025-05, span: long, meanwhile: 1 }, status: in force }',
      ['bad-quantity long'],
    ],
    [
      '{ deferral: { from: [1], span: 3 days, meanwhile: 1 }, status: in force }',
      ['wrong-type [1]'],
    ],
    [
      '{ deferral: { from: 2025-13, span: 3 days, meanwhile: 1 }, status: in force }',
      ['bad-date 13'],
    ],
    [
      '{ deferral: { span: 3 days }, status: in force }',
      ['wrong-type { span: 3 days }', 'wrong-type { span: 3 days }'],
    ],
    [
      '{ deferral: { from: 2025-05, meanwhile: 1 }, status: in force }',
      ['wrong-type { from: 2025-05, meanwhile: 1 }'],
    ],
    ['{ sunset: { to: 1 }, status: in force }', ['wrong-type { to: 1 }']],
    ['{ snap_back: { on: 2025-05, to: 1 USD }, status: in force }', ['unit-mismatch 1 USD']],
    ['{ phase_in: { from: 2025-05 }, status: in force }', ['wrong-type { from: 2025-05 }']],
    [
      '{ phase_in: { from: 2025-05, span: 1 month, to: 2025-07 }, status: in force }',
      ['unknown-key 2025-07'],
    ],
    ['{ cap: 5, status: in force }', ['wrong-type 5']],
  ])('is marked: %s', (term, due) => {
    expect(termMarks(term)).toEqual(due);
  });

  it('is told what was meant', () => {
    const hints = (term: string) =>
      messagesOf({ 'b.yaml': `title: B\nm: { slope: { schedule: 1, terms: { t: ${term} } } }\n` });
    expect(hints('{ deferal: {}, status: in force }')).toEqual([
      'unknown-key: there is no term "deferal" (did you mean "deferral"?)',
    ]);
    expect(hints('{ holiday: {}, status: in force }')).toEqual([
      'unknown-key: there is no term "holiday" (known: deferral, sunset, phase_in, snap_back, cap)',
    ]);
    expect(hints('{ cap: { at: 1, form: 2025-05 }, status: in force }')).toEqual([
      'unknown-key: unknown key "form" (did you mean "from"?)',
    ]);
    expect(hints('{ phase_in: { from: 2025-05 }, status: in force }')).toEqual([
      'wrong-type: `span:`, such as `120 days`, or a date `to:` is wanted here ()',
    ]);
    expect(
      hints('{ phase_in: { from: 2025-05, span: 1 month, to: 2025-07 }, status: in force }'),
    ).toEqual(['unknown-key: a term cannot have "to" beside "span" (keep one of them)']);
    expect(hints('{ cap: { at: 1 }, status: in force, when: m.x > 1 }')).toEqual([
      'wrong-type: a date `from:` is wanted here (a term with `when:` is decided on at its date)',
    ]);
    expect(hints('{ cap: { at: 1, from: 2025-05 }, status: in force, when: [1] }')).toEqual([
      'wrong-type: a condition such as `talks.paid < talks.owed` is wanted here ()',
    ]);
    expect(hints('{ cap: { at: 1, from: 2025-05 }, status: in force, whne: m.x > 1 }')).toEqual([
      'unknown-key: unknown key "whne" (did you mean "when"?)',
    ]);
    expect(hints('{ cap: { at: 1 }, status: active }')).toEqual([
      'wrong-type: `status:` with one of announced, in force, suspended is wanted here ()',
    ]);
  });

  it('is marked where the map of terms is none', () => {
    expect(marksOf({ 'b.yaml': 'title: B\nm: { slope: { schedule: 1, terms: none } }\n' })).toEqual(
      ['wrong-type b.yaml:2:35 none'],
    );
  });

  it('cannot act on an uncertain lever', () => {
    expect(
      marksOf({
        'b.yaml': 'title: B\nm: { slope: 1 to 2 }\n',
        'a.yaml': 'title: A\n',
        'c.yaml':
          'title: C\nextends: b\nm: { slope: { terms: { t: { cap: { at: 1 }, status: in force } } } }\n',
      }),
    ).toEqual(['bad-schedule c.yaml:3:13 { terms: { t: { cap: { at: 1 }, status: in force } } }']);
  });
});

describe('the value of a path between two terms', () => {
  it('is exact where one value holds', () => {
    const body =
      'm: { slope: { schedule: 0.1, terms: { t: { deferral: { from: 2025-05, span: 20 days, meanwhile: 0.3 }, status: in force } } } }\n';
    const path = pathOf(scenarioOf(body), 'slope');
    expect([APRIL, APRIL + 1, APRIL + 2].map((t) => valueAt(path, t))).toEqual([0.1, 0.3, 0.1]);
    expect(monthly(path, 3)[0]).toBe(0.1);
  });
});

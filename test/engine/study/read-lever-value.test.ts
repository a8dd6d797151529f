import { describe, expect, it } from 'vitest';
import {
  APRIL,
  LANGUAGE,
  languageWith,
  marksOf,
  messagesOf,
  monthly,
  pathOf,
  scenarioOf,
  settingOf,
} from '../../support/language-study.ts';

/** Gives the model with the lever slope declared in another way. */
function slope(declaration: string) {
  return {
    'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(/ {2}slope: .*/, `  slope: ${declaration}`),
  };
}

function marks(body: string, others = {}): readonly string[] {
  const found = marksOf({ 'b.yaml': `title: B\nm: { ${body} }\n`, ...others });
  return found.map((mark) => mark.replace(/b\.yaml:2:\d+ /, ''));
}

describe('a quantity lever', () => {
  const rounded = (body: string, months: number) =>
    monthly(pathOf(scenarioOf(`m: { ${body} }\n`), 'volume'), months).map(
      (x) => Math.round(x * 12) / 1e6,
    );

  it('keeps its default where nobody says anything', () => {
    expect(rounded('joins: yes', 4)).toEqual([1, 1, 1, 3]);
  });

  it('is one value for all times', () => {
    expect(rounded('volume: 7.5 Mt/year', 4)).toEqual([7.5, 7.5, 7.5, 7.5]);
  });

  it.each([
    '{ 2025-05: 5 Mt/year, 2025-07: 6 Mt/year }',
    '{ schedule: { 2025-05: 5 Mt/year, 2025-07: 6 Mt/year } }',
  ])('holds each dated value until the next, and its default before: %s', (value) => {
    expect(rounded(`volume: ${value}`, 5)).toEqual([1, 5, 5, 6, 6]);
  });

  it('starts with the horizon where it says start, whatever came before', () => {
    expect(rounded('volume: { start: 9 Mt/year, 2025-06: 0 Mt/year }', 4)).toEqual([9, 9, 0, 0]);
    const path = pathOf(scenarioOf('m: { volume: { start: 9 Mt/year } }\n'), 'volume');
    expect(path.at(-1)!.from).toBe(APRIL);
  });

  it('weighs a month in which it changes by days', () => {
    expect(rounded('volume: { 2025-04-09: 31 Mt/year }', 1)).toEqual([(8 * 1 + 22 * 31) / 30]);
    expect(rounded('volume: { start: 0 Mt/year, 2025-05-31: 31 Mt/year }', 3)).toEqual([0, 1, 31]);
  });

  it('is exact in months without a change', () => {
    const scenario = scenarioOf('m: { slope: 0.1 }\n');
    expect(monthly(pathOf(scenario, 'slope'), 24)).toEqual(Array(24).fill(0.1));
  });

  it('goes straight from date to date where it is linear', () => {
    const path = pathOf(
      scenarioOf('m: { slope: { start: 0, 2025-06: 8, 2025-07: 2 } }\n'),
      'slope',
    );
    expect(monthly(path, 5)).toEqual([2, 6, 5, 2, 2]);
  });

  it('says in words what was written', () => {
    const scenario = scenarioOf('m: { volume: { 2025-05: 5 Mt/year }, slope: 1 to 3 }\n');
    expect(settingOf(scenario, 'volume').value.text).toBe('5 Mt/year from 2025-05');
    expect(settingOf(scenario, 'slope').value.text).toBe('1 to 3');
    expect(settingOf(scenario, 'volume').file).toBe('b.yaml');
    expect(settingOf(scenario, 'pays').file).toBe('model/m.yaml');
  });
});

describe('an uncertain lever', () => {
  it.each([
    ['1 to 3 Mt/year', 'lognormal', '1 to 3 Mt/year'],
    [
      '{ triangular: [1 Mt/year, 2 Mt/year, 4 Mt/year] }',
      'triangular',
      'triangular: [1 Mt/year, 2 Mt/year, 4 Mt/year]',
    ],
    ['{ uniform: [1, 2] }', 'uniform', 'uniform: [1, 2]'],
    ['{ normal: { mean: 3, sd: 1 } }', 'normal', 'normal: mean: 3; sd: 1'],
  ])('keeps its distribution: %s', (value, kind, text) => {
    const setting = settingOf(scenarioOf(`m: { volume: ${value} }\n`), 'volume').value;
    expect(setting.value).toMatchObject({ kind });
    expect(setting.text).toBe(text);
  });

  it('cannot be a date or yes or no', () => {
    expect(marks('pays: 1 to 3, joins: { uniform: [0, 1] }')).toEqual([
      'wrong-type 1 to 3',
      'wrong-type { uniform: [0, 1] }',
    ]);
  });
});

describe('a lever of another type', () => {
  it.each([
    ['pays: 2025-05-16', 'pays', APRIL + 1 + 15 / 31],
    ['pays: 2026-01', 'pays', 2026 * 12],
    ['pays: start', 'pays', APRIL],
    ['pays: never', 'pays', Number.POSITIVE_INFINITY],
    ['joins: yes', 'joins', 1],
    ['joins: no', 'joins', 0],
  ])('reads %s', (body, lever, due) => {
    expect(monthly(pathOf(scenarioOf(`m: { ${body} }\n`), lever), 2)).toEqual([due, due]);
  });

  it.each([
    ['pays: 2025', ['bad-date 2025']],
    ['pays: soon', ['bad-date soon']],
    ['pays: 2025-02-30', ['bad-date 30']],
    ['pays: { start: 2025-05 }', ['wrong-type { start: 2025-05 }']],
    ['pays: { schedule: 2025-05 }', ['wrong-type { schedule: 2025-05 }']],
    ['pays: [2025-05]', ['wrong-type [2025-05]']],
    ['joins: true', ['wrong-type true']],
    ['joins: 1', ['wrong-type 1']],
    ['joins: { yes: no }', ['wrong-type { yes: no }']],
    ['joins: { schedule: yes }', ['wrong-type { schedule: yes }']],
  ])('refuses %s', (body, due) => {
    expect(marks(body)).toEqual(due);
  });
});

describe('a wrong value of a lever', () => {
  it.each([
    ['volume: 7', ['unit-missing 7']],
    ['volume: 7 Mt', ['unit-mismatch 7 Mt']],
    ['volume: 7 Mtt/year', ['unit-unknown Mtt']],
    ['volume: lots', ['bad-quantity lots']],
    ['volume: ', ['bad-quantity }']],
    ['volume: [7 Mt/year]', ['wrong-type [7 Mt/year]']],
    ['volume: { korea: 7 Mt/year }', ['wrong-type { korea: 7 Mt/year }']],
    ['slope: 3 pp', ['unit-mismatch 3 pp']],
    ['volume: { 2025-06: 1 Mt/year, 2025-05: 2 Mt/year }', ['bad-schedule 2025-05']],
    ['volume: { 2025-04: 1 Mt/year, start: 2 Mt/year }', ['bad-schedule start']],
    ['volume: { 2025-13: 1 Mt/year }', ['bad-date 13']],
    ['volume: { 2025-4: 1 Mt/year }', ['bad-date 2025-4']],
    ['volume: { 2025-05: 1 Mt/year, later: 2 Mt/year }', ['bad-date later']],
    ['volume: { 2025-05: 1 }', ['unit-missing 1']],
    ['volume: { 2025-05: { 2025-06: 1 Mt/year } }', ['wrong-type { 2025-06: 1 Mt/year }']],
    ['volume: { schedule: 7, terms: {} }', ['unit-missing 7']],
    ['volume: { schedule: 7 Mt/year, term: {} }', ['unknown-key term']],
    ['volume: { schedule: 1 to 2 Mt/year }', ['wrong-type 1 to 2 Mt/year']],
  ])('is marked: %s', (body, due) => {
    expect(marks(body)).toEqual(due);
  });

  it('is told what is wanted', () => {
    const messages = (body: string) => messagesOf({ 'b.yaml': `title: B\nm: { ${body} }\n` });
    expect(messages('volume: 7')).toEqual([
      'unit-missing: 7 has no unit; Mt/year is wanted (write `7 Mt/year`)',
    ]);
    expect(messages('volume: { 2025-06: 1 Mt/year, 2025-05: 2 Mt/year }')).toEqual([
      'bad-schedule: 2025-05 is not after the date before it (dates go from earlier to later; `start` is the first day of the horizon)',
    ]);
    expect(messages('volume: { schedule: 7 Mt/year, term: {} }')).toEqual([
      'unknown-key: unknown key "term" (did you mean "terms"?)',
    ]);
    expect(messages('joins: true')).toEqual([
      'wrong-type: `yes` or `no` is wanted here (write yes)',
    ]);
    expect(messages('joins: OFF')).toEqual(['wrong-type: `yes` or `no` is wanted here (write no)']);
    expect(messages('joins: maybe')).toEqual([
      'wrong-type: `yes` or `no` is wanted here (this lever is yes or no)',
    ]);
  });
});

describe('within', () => {
  const bounded = (value: string) =>
    marks(`slope: ${value}`, slope('{ about: L, unit: "%", default: 1%, within: [0%, 10%] }'));

  it.each([
    '0%',
    '10%',
    '{ start: 0%, 2025-06: 10% }',
    '{ uniform: [0%, 10%] }',
    '{ beta: [2%, 8%] }',
  ])('takes %s', (value) => {
    expect(bounded(value.replace('[2%, 8%]', '{ alpha: 2, beta: 3, within: [0%, 10%] }'))).toEqual(
      [],
    );
  });

  it.each([
    ['10.1%', ['out-of-bounds 10.1%']],
    ['-1%', ['out-of-bounds -1%']],
    ['{ start: 0%, 2025-06: 11% }', ['out-of-bounds 11%']],
    ['{ uniform: [0%, 11%] }', ['out-of-bounds { uniform: [0%, 11%] }']],
    ['2% to 8%', ['out-of-bounds 2% to 8%']],
    [
      '{ choice: [{ value: 5%, weight: 1 }, { value: 12%, weight: 1 }] }',
      ['out-of-bounds { choice: [{ value: 5%, weight: 1 }, { value: 12%, weight: 1 }] }'],
    ],
  ])('refuses %s', (value, due) => {
    expect(bounded(value)).toEqual(due);
  });

  it('holds for what a term sets too', () => {
    const term = (act: string) =>
      bounded(`{ schedule: 5%, terms: { t: { ${act}, status: in force } } }`);
    expect(term('deferral: { from: 2025-05, to: 2025-06, meanwhile: 12% }')).toEqual([
      'out-of-bounds 12%',
    ]);
    expect(term('sunset: { on: 2025-05, to: -2% }')).toEqual(['out-of-bounds -2%']);
    expect(term('cap: { at: 12% }')).toEqual(['out-of-bounds 12%']);
  });

  it('holds for defaults', () => {
    expect(marksOf(slope('{ about: L, unit: "%", default: 12%, within: [0%, 10%] }'))).toEqual([
      'out-of-bounds model/m.yaml:5:42 12%',
    ]);
  });

  it('says the bounds in the unit of the lever', () => {
    const others = slope('{ about: L, unit: "%", default: 1%, within: [0%, 10%] }');
    expect(messagesOf({ 'b.yaml': 'title: B\nm: { slope: 11% }\n', ...others })).toEqual([
      'out-of-bounds: 11% is outside 0% to 10% (write a value from 0% to 10%, or widen `within:` of the lever in its module)',
    ]);
  });

  it('has its lower bound first', () => {
    expect(marksOf(slope('{ about: L, unit: "%", default: 1%, within: [10%, 0%] }'))).toEqual([
      'out-of-bounds model/m.yaml:5:54 [10%, 0%]',
    ]);
  });

  it.each([
    ['[0, 10%]', []],
    ['[1, 10%]', ['unit-missing 1']],
    ['[0%, 10 USD]', ['unit-mismatch 10 USD']],
  ])('takes bounds with units: %s', (bounds, due) => {
    const others = slope(`{ about: L, unit: "%", default: 1%, within: ${bounds} }`);
    expect(marksOf(others).map((mark) => mark.replace(/model\S* /, ''))).toEqual(due);
  });
});

describe('a default', () => {
  const said = (declaration: string) =>
    marksOf(slope(declaration)).map((mark) => mark.replace(/model\/m\.yaml:5:/, ''));

  it.each([
    ['{ about: L, unit: "1", default: { 2025-05: 1 } }', ['bad-schedule 44 2025-05']],
    ['{ about: L, unit: "1" }', ['missing-key 3 slope']],
    ['{ about: L, unit: "1", default: { terms: {} } }', ['missing-element 3 slope']],
    ['{ about: L, unit: [1], default: 1 }', ['wrong-type 28 [1]']],
    [
      '{ about: L, type: yes/no, interpolate: linear, default: no }',
      ['unknown-key 36 interpolate'],
    ],
    ['{ about: L, default: 1 }', ['unit-missing 3 slope']],
    ['{ about: L, unit: "1", default: x }', ['bad-quantity 42 x']],
    ['{ about: L, unit: furlong, default: 1 }', ['unit-unknown 28 furlong']],
    ['{ about: L, type: date, unit: "1", default: never }', ['unknown-key 34 unit']],
    ['{ about: L, type: date, default: never, within: [1, 2] }', ['unknown-key 50 within']],
    ['{ about: L, unit: "1", default: 1, defualt: 2 }', ['unknown-key 45 defualt']],
    ['{ about: L, type: bool, default: 1 }', ['wrong-type 28 bool']],
    ['{ about: L, unit: "1", default: 1, interpolate: cubic }', ['wrong-type 58 cubic']],
    ['{ unit: "1", default: 1 }', ['missing-key 3 slope']],
  ])('and its lever are checked: %s', (declaration, due) => {
    expect(said(declaration)).toEqual(due);
  });

  it('may have an uncertainty', () => {
    const texts = languageWith(slope('{ about: L, unit: "1", default: 1 to 2 }'));
    const scenario = scenarioOf('', { 'model/m.yaml': texts['model/m.yaml']! });
    expect(settingOf(scenario, 'slope').value.value).toMatchObject({ kind: 'lognormal' });
  });
});

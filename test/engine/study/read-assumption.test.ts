import { describe, expect, it } from 'vitest';
import type { Assumption } from '../../../engine/study/model-text.ts';
import {
  LANGUAGE,
  marksOf,
  messagesOf,
  scenarioOf,
  studyOf,
} from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

/** Gives the model with the assumption gas declared in another way. */
function gas(declaration: string, others: Texts = {}): Texts {
  const line = `  gas: { ${declaration}, source: iea }`;
  return { 'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(/ {2}gas: .*/, line), ...others };
}

function read(changes: Texts): Assumption {
  return studyOf(changes).model.modules[0]!.assumptions[0]!;
}

function central(changes: Texts): unknown {
  return Object.fromEntries(
    [...read(changes).settings].map(([key, { central }]) => [key, central]),
  );
}

function marks(changes: Texts): readonly string[] {
  return marksOf(changes).map((mark) => mark.replace(/model\/m\.yaml\S* /, ''));
}

describe('an assumption', () => {
  it('is a value alone, and then certain', () => {
    const { settings, unit } = read(gas('value: 4 USD/MMBtu'));
    expect(settings.get('')).toMatchObject({ central: 4, distribution: null, text: '' });
    expect(unit.text).toBe('USD/MMBtu');
  });

  it('is an uncertainty alone, with its median as the central path', () => {
    const { settings } = read(gas('uncertainty: { triangular: [1, 2, 3] }'));
    expect(settings.get('')).toMatchObject({ central: 2, distribution: { kind: 'triangular' } });
  });

  it('is both, with the value as the central path', () => {
    expect(read(gas('value: 4, uncertainty: 3 to 7')).settings.get('')).toMatchObject({
      central: 4,
      distribution: { kind: 'lognormal' },
      text: '3 to 7',
    });
  });

  it.each([
    ['value: 25%', '%'],
    ['value: 3 bn USD, uncertainty: 2 to 4 bn USD', 'bn USD'],
    ['uncertainty: 2 to 4 bn USD', 'bn USD'],
    ['uncertainty: { uniform: [1, 2] }', '1'],
    ['over: good, value: { all: 3 t }', 't'],
    ['over: good, uncertainty: { cars: 1 to 3 t, steel: 2 to 3 t }', 't'],
    ['value: 3', '1'],
    ['value: 3 bn USD, unit: million USD', 'million USD'],
  ])('takes its unit from what is written: %s', (declaration, unit) => {
    expect(read(gas(declaration)).unit.text).toBe(unit);
  });

  it.each([
    ['over: good, value: 3', { cars: 3, steel: 3 }],
    ['over: good, value: { cars: 3, all: 5 }', { cars: 3, steel: 5 }],
    ['over: good, value: { steel: 5, cars: 3 }', { cars: 3, steel: 5 }],
    [
      'over: good, value: { cars: 3 }, uncertainty: { steel: { uniform: [1, 3] } }',
      { cars: 3, steel: 2 },
    ],
    [
      'over: [good, country], value: { cars: { korea: 1, all: 2 }, all: 3 }',
      { 'cars,korea': 1, 'cars,japan': 2, 'steel,korea': 3, 'steel,japan': 3 },
    ],
    [
      'over: { i: good, j: good }, value: { cars: { cars: 1, all: 2 }, all: { all: 3 } }',
      { 'cars,cars': 1, 'cars,steel': 2, 'steel,cars': 3, 'steel,steel': 3 },
    ],
  ])('has a value for each element: %s', (declaration, due) => {
    expect(central(gas(declaration))).toEqual(due);
  });

  it.each([
    ['over: good, value: { cars: 3 }', ['missing-element gas']],
    ['over: good, value: { cars: 3, stele: 4, all: 5 }', ['unknown-element stele']],
    ['over: goods, value: 3', ['unknown-set goods']],
    ['over: [good, good], value: 3', ['duplicate-name [good, good]']],
    ['over: good, value: { cars: { korea: 3 }, all: 3 }', ['wrong-type { korea: 3 }']],
    ['about: nothing', ['missing-key gas']],
    ['value: [3]', ['wrong-type [3]']],
    ['value: 3 to 7', ['wrong-type 3 to 7']],
    ['value: 3 USD, unit: t', ['unit-mismatch 3 USD']],
    ['value: 3, uncertanity: 1 to 2', ['unknown-key uncertanity']],
  ])('is marked where it is wrong: %s', (declaration, due) => {
    expect(marks(gas(declaration))).toEqual(due);
  });

  it('is told what was meant', () => {
    expect(messagesOf(gas('over: good, value: { cars: 3 }'))).toEqual([
      'missing-element: the assumption gas has no value for steel (add them, or `all:` for the rest)',
    ]);
    expect(messagesOf(gas('over: good, value: { cars: 3, stele: 4, all: 5 }'))).toEqual([
      'unknown-element: good has no element "stele" (did you mean "steel"?)',
    ]);
    expect(messagesOf(gas('over: good, value: { cars: 3, bananas: 4, all: 5 }'))).toEqual([
      'unknown-element: good has no element "bananas" (known here: cars, steel, all)',
    ]);
  });

  it('is warned about where its value lies outside the 5-95% range', () => {
    const far = gas('value: 9 USD/t, uncertainty: 3 to 7 USD/t');
    expect(marks(far)).toEqual(['value-unlikely 9 USD/t']);
    expect(messagesOf(far)).toEqual([
      'value-unlikely: the value 9 lies outside the 5-95% range 3 to 7 USD/t ()',
    ]);
    expect(studyOf(far).model.modules[0]!.assumptions[0]!.settings.get('')!.central).toBe(9);
    expect(marks(gas('value: 3, uncertainty: 3 to 7'))).toEqual([]);
    const half = 'over: good, value: { cars: 9 }, uncertainty: { cars: 3 to 7 }';
    expect(marks(gas(half))).toEqual(['value-unlikely 9', 'missing-element gas']);
  });

  it('is warned about by element, where the value stands', () => {
    const far = gas(
      'over: good, value: { cars: 4, steel: 9 }, uncertainty: { cars: 3 to 7, steel: 3 to 7 }',
    );
    expect(marks(far)).toEqual(['value-unlikely 9']);
  });
});

describe('a list of values', () => {
  it('has one for each element, and the unit of its first', () => {
    expect(central(gas('over: good, value: [1 kg, 2 t]'))).toEqual({ cars: 0.001, steel: 2 });
    expect(central(gas('over: [good, country], unit: "1", value: [[1, 2], 3]'))).toEqual({
      'cars,korea': 1,
      'cars,japan': 2,
      'steel,korea': 3,
      'steel,japan': 3,
    });
  });

  it('may be one of uncertainties', () => {
    const { settings } = read(gas('over: good, uncertainty: [1 to 2 t, { uniform: [2, 3] }]'));
    expect([...settings.values()].map(({ distribution }) => distribution?.kind)).toEqual([
      'lognormal',
      'uniform',
    ]);
  });

  it.each([
    ['over: good, value: [1 t]', ['wrong-length [1 t]']],
    ['value: [1 t]', ['wrong-type [1 t]']],
    ['over: good, unit: t, value: [1 to 2 t, 1 t]', ['wrong-type 1 to 2 t']],
  ])('is marked where it is wrong: %s', (text, due) => {
    expect(marks(gas(text))).toEqual(due);
  });
});

describe('a table of values', () => {
  const table = (csv: string, over = 'good') =>
    gas(`over: ${over}, unit: t, value: { table: gas.csv }`, { 'model/gas.csv': csv });

  it('has a column for each set', () => {
    expect(central(table('good,value\ncars,1\nsteel,2 kg\n'))).toEqual({ cars: 1, steel: 0.002 });
    expect(
      central(
        table(
          'value,country,good\n1,korea,cars\n2,japan,cars\n3,korea,steel\n4,japan,steel\n',
          '[good, country]',
        ),
      ),
    ).toEqual({ 'cars,korea': 1, 'cars,japan': 2, 'steel,korea': 3, 'steel,japan': 4 });
  });

  it.each([
    ['good,value\ncars,1\n', ['missing-element model/gas.csv:1:1 good']],
    ['good,value\ncars,1\nsteel,2\ncars,3\n', ['duplicate-name model/gas.csv:4:1 cars']],
    ['good,value\ncars,1\nsteel,2\nshoes,3\n', ['unknown-element model/gas.csv:4:1 shoes']],
    ['goods,value\ncars,1\n', ['table-syntax gas.csv']],
    ['good,values\ncars,1\n', ['table-syntax gas.csv']],
    [
      'good,value\ncars,x\nsteel,1 USD\n',
      ['bad-quantity model/gas.csv:2:6 x', 'unit-mismatch model/gas.csv:3:7 1 USD'],
    ],
    ['good,value\ncars\n', ['table-syntax model/gas.csv:2:1 cars']],
  ])('is marked where it is wrong: %j', (csv, due) => {
    expect(marks(table(csv))).toEqual(due);
  });

  it('may have several columns of values, and one value for what has no row', () => {
    const files = { 'model/gas.csv': 'good,low,high\ncars,1,3\n' };
    const value = '{ table: gas.csv, column: high, all: 2 t }';
    expect(central(gas(`over: good, unit: t, value: ${value}`, files))).toEqual({
      cars: 3,
      steel: 2,
    });
  });

  it.each([
    ['{ table: gas.csv, column: mid }', ['table-syntax mid']],
    ['{ table: gas.csv, all: 2 USD }', ['unit-mismatch 2 USD']],
    [
      '{ table: gas.csv, rest: 2 t }',
      ['unknown-key rest', 'missing-element model/gas.csv:1:1 good'],
    ],
  ])('is marked where it is written wrong: %s', (value, due) => {
    const files = { 'model/gas.csv': 'good,value\ncars,1\n' };
    expect(marks(gas(`over: good, unit: t, value: ${value}`, files))).toEqual(due);
  });

  it('must be there', () => {
    expect(
      marks(gas('over: good, value: { table: gsa.csv }', { 'model/gas.csv': 'good,value\n' })),
    ).toEqual(['file-missing gsa.csv']);
  });
});

describe('the record of an assumption', () => {
  const cost = (record: string): Texts => ({
    'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(
      / {2}gas: .*/,
      `  gas: { value: 1${record} }`,
    ),
  });

  it.each([
    ['', ['missing-source gas'], 'name one of sources.yaml'],
    [', source: judgement', ['missing-source judgement'], 'add `why:`'],
    [', source: ieo', ['unknown-source ieo'], 'did you mean "iea"?'],
    [', source: bananas', ['unknown-source bananas'], 'add it there'],
  ])('is missing: %s', (record, due, hint) => {
    expect(marks(cost(record))).toEqual(due);
    expect(messagesOf(cost(record))[0]).toContain(hint);
  });

  it.each([', source: iea', ', source: judgement, why: Because.'])('is there: %s', (record) => {
    expect(marks(cost(record))).toEqual([]);
  });
});

describe('an assumption that a scenario sets', () => {
  const settings = (value: string) =>
    scenarioOf(`assumptions: { m.cost: ${value} }\n`).assumptions.get('m.cost');

  it('is a value or an uncertainty, by element', () => {
    const set = settings('{ cars: 9 USD/t, steel: 3 to 7 USD/t }')!;
    expect(set.get('cars')).toMatchObject({
      file: 'b.yaml',
      value: { central: 9, distribution: null, text: '9 USD/t' },
    });
    expect(set.get('steel')!.value).toMatchObject({
      distribution: { kind: 'lognormal' },
      text: '3 to 7 USD/t',
    });
    expect(
      [...settings('{ all: { uniform: [2, 4] } }')!.values()].map(({ value }) => value.central),
    ).toEqual([3, 3]);
    expect([...settings('{ cars: 1 USD/t }')!.keys()]).toEqual(['cars']);
  });

  it.each([
    ['{ m.csot: 1 USD/t }', ['unknown-assumption b.yaml:2:16 m.csot'], 'did you mean "m.cost"?'],
    ['{ m.volume: 1 Mt/year }', ['unknown-assumption b.yaml:2:16 m.volume'], 'volume is a lever'],
    ['{ m.cost: 1 }', ['unit-missing b.yaml:2:24 1'], 'write `1 USD/t`'],
    [
      '{ m.cost: { shoes: 1 USD/t } }',
      ['unknown-element b.yaml:2:26 shoes'],
      'known here: cars, steel, all',
    ],
    ['{ m.cost: { uniform: [3, 2] } }', ['bad-distribution b.yaml:2:35 [3, 2]'], ''],
  ])('is marked where it is wrong: %s', (text, due, hint) => {
    const files = { 'b.yaml': `title: B\nassumptions: ${text}\n` };
    expect(marksOf(files)).toEqual(due);
    expect(messagesOf(files)[0]).toContain(hint);
  });
});

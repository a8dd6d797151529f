import { describe, expect, it } from 'vitest';
import { quantile } from '../../../engine/distribution/distribution.ts';
import type { Assumption } from '../../../engine/study/model-text.ts';
import { LANGUAGE, marksOf, messagesOf, studyOf } from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

const FULL = [
  'value: { table: trade.csv, column: sales }',
  'uncertainty: { table: trade.csv, low: low, high: high }',
  'source: { table: trade.csv, column: from }',
  'why: { table: trade.csv, column: reason }',
];

const TRADE = `good,country,sales,low,high,from,reason
cars,korea,37.4,,,iea,
cars,japan,3990 t,3,5,iea,
steel,korea,4,3,6,judgement,Half the press
steel,japan,2,1 t,3000,judgement,As Korea
`;

/** Gives the model with the assumption gas read from trade.csv by these keys. */
function tabled(csv: string, keys: readonly string[] = FULL): Texts {
  const line = `  gas: { over: [good, country], unit: kt, ${keys.join(', ')} }`;
  return {
    'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(/ {2}gas: .*/, line),
    'model/trade.csv': csv,
  };
}

function read(csv: string, keys = FULL): Assumption {
  return studyOf(tabled(csv, keys)).model.modules[0]!.assumptions[0]!;
}

function marks(csv: string, keys = FULL): readonly string[] {
  return marksOf(tabled(csv, keys)).map((mark) => mark.replace(/model\/m\.yaml\S* /, ''));
}

const SOUND = TRADE.replace('1 t,3000', '1,3');

describe('an assumption from the columns of a table', () => {
  it('has a value for each row, in the unit of the assumption or its own', () => {
    const { settings } = read(SOUND);
    expect([...settings].map(([element, { central }]) => [element, central])).toEqual([
      ['cars,korea', 37_400],
      ['cars,japan', 3990],
      ['steel,korea', 4000],
      ['steel,japan', 2000],
    ]);
  });

  it('is a 90% interval where a row has both ends, and certain where both cells are empty', () => {
    const { settings } = read(SOUND);
    expect(settings.get('cars,korea')).toMatchObject({ distribution: null, text: '' });
    const { distribution, text } = settings.get('steel,korea')!;
    expect(text).toBe('3 to 6');
    expect(quantile(distribution!, 0.05)).toBeCloseTo(3000, 8);
    expect(quantile(distribution!, 0.95)).toBeCloseTo(6000, 8);
  });

  it('has a source and a reason of its own for each row', () => {
    expect([...read(SOUND).evidence]).toEqual([
      ['cars,korea', { source: 'iea', why: '' }],
      ['cars,japan', { source: 'iea', why: '' }],
      ['steel,korea', { source: 'judgement', why: 'Half the press' }],
      ['steel,japan', { source: 'judgement', why: 'As Korea' }],
    ]);
  });

  it('takes the median of its range where no column has the value', () => {
    const csv = SOUND.replace('37.4,,,', '37.4,30,40,');
    const { settings } = read(csv, FULL.slice(1));
    expect(settings.get('cars,korea')!.central).toBeCloseTo(1000 * Math.sqrt(1200), 8);
  });

  it('takes the columns value, source and why where none is named', () => {
    const csv = SOUND.replace('sales', 'value').replace('from,reason', 'source,why');
    const keys = ['value', 'source', 'why'].map((key) => `${key}: { table: trade.csv }`);
    const { settings, evidence } = read(csv, [...keys, FULL[1]!]);
    expect(settings.get('cars,korea')!.central).toBe(37_400);
    expect(evidence.get('steel,japan')).toEqual({ source: 'judgement', why: 'As Korea' });
  });

  it('may share one source or one reason among all', () => {
    const { evidence } = read(SOUND, [...FULL.slice(0, 2), 'source: judgement', 'why: Because.']);
    expect(new Set([...evidence.values()].map(({ why }) => why))).toEqual(new Set(['Because.']));
    const shared = read(SOUND, [...FULL.slice(0, 3), 'why: Because.']).evidence;
    expect(shared.get('cars,korea')).toEqual({ source: 'iea', why: 'Because.' });
  });
});

describe('a table is marked where it is wrong', () => {
  const replaced = (from: string, to: string) => SOUND.replace(from, to);
  it.each([
    ['no row', replaced('cars,japan,3990 t,3,5,iea,\n', ''), ['missing-element 1:1 good']],
    ['an empty value', replaced('37.4', ''), ['bad-quantity 2:12 ,']],
    ['half a range', replaced('4,3,6', '4,3,'), ['bad-distribution 4:15 3']],
    ['the other half', replaced('4,3,6', '4,,6'), ['bad-distribution 4:16 6']],
    ['a range backwards', replaced('4,3,6', '4,6,3'), ['bad-distribution 4:15 6']],
    ['a range of one point', replaced('4,3,6', '4,4,4'), ['bad-distribution 4:15 4']],
    ['words in a range', replaced('4,3,6', '4,low,6'), ['bad-quantity 4:15 low']],
    ['a range in another unit', TRADE.replace('1 t', '1 USD'), ['unit-mismatch 5:15 1 USD']],
    ['an unknown source', replaced('3,5,iea', '3,5,eia'), ['unknown-source 3:23 eia']],
    ['no source', replaced('3,5,iea', '3,5,'), ['missing-source 3:23 ,']],
    [
      'a judgement without a range',
      replaced('3,6,judg', ',,judg'),
      ['missing-source 4:17 judgement'],
    ],
    ['a judgement without a reason', replaced('Half the press', ''), ['missing-source 4:29 ']],
    [
      'an element that is none',
      replaced('steel,japan', 'steel,jaapn'),
      ['missing-element 1:1 good', 'unknown-element 5:7 jaapn'],
    ],
    ['an unlikely value', replaced('4,3,6', '9,3,6'), ['value-unlikely 4:13 9']],
  ])('%s', (_, csv, due) => {
    expect(
      marks(csv)
        .map((mark) => mark.replace('model/trade.csv:', ''))
        .sort(),
    ).toEqual(due);
  });

  it.each([
    ['value: { table: trade.csv, column: sale }', ['table-syntax sale']],
    ['value: { table: trade.csv, col: sales }', ['unknown-key col', 'table-syntax trade.csv']],
  ])('%s', (value, due) => {
    expect(marks(SOUND, [value, ...FULL.slice(1)])).toEqual(due);
  });

  it.each([
    ['{ table: trade.csv, low: low }', ['missing-key { table: trade.csv, low: low }']],
    [
      '{ table: trade.csv, low: low, hihg: high }',
      ['unknown-key hihg', 'missing-key { table: trade.csv, low: low, hihg: high }'],
    ],
    ['{ table: trade.csv, low: low, high: hihg }', ['table-syntax hihg']],
  ])('uncertainty: %s', (uncertainty, due) => {
    expect(marks(SOUND, [FULL[0]!, `uncertainty: ${uncertainty}`, ...FULL.slice(2)])).toEqual(due);
  });

  it.each([
    ['source: { table: trade.csv, column: form }', ['table-syntax form']],
    ['source: { table: trade.csv, columns: from }', ['unknown-key columns']],
    ['source: { column: from }', ['missing-key source']],
    ['source: [iea]', ['wrong-type [iea]']],
  ])('%s', (source, due) => {
    expect(marks(SOUND, [...FULL.slice(0, 2), source, FULL[3]!])).toEqual(due);
  });

  it('says what is wanted', () => {
    const judged = 'a cell without evidence is an uncertainty, and this one has no range';
    expect(messagesOf(tabled(SOUND.replace('3,6,judg', ',,judg')))).toEqual([
      `missing-source: ${judged} (give it a low and a high end under \`uncertainty:\`, or a source)`,
    ]);
    expect(messagesOf(tabled(SOUND.replace('4,3,6', '4,3,')))).toEqual([
      'bad-distribution: a range has both ends; the high end is empty (fill both cells, or leave both empty)',
    ]);
    expect(messagesOf(tabled(SOUND.replace(/steel.*\n/g, '')))).toEqual([
      'missing-element: the table has no row for steel,korea; steel,japan (add them)',
    ]);
  });

  it('leaves an element that is called table alone', () => {
    const set = { 'model/model.yaml': 'sets: { good: [table, chair], country: [korea, japan] }\n' };
    const line =
      '  gas: { over: good, value: { table: 3, chair: 4 }, source: iea }\n  cost: { value: 1, source: iea }';
    const text = LANGUAGE['model/m.yaml']!.replace(/ {2}gas: .*\n.*/, line);
    const [gas] = studyOf({ ...set, 'model/m.yaml': text }).model.modules[0]!.assumptions;
    expect([...gas!.settings.values()].map(({ central }) => central)).toEqual([3, 4]);
  });
});

import { describe, expect, it } from 'vitest';
import { LANGUAGE, marksOf, messagesOf, studyOf } from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

const ENTRY = {
  title: 'Slope of b',
  by: 'IEA',
  source: 'iea',
  scenario: 'b',
  formula: 'final(m.x)',
  unit: '"%"',
  compare: 'relative',
  published: '-18.6%',
  used_in_calibration: 'no',
  why: 'It agrees.',
};

type Change = Readonly<Partial<Record<keyof typeof ENTRY | 'against' | 'agianst', string | null>>>;

/** Gives the study with one validation, some of its keys changed or, where null, left out. */
function validating(change: Change, others: Texts = {}): Texts {
  const keys = Object.entries({ ...ENTRY, ...change })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}`);
  const text = `${LANGUAGE['study.yaml']}validation:\n  one: { ${keys.join(', ')} }\n`;
  return { 'study.yaml': text, 'c.yaml': 'title: C\nm: { slope: 2 }\n', ...others };
}

function read(change: Change = {}) {
  return studyOf(validating(change));
}

function marks(change: Change): readonly string[] {
  return marksOf(validating(change)).map((mark) => mark.replace(/study\.yaml:\d+:\d+ /, ''));
}

describe('a validation', () => {
  it('is a published number, held against the reference unless it says otherwise', () => {
    const { validations } = read();
    expect(validations).toMatchObject([
      { name: 'one', title: 'Slope of b', by: 'IEA', source: 'iea', scenario: 'b', against: 'a' },
    ]);
    expect(validations[0]).toMatchObject({
      compare: 'relative',
      usedInCalibration: false,
      why: 'It agrees.',
    });
    expect(read({ scenario: 'a', against: 'b' }).validations[0]!.against).toBe('b');
    expect(read({ used_in_calibration: 'yes' }).validations[0]!.usedInCalibration).toBe(true);
    expect(studyOf().validations).toEqual([]);
  });

  it('knows the number as printed, and what rounding may hide of it', () => {
    const { published } = read().validations[0]!;
    expect(published.low).toBe(published.high);
    expect(published.low).toBeCloseTo(-0.186, 15);
    expect([published.from, published.to].map((x) => Number(x.toFixed(12)))).toEqual([
      -0.1865, -0.1855,
    ]);
  });

  it('may be a range, each end with its own digits', () => {
    const { published } = read({ published: '[-13.1%, -9%]' }).validations[0]!;
    const ends = [published.from, published.low, published.high, published.to];
    expect(ends.map((x) => Number(x.toFixed(12)))).toEqual([-0.1315, -0.131, -0.09, -0.085]);
  });

  it('may be a level or a difference in a unit of its own', () => {
    const level = read({ compare: 'level', unit: '"1"', published: '2' }).validations[0]!;
    expect(level).toMatchObject({ against: '', published: { low: 2, from: 1.5, to: 2.5 } });
    const difference = { compare: 'difference', unit: 'pp', published: '-0.2 pp' } as const;
    expect(read(difference).validations[0]!.published.low).toBeCloseTo(-0.002, 15);
  });

  it('lets scenarios run that the study does not list, each once and for it alone', () => {
    const names = (change: Change) => read(change).validationScenarios.map(({ name }) => name);
    expect(names({})).toEqual([]);
    expect(names({ scenario: 'c' })).toEqual(['c']);
    expect(names({ against: 'c' })).toEqual(['c']);
    expect(read({ scenario: 'c' }).scenarios.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('a validation is marked where it is wrong', () => {
  it.each<[Change, readonly string[]]>([
    [{ scenario: 'd' }, ['unknown-scenario d']],
    [{ against: 'd' }, ['unknown-scenario d']],
    [{ scenario: 'a' }, ['wrong-type a']],
    [{ against: 'b' }, ['wrong-type b']],
    [{ compare: 'level', against: 'a' }, ['unknown-key against']],
    [{ source: 'ieo' }, ['unknown-source ieo']],
    [{ source: 'judgement' }, ['unknown-source judgement']],
    [{ source: null }, ['missing-key one']],
    [{ why: null }, ['missing-key one']],
    [{ why: '""' }, ['wrong-type ""']],
    [{ used_in_calibration: null }, ['missing-key one']],
    [{ used_in_calibration: 'perhaps' }, ['wrong-type perhaps']],
    [{ compare: 'ratio' }, ['wrong-type ratio']],
    [{ unit: 'USD' }, ['unit-mismatch USD', 'unit-mismatch -18.6%']],
    [{ unit: 'pp', published: '1 pp' }, ['unit-mismatch pp']],
    [{ unit: 'dollars' }, ['unit-unknown dollars']],
    [{ published: '-18.6' }, ['unit-missing -18.6']],
    [{ published: '-18.6 USD' }, ['unit-mismatch -18.6 USD']],
    [{ published: '-13.1 to -9%' }, ['wrong-type -13.1 to -9%']],
    [{ published: '[-9%, -13%]' }, ['out-of-bounds [-9%, -13%]']],
    [{ published: '[-9%, -9%]' }, ['out-of-bounds [-9%, -9%]']],
    [{ published: '[-9%]' }, ['wrong-type [-9%]']],
    [{ published: '{ low: -9% }' }, ['wrong-type { low: -9% }']],
    [{ agianst: 'b' }, ['unknown-key agianst']],
  ])('%j', (change, due) => {
    expect(marks(change)).toEqual(due);
  });

  it('says what is wanted', () => {
    const told = (change: Change) => messagesOf(validating(change));
    expect(told({ scenario: 'a' })).toEqual([
      'wrong-type: another scenario is wanted here (a would be compared with itself)',
    ]);
    expect(told({ scenario: 'cars' })[0]).toContain('a scenario is the file cars.yaml');
    expect(told({ source: 'bananas' })[0]).toContain('a published estimate has a source');
    expect(told({ unit: 'USD', published: '1 USD' })).toEqual([
      'unit-mismatch: a relative change is a share; USD is none (write `unit: "%"`, or `compare: difference`)',
    ]);
  });

  it('has a name that formulas could use', () => {
    const text = LANGUAGE['study.yaml']!;
    const keys = Object.entries(ENTRY).map(([key, value]) => `${key}: ${value}`);
    const files = { 'study.yaml': `${text}validation: { on: { ${keys.join(', ')} } }\n` };
    expect(marksOf(files).map((mark) => mark.split(' ')[0])).toEqual(['reserved-name']);
  });
});

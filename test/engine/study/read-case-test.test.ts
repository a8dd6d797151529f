import { describe, expect, it } from 'vitest';
import { RIGHT, SHARES, verdictsOf, withOwnCases } from '../../support/case-study.ts';

type Part = Record<string, unknown>;

/** The right case with a part of it replaced, or left out where it is undefined. */
function caseWith(part: 'in' | 'out' | 'printed' | 'top', changes: Part): Part {
  if (part === 'top') return { ...RIGHT, ...changes };
  return { ...RIGHT, [part]: { ...RIGHT[part], ...changes } };
}

function verdictOf(one: Part) {
  const [verdict, ...others] = verdictsOf({ cases: [one] });
  expect(others).toEqual([]);
  return verdict!;
}

describe('a case', () => {
  it('brings sets of its own, of any size, and passes where its numbers are met', () => {
    expect(verdictsOf({ cases: [RIGHT] })).toEqual([
      { label: 'right', compared: 7, unread: [], found: [] },
    ]);
    const one = { id: 'one', kind: 'shares', in: { sales: [3], weight: [1] }, out: { share: [1] } };
    expect(verdictsOf([one])).toEqual([{ label: 'one', compared: 2, unread: [], found: [] }]);
  });

  it.each([
    ["Cote d'Ivoire", '대한민국', 'A-B'],
    ['A B', 'A-B', 'A_B'],
    ['step', 'region', 'share'],
    ['r', 'i', 'v'],
    ['2025', 'all', 'USD'],
    ['m', 'yes', 'constructor'],
    ['Äland', 'Aland', 'Å'],
  ])('may call its regions %s, %s and %s', (...regions) => {
    const printed = { share: { [regions[2]!]: 0.63 }, decimals: 2 };
    const one = { ...RIGHT, printed, in: { ...RIGHT.in, regions } };
    expect(verdictOf(one)).toMatchObject({ found: [] });
  });

  it('is told where a number differs, with the place of that number', () => {
    expect(verdictOf(caseWith('out', { share: [0.125, 0.26, 0.625] })).found).toEqual([
      './new.json:33 final(m.share[B]) is 0.25; expected: 0.26 within 2.6e-9',
    ]);
    expect(verdictOf(caseWith('printed', { share: { C: 0.61 } })).found).toEqual([
      './new.json:25 final(m.share[C]) is 0.625; expected: 0.61 within 0.005',
    ]);
  });

  it('takes whole matrices, numbers for all, yes and no', () => {
    const duty = [
      [0, 0.5, 0],
      [0, 0, 0],
      [0.1, 0, 0],
    ];
    const left = [
      [0.125, 0.0625, 0.25],
      [0.25, 0.25, 0.5],
      [0.5625, 0.625, 1.25],
    ];
    const one = caseWith('in', { duty });
    expect(verdictOf({ ...one, out: { left } })).toMatchObject({ compared: 12, found: [] });
    const free = { ...one, in: { ...RIGHT.in, duty, free: true } };
    expect(verdictOf({ ...free, out: { left } }).found).toEqual([
      expect.stringContaining('final(m.left[A, B]) is 0.125'),
      expect.stringContaining('final(m.left[C, A]) is 0.625'),
    ]);
    expect(verdictOf(caseWith('in', { weight: 1 }))).toMatchObject({ compared: 7, found: [] });
  });

  it('may lack what is compared, in whole or in part', () => {
    expect(verdictOf(caseWith('top', { printed: null }))).toMatchObject({ compared: 5, found: [] });
    expect(verdictOf(caseWith('top', { out: null }))).toMatchObject({ compared: 3, found: [] });
    expect(verdictOf(caseWith('out', { share: [null, 0.25, null] }))).toMatchObject({
      compared: 5,
      found: [],
    });
    expect(verdictOf(caseWith('printed', { decimals: undefined })).found).toEqual([]);
  });

  it('names the numbers that nothing was held against', () => {
    const one = caseWith('out', { price: [1, 2, 3] });
    expect(verdictOf({ ...one, in: { ...RIGHT.in, subsidy: 1, note: 'x' } }).unread).toEqual([
      'in.subsidy',
      'out.price',
    ]);
  });

  it.each([
    ['a kind that no test is for', { kind: 'other' }, 'no test is for the case right'],
    ['no kind', { kind: undefined }, 'no test is for the case right'],
    ['nothing to compare', { printed: null, out: {} }, 'the case right has nothing to compare'],
  ])('with %s never passes', (_what, changes, message) => {
    expect(verdictOf(caseWith('top', changes))).toEqual({
      label: 'right',
      compared: 0,
      unread: [],
      found: [`./new.json:4 ${message}`],
    });
  });

  it.each([
    ['in', { sales: [1, 2] }, ':12 region has 3 elements; this list has 2'],
    ['in', { sales: [1, 'two', 5] }, ':14 a number is wanted for in.sales[1]'],
    ['in', { sales: [1, '2', 5] }, ':14 a number is wanted for in.sales[1]'],
    ['in', { sales: [1, [2], 5] }, ':14 a quantity in bn USD/year is wanted here'],
    ['in', { sales: [1, null, 5] }, ':14 a number is wanted for in.sales[1]'],
    ['in', { sales: undefined }, ':4 the case lacks in.sales'],
    ['in', { duty: [[1]] }, ':22 region has 3 elements; this list has 1'],
    ['in', { free: 1 }, ':22 `yes` or `no` is wanted here'],
    ['in', { regions: ['A', 'A', 'C'] }, ':9 "A" stands twice among the elements of region'],
    ['in', { regions: ['A', 2, 'C'] }, ':9 a name is wanted here'],
    ['in', { regions: [] }, ':7 the case gives no element of region'],
    ['out', { share: [1, 2] }, ':31 region has 3 elements; this list has 2'],
    ['out', { share: { D: 1 } }, ':32 region has no element "D"'],
    ['printed', { decimals: 'two' }, ':28 a number is wanted for printed.decimals'],
    ['printed', { decimals: 1.5 }, ':28 a whole number is wanted here'],
  ] as const)('with a wrong %s, %j, is refused at its place', (part, changes, due) => {
    const { compared, found } = verdictOf(caseWith(part, changes));
    expect(compared).toBe(0);
    expect(
      found.filter((line) => line.includes(due)),
      found.join('\n'),
    ).not.toEqual([]);
  });

  it('lacking several fields is told of each once, and of what else is wrong, and nothing follows', () => {
    const lacking = caseWith('in', { sales: undefined, regions: undefined, weight: [1, 'x'] });
    expect(verdictOf(lacking).found).toEqual(['./new.json:4 the case lacks in.sales']);
    const wrong = caseWith('in', { sales: undefined, weight: [1, 'x', true] });
    expect(verdictOf(wrong).found).toEqual([
      './new.json:4 the case lacks in.sales',
      './new.json:14 a number is wanted for in.weight[1]',
      './new.json:15 a number is wanted for in.weight[2]',
    ]);
  });

  it('is told what to do about it', () => {
    const hintsOf = (changes: Part) =>
      withOwnCases([caseWith('in', changes)]).problems.map(({ message, hint }) => [message, hint]);
    expect(hintsOf({ sales: undefined })).toEqual([
      ['the case lacks in.sales', 'add it to the case'],
    ]);
    expect(hintsOf({ sales: [1, '2', 5] })).toEqual([
      ['a number is wanted for in.sales[1]', 'write it without quotes'],
    ]);
  });

  it('that shares its id with another, or has none, is warned of', () => {
    const { problems } = withOwnCases([RIGHT, RIGHT, caseWith('top', { id: undefined })]);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        code: 'duplicate-name',
        message: 'two cases have the id "right"',
        position: { line: 39, column: 9 },
        hint: 'the other is on line 3; give each its own',
      },
      {
        severity: 'warning',
        code: 'missing-key',
        message: 'a case has no id; it is called "shares" here',
        position: { line: 74 },
      },
    ]);
  });

  it('that the model cannot bear is told at the case', () => {
    expect(verdictOf(caseWith('in', { sales: [0, 0, 0] })).found).toEqual([
      expect.stringMatching(/^\.\/new\.json:4 m\.share\[\w+\] is NaN at step 1$/),
    ]);
  });

  it('is held by every test that is for it, and listed once', () => {
    const more = `  - { name: two, cases: c.json, where: { in.regions: B }, sets: { region: "{in.regions}" },
      given: { assumptions: { m.sales: "{in.sales} bn USD/year", m.weight: 1 } },
      expect: { "final(m.share[B])": "{out.share.1}" } }\n`;
    const tests = { 'tests/t.yaml': SHARES['tests/t.yaml']! + more };
    expect(verdictsOf([RIGHT, caseWith('in', { regions: ['A', 'D', 'C'] })], tests)).toMatchObject([
      { label: 'right', compared: 8 },
      { label: 'right', compared: 7 },
    ]);
  });
});

describe('a test for cases that bring sets', () => {
  const own = (tests: string) =>
    withOwnCases([RIGHT], { 'tests/t.yaml': tests }).problems.map(
      ({ code, message, position: { file, line } }) => `${code} ${file}:${line} ${message}`,
    );
  const head = `tests:
  - name: one
    cases: c.json
    sets: { region: "{in.regions}" }
`;
  const given = 'given: { assumptions: { m.sales: 1 bn USD/year, m.weight: 1 } }';

  it('gives a value for all that the model has by element, or is refused', () => {
    expect(own(`${head}    expect: { sum: "{out.last}" }\n`)).toEqual([
      'missing-element tests/c.json:3 the case gives m.sales no value for A; B; C',
      'missing-element tests/c.json:3 the case gives m.weight no value for A; B; C',
    ]);
  });

  it.each([
    [`    scenario: a\n    ${given}\n`, 'unknown-scenario tests/t.yaml:5'],
    [`    given: { assumptions: { m.sale: 1 } }\n`, 'unknown-assumption tests/t.yaml:5'],
  ])('that says %j is refused', (body, due) => {
    expect(own(`${head}${body}    expect: { sum: "{out.last}" }\n`)[0]).toContain(due);
  });

  it('names sets of the study', () => {
    const tests = head.replace('region:', 'regions:');
    expect(own(`${tests}    expect: { sum: "{out.last}" }\n`)).toEqual([
      'unknown-set tests/t.yaml:4 there is no set "regions"',
    ]);
  });

  it('is a problem of the study where one of its own cases is wrong', () => {
    const { problems, ready } = withOwnCases([
      RIGHT,
      caseWith('top', { id: 'two', kind: 'other' }),
    ]);
    expect(ready).toBeNull();
    expect(problems).toMatchObject([
      {
        code: 'not-compared',
        position: { file: 'tests/c.json' },
        hint: 'tests here are for kind shares',
      },
    ]);
  });
});

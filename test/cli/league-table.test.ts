import { describe, expect, it } from 'vitest';
import { breakEvenText } from '../../cli/break-even-text.ts';
import { leagueTable } from '../../cli/league-table.ts';
import { coloursFor } from '../../cli/terminal.ts';
import type { BreakEven, Comparison, Results } from '../../engine/index.ts';
import * as reports from '../../reports/index.ts';
import { someResults } from '../support/results.ts';

const stream = { isTTY: false } as NodeJS.WriteStream;
const plain = coloursFor(stream, {});
const coloured = coloursFor(stream, { FORCE_COLOR: '1' });
const results = someResults({ scenarios: 8, measures: 6 });
const { measures, scenarios } = results.study;

/** Sets the mean change of one measure for some scenarios, and makes all others equal to the baseline. */
function withChanges(changes: Readonly<Record<string, number>>): Results {
  const comparisons = results.comparisons.map((one): Comparison => {
    const change = changes[one.scenario];
    const summary = one.againstBaseline ?? one.outcome;
    const mean = { value: change ?? 0, error: change === undefined ? null : 0.001 };
    const equals = { value: change === undefined ? 1 : 0, error: null };
    return { ...one, againstBaseline: { ...summary, mean }, equalsBaseline: equals };
  });
  return { ...results, comparisons };
}

const named = (role: string) => scenarios.find((one) => one.role === role)!.name;
const offers = scenarios.filter(({ role }) => role === 'scenario').map(({ name }) => name);

describe('leagueTable', () => {
  it.each([60, 80, 100, 140])(
    'fits into %i columns, with every measure and scenario in it',
    (width) => {
      const table = leagueTable(results, width, plain, reports);
      const blocks = table.split('\n\n');
      for (const line of table.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
      for (const block of blocks) {
        for (const { name } of measures) expect(block).toMatch(new RegExp(`^${name} `, 'm'));
      }
      const heads = table.replaceAll(/[\s-]+/g, '');
      for (const { name } of scenarios) expect(heads.length).toBeGreaterThan(name.length);
      expect(table).toContain('(reference)');
      expect(table).toContain('median (5% to 95%)');
    },
  );

  it('marks the best offer, in the direction in which each measure is better, and what is the same', () => {
    const [first = '', second = ''] = offers;
    const table = leagueTable(
      withChanges({ [first]: 2, [second]: -1, [named('reference')]: 9 }),
      1000,
      plain,
      reports,
    );
    for (const { name, better } of measures) {
      const row = table.split('\n').find((line) => line.startsWith(`${name} `))!;
      const marked = /([-+][\d.]+)\*/.exec(row)?.[1];
      const best = { higher: 2, lower: -1, neither: Number.NaN }[better];
      expect(Number(marked ?? Number.NaN)).toBe(best);
      expect(row.match(/ =(?= |$)/g)).toHaveLength(scenarios.length - 4);
    }
  });

  it('shows small changes beside a large one with one decimal more', () => {
    const small = { [offers[0]!]: 0.0123456, [named('reference')]: 28.61234 };
    expect(leagueTable(withChanges(small), 1000, plain, reports)).toMatch(/ \+28\.61 .* \+0\.01\*/);
    const none = { [offers[0]!]: 0, [named('reference')]: 0.4391 };
    expect(leagueTable(withChanges(none), 1000, plain, reports)).toMatch(/ \+0\.439 .* ≈0\.000 /);
  });

  it('marks what the draws cannot tell from no change, and never calls it the best', () => {
    const [first = '', second = ''] = offers;
    const small = { [first]: 0.0019, [second]: -0.0004, [named('reference')]: 0.0391 };
    const table = leagueTable(withChanges(small), 1000, plain, reports);
    expect(table).toMatch(/ \+0\.03910 .* ≈\+0\.00190 +≈-0\.00040 /);
    expect(table).not.toContain('*');
  });

  it('a change that rounds to nothing has no sign', () => {
    const small = { [offers[0]!]: -0.0019, [named('reference')]: 439.1 };
    expect(leagueTable(withChanges(small), 1000, plain, reports)).toMatch(/ \+439\.1 .* ≈0\.0 /);
  });

  it('says where a measure does not apply', () => {
    const appliesNot = [
      { scenario: offers[0]!, condition: null },
      { scenario: offers[1]!, condition: 'deal' },
    ];
    const [first, ...rest] = measures;
    const study = { ...results.study, measures: [{ ...first!, appliesNot }, ...rest] };
    const table = leagueTable({ ...results, study }, 1000, plain, reports);
    expect(table.match(/ n\/a /g)).toHaveLength(1);
  });

  it('says nothing of any change where a measure does not apply to the baseline', () => {
    const appliesNot = [{ scenario: named('baseline'), condition: null }];
    const [first, ...rest] = measures;
    const study = { ...results.study, measures: [{ ...first!, appliesNot }, ...rest] };
    const table = leagueTable({ ...results, study }, 1000, plain, reports);
    const row = table.split('\n').find((line) => line.startsWith(`${first!.name} `))!;
    expect(row.match(/n\/a/g)).toHaveLength(scenarios.length);
  });

  it('gives the star to the best of those that are clear, and paints no other', () => {
    const [first = '', second = ''] = offers;
    const { name } = measures.find(({ better }) => better === 'higher')!;
    const clear = withChanges({ [first]: 0.5, [second]: 0.9 });
    const comparisons = clear.comparisons.map((one): Comparison => {
      if (one.scenario !== second || one.againstBaseline === null) return one;
      const mean = { value: 0.9, error: 0.8 };
      return { ...one, againstBaseline: { ...one.againstBaseline, mean } };
    });
    const table = leagueTable({ ...clear, comparisons }, 1000, coloured, reports);
    const row = table.split('\n').find((line) => line.startsWith(`${name} `))!;
    expect(row).toContain('\x1b[32m+0.500*');
    expect(row).toContain(' ≈+0.900 ');
  });

  it('paints better green and worse red, and nothing where neither way is', () => {
    const table = leagueTable(withChanges({ [offers[0]!]: 2 }), 1000, coloured, reports);
    for (const { name, better } of measures) {
      const row = table.split('\n').find((line) => line.startsWith(`${name} `))!;
      const colour = { higher: '\x1b[32m', lower: '\x1b[31m', neither: null }[better];
      if (colour === null) expect(row).not.toContain('\x1b');
      else expect(row).toContain(`${colour}+2`);
    }
  });
});

describe('breakEvenText', () => {
  const [row] = results.breakEvens;
  const asked = (change: (row: BreakEven) => Partial<BreakEven>) =>
    breakEvenText({ ...results, breakEvens: [{ ...row!, ...change(row!) }] });
  const summary = (value: number) => ({ ...row!.cost, mean: { value, error: 0.1 } });

  it('says by how many points the chance must rise, with its error', () => {
    const text = asked(() => ({
      rise: { value: 0.0649, error: 0.004 },
      cost: summary(2),
      gain: summary(30),
    }));
    expect(text).toContain(
      `  ${row!.scenario}  needs +6.5 points (±0.4)  costs 2.0, success gains 30.0 `,
    );
  });

  it.each([
    [
      'pays even where nothing comes of it',
      { rise: { value: -1, error: null }, cost: summary(-1), gain: summary(3) },
    ],
    [
      'never pays: success gains nothing',
      { rise: { value: null, error: null }, cost: summary(1), gain: summary(0) },
    ],
    [
      'never pays: it costs more than success gains',
      { rise: { value: 1.5, error: 0.1 }, cost: summary(3), gain: summary(2) },
    ],
    [
      'needs +100.0 points',
      { rise: { value: 1, error: null }, cost: summary(2), gain: summary(2) },
    ],
  ])('%s', (words, change) => {
    expect(asked(() => change)).toContain(words);
  });

  it('says what is compared, since a chance that is measured may be one of another date', () => {
    const { success, failure } = results.study.breakEven!;
    const conditions = results.study.conditions.map((one) =>
      one.name === success ? { ...one, title: 'With a deal in July' } : { ...one, title: '' },
    );
    const told = (of: typeof conditions) =>
      breakEvenText({ ...results, study: { ...results.study, conditions: of } }).split('\n');
    expect(told(conditions)[1]).toBe(
      `  ${success}: With a deal in July. A chance in the table may be of another event or date.`,
    );
    const silent = told(conditions.map((one) => ({ ...one, title: '' })));
    expect(silent[1]).toMatch(new RegExp(`^  ${row!.scenario} `));
    expect(failure).not.toBe(success);
  });

  it('is silent where the study asks for none', () => {
    expect(breakEvenText({ ...results, study: { ...results.study, breakEven: null } })).toBe('');
    expect(breakEvenText({ ...results, breakEvens: [] })).toBe('');
  });
});

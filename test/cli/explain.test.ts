import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, studyWith } from './process.ts';

afterAll(clean);

describe.concurrent('parley explain', () => {
  it('follows a number back to its sources, as text and as data', async () => {
    const folder = studyWith();
    const { code, stdout } = await parley(folder, ['explain', 'study', 'tariff', 'sales']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Sales over two years \(tariff, central path\)\n.*holds every uncertainty at its central.*over all draws.*\nsales: [\d.]+ million USD\n/,
    );
    expect(stdout).toMatch(
      /^ {4}market\.tariff in 2027-03: 25%\n {8}25% from 2025-07-01; tariff\.yaml:4$/m,
    );
    expect(stdout).toMatch(
      /market\.sales_before: 120 million USD\/year\n .*judgement.*model\/market\.yaml:\d+/,
    );
    const words = ['explain', 'study', 'tariff', 'sales', '--month', '2025-06', '--draw', '1'];
    const data = JSON.parse((await parley(folder, [...words, '--format', 'json'])).stdout);
    expect(data).toMatchObject({ scenario: 'tariff', measure: 'sales', draw: 1 });
    const tariff = data.root.reads[0].reads.find((one: { kind: string }) => one.kind === 'lever');
    expect(tariff).toMatchObject({ at: '2025-06', value: 0 });
  });

  it('writes whole lines into a pipe', async () => {
    const why = `${'Customers may leave slowly or fast. '.repeat(8)}So it ends.`;
    const folder = studyWith({
      'model/market.yaml': ['A 90% interval: customers may leave slowly or fast.', why],
    });
    const { stdout } = await parley(folder, ['explain', 'study', 'tariff', 'sales']);
    expect(stdout).toMatch(/Customers may .*So it ends\.\); model\/market\.yaml:\d+$/m);
  });

  it('says where a measure does not apply, why, and what its formula comes to all the same', async () => {
    const applies = 'better: higher, applies: { market.tariff: 0% }';
    const folder = studyWith({ 'study.yaml': ['better: higher', applies] });
    const ask = async (...words: readonly string[]) =>
      (await parley(folder, ['explain', 'study', ...words])).stdout;
    const why =
      'Not applicable (n/a): sales takes market.tariff: 0% for granted, and tariff sets market.tariff: 25% from 2025-07-01.';
    const told = await ask('tariff', 'sales');
    expect(told).toContain(`\n${why}\n`);
    expect(told).toMatch(/^sales: n\/a; the formula comes to [\d.]+ million USD$/m);
    const fine = await ask('free-trade', 'sales');
    expect(fine).toMatch(/^sales: [\d.]+ million USD$/m);
    expect(fine).not.toContain('n/a');
    const data = JSON.parse(await ask('tariff', 'sales', '--format', 'json'));
    expect(data.appliesNot).toEqual({
      takes: 'market.tariff: 0%',
      sets: 'market.tariff: 25% from 2025-07-01',
    });
    const pair = ['free-trade', 'sales', '--against', 'tariff', '--draws', '100'];
    expect(await ask(...pair)).toContain(why);
    expect(JSON.parse(await ask(...pair, '--format', 'json')).appliesNot).toMatchObject({
      from: data.appliesNot,
      to: null,
    });
  });

  it('numbers draws as a file of draws does, the first and the last', async () => {
    const folder = studyWith();
    await parley(folder, ['run', 'study', '--draws-file', 'draws.csv']);
    const [head, ...rows] = readFileSync(join(folder, 'draws.csv'), 'utf8').trim().split('\r\n');
    const at = (row: string, name: string) => row.split(',')[head!.split(',').indexOf(name)]!;
    for (const draw of ['1', '2000']) {
      const words = ['explain', 'study', 'tariff', 'sales', '--draw', draw, '--format', 'json'];
      const { root } = JSON.parse((await parley(folder, words)).stdout);
      const row = rows.find((one) => at(one, 'scenario') === 'tariff' && at(one, 'draw') === draw);
      expect(String(root.value)).toBe(at(row!, 'sales'));
    }
  });

  it('splits a difference among levers, adding up as printed and as data', async () => {
    const words = [
      'explain',
      'study',
      'tariff',
      'sales',
      '--against',
      'free-trade',
      '--draws',
      '100',
    ];
    const { code, stdout } = await parley(studyWith(), words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^market +(-[\d.]+) +±[\d.]+ +\1 +\1$/m);
    expect(stdout).toMatch(
      /^Mean over 100 draws: 2[\d.]+ in free-trade, 1[\d.]+ in tariff, in million USD\.$/m,
    );
    expect(stdout).toMatch(/^market {2}market\.tariff: 0% -> 25% from 2025-07-01$/m);
    const { stdout: json } = await parley(studyWith(), [...words, '--format', 'json']);
    const data = JSON.parse(json);
    expect(data.contributions[0].share.value).toBe(data.total.value);
    expect(data.remainder).toBe(0);
  });

  it('begins with what contributes most, and lists what each group sets', async () => {
    const edits = {
      'model/market.yaml': `title: M
levers:
  small: { about: S, unit: "1", default: 0 }
  large: { about: L, unit: "1", default: 0 }
equations:
  sales: { unit: "1", formula: small + large }
`,
      'study.yaml': `title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 2 }
draws: 40
seed: s
sampling: random
reference: free-trade
baseline: tariff
scenarios: [free-trade, tariff]
measures: { sales: { title: Sales, unit: "1", formula: final(market.sales), better: higher } }
`,
      'tariff.yaml': 'title: T\nmarket: { small: -1, large: 5 }\n',
      'free-trade.yaml': 'title: F\n',
      'half-tariff.yaml': 'title: H\n',
      'tests/market.yaml': 'tests: [{ name: t, expect: { sales: 0 } }]\n',
    };
    const words = ['tariff', 'sales', '--against', 'free-trade', '--by', 'lever'];
    const { code, stdout } = await parley(studyWith(edits), ['explain', 'study', ...words]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Mean over 40 draws: 0\S* in free-trade, 4\S* in tariff, in 1\.$/m);
    expect(stdout).toMatch(/^market\.large +\+5.*\nmarket\.small +-1.*\ntotal +\+4/m);
    expect(stdout).toMatch(/^market\.large: 0 -> 5\nmarket\.small: 0 -> -1$/m);
  });

  it('says what is wrong with the question', async () => {
    const folder = studyWith();
    const ask = async (...words: readonly string[]) => {
      const { code, stderr } = await parley(folder, ['explain', 'study', ...words]);
      return `${code} ${stderr.split('\n')[0]}`;
    };
    expect(await ask('tarif', 'sales')).toContain('did you mean "tariff"?');
    expect(await ask('tariff', 'sale')).toContain('did you mean "sales"?');
    expect(await ask('tariff', 'sales', '--month', '2045-01')).toContain('outside the horizon');
    expect(await ask('tariff', 'sales', '--month', 'May')).toContain('written 2027-04');
    const whole = '64 error: --draw must be a whole number from 1 to 2,000';
    expect(await ask('tariff', 'sales', '--draw', '0')).toContain(whole);
    expect(await ask('tariff', 'sales', '--draw', '2001')).toContain(whole);
    expect(await ask('tariff', 'sales', '--by', 'lever')).toContain('--by goes with --against');
    expect(await ask('tariff', 'sales', '--against', 'baseline', '--month', '2025-05')).toContain(
      '--month looks at one path',
    );
    expect(
      await ask('tariff', 'sales', '--against', 'free-trade', '--together', 'market.tarif'),
    ).toContain('did you mean "market.tariff"?');
  });
});

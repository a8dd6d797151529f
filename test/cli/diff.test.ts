import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, shell, studyWith } from './process.ts';

afterAll(clean);

const FEW = ['--draws', '100'];

/** Puts a study under version control and edits it after that. */
async function edited(): Promise<string> {
  const folder = studyWith();
  const git = 'git -c user.name=A -c user.email=a@example.org -c init.defaultBranch=main';
  const steps = `${git} init -q . && git add -A && ${git} commit -qm first`;
  const { code, stderr } = await shell(folder, `(${steps}) 2>&1 >&2`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await shell(folder, "sed -i 's/120 million/130 million/' study/model/market.yaml");
  await shell(folder, "sed -i 's/2025-07-01: 25%/2025-07-01: 30%/' study/tariff.yaml");
  return folder;
}

describe.concurrent('parley diff', () => {
  it('says what was edited since a revision, and what each edit contributes', async () => {
    const folder = await edited();
    const words = ['diff', 'study@HEAD', 'study', ...FEW];
    const { code, stdout, stderr } = await parley(folder, words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('120 million USD/year -> 130 million USD/year');
    expect(stdout).toContain('market.tariff in tariff.yaml');
    expect(stdout).toMatch(/^ +sales +tariff .* \+\d.* -\d/m);
    expect(stdout).toContain('0 outcomes of 3 did not move.');
    const { stdout: json } = await parley(folder, [...words, '--reporter', 'json']);
    const { headlines } = JSON.parse(json);
    for (const { total, contributions } of headlines) {
      const shares = contributions.map((one: { share: { value: number } }) => one.share.value);
      expect(shares.reduce((sum: number, one: number) => sum + one, 0)).toBe(total.value);
    }
  });

  it('says what a new scenario says, and what comes out in it beside the baseline', async () => {
    const folder = await edited();
    await shell(folder, 'git commit -qam second');
    await shell(
      folder,
      `printf 'title: More\nextends: tariff\nmarket: { tariff: { 2025-07-01: 50%% } }\n' > study/more.yaml
       sed -i 's/half-tariff]/half-tariff, more]/' study/study.yaml`,
    );
    const { code, stdout } = await parley(folder, ['diff', 'study@HEAD', 'study', ...FEW]);
    expect(code).toBe(0);
    expect(stdout).toContain(`
Said differently
  scenario more is new  (more.yaml, extends tariff)
        market.tariff: 30% from 2025-07-01 -> 50% from 2025-07-01

Came out differently
  3 outcomes of 3 did not move.

Scenarios that only one of the two has
  Mean over 100 draws, beside the baseline: tariff.
  scenario  measure  baseline  outcome`);
    expect(stdout).toMatch(/^ {2}more +sales +1[\d.]+ +1[\d.]+ +-[\d.]+ +±[\d.]+ +million USD$/m);
    const back = ['diff', 'study', 'study@HEAD', '--scenario', 'more', ...FEW];
    const gone = await parley(folder, [...back, '--reporter', 'markdown']);
    expect(gone.stdout).toContain('- scenario more is gone (more.yaml, extends tariff)');
    expect(gone.stdout).toContain('#### Scenarios that only one of the two has');
    expect(gone.stdout).not.toContain('Came out differently');
    const json = await parley(folder, [...back, '--reporter', 'json']);
    expect(JSON.parse(json.stdout).lone).toMatchObject([{ name: 'more', isNew: false }]);
  });

  it('compares two scenarios by their levers', async () => {
    const words = ['diff', 'study:free-trade', 'study:tariff', ...FEW];
    const { code, stdout } = await parley(studyWith(), words);
    expect(code).toBe(0);
    expect(stdout).toContain('[1] market  market.tariff: 0% -> 25% from 2025-07-01');
    expect(stdout).toMatch(/^ +sales +240\.\d+ +[\d.]+ +(-[\d.]+) +±[\d.]+ +million USD +\1$/m);
  });

  it('marks changes within their own Monte Carlo error, and says what the mark means', async () => {
    const model = (chance: string) => `title: M
levers:
  tilt: { about: T, unit: "1", default: 0 }
assumptions:
  luck: { uncertainty: { normal: { mean: 0, sd: 1 } }, source: judgement, why: W }
  other: { uncertainty: { normal: { mean: 0, sd: 1 } }, source: judgement, why: W }
equations:
  noise: { unit: "1", formula: luck ${chance} * other }
  shift: { unit: "1", formula: luck + tilt }
`;
    const measure = (name: string) =>
      `${name}: { title: ${name}, unit: "1", formula: final(market.${name}), better: higher }`;
    const folder = studyWith({
      'model/market.yaml': model('+ 0.1'),
      'study.yaml': [
        'sales: { title: Sales over two years, unit: million USD, formula: total(market.sales), better: higher }',
        `${measure('noise')}\n  ${measure('shift')}`,
      ],
      'tariff.yaml': 'title: T\n',
      'half-tariff.yaml': 'title: H\nmarket: { tilt: 1 }\n',
      'tests/market.yaml': 'tests: [{ name: t, expect: { shift: 0 } }]\n',
    });
    const git = 'git -c user.name=A -c user.email=a@example.org -c init.defaultBranch=main';
    await shell(folder, `${git} init -q . && git add -A && ${git} commit -qm first`);
    await shell(folder, '$PARLEY run study --seed a --format json > a.json');
    await shell(folder, '$PARLEY run study --seed b --format json > b.json');
    await shell(folder, "sed 's/luck + 0.1/luck + 0.11/' -i study/model/market.yaml");
    await shell(folder, '$PARLEY run study --seed b --format json > paired.json');
    await shell(folder, "sed 's/luck + 0.11/luck + 0.1/' -i study/model/market.yaml");
    await shell(folder, "sed -i 's/luck + 0.1/luck + 0.2/' study/model/market.yaml");
    const note = 'within two of its Monte Carlo errors: not to be told from none.';
    const words = ['diff', 'study@HEAD', 'study', ...FEW];
    const near = (await parley(folder, words)).stdout;
    expect(near).toContain(note);
    expect(near).toMatch(/^ +noise +tariff +\S+ +\S+ +≈[-+]?[\d.]+ +±/m);
    const { headlines } = JSON.parse(
      (await parley(folder, [...words, '--reporter', 'json'])).stdout,
    );
    const noise = headlines.filter((one: { measure: string }) => one.measure === 'noise');
    expect(noise[0].isToldApart).toBe(false);
    const clear = (await parley(folder, ['diff', 'study:tariff', 'study:half-tariff', ...FEW]))
      .stdout;
    expect(clear).not.toContain('≈');
    const results = (await parley(folder, ['diff', 'a.json', 'b.json'])).stdout;
    expect(results).toMatch(/^ +shift +tariff +\S+ +\S+ +≈[-+]?[\d.]+ +-?[\d.]+$/m);
    expect(results).toContain(note);
    // On the same draws a small change is exact, which the figures alone cannot tell the error of.
    const paired = (await parley(folder, ['diff', 'b.json', 'paired.json'])).stdout;
    expect(paired).toMatch(/^ +noise +tariff +\S+ +\S+ +[-+][\d.]+ +-?[\d.]+$/m);
    expect(paired).not.toContain('≈');
  });

  it('compares the figures of two runs', async () => {
    const folder = await edited();
    await shell(folder, '$PARLEY run study --draws 100 --format json > new.json && git stash -q');
    await shell(folder, '$PARLEY run study --draws 100 --format json > old.json');
    const { code, stdout } = await parley(folder, ['diff', 'old.json', 'new.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('model/market.yaml was changed');
    expect(stdout).toMatch(/^ +sales +free-trade +240\.\d+ +260\.\d+ +\+20\.\d+ +-$/m);
    const same = await parley(folder, ['diff', 'old.json', 'old.json']);
    expect(same.stdout).toContain('Came out differently\n  nothing');
  });

  it('says what is wrong with either side', async () => {
    const folder = await edited();
    const ask = async (...words: readonly string[]) => {
      const { code, stderr } = await parley(folder, ['diff', ...words]);
      return `${code} ${stderr.split('\n')[0]}`;
    };
    expect(await ask('study@nowhere', 'study')).toBe(
      '74 error: git in study knows no revision "nowhere"',
    );
    expect(await ask('study@--help', 'study')).toContain('64 error: "--help" is no revision');
    expect(await ask('study:tarif', 'study:tariff')).toContain('did you mean "tariff"?');
    expect(await ask('study:tariff', 'study')).toContain('64 error: cannot compare');
    writeFileSync(join(folder, 'empty.json'), '{}');
    expect(await ask('empty.json', 'empty.json')).toContain('run --format json did not write them');
    expect(await ask('nothing', 'study')).toContain('74 error: cannot read the study nothing');
    expect(await ask('study', 'study', '--scenario', 'tarif')).toContain('did you mean "tariff"?');
  });
});

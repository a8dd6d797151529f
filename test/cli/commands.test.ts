import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, studyWith, workFolder } from './process.ts';

afterAll(clean);

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

describe.concurrent('parley', () => {
  it('prints its version and its help', async () => {
    const folder = workFolder();
    expect(await parley(folder, ['--version'])).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
    const { code, stdout } = await parley(folder, ['--help']);
    expect(code).toBe(0);
    for (const command of [
      'run',
      'check',
      'test',
      'resolve',
      'schema',
      'inspect',
      'functions',
      'new',
    ]) {
      expect(stdout).toContain(`parley ${command}`);
    }
    expect(stdout).toContain('Exit codes: 0 fine');
    const run = await parley(folder, ['run', '--help']);
    expect(run.stdout).toContain('parley run korea-us-2025 --draws 1000');
  });

  it.each([
    [[], 'a command is missing', 'parley --help'],
    [['rum'], 'there is no command "rum"; did you mean "run"?', 'parley --help'],
    [['run'], 'an argument is missing', 'parley run --help'],
    [['run', 'study', '--drawz', '9'], 'unknown argument: drawz', 'parley run --help'],
    [['run', 'study', '--draws'], 'not enough arguments following: draws', 'parley run --help'],
    [
      ['run', 'study', '--draws', '010'],
      '--draws must be a whole number from 1 to 10,000,000, not "010"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--draws', '-5'],
      '--draws must be a whole number from 1 to 10,000,000, not "-5"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--draws', '1e3'],
      '--draws must be a whole number from 1 to 10,000,000, not "1e3"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--workers', '0'],
      '--workers must be a whole number from 1 to 256, not "0"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--seed', 'a', '--seed', 'b'],
      '--seed is given more than once',
      'parley run --help',
    ],
    [['run', 'study', '--seed', ''], '--seed must not be empty', 'parley run --help'],
    [
      ['run', 'study', '--out', 'a.csv'],
      '--out names a workbook, a file that ends in .xlsx, not "a.csv"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--html', 'a.htm'],
      '--html names a page, a file that ends in .html, not "a.htm"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--markdown', 'a.txt'],
      '--markdown names a Markdown text, a file that ends in .md, not "a.txt"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--draws-file', 'draws.txt'],
      '--draws-file names a file of draws, a file that ends in .parquet or .csv, not "draws.txt"',
      'parley run --help',
    ],
    [
      ['run', 'study', '--markdown', '-', '--format', 'json'],
      '--markdown - and --format json would both print; name a file',
      'parley run --help',
    ],
    [
      ['run', '--html', 'study'],
      'an argument is missing: --html took "study" for its file; write the study before it',
      'parley run --help',
    ],
    [
      ['run', 'study', '--format', 'yaml'],
      'format cannot be "yaml"; choose from "text", "json"',
      'parley run --help',
    ],
    [
      ['inspect', 'study', 'cernel'],
      'stage cannot be "cernel"; choose from',
      'parley inspect --help',
    ],
    [
      ['inspect', 'study', 'model', '--file', 'a.yaml'],
      '--file goes with document',
      'parley inspect --help',
    ],
  ])('refuses %j with code 64 and says why', async (words, message, help) => {
    const { code, stdout, stderr } = await parley(workFolder(), words);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).toContain(`See: ${help}\n`);
  });

  it.each([
    [
      ['run', 'study', '--draws', '30'],
      '--draws must be a multiple of 20 with latin-hypercube sampling, not 30',
    ],
    [
      ['run', 'study', '--scenario', 'tarif'],
      'the study has no scenario "tarif"; did you mean "tariff"?',
    ],
    [
      ['resolve', 'study', 'nothing'],
      'the study has no scenario "nothing"; its scenarios: free-trade, tariff, half-tariff',
    ],
    [
      ['test', 'study', '--filter', 'zzz'],
      '--filter: no test of the study has "zzz" in its name or file',
    ],
    [
      ['inspect', 'study', 'document', '--file', 'tarif.yaml'],
      '--file: the study has no file "tarif.yaml"; did you mean "tariff.yaml"?',
    ],
    [
      ['run', 'study', '--scenario', 'mine'],
      'mine.yaml is there, but study.yaml does not list "mine" below scenarios:',
    ],
  ])('refuses %j once it knows the study', async (words, message) => {
    const { code, stderr } = await parley(studyWith({ 'mine.yaml': 'title: Mine\n' }), words);
    // A warning of the file that is not listed comes first.
    const refused = stderr.split('\n').find((line) => line.startsWith('error: '));
    expect({ code, stderr: refused }).toEqual({
      code: 64,
      stderr: `error: ${message}`,
    });
  });

  it('finds a study by its path or its name below scenarios/, and says which there are', async () => {
    const folder = studyWith({ '../scenarios/one/study.yaml': '', '../scenarios/notes/a.txt': '' });
    const { code, stderr } = await parley(folder, ['check', 'two']);
    expect({ code, stderr }).toEqual({
      code: 74,
      stderr:
        'error: cannot read the study two: there is no such folder; below scenarios/ there are: one\n',
    });
    const found = await parley(folder, ['check', 'one']);
    expect(found.code).toBe(1);
    expect(found.stdout).toContain(`--> ${join('scenarios', 'one')}/study.yaml:1:1`);
  });
});

describe.concurrent('a name that two studies have', () => {
  it('is refused, and each is found by its path', async () => {
    const folder = studyWith();
    cpSync(join(folder, 'study'), join(folder, 'scenarios/study'), { recursive: true });
    const [here, there] = [`.${sep}study`, join('scenarios', 'study')];
    expect(await parley(folder, ['check', 'study'])).toEqual({
      code: 74,
      stdout: '',
      stderr: `error: cannot tell which study study is: there are both ${here} and ${there}; write one of these paths\n`,
    });
    for (const path of [here, there]) {
      expect((await parley(folder, ['check', path])).code).toBe(0);
    }
  });

  it('may be a link from the one to the other', async () => {
    const folder = studyWith();
    mkdirSync(join(folder, 'scenarios'));
    symlinkSync('../study', join(folder, 'scenarios/study'));
    expect((await parley(folder, ['check', 'study'])).code).toBe(0);
  });
});

describe.concurrent('parley check', () => {
  it('counts what a sound study holds', async () => {
    const { code, stdout } = await parley(studyWith(), ['check', 'study']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'study: 3 scenarios, 1 measure, 1 module, 1 lever, 2 assumptions, 0 shocks, 1 equation, 1 model test, 0 sources. No errors.\n',
    );
  });

  it('prints all problems of all files at once, also as JSON', async () => {
    const folder = studyWith({
      'tariff.yaml': ['  tariff:', '  tarif:'],
      'half-tariff.yaml': ['12.5%', '12.5'],
      'model/market.yaml': ['source: judgement, why: An', 'about: An'],
    });
    const text = await parley(folder, ['check', 'study']);
    const data = await parley(folder, ['check', 'study', '--format', 'json']);
    expect([text.code, data.code]).toEqual([1, 1]);
    const { errors, problems, contents } = JSON.parse(data.stdout);
    expect(contents).toBeNull();
    expect(errors).toBe(3);
    expect(text.stdout).toContain('\n3 errors\n');
    for (const { file, line, column } of problems) {
      expect(text.stdout).toContain(`--> study/${file}:${line}:${column}`);
    }
  });
});

describe.concurrent('parley test', () => {
  it('counts what passes, and names what fails with its place', async () => {
    const folder = studyWith({
      'tests/more.yaml':
        'tests:\n  - name: A wrong sum\n    expect: { final(market.sales): 121 million USD/year }\n',
    });
    const all = await parley(folder, ['test', 'study']);
    expect(all.code).toBe(1);
    expect(all.stdout).toMatch(
      /^FAIL study\/tests\/more\.yaml:3:\d+ {2}A wrong sum: final\(market\.sales\) is 120/,
    );
    expect(all.stdout).toMatch(/\n1 passed, 1 failed\n$/);
    const one = await parley(folder, ['test', 'study', '--filter', 'COSTS']);
    expect(one).toEqual({ code: 0, stdout: '1 passed, 0 failed\n', stderr: '' });
    const data = await parley(folder, ['test', 'study', '--format', 'json']);
    expect(data.code).toBe(1);
    expect(JSON.parse(data.stdout)).toMatchObject({
      passed: 1,
      failed: 1,
      tests: [{ passed: true }, { name: 'A wrong sum', passed: false, failures: [{ line: 3 }] }],
    });
  });
});

describe.concurrent('parley resolve, schema, inspect, functions', () => {
  it('resolves a scenario: each value with the line that set it', async () => {
    const folder = studyWith({
      'half-tariff.yaml': ['12.5% }', '12.5% }\nassumptions: { market.elasticity: 2 to 3 }'],
    });
    const { stdout } = await parley(folder, ['resolve', 'study', 'half-tariff']);
    expect(stdout.split('\n').map((line) => line.replace(/ +#/, ' #'))).toEqual([
      '# half-tariff: Half the tariff, extends tariff',
      'market:',
      '  tariff: 0%, 12.5% from 2025-07-01 # half-tariff.yaml:5',
      'assumptions:',
      '  market.elasticity: 2 to 3 # half-tariff.yaml:6',
      '',
    ]);
    const data = await parley(folder, ['resolve', 'study', 'free-trade', '--format', 'json']);
    expect(JSON.parse(data.stdout).levers).toMatchObject([
      {
        module: 'market',
        name: 'tariff',
        outcome: '0%',
        isDefault: true,
        file: 'model/market.yaml',
      },
    ]);
  });

  it('writes schemas into the study, which it then ignores', async () => {
    const folder = studyWith();
    const { code, stdout } = await parley(folder, ['schema', 'study']);
    expect(code).toBe(0);
    const names = ['model', 'module', 'scenario', 'sources', 'study', 'tests', 'texts'];
    expect(readdirSync(join(folder, 'study/.parley')).sort()).toEqual(
      names.map((n) => `${n}.schema.json`),
    );
    for (const name of names)
      expect(stdout).toContain(join('study', '.parley', `${name}.schema.json`));
    const schema = JSON.parse(
      readFileSync(join(folder, 'study/.parley/scenario.schema.json'), 'utf8'),
    );
    expect(schema.properties.extends.anyOf[0].enum).toEqual([
      'free-trade',
      'half-tariff',
      'tariff',
    ]);
    expect((await parley(folder, ['check', 'study'])).code).toBe(0);
  });

  it('prints each stage of a study', async () => {
    const folder = studyWith();
    const stage = async (...words: string[]) =>
      (await parley(folder, ['inspect', 'study', ...words])).stdout;
    expect(await stage('document', '--file', 'tariff.yaml')).toContain(
      '4:25     market.tariff.2025-07-01 = 25% (string)\n',
    );
    expect(await stage('model')).toContain('\nsales = total(market.sales)\n');
    expect(await stage('kernel')).toContain(
      '// market.sales = sales_before * (1 + tariff) ^ (-elasticity)\n',
    );
    expect(await stage('draws', '--scenario', 'half-tariff')).toMatch(
      /^# half-tariff: the first of 2000 draws, latin-hypercube, seed first-steps\n.*\nmarket\.elasticity( +\d\.\d+){5} {2}1\n$/,
    );
  });

  it('prints what it can of a document that is broken', async () => {
    const folder = studyWith({ 'tariff.yaml': 'title: A\nmarket: { tariff: 010 }\n' });
    const { code, stdout, stderr } = await parley(folder, [
      'inspect',
      'study',
      'document',
      '--file',
      'tariff.yaml',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('1:8      title = A (string)');
    expect(stderr).toContain('error[odd-number]');
  });

  it('lists the functions', async () => {
    const folder = workFolder();
    const { stdout } = await parley(folder, ['functions']);
    expect(stdout).toMatch(/^abs\(x\) +The size of x without its sign\.\n/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const data = await parley(folder, ['functions', '--format', 'json']);
    expect(JSON.parse(data.stdout)[0]).toEqual({
      name: 'abs',
      form: 'abs(x)',
      about: 'The size of x without its sign.',
    });
  });
});

describe.concurrent('parley new', () => {
  it('copies the smallest study, which is sound, and refuses a folder with something in it', async () => {
    const folder = workFolder();
    const { code, stdout } = await parley(folder, ['new', 'my/question']);
    expect(code).toBe(0);
    expect(stdout).toContain('parley run my/question');
    expect(readdirSync(join(folder, 'my'))).toEqual(['question']);
    expect((await parley(folder, ['test', 'my/question'])).stdout).toBe('1 passed, 0 failed\n');
    const study = readFileSync(join(folder, 'my/question/study.yaml'), 'utf8');
    expect(study).toMatch(/^title: Question\n/m);
    expect(study).toMatch(/^seed: question\n/m);
    writeFileSync(join(folder, 'my/question/tariff.yaml'), 'mine');
    const again = await parley(folder, ['new', 'my/question']);
    expect(again).toEqual({
      code: 74,
      stdout: '',
      stderr:
        'error: cannot write my/question: there is something in it already; choose another name\n',
    });
    expect(readFileSync(join(folder, 'my/question/tariff.yaml'), 'utf8')).toBe('mine');
    expect(readdirSync(join(folder, 'my'))).toEqual(['question']);
  });

  it('makes a study of scenarios/ known by its name, and no second one of that name', async () => {
    const folder = workFolder();
    const { stdout } = await parley(folder, ['new', 'scenarios/question']);
    expect(stdout).toContain('  parley check question ');
    expect((await parley(folder, ['check', 'question'])).code).toBe(0);
    const { code, stderr } = await parley(folder, ['new', 'question']);
    expect({ code, stderr }).toEqual({
      code: 74,
      stderr:
        'error: cannot write question: scenarios/question has that name already; choose another\n',
    });
    expect(readdirSync(folder)).toEqual(['scenarios']);
  });

  it('refuses the name of a study that ships', async () => {
    const folder = workFolder();
    for (const path of ['korea-us-2025', './gsim', 'mine/first-steps']) {
      const { code, stderr } = await parley(folder, ['new', path]);
      const name = path.split('/').at(-1);
      expect({ code, stderr }).toEqual({
        code: 74,
        stderr: `error: cannot write ${path}: ${name} is a study of scenarios/ already; choose another name\n`,
      });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('fills an empty folder, and leaves a file alone', async () => {
    const folder = workFolder();
    mkdirSync(join(folder, 'empty'));
    expect((await parley(folder, ['new', 'empty'])).code).toBe(0);
    expect(existsSync(join(folder, 'empty/model/market.yaml'))).toBe(true);
    writeFileSync(join(folder, 'file'), 'mine');
    const { code, stderr } = await parley(folder, ['new', 'file']);
    expect({ code, stderr }).toEqual({
      code: 74,
      stderr: 'error: cannot write file: a file stands where a folder is needed\n',
    });
    expect(readdirSync(folder).sort()).toEqual(['empty', 'file']);
  });
});

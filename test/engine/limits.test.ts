import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { FOLDER_LIMITS } from '../../cli/read-study.ts';
import { checkStudy } from '../../engine/check.ts';
import { LIMITS } from '../../engine/limits.ts';
import { reviewed, reviewStudy, term } from '../support/review-study.ts';
import { filesOf, type Texts } from '../support/small-study.ts';

const STUDY: Texts = {
  'study.yaml': `title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 3 }
draws: 20
seed: s
sampling: random
reference: a
baseline: a
scenarios: [a]
measures: { x: { title: X, unit: "1", formula: final(m.x), better: higher } }
`,
  'a.yaml': 'title: A\n',
  'model/model.yaml': 'sets: { s: { from: s.csv, column: s }, r: { from: r.csv, column: r } }\n',
  'model/s.csv': 's\na\n',
  'model/r.csv': 'r\nb\n',
  'model/m.yaml': `title: M
equations:
  x: { unit: "1", starts: 0, formula: "1" }
`,
  'tests/t.yaml':
    'tests: [{ name: "{id}", cases: c.json, expect: { "final(m.x)": "{x}", "count(m.x)": "3" } }]\n',
  'tests/c.json': '{ "cases": [{ "id": "one", "x": 1 }] }\n',
};

const elements = (name: string, count: number) =>
  `${name}\n${Array.from({ length: count }, (_, at) => `${name}${at}`).join('\n')}\n`;

const formula = (text: string) => ({
  'model/m.yaml': STUDY['model/m.yaml']!.replace('"1" }', `"${text}" }`),
});

const over = (sets: string, inner: string, count: number) => ({
  'model/s.csv': elements('s', 400),
  'model/r.csv': elements('r', count),
  'model/m.yaml': `${STUDY['model/m.yaml']}  y: { over: ${sets}, unit: "1", formula: "${inner}" }\n`,
});

const study = (from: string, to: string) => ({
  'study.yaml': STUDY['study.yaml']!.replace(from, to),
});

const solve = (rounds: number) => ({
  'model/m.yaml': `${STUDY['model/m.yaml']}solve:
  c: { iterations: ${rounds}, unknowns: { y: { unit: "1", guess: 1, residual: y - 2 } } }
`,
});

const terms = (count: number) =>
  reviewStudy({
    'review.yaml': reviewed(
      Array.from({ length: count }, (_, at) =>
        term(
          `r${at}`,
          `snap_back: { on: 2025-0${at + 5}-01, to: 25% }`,
          'invest.spent < 0 bn USD',
        ).replace(' bn USD', ''),
      ),
    ),
  });

/** Writes a list of numbers that comes to a number of tokens, or to a few less. */
const tokens = (count: number) => {
  const list = (lines: number) => `title: A\nabout:\n${'- 1\n'.repeat(lines)}`;
  const countOf = (text: string) => [...new Lexer().lex(text)].length;
  const perLine = countOf(list(2)) - countOf(list(1));
  const lines = (count - countOf(list(0))) / perLine;
  return { 'a.yaml': list(count > LIMITS.tokens ? Math.ceil(lines) : Math.floor(lines)) };
};

/** A limit as the documentation says it, the error, and what comes to just as much. */
const MADE: readonly (readonly [
  row: string,
  limit: number,
  error: string,
  make: (size: number) => Texts,
])[] = [
  [
    'bytes of a YAML file',
    LIMITS.yamlBytes,
    'file-too-large',
    (n) => ({
      'a.yaml': `title: A\n${`# ${'x'.repeat(997)}\n`.repeat(n / 1000)}${'#'.repeat(1000)}`.slice(
        0,
        n,
      ),
    }),
  ],
  [
    'bytes of a CSV file',
    LIMITS.tableBytes,
    'file-too-large',
    (n) => ({ 'model/s.csv': `${'#23456789\n'.repeat(n / 10 + 1)}s\na\n`.slice(-n) }),
  ],
  [
    'bytes of a JSON file',
    LIMITS.jsonBytes,
    'file-too-large',
    (n) => ({ 'tests/c.json': `${' '.repeat(n)}${STUDY['tests/c.json']}`.slice(-n) }),
  ],
  [
    'letters of a line',
    LIMITS.lineLetters,
    'file-too-large',
    (n) => ({ 'a.yaml': `title: ${'A'.repeat(n - 8)}\n` }),
  ],
  ['tokens of a YAML file, keys and values among them', LIMITS.tokens, 'file-too-large', tokens],
  [
    'levels inside each other, YAML',
    LIMITS.levels,
    'yaml-feature',
    (n) => ({ 'a.yaml': `title: A\nabout:\n${nested(n - 1)}` }),
  ],
  [
    'levels inside each other, JSON',
    LIMITS.levels,
    'json-syntax',
    (n) => ({
      'tests/c.json': `{ "cases": [{ "id": "one", "x": 1, "y": ${'['.repeat(n - 2)}${']'.repeat(n - 2)} }] }\n`,
    }),
  ],
  [
    'cells of a table',
    LIMITS.cells,
    'file-too-large',
    (n) => ({ 'model/s.csv': `s\na\n${'b\n'.repeat(n - 2)}` }),
  ],
  [
    'letters of a formula',
    LIMITS.formulaLetters,
    'formula-syntax',
    (n) => formula(`1${' '.repeat(n - 1)}`),
  ],
  [
    'brackets of a formula inside each other',
    LIMITS.formulaBrackets,
    'formula-syntax',
    (n) => formula(`${'('.repeat(n)}1${')'.repeat(n)}`),
  ],
  [
    'operations of a formula after each other',
    LIMITS.formulaOperations,
    'formula-syntax',
    (n) => formula(`1${'+1'.repeat(n - 1)}`),
  ],
  [
    'elements of a set',
    LIMITS.setElements,
    'model-too-large',
    (n) => ({ 'model/s.csv': elements('s', n) }),
  ],
  [
    'elements of one thing, over all its sets',
    LIMITS.elements,
    'model-too-large',
    (n) => over('[s, r]', '1', n > LIMITS.elements ? 251 : 250),
  ],
  [
    'operations of a model, for all elements',
    LIMITS.operations,
    'model-too-large',
    (n) => over('[s]', 'sum(s, sum(r, 1))', n > LIMITS.operations ? 13 : 12),
  ],
  ['steps of a horizon', LIMITS.steps, 'out-of-bounds', (n) => study('months: 3', `months: ${n}`)],
  [
    'steps of a delay',
    LIMITS.steps,
    'model-too-large',
    (n) => formula(`0.5 * delay(x, ${n} months)`),
  ],
  ['draws', LIMITS.draws, 'out-of-bounds', (n) => study('draws: 20', `draws: ${n}`)],
  ['rounds of a search', LIMITS.iterations, 'out-of-bounds', solve],
  ['terms with `when:` on one value', LIMITS.conditionalTerms, 'bad-schedule', terms],
];

const nested = (depth: number) => `  ${'['.repeat(depth)}${']'.repeat(depth)}\n`;

const errorsOf = (texts: Texts) => {
  const { problems } = checkStudy(filesOf({ ...STUDY, ...texts }));
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
};

describe('a limit', () => {
  it.each(MADE)('on %s leaves what keeps it alone', (_row, limit, error, make) => {
    expect(errorsOf(make(limit))).not.toContain(error);
  });

  it.each(MADE)('on %s refuses what does not', (_row, limit, error, make) => {
    expect(errorsOf(make(limit + 1))).toContain(error);
  });
});

/** How the documentation writes a figure. */
const show = (limit: number) =>
  limit % 2 ** 20 === 0 ? `${limit / 2 ** 20} MiB` : limit.toLocaleString('en-US');

describe('the table of limits', () => {
  const text = readFileSync('engine/README.md', 'utf8');
  const section = text.slice(text.indexOf('## Limits'), text.indexOf('## Decisions'));
  const rows = section.split('\n').filter((line) => line.startsWith('| '));

  it('has every limit of the engine with its figure and its error', () => {
    for (const [row, limit, error] of MADE) {
      expect(rows).toContain(`| ${row} | ${show(limit)} | \`${error}\` |`);
    }
    const { files, bytesPerFile, bytes, levels } = FOLDER_LIMITS;
    const sizes = `${show(bytesPerFile)}, ${show(bytes)}`;
    expect(rows).toContain(`| files of a study | ${show(files)} | exit code 74 |`);
    expect(rows).toContain(`| bytes of a file, of all files | ${sizes} | exit code 74 |`);
    expect(rows).toContain(`| levels of folders in a study | ${levels} | not read |`);
  });

  it('has no limit that is not held', () => {
    const held = new Set(MADE.map(([, limit]) => limit));
    expect(Object.values(LIMITS).filter((limit) => !held.has(limit as never))).toEqual([]);
  });
});

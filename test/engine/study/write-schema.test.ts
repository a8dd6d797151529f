import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readStudyFolder } from '../../../cli/read-study.ts';
import { checkStudy, writeSchemas } from '../../../engine/index.ts';

/** Compiles the schemas of a study's files as an editor would. */
function schemasOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, ValidateFunction> {
  const { ready, problems } = checkStudy(files);
  if (ready === null) throw new Error(JSON.stringify(problems[0]));
  const names = [...files.keys()].filter((file) => /^[^/]+\.yaml$/.test(file));
  const scenarios = names.map((file) => file.replace('.yaml', ''));
  const schemas = writeSchemas(ready.study.model, scenarios);
  return new Map(
    [...schemas].map(([name, schema]) => {
      const ajv = new Ajv({ strict: true, allowUnionTypes: true });
      return [name, ajv.compile(JSON.parse(JSON.stringify(schema)) as object)];
    }),
  );
}

function kindOf(file: string): string {
  if (file === 'study.yaml' || file === 'sources.yaml') return file.replace('.yaml', '');
  if (file === 'model/model.yaml') return 'model';
  if (file.startsWith('model/')) return 'module';
  return /^(tests|texts)(?=\/)/.exec(file)?.[0] ?? 'scenario';
}

describe.each(['first-steps', 'korea-us-2025', 'gsim', 'ustr-formula', 'armington-ge'])(
  'the schemas of %s',
  (name) => {
    const files = readStudyFolder(`scenarios/${name}`);
    const schemas = schemasOf(files);
    const documents = [...files].filter(([file]) => file.endsWith('.yaml'));

    it.each(documents)('take %s as it is', (file, bytes) => {
      const validate = schemas.get(kindOf(file))!;
      validate(parse(new TextDecoder().decode(bytes)));
      expect(validate.errors ?? []).toEqual([]);
    });

    it('say that they are draft 7', () => {
      for (const validate of schemas.values()) {
        expect(validate.schema).toMatchObject({
          $schema: 'http://json-schema.org/draft-07/schema#',
        });
      }
    });
  },
);

/** A study whose levers have every form there is. */
const MODEL = `
title: Many levers
levers:
  rate:
    about: Duty on goods
    over: [good, country]
    unit: "%"
    default: 0%
    within: [0%, 50%]
  volume: { about: Gas, unit: Mt/year, default: 3.3 Mt/year }
  share: { about: A share, unit: "1", default: 0.5 }
  pay_on: { about: First payment, type: date, default: never }
  joins: { about: Takes part, type: yes/no, default: no }
assumptions:
  cost: { about: Unit cost, over: good, value: 3 USD/t, source: judgement, why: Invented. }
equations:
  x: { unit: "1", formula: "share + sum(good, rate[good, korea])" }
`;

const files = new Map(
  Object.entries({
    'study.yaml': `
title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 2 }
draws: 20
seed: s
sampling: random
reference: a
baseline: a
scenarios: [a]
measures: { x: { title: X, unit: "1", formula: final(m.x), better: higher } }
`,
    'a.yaml': 'title: A\n',
    'model/model.yaml': 'sets: { good: [cars, steel], country: [korea, japan] }\n',
    'model/m.yaml': MODEL,
  }).map(([file, text]) => [file, new TextEncoder().encode(text)]),
);

describe('the schema of scenarios', () => {
  const validate = schemasOf(files).get('scenario')!;
  const accepts = (text: string) => validate(parse(`title: A\n${text}`));

  it.each([
    'm: { rate: 25% }',
    'm: { rate: 0 }',
    'm: { rate: 3 to 7% }',
    'm: { rate: { triangular: [1%, 2%, 4%] } }',
    'm: { rate: { 2025-04-09: 25%, 2025-07: 10% } }',
    'm: { rate: { start: 0%, 2025-07: 10% } }',
    'm: { rate: { cars: 25%, all: { korea: { 2025-05: 10% }, all: 5% } } }',
    'm: { rate: { cars: { korea: { schedule: 25%, terms: { ask: { deferral: { from: 2025-05, span: 90 days, meanwhile: 10% }, status: in force } } } } } }',
    'm: { rate: [5%, [10%, { 2025-05: 15% }]] }',
    'm: { rate: { terms: { ask: none } } }',
    'm: { rate: { terms: { ask: { cap: { at: 10%, from: 2025-05 }, when: m.x > 1, status: in force } } } }',
    'm: { volume: 7 Mt/year, share: 0.25, pay_on: 2028-01, joins: yes }',
    'm: { pay_on: never }',
    'extends: a',
    'extends: [a]',
    'assumptions: { m.cost: 4 USD/t }',
    'assumptions: { m.cost: [4 USD/t, 3 to 7 USD/t] }',
    'assumptions: { m.cost: { cars: 3 to 7 USD/t, all: { uniform: [3, 4] } } }',
    'author: Trade desk\nabout: B\nnot_modelled: C',
  ])('takes %s', (text) => {
    expect(accepts(text) ? [] : validate.errors).toEqual([]);
  });

  it.each([
    'm: { rates: 25% }',
    'n: { rate: 25% }',
    'm: { rate: 25 }',
    'm: { rate: much }',
    'm: { rate: [5%] }',
    'm: { rate: [[[5%, 5%], 5%], 5%] }',
    'm: { rate: { car: 25% } }',
    'm: { rate: { cars: { corea: 25% } } }',
    'm: { rate: { 2025-4: 25% } }',
    'm: { rate: { schedule: 25%, terms: { ask: { deferal: {}, status: in force } } } }',
    'm: { rate: { schedule: 25%, terms: { ask: { cap: { at: 10% } } } } }',
    'm: { rate: { schedule: 25%, terms: { ask: { cap: { at: 10% }, status: perhaps } } } }',
    'm: { rate: { schedule: 25%, terms: { ask: { cap: { at: 10% }, when: m.x > 1 } } } }',
    'm: { rate: { schedule: 25%, terms: { ask: { when: m.x > 1, status: in force } } } }',
    'm: { rate: { schedule: 25%, terms: { ask: { cap: { at: 10% }, sunset: { on: 2025-05 }, status: in force } } } }',
    'm: { rate: { cap: { at: 10% } } }',
    'm: { volume: 7 }',
    'm: { pay_on: 2028 }',
    'm: { joins: maybe }',
    'm: { joins: true }',
    'extends: b',
    'assumptions: { m.price: 4 USD/t }',
    'assumptions: { m.cost: 4 }',
    'abuot: B',
  ])('refuses %s', (text) => {
    expect(accepts(text)).toBe(false);
  });

  it('wants a title', () => {
    expect(validate(parse('about: A\n'))).toBe(false);
  });

  it('tells editors text, unit, bounds, sets and default of each lever', () => {
    const { properties } = validate.schema as {
      properties: Record<string, { properties: Record<string, { description: string }> }>;
    };
    const levers = properties.m!.properties;
    expect(levers.rate!.description).toBe(
      'Duty on goods. In %, from 0 to 50, over good, country. Default: 0%',
    );
    expect(levers.volume!.description).toBe('Gas. In Mt/year. Default: 3.3 Mt/year');
    expect(levers.pay_on!.description).toBe('First payment. A date. Default: never');
    expect(properties.assumptions!.properties['m.cost']!.description).toBe('Unit cost. In USD/t');
  });
});

describe('the correlations of study.yaml', () => {
  const validate = schemasOf(files).get('study')!;
  const study = parse(new TextDecoder().decode(files.get('study.yaml'))) as object;
  const accepts = (correlations: string) =>
    validate({ ...study, correlations: parse(correlations) });

  it.each([
    '[]',
    '[[a.b, "a.c[cars]", 0.2]]',
    '[[a.b, a.c, -0.99], { among: [a.b, a.c, a.d], rank: 0.5 }]',
  ])('takes the correlations %s', (text) => {
    expect(accepts(text) ? [] : validate.errors).toEqual([]);
  });

  it.each([
    '{ among: [a.b, a.c], rank: 0.5 }',
    '[[a.b, a.c]]',
    '[[a.b, a.c, a.d, 0.2]]',
    '[[a.b, a.c, 1]]',
    '[[a.b, a.c, 20%]]',
    '[{ among: [a.b, a.c] }]',
    '[{ among: [], rank: 0.5 }]',
    '[{ among: [a.b, a.c], rank: 0.5, over: good }]',
  ])('refuses the correlations %s', (text) => {
    expect(accepts(text)).toBe(false);
  });
});

describe('the schema of modules', () => {
  const validate = schemasOf(files).get('module')!;
  const cost = (keys: string) => `title: M\nassumptions: { cost: { over: good, ${keys} } }`;

  it.each([
    'value: { table: t.csv }, source: iea',
    'value: { table: t.csv, column: cost }, source: { table: t.csv, column: from }, why: { table: t.csv }',
    'uncertainty: { table: t.csv, low: low, high: high }, source: judgement, why: W',
  ])('takes %s', (keys) => {
    validate(parse(cost(keys)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(['source: { column: from }', 'source: [iea]', 'why: { table: t.csv, columns: w }'])(
    'refuses %s',
    (keys) => {
      expect(validate(parse(cost(`value: 1, ${keys}`)))).toBe(false);
    },
  );
});

describe('texts in several languages', () => {
  const schemas = schemasOf(files);
  const study = parse(new TextDecoder().decode(files.get('study.yaml'))) as object;

  it.each([
    ['study', { ...study, language: 'ko', title: { en: 'T', ko: '제목' } }],
    ['study', { ...study, question: { ko: '질문' } }],
    [
      'scenario',
      { title: { en: 'A', ko: '가' }, about: { en: 'B', ko: '나' }, author: { en: 'C' } },
    ],
    ['sources', { iea: { title: 'T', publisher: 'P', date: '2024', note: { en: 'N', ko: '주' } } }],
    ['texts', [{ en: 'T', ko: '제목' }, { en: 'U' }]],
    ['texts', []],
  ])('are taken by the schema of %s: %j', (name, value) => {
    const validate = schemas.get(name)!;
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['study', { ...study, language: 'kr' }],
    ['study', { ...study, title: { en: 'T', kr: '제목' } }],
    ['study', { ...study, title: { en: ' ' } }],
    ['study', { ...study, seed: { en: 's' } }],
    ['sources', { iea: { title: { en: 'T' }, publisher: 'P', date: '2024' } }],
    ['texts', { en: 'T', ko: '제목' }],
    ['texts', [{ en: 'T', ko: '' }]],
    ['texts', ['T']],
  ])('are refused by the schema of %s: %j', (name, value) => {
    expect(schemas.get(name)!(value)).toBe(false);
  });

  it('may be written everywhere but in names, formulas and titles of sources', () => {
    const places = [...schemas].map(([name, { schema }]) => [name, languagesIn(schema)]);
    expect(Object.fromEntries(places)).toEqual({
      scenario: 4,
      study: 12,
      sources: 2,
      model: 3,
      module: 9,
      tests: 0,
      texts: 1,
    });
  });
});

/** Counts the places of a schema that take a map of languages. */
function languagesIn(schema: unknown): number {
  return JSON.stringify(schema).split('"ko":{').length - 1;
}

describe('the validations of study.yaml', () => {
  const validate = schemasOf(files).get('study')!;
  const said = { title: 'T', by: 'B', source: 's', scenario: 'a', formula: 'final(m.x)', why: 'W' };
  const study = (change: Record<string, unknown>) => ({
    ...(parse(new TextDecoder().decode(files.get('study.yaml')!)) as object),
    validation: {
      one: { ...said, unit: '%', compare: 'level', used_in_calibration: 'no', ...change },
    },
  });

  it.each([
    { published: '-18.6%' },
    { published: ['-13.1%', '-9.3%'], compare: 'relative', against: 'a' },
    { published: 3, unit: 1 },
  ])('takes the validation %j', (change) => {
    validate(study(change));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    {},
    { published: ['-13.1%'] },
    { published: '3%', compare: 'ratio' },
    { published: '3%', why: '' },
    { published: '3%', used_in_calibration: true },
  ])('refuses the validation %j', (change) => {
    expect(validate(study(change))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkShape } from '../../../engine/source/check-shape.ts';
import { readDocument } from '../../../engine/source/read-document.ts';

const check = <T>(schema: z.ZodType<T>, text: string) => {
  const { root, problems } = readDocument('a.yaml', new TextEncoder().encode(text));
  expect(problems).toEqual([]);
  if (root === null) throw new Error('no root');
  return checkShape(schema, root);
};

const faults = (schema: z.ZodType, text: string) =>
  check(schema, text).problems.map(
    ({ code, message, hint, position: { line, column, length } }) =>
      `${code} ${line}:${column}+${length} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );

const study = z.strictObject({
  title: z.string(),
  draws: z.int().min(1),
  seed: z.union([z.string(), z.number()]).optional(),
  sampling: z.enum(['random', 'latin-hypercube']).default('random'),
  horizon: z.strictObject({
    from: z.string().regex(/^\d{4}-\d\d$/, 'must be a month such as 2025-04'),
    months: z.int().min(1).max(1200).optional(),
  }),
  scenarios: z.array(z.string()).min(1).optional(),
  measures: z
    .record(z.string(), z.strictObject({ unit: z.string(), better: z.enum(['higher', 'lower']) }))
    .optional(),
});

const fine = 'title: T\ndraws: 10\nhorizon: { from: 2025-04, months: 60 }\n';

describe('checkShape', () => {
  it('returns the value with defaults', () => {
    expect(check(study, fine)).toEqual({
      value: {
        title: 'T',
        draws: 10,
        sampling: 'random',
        horizon: { from: '2025-04', months: 60 },
      },
      misfits: [],
      problems: [],
    });
  });

  it.each<[string, string, string]>([
    [
      'a wrong type',
      fine.replace('10', 'many'),
      'wrong-type 2:8+4 `draws` must be a whole number of at least 1, found "many"',
    ],
    [
      'a number out of bounds',
      fine.replace('10', '0'),
      'out-of-bounds 2:8+1 `draws` must be a whole number of at least 1, found 0',
    ],
    [
      'a broken number',
      fine.replace('10', '1.5'),
      'wrong-type 2:8+3 `draws` must be a whole number of at least 1, found 1.5',
    ],
    [
      'no value',
      fine.replace('10', ''),
      'wrong-type 2:1+5 `draws` must be a whole number of at least 1, but it has no value',
    ],
    [
      'a bound further in',
      fine.replace('60', '9999'),
      'out-of-bounds 3:35+4 `horizon.months` must be a whole number from 1 to 1200, found 9999',
    ],
    [
      "the schema's own words",
      fine.replace('2025-04', 'April'),
      'wrong-type 3:18+5 `horizon.from` must be a month such as 2025-04, found "April"',
    ],
    [
      'a missing key at the top',
      fine.replace('title: T\n', ''),
      'missing-key 1:1+5 the file needs a `title` (`title` is text)',
    ],
    [
      'a missing key further in',
      fine.replace('from: 2025-04, ', ''),
      'missing-key 3:1+7 `horizon` needs a `from` (`from` is text)',
    ],
    [
      'a mistyped optional key',
      fine.replace('months', 'month'),
      'unknown-key 3:27+5 unknown key "month" in `horizon` (did you mean "months"?)',
    ],
    [
      'a mistyped key that is needed, once',
      fine.replace('draws', 'drawss'),
      'unknown-key 2:1+6 unknown key "drawss" (did you mean "draws"?)',
    ],
    [
      'a key that resembles none',
      fine.replace('months: 60', 'zebra: 1'),
      'unknown-key 3:27+5 unknown key "zebra" in `horizon` (keys that may be added here: months)',
    ],
    [
      'a colon without a space',
      fine.replace('months: 60', 'months:60'),
      'unknown-key 3:27+9 unknown key "months:60" in `horizon` (a colon needs a space after it)',
    ],
    [
      'an unknown word',
      `${fine}sampling: randon\n`,
      'wrong-type 4:11+6 `sampling` must be "random" or "latin-hypercube", found "randon" (did you mean "random"?)',
    ],
    [
      'an item of a list',
      `${fine}scenarios: [a, { b: c }]\n`,
      'wrong-type 4:16+8 item 2 of `scenarios` must be text, found a map of keys and values',
    ],
    [
      'a list that is too short',
      `${fine}scenarios: []\n`,
      'wrong-type 4:12+2 `scenarios` must be a list of at least 1 item, found 0',
    ],
    [
      'a key below names of the user',
      `${fine}measures:\n  gdp:\n    unit: "%"\n    beter: higher\n`,
      'unknown-key 7:5+5 unknown key "beter" in `measures.gdp` (did you mean "better"?)',
    ],
    [
      'a union',
      `${fine}seed: [1]\n`,
      'wrong-type 4:7+3 `seed` must be text or a number, found a list',
    ],
    [
      'a whole file of another kind',
      '- a\n',
      'wrong-type 1:1+3 the file must be a map of keys and values, found a list',
    ],
  ])('%s', (_, text, expected) => {
    expect(faults(study, text)).toEqual([expected]);
  });

  it('names all places at once', () => {
    expect(faults(study, 'draws: x\nhorizon: { to: 1 }\nmore: 1\n')).toHaveLength(5);
  });
});

const distribution = z.union([
  z.number(),
  z.string(),
  z.strictObject({ uniform: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ normal: z.strictObject({ mean: z.number(), sd: z.number() }) }),
  z.strictObject({ lognormal: z.strictObject({ p5: z.number(), p95: z.number() }) }),
]);

describe('unions', () => {
  it.each<[string, string, string]>([
    [
      'a mistyped branch',
      'a: { norml: { mean: 1, sd: 2 } }',
      'unknown-key 1:6+5 unknown key "norml" in `a` (did you mean "normal"?)',
    ],
    [
      'a slip inside a branch',
      'a: { normal: { mean: 1, std: 2 } }',
      'unknown-key 1:25+3 unknown key "std" in `a.normal` (did you mean "sd"?)',
    ],
    [
      'a wrong value inside a branch',
      'a: { lognormal: { p5: low, p95: 2 } }',
      'wrong-type 1:23+3 `a.lognormal.p5` must be a number, found "low"',
    ],
    [
      'none of the kinds',
      'a: [1]',
      'wrong-type 1:4+3 `a` must be a number, text or a map of keys and values, found a list',
    ],
    [
      'two branches at once',
      'a: { uniform: [1, 2], normal: { mean: 1, sd: 1 } }',
      'unknown-key 1:23+6 `a` cannot have "normal" beside "uniform" (keep one of them)',
    ],
  ])('%s', (_, text, expected) => {
    expect(faults(z.strictObject({ a: distribution }), text)).toEqual([expected]);
  });

  it('names the keys of which one is needed', () => {
    const horizon = z.union([
      z.strictObject({ from: z.string(), months: z.int().min(1) }),
      z.strictObject({ from: z.string(), years: z.int().min(1) }),
    ]);
    const schema = z.strictObject({ horizon });
    expect(faults(schema, 'horizon: { from: 2025-04 }')).toEqual([
      'missing-key 1:1+7 `horizon` needs one of `months`, `years`',
    ]);
    expect(faults(schema, 'horizon: { from: 2025-04, years: 0 }')).toEqual([
      'out-of-bounds 1:34+1 `horizon.years` must be a whole number of at least 1, found 0',
    ]);
    expect(faults(schema, 'horizon: { from: 2025-04, month: 3 }')).toEqual([
      'unknown-key 1:27+5 unknown key "month" in `horizon` (did you mean "months"?)',
    ]);
  });

  it('lets a discriminated union name what it knows', () => {
    const term = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sunset'), on: z.string() }),
      z.strictObject({ kind: z.literal('cap'), at: z.number() }),
    ]);
    expect(faults(term, 'kind: sunst\non: x')).toEqual([
      'wrong-type 1:7+5 `kind` must be "sunset" or "cap", found "sunst" (did you mean "sunset"?)',
    ]);
    expect(faults(term, 'on: x')).toEqual([
      'missing-key 1:1+2 the file needs a `kind` (`kind` is "sunset" or "cap")',
    ]);
    expect(faults(term, 'kind: cap\na: 1')).toEqual([
      'unknown-key 2:1+1 unknown key "a" (did you mean "at"?)',
    ]);
  });

  it('names a key once where unions nest', () => {
    const nested = z.strictObject({ a: z.union([distribution, z.array(z.number())]) });
    expect(faults(nested, 'a: { norml: { mean: 1, sd: 2 } }')).toEqual([
      'unknown-key 1:6+5 unknown key "norml" in `a` (did you mean "normal"?)',
    ]);
    expect(faults(nested, 'a: { normal: { mean: 1 } }')).toEqual([
      'missing-key 1:6+6 `a.normal` needs a `sd` (`sd` is a number)',
    ]);
  });

  it('looks through nested unions, optional and lazy schemas', () => {
    const tree: z.ZodType = z.lazy(() => z.union([z.number(), z.record(z.string(), tree)]));
    expect(faults(z.strictObject({ t: tree.optional() }), 't: { a: { b: [1] } }')).toEqual([
      'wrong-type 1:14+3 `t.a.b` must be a number or a map of keys and values, found a list',
    ]);
  });
});

describe('refinements and names', () => {
  it('takes code, hint and place from a refinement', () => {
    const schema = z.strictObject({
      a: z.string().refine((text) => text !== 'x', {
        error: 'cannot be x',
        params: { code: 'bad-date', hint: 'write y', at: 'key' },
      }),
    });
    expect(faults(schema, 'a: x')).toEqual(['bad-date 1:1+1 `a` cannot be x (write y)']);
  });

  it('points at a name that is not one', () => {
    const schema = z.record(z.string().regex(/^[a-z]+$/, 'must be small letters'), z.number());
    expect(faults(schema, 'ok: 1\nNot: 2')).toEqual(['bad-name 2:1+3 "Not" must be small letters']);
  });

  it('points at a name that is not of the list', () => {
    const schema = z.partialRecord(z.enum(['cars', 'steel']), z.number());
    expect(faults(schema, 'cars: 1\nstel: 2')).toEqual([
      'unknown-key 2:1+4 unknown key "stel" (did you mean "steel"?)',
    ]);
  });
});

it('tells to quote a formula that a comma inside braces cut off', () => {
  const bytes = new TextEncoder().encode('a: { formula: max(x, y) }\n');
  const schema = z.strictObject({ a: z.strictObject({ formula: z.string() }) });
  const { problems } = checkShape(schema, readDocument('m.yaml', bytes).root!);
  expect(problems).toMatchObject([
    {
      code: 'unknown-key',
      hint: 'inside { } a comma ends a value: put the whole formula in quotes',
    },
  ]);
});

import { z } from 'zod';
import { isNone } from '../quantity/dimension.ts';
import { fromBase, type Unit } from '../quantity/unit.ts';
import type { Assumption, Extent, Lever, ModelText, Module } from './model-text.ts';
import { IN_LANGUAGES, TEXTS } from './prose.ts';
import { DISTRIBUTION_WORDS } from './read-distribution.ts';
import { STATUSES } from './read-terms.ts';
import { MODEL, MODULE, SCENARIO_HEAD, SOURCES, STUDY, TESTS } from './schema.ts';
import { TERM_KINDS } from './term-kinds.ts';

/** A JSON Schema, or a part of one, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const FORM = { target: 'draft-7', io: 'input' } as const;
const LANGUAGES_OF_TEXT = z.toJSONSchema(IN_LANGUAGES, FORM);

/** A text for readers may be a map of languages too. */
function inLanguages({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema.isProse !== true) return;
  const { isProse: _, description, ...text } = jsonSchema;
  for (const key of Object.keys(text)) delete jsonSchema[key];
  delete jsonSchema.isProse;
  jsonSchema.anyOf = [text, LANGUAGES_OF_TEXT];
}

/** How the shape of a file becomes a schema. */
const OF_FILE = { ...FORM, override: inLanguages } as const;
const DRAFT = 'http://json-schema.org/draft-07/schema#';
const DAY = String.raw`\d{4}-\d{2}(-\d{2})?`;

function closed(properties: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: 'object', properties, additionalProperties: false, ...more };
}

function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

function either(...forms: readonly JsonSchema[]): JsonSchema {
  return { anyOf: forms };
}

/** A quantity that may change with time: one value, a distribution, dates, or dates with terms. */
function changing(scalar: string): JsonSchema {
  const value = ref(scalar);
  const dates = {
    type: 'object',
    patternProperties: { [`^(start|${DAY})$`]: value },
    additionalProperties: false,
    minProperties: 1,
  };
  const schedule = closed(
    { schedule: either(value, dates), terms: ref('terms') },
    { minProperties: 1 },
  );
  return either(value, ref('distribution'), dates, schedule);
}

/** A term: one act, its status, and, in the second form, the condition under which it acts. */
function termSchemas(): readonly JsonSchema[] {
  const kinds = [...TERM_KINDS].map(([kind, { keys }]) => {
    const value = { type: ['string', 'number'] };
    return [kind, closed(Object.fromEntries(keys.map((key) => [key, value])))];
  });
  const status = { enum: STATUSES, description: 'Only `in force` has an effect' };
  const holds = 'It acts only if this holds at the end of the step before its date';
  const when = { type: 'string', description: `${holds}: module.name < 0.5 * module.other` };
  const acts = Object.fromEntries(kinds);
  const form = (more: JsonSchema) => {
    const required = Object.keys(more);
    const count = required.length + 1;
    return closed({ ...acts, ...more }, { required, minProperties: count, maxProperties: count });
  };
  return [form({ status }), form({ when, status })];
}

/** Values and shapes that every scenario may use; `plain`, `share` and `measured` differ in bare numbers. */
function definitions(): JsonSchema {
  const quantity = { type: 'string', pattern: '^[-+]?[0-9]' };
  return {
    date: { type: 'string', pattern: `^(start|never|${DAY})$` },
    yes_or_no: { enum: ['yes', 'no'] },
    plain: { ...quantity, type: ['string', 'number'] },
    share: either(quantity, { const: 0 }),
    measured: quantity,
    distribution: closed(Object.fromEntries(DISTRIBUTION_WORDS.map((word) => [word, {}])), {
      minProperties: 1,
      maxProperties: 1,
    }),
    terms: { type: 'object', additionalProperties: either(...termSchemas(), { const: 'none' }) },
    changing_plain: changing('plain'),
    changing_share: changing('share'),
    changing_measured: changing('measured'),
  };
}

/** Names the definition of one value in a unit. */
function scalarFor(unit: Unit): string {
  if (!isNone(unit.dimension)) return 'measured';
  return unit.tens === 0 && unit.text !== 'pp' ? 'plain' : 'share';
}

/** Lets a value stand for all elements of the sets, or a map or list of elements for each, nested in their order. */
function overSets(value: JsonSchema, extent: Extent, sets: ModelText['sets']): JsonSchema {
  return extent.over.reduceRight((inner, { set }) => {
    const names = sets.get(set)!;
    const map = closed(Object.fromEntries([...names, 'all'].map((name) => [name, inner])));
    const { length } = names;
    return either(value, map, { type: 'array', items: inner, minItems: length, maxItems: length });
  }, value);
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('. ');
}

function boundsText({ within, unit }: Lever): string {
  if (within === null) return '';
  const [low, high] = within.map((bound) => Number(fromBase(bound, unit).toPrecision(6)));
  return `, from ${low} to ${high}`;
}

function defaultText({ defaults }: Lever): string {
  const texts = new Set([...defaults.values()].map(({ text }) => text));
  return texts.size === 1 ? `Default: ${[...texts][0]}` : '';
}

/** The definition of what each type of lever but a quantity takes. */
const TYPES = { date: 'date', 'yes/no': 'yes_or_no' } as const;

function leverSchema(lever: Lever, sets: ModelText['sets']): JsonSchema {
  const { type, unit } = lever;
  const kind = type === 'quantity' ? `In ${unit.text}${boundsText(lever)}` : `A ${type}`;
  const over = lever.extent.over.map(({ set }) => set).join(', ');
  const what = over === '' ? kind : `${kind}, over ${over}`;
  const description = sentences(lever.about, what, defaultText(lever));
  const value = ref(type === 'quantity' ? `changing_${scalarFor(unit)}` : TYPES[type]);
  return { description, ...overSets(value, lever.extent, sets) };
}

function assumptionSchema(assumption: Assumption, sets: ModelText['sets']): JsonSchema {
  const value = either(ref(scalarFor(assumption.unit)), ref('distribution'));
  const description = sentences(assumption.about, `In ${assumption.unit.text}`);
  return { description, ...overSets(value, assumption.extent, sets) };
}

function moduleSchema(module: Module, sets: ModelText['sets']): JsonSchema {
  const levers = module.levers.map((lever) => [lever.name, leverSchema(lever, sets)]);
  return closed(Object.fromEntries(levers), { description: sentences(module.title, module.about) });
}

/** Writes the schema of a study's scenarios from its model, for editors that complete and check. */
function scenarioSchema({ sets, modules }: ModelText, scenarios: readonly string[]): JsonSchema {
  const { properties } = z.toJSONSchema(z.strictObject(SCENARIO_HEAD), OF_FILE);
  const head = properties as Record<string, JsonSchema>;
  const parents = { enum: scenarios };
  const assumptions = modules.flatMap((module) =>
    module.assumptions.map((one) => [`${one.module}.${one.name}`, assumptionSchema(one, sets)]),
  );
  const levers = modules.map((module) => [module.name, moduleSchema(module, sets)]);
  const keys = {
    ...head,
    extends: { ...describing(head.extends), ...either(parents, { type: 'array', items: parents }) },
    assumptions: { ...describing(head.assumptions), ...closed(Object.fromEntries(assumptions)) },
    ...Object.fromEntries(levers),
  };
  return { $schema: DRAFT, ...closed(keys, { required: ['title'] }), definitions: definitions() };
}

function describing(schema: JsonSchema | undefined): JsonSchema {
  return { description: schema?.description };
}

/** Writes the JSON Schemas (draft 7) of every kind of file in a study, by name; `scenarios` may be extended. */
export function writeSchemas(
  model: ModelText,
  scenarios: readonly string[],
): ReadonlyMap<string, JsonSchema> {
  const shapes = {
    study: STUDY,
    sources: SOURCES,
    model: MODEL,
    module: MODULE,
    tests: TESTS,
    texts: TEXTS,
  };
  const fixed = Object.entries(shapes).map(
    ([name, shape]) => [name, z.toJSONSchema(shape, OF_FILE)] as const,
  );
  return new Map<string, JsonSchema>([['scenario', scenarioSchema(model, scenarios)], ...fixed]);
}

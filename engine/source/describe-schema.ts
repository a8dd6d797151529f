import type { z } from 'zod';
import { alternatives } from './schema-walk.ts';

type Schema = z.core.$ZodType;

/** Says in words what values a schema takes: "a whole number of at least 1". */
export function describeSchemas(schemas: readonly Schema[]): string {
  const words = [...new Set(schemas.flatMap(alternatives).map(describeOne))];
  return words.length === 0 ? 'something else' : joinOr(words);
}

/** Joins words as a sentence does: "a, b or c". */
export function joinOr(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function describeOne(schema: Schema): string {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return 'text';
    case 'number':
      return describeNumber(schema);
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'nothing';
    case 'enum':
      return joinOr(Object.values(def.entries).map(quote));
    case 'literal':
      return joinOr(def.values.map(quote));
    case 'array':
    case 'tuple':
      return 'a list';
    case 'object':
    case 'record':
      return 'a map of keys and values';
    default:
      return 'a value';
  }
}

/** Shows a value as a message names it: texts in quotes. */
export function quote(value: unknown): string {
  const text = String(value);
  if (typeof value !== 'string') return text;
  return text.length > 40 ? `"${text.slice(0, 40)}..."` : `"${text}"`;
}

interface Bounds {
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

function describeNumber(schema: Schema): string {
  const bag = schema._zod.bag as Bounds;
  const kind = bag.format?.includes('int') ? 'a whole number' : 'a number';
  const [low, high] = [bounded(bag.minimum), bounded(bag.maximum)];
  if (low !== undefined && high !== undefined) return `${kind} from ${low} to ${high}`;
  const limits = [
    low === undefined ? '' : ` of at least ${low}`,
    high === undefined ? '' : ` of at most ${high}`,
    bag.exclusiveMinimum === undefined ? '' : ` above ${bag.exclusiveMinimum}`,
    bag.exclusiveMaximum === undefined ? '' : ` below ${bag.exclusiveMaximum}`,
  ];
  return kind + limits.filter((limit) => limit !== '').join(' and');
}

/** The bounds that every whole number has are no news to anyone. */
function bounded(limit: number | undefined): number | undefined {
  return limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? undefined : limit;
}

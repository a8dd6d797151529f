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
      return describeNumber(schema as z.core.$ZodNumber);
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

function describeNumber(schema: z.core.$ZodNumber): string {
  const checks = (schema._zod.def.checks ?? []).map((check) => check._zod.def as NumberCheck);
  const isWhole = [schema._zod.def as NumberCheck, ...checks].some(
    ({ format }) => format === 'safeint',
  );
  const kind = isWhole ? 'a whole number' : 'a number';
  const low = checks.findLast(({ check }) => check === 'greater_than');
  const high = checks.findLast(({ check }) => check === 'less_than');
  if (low?.inclusive && high?.inclusive) return `${kind} from ${low.value} to ${high.value}`;
  const limits = [
    low === undefined ? '' : ` ${low.inclusive ? 'of at least' : 'above'} ${low.value}`,
    high === undefined ? '' : ` ${high.inclusive ? 'of at most' : 'below'} ${high.value}`,
  ];
  return kind + limits.filter((limit) => limit !== '').join(' and');
}

/** The parts of zod's number checks that have words. */
interface NumberCheck {
  readonly check?: string;
  readonly format?: string;
  readonly value?: number;
  readonly inclusive?: boolean;
}

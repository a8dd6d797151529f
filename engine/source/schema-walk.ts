import type { z } from 'zod';

type Schema = z.core.$ZodType;

/** Lists the schemas that a value may follow, with wrappers and unions opened. */
export function alternatives(schema: Schema): readonly Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'union':
      return def.options.flatMap(alternatives);
    case 'intersection':
      return [...alternatives(def.left), ...alternatives(def.right)];
    default: {
      const inner = unwrap(schema);
      return inner === undefined ? [schema] : alternatives(inner);
    }
  }
}

/** Lists the options of the union among some schemas that has as many as asked for. */
export function unionOptions(schemas: readonly Schema[], count: number): readonly Schema[] {
  for (const schema of schemas) {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === 'union' && def.options.length === count) return def.options;
    const inner = unwrap(schema);
    const options = inner === undefined ? [] : unionOptions([inner], count);
    if (options.length > 0) return options;
  }
  return [];
}

function unwrap(schema: Schema): Schema | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'lazy':
      return def.getter();
    case 'pipe':
      return def.in;
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return def.innerType;
    default:
      return undefined;
  }
}

/** Lists the schemas of what stands under a key or an index. */
export function schemasUnder(schemas: readonly Schema[], part: string | number): readonly Schema[] {
  return schemas.flatMap(alternatives).flatMap((schema) => {
    const under = childOf(schema, part);
    return under === undefined ? [] : [under];
  });
}

function childOf(schema: Schema, part: string | number): Schema | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return ownShape(def.shape, String(part)) ?? openEnd(def.catchall);
  if (def.type === 'record') return def.valueType;
  if (def.type === 'array') return def.element;
  if (def.type === 'tuple') return def.items[Number(part)] ?? def.rest ?? undefined;
  return undefined;
}

/** A strict object's catch-all takes nothing, so it says nothing. */
function openEnd(catchall: Schema | undefined): Schema | undefined {
  return catchall?._zod.def.type === 'never' ? undefined : catchall;
}

function ownShape(shape: Readonly<Record<string, Schema>>, key: string): Schema | undefined {
  return Object.hasOwn(shape, key) ? shape[key] : undefined;
}

/** Lists the keys that a map may have where any of the schemas hold. */
export function allowedKeys(schemas: readonly Schema[]): readonly string[] {
  const keys = schemas.flatMap(alternatives).flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === 'object') return Object.keys(def.shape);
    if (def.type !== 'record') return [];
    return [...(def.keyType._zod.values ?? [])].map(String);
  });
  return [...new Set(keys)];
}

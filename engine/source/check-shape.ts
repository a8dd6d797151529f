import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { SourceNode } from './document.ts';
import { explainIssues } from './explain-issue.ts';
import { toPlain } from './locate.ts';

/** A file's content as its schema types it, or what keeps it from being that. */
export interface Shape<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/**
 * Holds a file against a schema and points at whatever does not fit.
 * A message in the schema itself is kept, with the name of the place before it:
 * `z.string().regex(month, 'must be a month such as 2025-04')`.
 */
export function checkShape<T>(schema: z.ZodType<T>, root: SourceNode): Shape<T> {
  const result = schema.safeParse(toPlain(root), { error: () => '' });
  if (result.success) return { value: result.data, problems: [] };
  const place = { root, path: [], schemas: [schema] };
  return { value: null, problems: oncePerPlace(explainIssues(result.error.issues, place)) };
}

/** Nested unions may name the same key again. */
function oncePerPlace(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, position }) => {
    const place = `${code} ${position.line}:${position.column}`;
    return !seen.has(place) && seen.add(place);
  });
}

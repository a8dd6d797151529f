import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { SourceNode } from './document.ts';
import { explainIssues } from './explain-issue.ts';
import { toPlain } from './locate.ts';
import type { Path } from './place.ts';

/** A file's content as its schema types it, or what keeps it from being that. */
export interface Shape<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
  /** The ways to what does not fit. */
  readonly misfits: readonly Path[];
}

/**
 * Holds a file against a schema and points at whatever does not fit.
 * A message in the schema itself is kept, with the name of the place before it:
 * `z.string().regex(month, 'must be a month such as 2025-04')`.
 */
export function checkShape<T>(schema: z.ZodType<T>, root: SourceNode): Shape<T> {
  // Code made for a schema would never be run often enough to be worth its making.
  const result = schema.safeParse(toPlain(root), { error: () => '', jitless: true });
  if (result.success) return { value: result.data, problems: [], misfits: [] };
  const place = { root, path: [], schemas: [schema] };
  const { issues } = result.error;
  return {
    value: null,
    problems: oncePerPlace(explainIssues(issues, place)),
    misfits: issues.flatMap(pathsOf),
  };
}

function pathsOf(issue: z.core.$ZodIssue): readonly Path[] {
  const path = issue.path as Path;
  if (issue.code !== 'unrecognized_keys') return [path];
  return issue.keys.map((key) => [...path, key]);
}

/** Nested unions may name the same key again. */
function oncePerPlace(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, position }) => {
    const place = `${code} ${position.line}:${position.column}`;
    return !seen.has(place) && seen.add(place);
  });
}

import type { z } from 'zod';
import type { SourceNode } from './document.ts';
import { nodeAt } from './locate.ts';
import { schemasUnder } from './schema-walk.ts';

type Schema = z.core.$ZodType;

export type Path = readonly (string | number)[];

/** Where an issue was found: the whole file, the way to a place in it, and what may stand there. */
export interface Place {
  readonly root: SourceNode;
  readonly path: Path;
  readonly schemas: readonly Schema[];
}

/** Follows a path from a place, in the file and in the schema at once. */
export function goTo(from: Place, path: Path): Place {
  let { schemas } = from;
  for (const part of path) schemas = schemasUnder(schemas, part);
  return { root: from.root, path: [...from.path, ...path], schemas };
}

/** Tells whether the file says nothing at a place. */
export function isMissing({ root, path }: Place): boolean {
  return nodeAt(root, path).depth < path.length;
}

/** Names a place as a message does: its keys, and for lists which item. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'number') return `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
  const keys = path.slice(path.findLastIndex((part) => typeof part === 'number') + 1);
  return `\`${keys.join('.')}\``;
}

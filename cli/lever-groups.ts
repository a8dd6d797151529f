import type { GroupOf } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import type { ReadyStudy } from './open-study.ts';
import type { Typed } from './options.ts';

/** What levers may be grouped by. */
export const GROUPS = ['module', 'lever'] as const;

/** One of them. */
export type GroupBy = (typeof GROUPS)[number];

/** Groups levers by module or each alone, but for those that are to be taken together. */
export function groupingOf(
  { ready, engine }: ReadyStudy,
  by: GroupBy | undefined,
  together: Typed,
): GroupOf {
  const { modules } = ready.study.model;
  const known = modules.flatMap((module) =>
    [...module.levers, ...module.assumptions].map((one) => `${one.module}.${one.name}`),
  );
  const groups = new Map<string, string>();
  for (const words of together === undefined ? [] : [together].flat()) {
    for (const key of words.split(',').map((word) => word.trim())) {
      if (!known.includes(key)) {
        const hint = engine.hintFor(key, known) ?? 'levers are written module.name, with commas';
        throw new UsageError(`--together: the study has no lever "${key}"; ${hint}`);
      }
      groups.set(key, words);
    }
  }
  const otherwise = (key: string) => (by === 'lever' ? key : key.split('.')[0]!);
  return (key) => groups.get(key) ?? otherwise(key);
}

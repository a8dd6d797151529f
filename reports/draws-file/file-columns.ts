import type { Results, Run } from '../../engine/index.ts';
import { drawColumns } from '../draw-columns.ts';

/** What names a row, in the first columns of the file. */
export const KEYS = ['condition', 'scenario', 'draw'] as const;

/** Lists the runs in the order of the sheet Draws; the rows of each follow each other, draw by draw. */
export function runsOf(results: Results): Run[] {
  return [...new Set(drawColumns(results).map(({ run }) => run))];
}

/** Names the condition of a run as the sheet Draws does. */
export function conditionName({ condition }: Run): string {
  return condition ?? 'as drawn';
}

/** Names the columns of the measures; one that is called as a key is called otherwise. */
export function measureNames({ study }: Results): string[] {
  const taken = new Set<string>([...KEYS, ...study.measures.map(({ name }) => name)]);
  const isKey = (name: string) => KEYS.some((key) => key === name);
  return study.measures.map(({ name }) => {
    let free = name;
    while (isKey(free) || (free !== name && taken.has(free))) free += '_';
    return free;
  });
}

import type { AssumptionDescription } from '../engine/index.ts';
import type { Say } from './language/say.ts';

/** Says how many values rest on judgement, and how many cells of each assumption that has evidence cell by cell. */
export function judgedNotes(say: Say, assumptions: readonly AssumptionDescription[]): string[] {
  const judged = assumptions.filter(isJudged).length;
  if (judged === 0) return [];
  const cells = [...byName(assumptions)]
    .filter(([, items]) => hasEvidenceByCell(items))
    .map(([name, items]) => {
      const counts = { name, judged: items.filter(isJudged).length, all: items.length };
      return say('{name} {judged} of {all}', counts);
    });
  const list = say(
    'Judgement stands behind {judged} of {all} values; to list them, filter Source for it.',
    { judged, all: assumptions.length },
  );
  if (cells.length === 0) return [list];
  const judgedCells = say('Judged cells, where each cell has its own evidence: {cells}.', {
    cells: cells.join('; '),
  });
  return [`${list} ${judgedCells}`];
}

function isJudged({ source }: AssumptionDescription): boolean {
  return source === 'judgement';
}

function byName(
  assumptions: readonly AssumptionDescription[],
): Map<string, AssumptionDescription[]> {
  const groups = new Map<string, AssumptionDescription[]>();
  for (const item of assumptions) {
    const name = `${item.module}.${item.name}`;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

/** One text for all elements is one piece of evidence, whatever the number of elements. */
function hasEvidenceByCell(items: readonly AssumptionDescription[]): boolean {
  return new Set(items.map(({ source, why }) => JSON.stringify([source, why]))).size > 1;
}

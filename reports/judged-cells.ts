import type { AssumptionDescription } from '../engine/index.ts';

/** Says how many values rest on judgement, and how many cells of each assumption that has evidence cell by cell. */
export function judgedNotes(assumptions: readonly AssumptionDescription[]): string[] {
  const judged = assumptions.filter(isJudged).length;
  if (judged === 0) return [];
  const cells = [...byName(assumptions)]
    .filter(([, items]) => hasEvidenceByCell(items))
    .map(([name, items]) => `${name} ${items.filter(isJudged).length} of ${items.length}`);
  const list = `Judgement stands behind ${judged} of ${assumptions.length} values; to list them, filter Source for it.`;
  if (cells.length === 0) return [list];
  return [`${list} Judged cells, where each cell has its own evidence: ${cells.join('; ')}.`];
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

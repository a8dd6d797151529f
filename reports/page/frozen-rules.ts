import type { Sheet } from '../sheet.ts';

/** Widths of screens in ems, and how many characters of columns each has room to keep in sight. */
const ROOM = [
  { screen: 60, characters: 45 },
  { screen: 75, characters: 80 },
  { screen: 100, characters: Number.POSITIVE_INFINITY },
] as const;

/** Writes the rules that keep the frozen columns of a sheet in sight, as far as a screen has room for them. */
export function frozenRules({ frozen, widths }: Sheet, id: string): string {
  let right = 0;
  const rules = widths.slice(0, frozen.columns).map((width, column) => {
    const left = right;
    right += width;
    const { screen } = ROOM.find(({ characters }) => right <= characters)!;
    return `@media (min-width:${screen}em){${frozenRule(id, column + 1, left)}}`;
  });
  return rules.join('\n');
}

/** A heading that spans all columns keeps its text in sight by itself. */
function frozenRule(id: string, column: number, left: number): string {
  const cell = `tr>:nth-child(${column}):not(.section)`;
  const table = `[id="${id}"] .scroll`;
  return `${table} ${cell}{position:sticky;left:${left}ch;z-index:1}`;
}

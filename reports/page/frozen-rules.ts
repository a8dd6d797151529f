import type { Sheet } from '../sheet.ts';

/** On a phone the first column alone stays, as wide as this in characters at most. */
const NARROW = 16;

/** Widths of screens in ems, and how many characters of columns each has room to keep in sight. */
const ROOM = [
  { screen: 60, characters: 45 },
  { screen: 75, characters: 80 },
  { screen: 100, characters: Number.POSITIVE_INFINITY },
] as const;

/** Writes the rules that keep the frozen columns of a sheet in sight, as far as a screen has room for them. */
export function frozenRules({ frozen, widths }: Sheet, id: string): string {
  if (frozen.columns === 0) return '';
  let right = 0;
  const rules = widths.slice(0, frozen.columns).map((width, column) => {
    const left = right;
    right += width;
    const { screen } = ROOM.find(({ characters }) => right <= characters)!;
    return `@media (min-width:${screen}em){${frozenRule(id, column + 1, left)}}`;
  });
  return [...rules, narrowRules(widths[0]!, id)].join('\n');
}

function narrowRules(width: number, id: string): string {
  const column = `[id="${id}"] .scroll col:first-child{width:${Math.min(width, NARROW)}ch!important}`;
  return `@media (max-width:59.99em){${column}${frozenRule(id, 1, 0)}}`;
}

/** A heading that spans all columns keeps its text in sight by itself. */
function frozenRule(id: string, column: number, left: number): string {
  const cell = `tr>:nth-child(${column}):not(.group)`;
  const table = `[id="${id}"] .scroll`;
  return `${table} ${cell}{position:sticky;left:${left}ch;z-index:1}`;
}

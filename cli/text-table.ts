import { displayWidth } from './display-width.ts';

/** One cell: its text, the side it leans to, and how it is painted once it has its width. */
export interface TextCell {
  readonly text: string;
  readonly side: 'left' | 'right';
  readonly paint?: (text: string) => string;
}

/** What stands between two columns. */
export const GAP = '  ';

/** Counts the columns that a column of cells takes. */
export function widthOf(cells: readonly TextCell[]): number {
  return Math.max(0, ...cells.map(({ text }) => displayWidth(text)));
}

function pad({ text, side, paint = (plain) => plain }: TextCell, width: number): string {
  const space = ' '.repeat(width - displayWidth(text));
  return side === 'left' ? `${paint(text)}${space}` : `${space}${paint(text)}`;
}

/** Lays out rows of cells in columns; every row has as many cells as the first. */
export function layOutTable(rows: readonly (readonly TextCell[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => widthOf(rows.map((row) => row[at]!)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at]!))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

/** Breaks text at spaces, hyphens and underscores into lines of at most `width`, where it can. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.match(/[^\s_-]+[_-]*|[_-]+|\s+/g) ?? []) {
    const line = lines.at(-1)!;
    if (line.trim() === '' || displayWidth(line + word.trimEnd()) <= width)
      lines[lines.length - 1] = line + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trim());
}

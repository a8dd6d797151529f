import type { Formula } from './formula.ts';
import { arrayCell, blank, type Cell, formulaCell } from './sheet.ts';
import type { Format, Style } from './style.ts';

/** Makes cells of figures: formulas over the draws, or plain values where the draws are not in the workbook. */
export interface Figures {
  /** A figure with the value that the engine computed; null is an empty cell. */
  readonly cell: (formula: Formula, value: number | null, format: Format, style?: Style) => Cell;
  /** The same, where the formula takes whole columns for its operands. */
  readonly array: (formula: Formula, value: number | null, format: Format, style?: Style) => Cell;
}

/** Chooses between formulas and plain values. */
export function figuresOf(isLive: boolean): Figures {
  const make =
    (live: typeof formulaCell) =>
    (formula: Formula, value: number | null, format: Format, style: Style = 'number'): Cell => {
      if (value === null) return blank(style);
      const cell = live(formula, value, format, style);
      return isLive ? cell : plain(cell);
    };
  return { cell: make(formulaCell), array: make(arrayCell) };
}

function plain(cell: Cell): Cell {
  const { value, format, style } = cell as Extract<Cell, { kind: 'formula' }>;
  const kind = format.startsWith('percent') ? 'percent' : 'number';
  return { kind, value: value as number, format, style };
}

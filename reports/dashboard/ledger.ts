import type { Numbers, Words } from '../charts/chart.ts';
import { displayed } from '../format.ts';
import { type Area, areaOf, cellAt } from '../formula.ts';
import { fromCell, type Live } from '../live-number.ts';
import { type SaidValue, saidCell } from '../said-formula.ts';
import { blank, type Cell, text } from '../sheet.ts';
import type { Format } from '../style.ts';

/** Takes a number from a cell further left in the same row. */
export type Here<Key extends string> = (key: Key) => Live;

/** Takes a text from a cell further left in the same row. */
export type HereText<Key extends string> = (key: Key) => SaidValue;

/** A column of a table: its header, and its cell in each row. */
export interface LedgerColumn<Key extends string> {
  readonly key: Key;
  readonly header: string;
  readonly cell: (index: number, here: Here<Key>, text: HereText<Key>) => Cell;
}

/** A table that was placed. */
export type PlacedTable<Key extends string> = Readonly<Record<Key, PlacedColumn>>;

/** Rows of a sheet that are placed one after another, so that formulas know where what they read stands. */
export class Ledger {
  readonly sheet: string;
  readonly rows: Cell[][] = [];
  readonly #firstRow: number;
  readonly #width: number;

  constructor(sheet: string, firstRow: number, width: number) {
    this.sheet = sheet;
    this.#firstRow = firstRow;
    this.#width = width;
  }

  /** The number that the next row will have. */
  get next(): number {
    return this.#firstRow + this.rows.length;
  }

  heading(title: string): void {
    const rest = Array.from({ length: this.#width - 1 }, () => blank('section'));
    this.rows.push([text(title, 'section'), ...rest]);
  }

  /** Places a number beside its label. */
  number(label: string, cell: Cell): Live {
    return fromCell(this.#line(label, cell), numberIn(cell) ?? 0);
  }

  /** Places a text beside its label. */
  text(label: string, cell: Cell): SaidValue {
    return saidCell(this.#line(label, cell), displayed(cell));
  }

  table<Key extends string>(
    columns: readonly LedgerColumn<Key>[],
    count: number,
  ): PlacedTable<Key> {
    this.rows.push(
      columns.map(({ header }, at) => text(header, at === 0 ? 'header' : 'headerNumber')),
    );
    const top = this.next;
    const made = Array.from({ length: count }, (_, index) => this.#row(columns, index));
    const placed = columns.map(({ key }, at): [Key, PlacedColumn] => {
      const area = areaOf(this.sheet, [top, at + 1], [top + Math.max(count, 1) - 1, at + 1]);
      return [
        key,
        new PlacedColumn(
          area,
          made.map((row) => row[at]!),
        ),
      ];
    });
    return Object.fromEntries(placed) as unknown as PlacedTable<Key>;
  }

  #line(label: string, cell: Cell): Area {
    const area = cellAt(this.sheet, this.next, 2);
    this.rows.push([text(label), cell]);
    return area;
  }

  #row<Key extends string>(columns: readonly LedgerColumn<Key>[], index: number): Cell[] {
    const row: Cell[] = [];
    const number = this.next;
    const placeOf = (key: Key) => columns.findIndex((column) => column.key === key);
    const cellOf = (at: number) => cellAt(this.sheet, number, at + 1, 'columns');
    const here = (key: Key): Live => {
      const at = placeOf(key);
      return fromCell(cellOf(at), numberIn(row[at]!) ?? 0);
    };
    const text = (key: Key): SaidValue => {
      const at = placeOf(key);
      return saidCell(cellOf(at), displayed(row[at]!));
    };
    for (const { cell } of columns) row.push(cell(index, here, text));
    this.rows.push(row);
    return row;
  }
}

/** A column that was placed. */
export class PlacedColumn {
  readonly area: Area;
  readonly cells: readonly Cell[];

  constructor(area: Area, cells: readonly Cell[]) {
    this.area = area;
    this.cells = cells;
  }

  /** Takes the number in one cell; the first has the index 0. */
  at(index: number): Live {
    return fromCell(this.#cell(index), numberIn(this.cells[index]!) ?? 0);
  }

  /** Takes the text in one cell. */
  textAt(index: number): SaidValue {
    return saidCell(this.#cell(index), displayed(this.cells[index]!));
  }

  /** Takes the number in one cell, for a row that moves along with it. */
  beside(index: number): Live {
    const { value } = this.at(index);
    return fromCell({ ...this.#cell(index), fixed: 'columns' }, value);
  }

  /** Takes the text in one cell, for a row that moves along with it. */
  textBeside(index: number): SaidValue {
    return saidCell({ ...this.#cell(index), fixed: 'columns' }, this.textAt(index).text);
  }

  numbers(format: Format): Numbers {
    return { area: this.area, values: this.cells.map(numberIn), format };
  }

  /** Takes one cell as numbers of a chart. */
  numberAt(index: number, format: Format): Numbers {
    return { area: this.#cell(index), values: [numberIn(this.cells[index]!)], format };
  }

  words(): Words {
    return { area: this.area, values: this.cells.map((cell) => displayed(cell)) };
  }

  #cell(index: number): Area {
    return cellAt(this.area.sheet, this.area.top + index, this.area.left);
  }
}

function numberIn(cell: Cell): number | null {
  return 'value' in cell && typeof cell.value === 'number' ? cell.value : null;
}

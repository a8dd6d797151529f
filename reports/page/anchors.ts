import type { Place, Sheet } from '../sheet.ts';
import type { Block, Part } from './blocks.ts';
import type { Row } from './rows.ts';

/** A sheet and its blocks. */
export interface Blocked {
  readonly sheet: Sheet;
  readonly blocks: readonly Block[];
}

/** Where links of the page lead, and which rows need a name for that. */
export interface Anchors {
  /** Names a sheet for links. Errors: throws where the page has no such sheet. */
  readonly sheetId: (sheet: string) => string;
  /** Names a heading of a sheet. */
  readonly headingId: (sheet: string, row: number) => string;
  /** Names a row that links lead to; "" for one that none does. */
  readonly rowId: (sheet: string, row: number) => string;
  /** Leads to a place: to its row where the page shows it, else to its sheet. */
  readonly hrefOf: (place: Place) => string;
}

/** Gives names to all sheets, and to the rows that some link leads to; `others` are led to by more than links. */
export function anchorsOf(all: readonly Blocked[], others: Iterable<Place>): Anchors {
  const ids = idsOf(all.map(({ sheet }) => sheet.name));
  const shown = new Map(all.map(({ sheet, blocks }) => [sheet.name, rowsIn(blocks)]));
  const sheetId = (sheet: string) => {
    const id = ids.get(sheet);
    if (id === undefined) throw new RangeError(`There is no sheet ${sheet} to link to`);
    return id;
  };
  const headingId = (sheet: string, row: number) => `${sheetId(sheet)}-${row}`;
  const idOf = ({ sheet, row }: Place) =>
    shown.get(sheet)?.has(row) ? headingId(sheet, row) : sheetId(sheet);
  const wanted = new Set([...others].map(idOf));
  for (const cell of all.flatMap(({ sheet }) => sheet.rows.flat())) {
    if (cell.kind === 'link') wanted.add(idOf(cell.to));
  }
  return {
    sheetId,
    headingId,
    rowId: (sheet, row) => {
      const id = headingId(sheet, row);
      return wanted.has(id) ? id : '';
    },
    hrefOf: (place) => `#${encodeURIComponent(idOf(place))}`,
  };
}

/** Names are words of the project; one without a letter, or one that is taken, goes by its number. */
function idsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = names.map((name, index) => {
    const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
    const id = taken.has(plain) || !/\p{L}/u.test(plain) ? `sheet_${index + 1}` : plain;
    taken.add(id);
    return [name, id] as const;
  });
  return new Map(ids);
}

function rowsIn(blocks: readonly Block[]): ReadonlySet<number> {
  const groups = (part: Part) => (part.kind === 'table' ? part.groups : []);
  const rows = blocks.flatMap(({ heading, parts }): (Row | null)[] => [
    heading,
    ...parts.flatMap(groups).flatMap((group) => [group.heading, ...group.rows]),
  ]);
  return new Set(rows.flatMap((row) => row?.number ?? []));
}

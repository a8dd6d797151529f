import type { Results, SourceDescription } from '../../engine/index.ts';
import { layOut } from '../lay-out.ts';
import { address, number, type Sheet } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

const COLUMNS: readonly TableColumn<SourceDescription>[] = [
  words('Source', [16, 28], (item) => item.id, 'cellStrong'),
  words('Title', [40, 56], (item) => item.title),
  words('Publisher', [16, 30], (item) => item.publisher),
  words('Date', [10.5, 11], (item) => item.date),
  { header: 'Address', from: 30, to: 56, cell: (item) => address(item.address) },
  words('Note', [24, 44], (item) => item.note),
  numbers('Assumptions that rest on it', (item) => number(item.uses, 'plain-0')),
];

/** Lists every source, and how much rests on it. */
export function sourcesSheet(results: Results): Sheet {
  return layOut({
    name: 'Sources',
    title: 'Where the numbers come from',
    about: `Each source once, as known on ${results.study.asOf}; the last column counts the assumptions that rest on it.`,
    ...tableOf(COLUMNS, results.study.sources),
    frozenColumns: 1,
    table: 'Sources',
  });
}

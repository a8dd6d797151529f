import type { SourceDescription } from '../../engine/index.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { number, type Sheet, webLink } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

const COLUMNS: readonly TableColumn<SourceDescription>[] = [
  { header: 'Source', from: 16, to: 34, cell: (item) => webLink(item.id, item.address) },
  words('Title', [40, 56], (item) => item.title),
  words('Publisher', [16, 30], (item) => item.publisher),
  words('Date', [13, 14], (item) => item.date),
  words('Address', [30, 56], (item) => item.address),
  words('Note', [24, 44], (item) => item.note),
  numbers('Assumptions that rest on it', (item) => number(item.uses, 'plain-0')),
  numbers('Estimates held beside', (item) => number(item.estimates, 'plain-0')),
];

/** Lists every source, and how much rests on it. */
export function sourcesSheet(report: Report): Sheet {
  const { results, say } = report;
  return layOut(
    {
      name: 'Sources',
      title: 'Where the numbers come from',
      about: `Each source once, as known on ${results.study.asOf}; its name leads to its address.`,
      ...tableOf(COLUMNS, results.study.sources),
      frozenColumns: 1,
      table: 'Sources',
    },
    say,
  );
}

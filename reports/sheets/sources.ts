import type { SourceDescription } from '../../engine/index.ts';
import type { Say } from '../language/say.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { number, type Sheet, webLink } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

const columnsOf = (say: Say): readonly TableColumn<SourceDescription>[] => [
  { header: say('Source'), from: 16, to: 34, cell: (item) => webLink(item.id, item.address) },
  words(say('Title'), [40, 56], (item) => item.title),
  words(say('Publisher'), [16, 30], (item) => item.publisher),
  words(say('Date'), [13, 14], (item) => item.date),
  words(say('Address'), [30, 56], (item) => item.address),
  words(say('Note'), [24, 44], (item) => noteOf(say, item)),
  numbers(say('Assumptions that rest on it'), (item) => number(item.uses, 'plain-0')),
  numbers(say('Estimates held beside'), (item) => number(item.estimates, 'plain-0')),
];

function noteOf(say: Say, { note, whyLater }: SourceDescription): string {
  if (whyLater === '') return note;
  const later = say('Later than the study: {reason}', { reason: whyLater });
  return [note, later].filter((part) => part !== '').join(' ');
}

/** Lists every source, and how much rests on it. */
export function sourcesSheet(report: Report): Sheet {
  const { results, say } = report;
  return layOut(
    {
      name: 'Sources',
      title: say('Where the numbers come from'),
      about: say('Each source once, as known on {date}; its name leads to its address.', {
        date: results.study.asOf,
      }),
      ...tableOf(columnsOf(say), results.study.sources),
      frozenColumns: 1,
      table: 'Sources',
    },
    say,
  );
}

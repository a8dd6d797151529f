import { displayed } from '../format.ts';
import { number } from '../sheet.ts';
import type { Blocked } from './anchors.ts';
import type { Block, Part, Table } from './blocks.ts';
import { chartsOf } from './charts.ts';
import { escapeHtml } from './html.ts';
import { folded, headingText, leftText, paragraph } from './prose.ts';
import { textOf } from './rows.ts';
import type { SectionContext } from './section.ts';
import { writeTable } from './table.ts';

/** Tables of more rows than this open when they are asked for. */
const MOST_OPEN_ROWS = 1_000;

/** Writes a block of a sheet, piece by piece: its heading, and below it its parts. */
export function* blockOf(
  { sheet }: Blocked,
  block: Block,
  context: SectionContext,
): Generator<string> {
  const { anchors, level, tabs } = context;
  const title = block.heading === null ? '' : textOf(block.heading.cells[0]!);
  if (block.heading !== null) {
    const id = anchors.headingId(sheet.name, block.heading.number);
    yield headingText(level + 1, title, ` id="${escapeHtml(id)}"`);
  }
  const name = title === '' ? sheet.title : `${tabs.get(sheet.name)}: ${title}`;
  for (const part of block.parts) {
    const caption = part.kind === 'table' ? context.apart(name) : name;
    yield* partOf(part, { ...context, sheet, caption });
  }
}

type PartContext = SectionContext & Parameters<typeof writeTable>[0];

function* partOf(part: Part, context: PartContext): Generator<string> {
  if (part.kind === 'line') yield paragraph(textOf(part.row.cells[0]!), '');
  else if (part.kind === 'charts') yield chartsOf(part.charts);
  else yield* tablePart(part, context);
}

function* tablePart(table: Table, context: PartContext): Generator<string> {
  const { say, tabs, sheet } = context;
  if (table.left > 0) yield paragraph(leftText(tabs.get(sheet.name)!, table.left, say), 'about');
  const rows = table.groups.reduce((sum, group) => sum + group.rows.length, 0);
  if (rows === 0) return;
  const written = writeTable(context, table);
  const title = say('Show {rows} rows', { rows: displayed(number(rows, 'plain-0')) });
  if (rows > MOST_OPEN_ROWS) yield* folded(title, written);
  else yield* written;
}

import { displayed } from '../format.ts';
import type { Report } from '../report.ts';
import { number } from '../sheet.ts';
import type { Tabs } from '../tabs.ts';
import type { Anchors, Blocked } from './anchors.ts';
import { type Block, notesOf, textOf } from './blocks.ts';
import { contentOf } from './cells.ts';
import { chartsOf } from './charts.ts';
import { formulasOf } from './formulas.ts';
import { directionOf, escapeHtml } from './html.ts';
import type { WriteFormula } from './names.ts';
import { tableOf } from './table.ts';

/** Tables of more rows than this open when they are asked for. */
const MOST_OPEN_ROWS = 1_000;

/** More choices than this are left to the workbook. */
const MOST_CHOICES = 60;

/** From so many blocks on, a sheet lists them. */
const LISTED_BLOCKS = 4;

/** What a section of the page is written with. */
export interface SectionContext {
  readonly say: Report['say'];
  readonly anchors: Anchors;
  /** The tab of every sheet in the workbook. */
  readonly tabs: Tabs;
  readonly writeFormula: WriteFormula;
  /** The level of the sheet's heading: 1 for the sheet that opens the page. */
  readonly level: 1 | 2;
}

/** Writes a sheet as a section of the page, piece by piece. */
export function* sectionOf(blocked: Blocked, context: SectionContext): Generator<string> {
  const { sheet, blocks } = blocked;
  const { say, anchors, tabs, level } = context;
  const tab = level === 1 ? '' : `<span class=tab>${escapeHtml(tabs.get(sheet.name)!)}</span> `;
  yield `<section id="${escapeHtml(anchors.sheetId(sheet.name))}">\n`;
  yield `<h${level}${directionOf(sheet.title)}>${tab}${escapeHtml(sheet.title)}</h${level}>\n`;
  for (const note of notesOf(sheet)) yield paragraph(note, 'about');
  if (level === 1) yield paragraph(stillText(say), 'about');
  if (sheet.stream !== null)
    yield paragraph(leftText(tabs.get(sheet.name)!, sheet.stream.rows, say), 'about');
  const back = sheet.rows[sheet.opening - 1]?.[0];
  if (back?.kind === 'link') yield `<p class=back>${contentOf(back, anchors)}</p>\n`;
  if (blocks.filter(({ heading }) => heading !== null).length >= LISTED_BLOCKS) {
    yield listOf(blocked, anchors);
  }
  for (const block of blocks) yield* blockOf(blocked, block, context);
  yield* alternativesOf(blocked, context);
  yield formulasOf(sheet, tabs, say);
  yield '</section>\n';
}

function* blockOf({ sheet }: Blocked, block: Block, context: SectionContext): Generator<string> {
  const { anchors, level, say, tabs } = context;
  const { heading, lines, charts } = block;
  const title = heading === null ? '' : textOf(heading.cells[0]!);
  if (heading !== null) {
    const id = escapeHtml(anchors.headingId(sheet.name, heading.number));
    const tag = `h${level + 1}`;
    yield `<${tag} id="${id}"${directionOf(title)}>${escapeHtml(title)}</${tag}>\n`;
  }
  if (charts.length > 0) yield chartsOf(charts.map(({ chart }) => chart));
  for (const line of lines) yield paragraph(textOf(line.cells[0]!), '');
  const tab = tabs.get(sheet.name)!;
  const rows = countRows(block);
  if (block.left > 0) yield paragraph(leftText(tab, block.left, say), 'about');
  if (rows === 0) return;
  const caption = title === '' ? sheet.title : `${tab}: ${title}`;
  const table = tableOf({ ...context, sheet, caption }, block);
  if (rows > MOST_OPEN_ROWS) yield* folded(say('Show {rows} rows', { rows: count(rows) }), table);
  else yield* table;
}

function* folded(title: string, inside: Iterable<string>): Generator<string> {
  yield `<details><summary${directionOf(title)}>${escapeHtml(title)}</summary>\n`;
  yield* inside;
  yield '</details>\n';
}

/** Shows what else can be chosen on a sheet, each choice to be opened, as many as a page can hold. */
function* alternativesOf({ sheet }: Blocked, context: SectionContext): Generator<string> {
  const all = [...sheet.alternatives()];
  if (all.length === 0) return;
  const { say, level } = context;
  const tag = `h${level + 1}`;
  yield `<${tag}>${escapeHtml(say('Other choices'))}</${tag}>\n`;
  for (const { title, charts } of all.slice(0, MOST_CHOICES)) {
    yield* folded(title, [chartsOf(charts)]);
  }
  const left = all.length - MOST_CHOICES;
  if (left > 0) {
    yield paragraph(say('{count} more can be chosen in the workbook.', { count: left }), 'about');
  }
}

function countRows({ groups }: Block): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Leads to the blocks of a sheet that has many. */
function listOf({ sheet, blocks }: Blocked, anchors: Anchors): string {
  const items = blocks.flatMap(({ heading }) => {
    if (heading === null) return [];
    const id = anchors.headingId(sheet.name, heading.number);
    const title = textOf(heading.cells[0]!);
    return `<li${directionOf(title)}><a href="#${encodeURIComponent(id)}">${escapeHtml(title)}</a></li>`;
  });
  return `<ul class=list>${items.join('\n')}</ul>\n`;
}

function paragraph(text: string, name: string): string {
  const written = name === '' ? '' : ` class=${name}`;
  return `<p${written}${directionOf(text)}>${escapeHtml(text)}</p>\n`;
}

/** Says what the page is, and what it cannot do. */
function stillText(say: Report['say']): string {
  return say(
    'This page shows the workbook as it was computed. What can be chosen or changed there stands still here.',
  );
}

/** Says where the rows are that are too many for a page. */
function leftText(name: string, rows: number, say: Report['say']): string {
  return say(
    '{rows} rows are too many for a page: they stand on the sheet {name} of the workbook.',
    { rows: count(rows), name },
  );
}

function count(rows: number): string {
  return displayed(number(rows, 'plain-0'));
}

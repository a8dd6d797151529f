import type { Report } from '../report.ts';
import type { Tabs } from '../tabs.ts';
import type { Anchors, Blocked } from './anchors.ts';
import { blockOf } from './block.ts';
import { contentOf } from './cells.ts';
import { chartsOf } from './charts.ts';
import { formulasOf } from './formulas.ts';
import { directionOf, escapeHtml } from './html.ts';
import type { WriteFormula } from './names.ts';
import { folded, headingText, leftText, paragraph, stillText } from './prose.ts';
import { notesOf, textOf } from './rows.ts';

/** More choices than this are left to the workbook. */
const MOST_CHOICES = 60;

/** From so many headings on, a sheet lists them. */
const LISTED_HEADINGS = 4;

/** What a section of the page is written with. */
export interface SectionContext {
  readonly say: Report['say'];
  readonly anchors: Anchors;
  /** The tab of every sheet in the workbook. */
  readonly tabs: Tabs;
  readonly writeFormula: WriteFormula;
  /** Makes a name that no other has. */
  readonly apart: (name: string) => string;
  /** The level of the sheet's heading: 1 for the sheet that opens the page. */
  readonly level: 1 | 2;
}

/** Writes a sheet as a section of the page, piece by piece. */
export function* sectionOf(blocked: Blocked, context: SectionContext): Generator<string> {
  const { sheet, blocks } = blocked;
  const { say, anchors, tabs, level } = context;
  const tab = tabs.get(sheet.name)!;
  const label = level === 1 ? '' : `<span class=tab>${escapeHtml(tab)}</span> `;
  yield `<section id="${escapeHtml(anchors.sheetId(sheet.name))}">\n`;
  yield `<h${level}${directionOf(sheet.title)}>${label}${escapeHtml(sheet.title)}</h${level}>\n`;
  for (const note of notesOf(sheet)) yield paragraph(note, 'about');
  if (level === 1) yield paragraph(stillText(say), 'about');
  if (sheet.stream !== null) yield paragraph(leftText(tab, sheet.stream.rows, say), 'about');
  const back = sheet.rows[sheet.opening - 1]?.[0];
  if (back?.kind === 'link') yield `<p class=back>${contentOf(back, anchors)}</p>\n`;
  yield listOf(blocked, anchors);
  for (const block of blocks) yield* blockOf(blocked, block, context);
  yield* alternativesOf(blocked, context);
  yield formulasOf(sheet, tabs, say);
  yield '</section>\n';
}

/** Shows what else can be chosen on a sheet, each choice to be opened, as many as a page can hold. */
function* alternativesOf({ sheet }: Blocked, context: SectionContext): Generator<string> {
  const all = [...sheet.alternatives()];
  if (all.length === 0) return;
  const { say, level } = context;
  yield headingText(level + 1, say('Other choices'));
  for (const { title, charts } of all.slice(0, MOST_CHOICES)) {
    yield* folded(title, [chartsOf(charts)]);
  }
  const left = all.length - MOST_CHOICES;
  if (left > 0) {
    yield paragraph(say('{count} more can be chosen in the workbook.', { count: left }), 'about');
  }
}

/** Leads to the headings of a sheet that has many. */
function listOf({ sheet, blocks }: Blocked, anchors: Anchors): string {
  const headings = blocks.flatMap(({ heading }) => heading ?? []);
  if (headings.length < LISTED_HEADINGS) return '';
  const items = headings.map(({ number, cells }) => {
    const href = encodeURIComponent(anchors.headingId(sheet.name, number));
    const title = textOf(cells[0]!);
    return `<li${directionOf(title)}><a href="#${href}">${escapeHtml(title)}</a></li>`;
  });
  return `<ul class=list>${items.join('\n')}</ul>\n`;
}

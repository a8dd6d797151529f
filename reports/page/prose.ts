import { displayed } from '../format.ts';
import type { Report } from '../report.ts';
import { number } from '../sheet.ts';
import { directionOf, escapeHtml } from './html.ts';

/** Writes a paragraph in a look of the page; "" is that of plain text. */
export function paragraph(text: string, look: '' | 'about'): string {
  const written = look === '' ? '' : ` class=${look}`;
  return `<p${written}${directionOf(text)}>${escapeHtml(text)}</p>\n`;
}

/** Writes a heading. */
export function headingText(level: number, text: string, attributes = ''): string {
  return `<h${level}${attributes}${directionOf(text)}>${escapeHtml(text)}</h${level}>\n`;
}

/** Writes what opens when it is asked for. */
export function* folded(title: string, inside: Iterable<string>): Generator<string> {
  yield `<details><summary${directionOf(title)}>${escapeHtml(title)}</summary>\n`;
  yield* inside;
  yield '</details>\n';
}

/** Says what the page is, and what it cannot do. */
export function stillText(say: Report['say']): string {
  return say(
    'This page shows the workbook as it was computed. What can be chosen or changed there stands still here.',
  );
}

/** Says where the rows are that are too many for a page. */
export function leftText(tab: string, rows: number, say: Report['say']): string {
  return say(
    '{rows} rows are too many for a page: they stand on the sheet {name} of the workbook.',
    { rows: displayed(number(rows, 'plain-0')), name: tab },
  );
}

/** Gives the way of telling apart what has the same name: those who hear a page have nothing else to go by. */
export function namesApart(): (name: string) => string {
  const taken = new Map<string, number>();
  return (name) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}

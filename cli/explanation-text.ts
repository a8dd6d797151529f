import type { ExplainedNode, Explanation } from '../engine/index.ts';
import { printable } from './display-width.ts';

/** More than one reads of what a number is made from; JSON has all of it. */
const MOST_READS = 12;

const ENDS: Readonly<Record<NonNullable<ExplainedNode['ends']>, string>> = {
  'explained above': 'see above',
  deeper: '...',
  'own past': 'its own past',
  'before the first step': 'before the first step',
};

function showMonths(months: number): string {
  if (!Number.isFinite(months)) return 'never';
  const year = Math.floor(months / 12);
  const month = Math.floor(months - year * 12) + 1;
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** Writes a value as its kind asks: a date, yes or no, a number with its unit. */
function showValue({ value, unit, type }: ExplainedNode): string {
  if (type === 'date') return showMonths(value);
  if (type === 'condition') return value === 0 ? 'no' : 'yes';
  const number = String(Number(value.toPrecision(6)));
  if (unit === '1' || unit === '') return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

function originOf({ kind, text, source, why, place }: ExplainedNode): string {
  const where = `${place.file}:${place.line}`;
  if (kind === 'assumption' && source !== null) {
    const title = source.title === '' ? source.id : `${source.publisher}: ${source.title}`;
    return `${text}; ${title}${source.title === '' && why !== '' ? ` (${why})` : ''}; ${where}`;
  }
  if (kind === 'assumption') return `${text}; ${why}; ${where}`;
  if (kind === 'lever' || kind === 'shock') return `${text}; ${where}`;
  return `= ${text}`;
}

/** How much of a formula or of reasons stands in the tree. */
const LONGEST = 160;

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}...`;
}

function nodeLines(node: ExplainedNode, indent: string): readonly string[] {
  const { kind, label, at, reads, ends, text } = node;
  const when = at === '' ? '' : ` in ${at}`;
  const end = ends === null ? '' : `  (${ENDS[ends]})`;
  const head = `${indent}${label}${when}: ${showValue(node)}${end}`;
  const says = kind === 'over time' ? text : originOf(node);
  const isLeaf = ends !== null;
  const below = isLeaf || says === '' ? [] : [`${indent}    ${cut(says)}`];
  const shown = reads.slice(0, MOST_READS);
  const more = reads.length - shown.length;
  return [
    printable(head),
    ...below.map(printable),
    ...shown.flatMap((read) => nodeLines(read, `${indent}  `)),
    ...(more > 0 ? [`${indent}  ... and ${more} more`] : []),
  ];
}

/** Draws the way from a measure back to what it rests on, one number on a line and below it where it comes from. */
export function explanationText({ scenario, draw, root }: Explanation): string {
  const path = draw === null ? 'central path' : `draw ${draw}`;
  const title = `${root.about} (${scenario}, ${path})`;
  return [printable(title), ...nodeLines(root, '')].join('\n');
}

import type { ExplainedNode, Explanation } from '../engine/index.ts';
import { printable } from './display-width.ts';
import { notApplicable } from './not-applicable.ts';

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

/** Puts a text on one line, and cuts it to at most so many characters. */
function cut(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest)}...`;
}

function headOf(node: ExplainedNode): string {
  const { label, at, ends } = node;
  const when = at === '' ? '' : ` in ${at}`;
  const end = ends === null ? '' : `  (${ENDS[ends]})`;
  return `${label}${when}: ${showValue(node)}${end}`;
}

function linesBelow(node: ExplainedNode, indent: string, longest: number): readonly string[] {
  const { kind, reads, ends, text } = node;
  const says = kind === 'over time' ? text : originOf(node);
  const isLeaf = ends !== null;
  const below = isLeaf || says === '' ? [] : [`${indent}    ${cut(says, longest)}`];
  const shown = reads.slice(0, MOST_READS);
  const more = reads.length - shown.length;
  return [
    ...below.map(printable),
    ...shown.flatMap((read) => [
      printable(`${indent}  ${headOf(read)}`),
      ...linesBelow(read, `${indent}  `, longest),
    ]),
    ...(more > 0 ? [`${indent}  ... and ${more} more`] : []),
  ];
}

const CENTRAL =
  'The central path holds every uncertainty at its central value and every shock at its median; tables show medians and means over all draws, which may differ from it.';

/**
 * Draws the way from a measure back to what it rests on, one number on a line and below it where it comes from.
 * Units: formulas and reasons are cut to `longest` characters.
 */
export function explanationText(explanation: Explanation, longest: number): string {
  const { scenario, measure, draw, root, appliesNot } = explanation;
  const path = draw === null ? 'central path' : `draw ${draw}`;
  const silent = notApplicable(measure, scenario, appliesNot);
  const head =
    silent === '' ? headOf(root) : `${root.label}: n/a; the formula comes to ${showValue(root)}`;
  const notes = [silent, draw === null ? CENTRAL : ''].filter((note) => note !== '');
  return [
    printable(`${root.about} (${scenario}, ${path})`),
    ...notes.map(printable),
    printable(head),
    ...linesBelow(root, '', longest),
  ].join('\n');
}

import { error } from '../problem.ts';
import { addDays, type Day, monthsOf } from '../quantity/calendar.ts';
import { isSame, TIME } from '../quantity/dimension.ts';
import { readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import type { SourceNode } from '../source/document.ts';
import type { Term } from './model-text.ts';
import { bridge, constant, limit, override, type Path, splice } from './path.ts';
import {
  entryOf,
  type Reading,
  readCalendarDay,
  readMonths,
  report,
  wanted,
  wordsOf,
} from './read-scalar.ts';

/** What a term does, and from when on. */
export interface Deed {
  readonly act: Term['act'];
  /** In months since the year 0; minus infinity where it always holds. */
  readonly date: number;
}

/** What the terms on a schedule are read against: how its values are read, and its default. */
export interface TermForm {
  readonly reading: Reading;
  readonly read: (node: SourceNode) => number | null;
  readonly default: Path | null;
}

/** What a kind of term is made from. */
interface TermSite extends TermForm {
  readonly body: SourceNode;
}

/** A kind of term: its keys, and how it acts on the path so far and on the bare schedule. */
export interface TermKind {
  readonly keys: readonly string[];
  readonly read: (site: TermSite) => Deed | null;
}

function dateIn({ reading, body }: TermSite, key: string): number | null {
  const node = entryOf(body, key);
  return node === undefined
    ? wanted(reading, `a date \`${key}:\``, body.position)
    : readMonths(reading, node);
}

function valueIn({ reading, body, read }: TermSite, key: string): number | null {
  const node = entryOf(body, key);
  return node === undefined ? wanted(reading, `a value \`${key}:\``, body.position) : read(node);
}

function addSpan(reading: Reading, from: SourceNode, months: number, span: SourceNode) {
  if (span.kind !== 'scalar') return wanted(reading, 'a span such as `120 days`', span.position);
  const quantity = readQuantity(wordsOf(span));
  if (isRefusal(quantity)) return report(reading, span, quantity);
  if (!isSame(quantity.unit.dimension, TIME) || quantity.value < 0) {
    return wanted(reading, 'a span such as `120 days`', span.position);
  }
  const isDays = quantity.unit.text.startsWith('day') && /^\d+$/.test(quantity.decimal);
  const isNamedDay = from.kind === 'scalar' && wordsOf(from) !== 'start';
  if (!isDays || !isNamedDay) return months + quantity.value;
  const day: Day | null = readCalendarDay(reading, from);
  return day === null ? null : monthsOf(addDays(day, Number(quantity.decimal)));
}

/** Reads where a stretch that begins at `from` ends. */
function endOf(site: TermSite, from: number): number | null {
  const { reading, body } = site;
  const span = entryOf(body, 'span');
  const to = entryOf(body, 'to');
  if (span === undefined && to === undefined) {
    return wanted(reading, '`span:`, such as `120 days`, or a date `to:`', body.position);
  }
  if (span === undefined) return dateIn(site, 'to');
  if (to === undefined) return addSpan(reading, entryOf(body, 'from')!, from, span);
  const message = 'a term cannot have "to" beside "span"';
  reading.problems.push(error('unknown-key', message, to.position, 'keep one of them'));
  return null;
}

/** Reads `from` and `span` or `to`: days of a span are days of the calendar. */
function stretch(site: TermSite): readonly [number, number] | null {
  const { reading, body } = site;
  const from = dateIn(site, 'from');
  const to = from === null ? null : endOf(site, from);
  if (from === null || to === null) return null;
  if (to > from) return [from, to];
  reading.problems.push(error('bad-schedule', 'the term ends before it begins', body.position));
  return null;
}

/** One row per kind of term, by the word for it. */
export const TERM_KINDS: ReadonlyMap<string, TermKind> = new Map<string, TermKind>([
  [
    'deferral',
    {
      keys: ['from', 'span', 'to', 'meanwhile'],
      read: (site) => {
        const time = stretch(site);
        const value = valueIn(site, 'meanwhile');
        if (time === null || value === null) return null;
        return { date: time[0], act: (path) => override(path, time[0], time[1], value) };
      },
    },
  ],
  [
    'sunset',
    {
      keys: ['on', 'to'],
      read: (site) => {
        const on = dateIn(site, 'on');
        const to = entryOf(site.body, 'to') === undefined ? site.default : valueIn(site, 'to');
        if (on === null) return null;
        if (to === null)
          return wanted(site.reading, '`to:`, the value after it,', site.body.position);
        const after = typeof to === 'number' ? constant(to) : to;
        return { date: on, act: (path) => splice(path, on, after) };
      },
    },
  ],
  [
    'phase_in',
    {
      keys: ['from', 'span', 'to'],
      read: (site) => {
        const time = stretch(site);
        if (time === null) return null;
        return { date: time[0], act: (path) => bridge(path, time[0], time[1]) };
      },
    },
  ],
  [
    'snap_back',
    {
      keys: ['on', 'to'],
      read: (site) => {
        const on = dateIn(site, 'on');
        const bareAgain = entryOf(site.body, 'to') === undefined;
        const to = bareAgain ? null : valueIn(site, 'to');
        if (on === null || (to === null && !bareAgain)) return null;
        return {
          date: on,
          act: (path, bare) => splice(path, on, to === null ? bare : constant(to)),
        };
      },
    },
  ],
  [
    'cap',
    {
      keys: ['at', 'from'],
      read: (site) => {
        const at = valueIn(site, 'at');
        const always = entryOf(site.body, 'from') === undefined;
        const from = always ? Number.NEGATIVE_INFINITY : dateIn(site, 'from');
        if (at === null || from === null) return null;
        return { date: from, act: (path) => limit(path, from, at) };
      },
    },
  ],
]);

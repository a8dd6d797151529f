import { error, type Position } from '../problem.ts';
import { addDays, type Day, monthsOf } from '../quantity/calendar.ts';
import { isSame, TIME } from '../quantity/dimension.ts';
import { readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import type { MapEntry, MapNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import type { Term } from './model-text.ts';
import { bridge, constant, limit, override, type Path, splice } from './path.ts';
import {
  entryOf,
  type Reading,
  readCalendarDay,
  readMonths,
  refuseOtherKeys,
  report,
  wanted,
  wordsOf,
} from './read-scalar.ts';

/** One entry of `terms:`: a term, or null where `none` removes it. */
export interface TermEdit {
  readonly name: string;
  readonly term: Term | null;
  readonly position: Position;
}

type Act = Term['act'];

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

/** What a term's `status:` may say. */
export const STATUSES = ['announced', 'in force', 'suspended'] as const;

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

/** One row per kind of term: its keys and how it acts on the path so far and on the bare schedule. */
const TERMS: ReadonlyMap<
  string,
  { readonly keys: readonly string[]; readonly read: (site: TermSite) => Act | null }
> = new Map([
  [
    'deferral',
    {
      keys: ['from', 'span', 'to', 'meanwhile'],
      read: (site) => {
        const time = stretch(site);
        const value = valueIn(site, 'meanwhile');
        if (time === null || value === null) return null;
        return (path) => override(path, time[0], time[1], value);
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
        return (path) => splice(path, on, typeof to === 'number' ? constant(to) : to);
      },
    },
  ],
  [
    'phase_in',
    {
      keys: ['from', 'span', 'to'],
      read: (site) => {
        const time = stretch(site);
        return time === null ? null : (path) => bridge(path, time[0], time[1]);
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
        return (path, bare) => splice(path, on, to === null ? bare : constant(to));
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
        return at === null || from === null ? null : (path) => limit(path, from, at);
      },
    },
  ],
]);

/** Lists the kinds of terms and the keys of each. */
export function termKinds(): ReadonlyMap<string, readonly string[]> {
  return new Map([...TERMS].map(([kind, { keys }]) => [kind, keys]));
}

function statusOf(reading: Reading, node: MapNode): Term['status'] | null {
  const status = entryOf(node, 'status');
  const text = status?.kind === 'scalar' ? wordsOf(status) : '';
  const known = STATUSES.find((name) => name === text);
  if (known !== undefined) return known;
  const position = status?.position ?? node.position;
  return wanted(reading, `\`status:\` with one of ${STATUSES.join(', ')}`, position);
}

function describe(kind: string, body: SourceNode, status: string): string {
  const parts = body.kind === 'map' ? body.entries : [];
  const words = parts.map(
    ({ key, value }) => `${key} ${value.kind === 'scalar' ? wordsOf(value) : '?'}`,
  );
  return `${kind} ${words.join(', ')} (${status})`;
}

function readTerm(form: TermForm, entryOfTerm: MapEntry): TermEdit | null {
  const { key: name, keyPosition: position, value: node } = entryOfTerm;
  const { reading } = form;
  if (node.kind === 'scalar' && wordsOf(node) === 'none') return { name, term: null, position };
  const entry = node.kind === 'map' ? node.entries.find(({ key }) => key !== 'status') : undefined;
  if (node.kind !== 'map' || entry === undefined) {
    return wanted(reading, 'a term such as `{ deferral: {...}, status: in force }`', node.position);
  }
  const { key, keyPosition, value: body } = entry;
  const kind = TERMS.get(key);
  if (kind === undefined) {
    const hint = hintFor(key, [...TERMS.keys()]) ?? `known: ${[...TERMS.keys()].join(', ')}`;
    reading.problems.push(error('unknown-key', `there is no term "${key}"`, keyPosition, hint));
    return null;
  }
  refuseOtherKeys(reading, node, [key, 'status']);
  refuseOtherKeys(reading, body, kind.keys);
  const status = statusOf(reading, node);
  const act = kind.read({ ...form, body });
  if (status === null || act === null) return null;
  return {
    name,
    position,
    term: { name, status, act, text: `${name}: ${describe(key, body, status)}` },
  };
}

/** Reads `terms:`, named acts on a schedule; `none` removes an ancestor's. */
export function readTerms(form: TermForm, node: SourceNode): TermEdit[] {
  if (node.kind !== 'map') {
    wanted(form.reading, 'a map of terms', node.position);
    return [];
  }
  return node.entries.flatMap((entry) => readTerm(form, entry) ?? []);
}

import { type Distribution, quantile } from '../distribution/distribution.ts';
import { error, type Position } from '../problem.ts';
import { looksLikeDate } from '../quantity/calendar.ts';
import { PLAIN_DIGITS } from '../source/check-number.ts';
import type { MapNode, SourceNode } from '../source/document.ts';
import { boundsHint, showValue } from './bounds-hint.ts';
import type { Lever } from './model-text.ts';
import { constant, dated, type Path, splice } from './path.ts';
import { intervalIn, isDistribution, readDistribution } from './read-distribution.ts';
import {
  entryOf,
  type Reading,
  readKeyMonths,
  readMonths,
  readNumber,
  readYesNo,
  refuseDates,
  refuseOtherKeys,
  saysYesOrNo,
  wanted,
  wordsOf,
} from './read-scalar.ts';
import type { Tables } from './read-table-values.ts';
import { readTerms, type TermEdit } from './read-terms.ts';

/** What is needed to read the value of a lever; `default` is null while the default itself is read. */
export interface LeverForm extends Pick<Lever, 'type' | 'unit' | 'within' | 'linear'> {
  readonly default: Path | null;
  readonly tables: Tables;
}

/** What one file says of one lever element; `value` null where it only edits the terms. */
export interface LeverEdit {
  readonly value: Path | Distribution | null;
  readonly text: string;
  readonly terms: readonly TermEdit[];
  readonly position: Position;
}

/** Gives a map whose keys are dates; null for anything else. */
export function scheduleIn(node: SourceNode): MapNode | null {
  if (node.kind !== 'map') return null;
  return node.entries.some(({ key }) => key === 'start' || looksLikeDate(key)) ? node : null;
}

/** Tells whether a node is the value of a lever rather than a map or list of elements. */
export function isLeverValue(node: SourceNode): boolean {
  if (node.kind !== 'map') return node.kind === 'scalar';
  if (scheduleIn(node) !== null || isDistribution(node)) return true;
  return node.entries.some(({ key }) => key === 'schedule' || key === 'terms');
}

function checkBounds(
  reading: Reading,
  form: LeverForm,
  values: readonly number[],
  at: Position,
  hint?: string,
): void {
  const { within, unit } = form;
  if (within === null) return;
  const [low, high] = within;
  for (const value of values) {
    if (value >= low && value <= high) continue;
    const [own, from, to] = [value, low, high].map((one) => showValue(one, unit));
    const message = `${own} is outside ${from} to ${to}`;
    reading.problems.push(
      error('out-of-bounds', message, at, hint ?? boundsHint(value, within, unit)),
    );
  }
}

/** A word that no quantity is. */
function refuseWord(reading: Reading, node: SourceNode): boolean {
  if (node.kind !== 'scalar' || !saysYesOrNo(node)) return false;
  const hint = 'a lever that is yes or no says `type: yes/no` in its module, in place of `unit`';
  const message = `"${wordsOf(node)}" is not a quantity`;
  reading.problems.push(error('bad-quantity', message, node.position, hint));
  return true;
}

function readDate(reading: Reading, node: SourceNode): number | null {
  if (node.kind !== 'scalar' || !saysYesOrNo(node)) return readMonths(reading, node, true);
  const hint = 'this lever is a date: 2025-04-09, 2025-04 or never';
  reading.problems.push(error('bad-date', `"${wordsOf(node)}" is not a date`, node.position, hint));
  return null;
}

function readOne(reading: Reading, node: SourceNode, form: LeverForm): number | null {
  if (form.type === 'date') return readDate(reading, node);
  if (form.type === 'yes/no') return readYesNo(reading, node);
  if (intervalIn(node) !== null || isDistribution(node)) {
    const hint = 'an uncertainty stands alone, without dates and terms';
    return wanted(reading, 'one value', node.position, hint);
  }
  if (refuseWord(reading, node)) return null;
  const value = readNumber(reading, node, form.unit);
  if (value !== null) checkBounds(reading, form, [value], node.position);
  return value;
}

function hasDatesOnly(reading: Reading, node: MapNode): boolean {
  const at = node.entries.findIndex(({ key }) => key !== 'start' && !looksLikeDate(key));
  if (at < 0) return true;
  if (refuseSplitNumber(reading, node, at) || refuseDates(reading, node)) return false;
  const { key, keyPosition } = node.entries[at]!;
  const hint = /^\d/.test(key) ? PLAIN_DIGITS : 'a schedule is a map of dates to values';
  reading.problems.push(error('bad-date', `"${key}" is not a date`, keyPosition, hint));
  return false;
}

/** A comma among digits makes a key of what follows it: `{ 2026-07: 12,5% }`; tells whether that happened. */
function refuseSplitNumber({ problems }: Reading, { entries }: MapNode, at: number): boolean {
  const [before, { key, value }] = [entries[at - 1]?.value, entries[at]!];
  if (before?.kind !== 'scalar' || value.kind !== 'scalar' || value.value !== null) return false;
  const head = wordsOf(before);
  if (!/^[-+]?\d+$/.test(head) || !/^\d/.test(key)) return false;
  const isThousands = /^\d{3}(?!\d)/.test(key);
  const hint = isThousands ? PLAIN_DIGITS : `write ${head}.${key}`;
  const written = `${head},${key}`;
  const position = { ...before.position, length: written.length };
  problems.push(error('odd-number', `"${written}" is no number`, position, hint));
  return true;
}

/**
 * Reads a map of dates to values; each holds until the next. Earlier than the first date holds `before`; where
 * that is 'first', the first value; where it is null, the first date must be `start`.
 */
export function readSchedule(
  reading: Reading,
  node: MapNode,
  before: Path | 'first' | null,
  linear: boolean,
  read: (node: SourceNode) => number | null,
): Path | null {
  if (!hasDatesOnly(reading, node)) return null;
  const points: { time: number; value: number }[] = [];
  for (const { key, keyPosition, value } of node.entries) {
    const time = readKeyMonths(reading, key, keyPosition);
    const number = read(value);
    if (time === null || number === null) return null;
    if (time <= (points.at(-1)?.time ?? Number.NEGATIVE_INFINITY)) {
      const hint = 'dates go from earlier to later; `start` is the first day of the horizon';
      reading.problems.push(
        error('bad-schedule', `${key} is not after the date before it`, keyPosition, hint),
      );
      return null;
    }
    points.push({ time, value: number });
  }
  if (before !== null && before !== 'first') {
    return splice(before, points[0]!.time, dated(points, linear));
  }
  if (before === 'first' || node.entries[0]!.key === 'start') {
    return splice(constant(points[0]!.value), points[0]!.time, dated(points, linear));
  }
  const message = 'a default says what holds at the start';
  reading.problems.push(
    error('bad-schedule', message, node.entries[0]!.keyPosition, 'add `start:` as the first date'),
  );
  return null;
}

function showSchedule(node: MapNode): string {
  return node.entries
    .map(({ key, value }) => `${value.kind === 'scalar' ? wordsOf(value) : '?'} from ${key}`)
    .join('; ');
}

function readPlain(reading: Reading, node: SourceNode, form: LeverForm): Path | null {
  const schedule = scheduleIn(node);
  if (schedule !== null && form.type === 'quantity') {
    return readSchedule(reading, schedule, form.default, form.linear, (n) =>
      readOne(reading, n, form),
    );
  }
  const value = readOne(reading, node, form);
  return value === null ? null : constant(value);
}

/** Tails without end reach past any bound; a draw in a million may. */
const TAIL = 1e-6;

function readUncertain(reading: Reading, node: SourceNode, form: LeverForm): LeverEdit | null {
  if (form.type !== 'quantity') return wanted(reading, `a ${form.type}`, node.position);
  const value = readDistribution(reading, node, form.unit, form.tables);
  if (value === null) return null;
  const reach =
    'one draw in a million lies there; give an uncertainty with ends, such as `uniform`';
  const ends = [quantile(value, TAIL), quantile(value, 1 - TAIL)];
  checkBounds(reading, form, ends, node.position, reach);
  return { value, text: describeNode(node), terms: [], position: node.position };
}

/** Writes a value node back as one line. */
export function describeNode(node: SourceNode): string {
  if (node.kind === 'scalar') return wordsOf(node).replace(/\s+/g, ' ');
  if (node.kind === 'list') return `[${node.items.map(describeNode).join(', ')}]`;
  const schedule = scheduleIn(node);
  if (schedule !== null) return showSchedule(schedule);
  return node.entries.map(({ key, value }) => `${key}: ${describeNode(value)}`).join('; ');
}

/** Reads the value of one lever element in any of its forms. */
export function readLeverValue(
  reading: Reading,
  node: SourceNode,
  form: LeverForm,
): LeverEdit | null {
  if (intervalIn(node) !== null || isDistribution(node)) return readUncertain(reading, node, form);
  const schedule = entryOf(node, 'schedule');
  const termsNode = entryOf(node, 'terms');
  if (schedule === undefined && termsNode === undefined) {
    const value = readPlain(reading, node, form);
    if (value === null) return null;
    return { value, text: describeNode(node), terms: [], position: node.position };
  }
  refuseOtherKeys(reading, node, ['schedule', 'terms']);
  if (form.type !== 'quantity') return wanted(reading, `a ${form.type}`, node.position);
  const value = schedule === undefined ? null : readPlain(reading, schedule, form);
  if (schedule !== undefined && value === null) return null;
  const terms =
    termsNode === undefined
      ? []
      : readTerms(
          { reading, default: form.default, read: (at) => readOne(reading, at, form) },
          termsNode,
        );
  const text = schedule === undefined ? '' : describeNode(schedule);
  return { value, text, terms, position: node.position };
}

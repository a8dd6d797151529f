import { error, type Position, type Problem } from '../problem.ts';
import { type Day, dateHint, isDateElsewhere, monthsOf, readDay } from '../quantity/calendar.ts';
import { misfit, readQuantity } from '../quantity/quantity.ts';
import { isRefusal, type Refusal } from '../quantity/refusal.ts';
import { readUnit, type Unit } from '../quantity/unit.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { hintForSlip } from '../source/explain-key.ts';
import { positionIn } from '../source/locate.ts';
import { hintFor } from '../source/suggest.ts';
import type { Clock } from './model-text.ts';

/** Where a reader puts what it finds wrong, and the clock that `start` refers to. */
export interface Reading {
  readonly problems: Problem[];
  readonly clock: Clock;
}

/** Names the field of a case, whose author writes numbers and no units. */
function reportField(reading: Reading, field: string, { raw, position }: ScalarNode): null {
  const hint = /^"/.test(raw.text) ? 'write it without quotes' : undefined;
  const message = `a number is wanted for ${field}`;
  reading.problems.push(error('bad-quantity', message, position, hint));
  return null;
}

/** Reports a refusal at the part of the scalar that it is about. */
export function report(reading: Reading, node: ScalarNode, refusal: Refusal): null {
  if (node.field !== undefined && refusal.refused === 'bad-quantity') {
    return reportField(reading, node.field, node);
  }
  const { refused, message, offset, length, hint } = refusal;
  const lead = node.raw.text.length - node.raw.text.trimStart().length;
  const position = positionIn(node.raw, lead + offset, Math.max(1, length));
  reading.problems.push(error(refused, message, position, hint));
  return null;
}

/** Reports that something else was wanted here. */
export function wanted(reading: Reading, what: string, position: Position, hint?: string): null {
  reading.problems.push(error('wrong-type', `${what} is wanted here`, position, hint));
  return null;
}

/** Gives the words of a scalar as typed, without the white space around them. */
export function wordsOf(node: ScalarNode): string {
  return node.raw.text.trim();
}

/** Tells whether a node says yes or no, in whatever words. */
export function saysYesOrNo(node: SourceNode | undefined): boolean {
  return node?.kind === 'scalar' && /^(yes|no|true|false)$/i.test(wordsOf(node));
}

/** Says what to write instead of a map or list where one value is wanted. */
function hintForMany(node: SourceNode): string {
  const isOf = (part: SourceNode, pattern: RegExp) =>
    part.kind === 'map' && part.entries.some(({ key }) => pattern.test(key));
  const isSchedule = node.kind === 'list' && node.items.some((item) => isOf(item, /^\d{4}-\d{2}/));
  return isSchedule
    ? 'a schedule is a map of dates to values: `{ 2025-07-01: 25% }`'
    : 'there is one value for all here, no map or list of them';
}

/** Points at the first key of a map that is a date as other places write it; tells whether there is one. */
export function refuseDates(reading: Reading, node: SourceNode): boolean {
  if (node.kind !== 'map') return false;
  const found = node.entries.find(({ key }) => isDateElsewhere(key));
  if (found === undefined) return false;
  const message = `"${found.key}" is not a date`;
  reading.problems.push(error('bad-date', message, found.keyPosition, dateHint(found.key)));
  return true;
}

/** Reads a quantity that fits `unit`; gives its value in base units. */
export function readNumber(reading: Reading, node: SourceNode, unit: Unit): number | null {
  if (node.kind !== 'scalar') {
    if (refuseDates(reading, node)) return null;
    return wanted(reading, `a quantity in ${unit.text}`, node.position, hintForMany(node));
  }
  const text = wordsOf(node);
  const quantity = readQuantity(text);
  if (isRefusal(quantity)) return report(reading, node, quantity);
  const problem = misfit(quantity, unit, text);
  return problem === null ? quantity.value : report(reading, node, problem);
}

/** Reads a number inside a distribution: bare, it takes `unit`; with a unit, it must fit. */
export function readBareNumber(reading: Reading, node: SourceNode, unit: Unit): number | null {
  if (node.kind === 'scalar' && typeof node.value === 'number') {
    const quantity = readQuantity(`${wordsOf(node)} ${unit.text}`);
    return isRefusal(quantity) ? report(reading, node, quantity) : quantity.value;
  }
  return readNumber(reading, node, unit);
}

/** Reads `2025-04-09`, `2025-04`, `start` or, where allowed, `never`, as months since the year 0. */
export function readMonths(reading: Reading, node: SourceNode, never = false): number | null {
  if (node.kind !== 'scalar') return wanted(reading, 'a date', node.position);
  const text = wordsOf(node);
  if (text === 'start') return reading.clock.start;
  if (text === 'never' && never) return Number.POSITIVE_INFINITY;
  const day = readDay(text);
  return isRefusal(day) ? report(reading, node, day) : monthsOf(day);
}

/** Reads the date that is the key of a map. */
export function readKeyMonths(reading: Reading, key: string, position: Position): number | null {
  if (key === 'start') return reading.clock.start;
  const day = readDay(key);
  if (!isRefusal(day)) return monthsOf(day);
  const { refused, message, offset, length, hint } = day;
  const place = { ...position, column: position.column + offset, length };
  reading.problems.push(error(refused, message, place, hint));
  return null;
}

/** Reads a date as a day of the calendar. */
export function readCalendarDay(reading: Reading, node: SourceNode): Day | null {
  if (node.kind !== 'scalar') return wanted(reading, 'a date', node.position);
  const day = readDay(wordsOf(node));
  return isRefusal(day) ? report(reading, node, day) : day;
}

/** What other languages write. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...['yes', 'true', 'on', 'y', '1'].map((word) => [word, 'yes'] as const),
  ...['no', 'false', 'off', 'n', '0'].map((word) => [word, 'no'] as const),
]);

/** Reads `yes` or `no` as 1 or 0. */
export function readYesNo(reading: Reading, node: SourceNode): number | null {
  const text = node.kind === 'scalar' ? wordsOf(node) : '';
  if (text === 'yes' || text === 'no') return text === 'yes' ? 1 : 0;
  const meant = MEANT.get(text.toLowerCase());
  const hint = meant === undefined ? 'this lever is yes or no' : `write ${meant}`;
  return wanted(reading, '`yes` or `no`', node.position, hint);
}

/** Finds the value of a key in a map. */
export function entryOf(node: SourceNode | undefined, key: string): SourceNode | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find((entry) => entry.key === key)?.value;
}

/** Reports every key of a map that is not among those known here. */
export function refuseOtherKeys(reading: Reading, node: SourceNode, keys: readonly string[]): void {
  if (node.kind !== 'map') return;
  for (const { key, keyPosition } of node.entries) {
    if (keys.includes(key)) continue;
    const hint = hintForSlip(key) ?? hintFor(key, keys) ?? `known here: ${keys.join(', ')}`;
    reading.problems.push(error('unknown-key', `unknown key "${key}"`, keyPosition, hint));
  }
}

/** Reads the `unit:` of a thing; `otherwise` where it declares none. */
export function readUnitKey(reading: Reading, node: SourceNode, otherwise: Unit): Unit {
  const at = entryOf(node, 'unit');
  if (at?.kind !== 'scalar') return otherwise;
  const unit = readUnit(at.raw.text.trim());
  if (!isRefusal(unit)) return unit;
  report(reading, at, unit);
  return otherwise;
}

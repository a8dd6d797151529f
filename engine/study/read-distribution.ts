import { type Distribution, FORMS, interval } from '../distribution/distribution.ts';
import type { DistributionForm } from '../distribution/form.ts';
import { error, type Position } from '../problem.ts';
import { misfit, type Quantity, readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { ONE, type Unit } from '../quantity/unit.ts';
import { PLAIN_DIGITS } from '../source/check-number.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import {
  entryOf,
  type Reading,
  readBareNumber,
  readNumber,
  refuseOtherKeys,
  report,
  wanted,
  wordsOf,
} from './read-scalar.ts';
import type { Tables } from './read-table-values.ts';

const INTERVAL = /^(\S.*?) to (.+)$/s;

/** Gives a scalar that is written as `a to b unit`; null for anything else. */
export function intervalIn(node: SourceNode): ScalarNode | null {
  return node.kind === 'scalar' && typeof node.value === 'string' && INTERVAL.test(wordsOf(node))
    ? node
    : null;
}

/** The words that name a distribution in a map with one key. */
export const DISTRIBUTION_WORDS: readonly string[] = [...FORMS.keys(), 'choice', 'table'];

/** Tells whether a map is a distribution: its one key names one. */
export function isDistribution(node: SourceNode): boolean {
  const key = node.kind === 'map' && node.entries.length === 1 ? node.entries[0]!.key : '';
  return DISTRIBUTION_WORDS.includes(key);
}

/** Finds the unit that `3 to 7 Mt/year` is written in; null where the text is no interval. */
export function unitOfInterval(node: SourceNode): Unit | null {
  const interval = intervalIn(node);
  if (interval === null) return null;
  const high = readQuantity(INTERVAL.exec(wordsOf(interval))![2]!);
  return isRefusal(high) ? null : high.unit;
}

function readInterval(reading: Reading, node: ScalarNode, unit: Unit): Distribution | null {
  const text = wordsOf(node);
  const [, from = '', to = ''] = INTERVAL.exec(text) ?? [];
  const offset = text.length - to.length;
  const high = readQuantity(to);
  if (isRefusal(high)) return report(reading, node, { ...high, offset: offset + high.offset });
  const problem = misfit(high, unit, to);
  if (problem !== null) return report(reading, node, { ...problem, offset });
  const bare = readQuantity(from);
  const low =
    isRefusal(bare) || bare.unit !== ONE ? bare : readQuantity(`${from} ${high.unit.text}`);
  if (isRefusal(low)) return report(reading, node, low);
  const misfitting = misfit(low, unit, from);
  if (misfitting !== null) return report(reading, node, misfitting);
  if (low.value < high.value) return interval(low.value, high.value);
  const message = `${from} is not below ${to}`;
  const hint = 'the lower end comes first';
  reading.problems.push(error('bad-distribution', message, node.position, hint));
  return null;
}

function named(form: DistributionForm, body: SourceNode): Map<string, SourceNode> | null {
  if (body.kind === 'list' && form.list?.length === body.items.length) {
    return new Map(form.list.map((name, index) => [name, body.items[index]!]));
  }
  if (body.kind !== 'map') return null;
  const parameters = new Map(body.entries.map(({ key, value }) => [key, value]));
  const bounds = parameters.get('within');
  if (bounds?.kind === 'list' && bounds.items.length === 2) {
    parameters.delete('within');
    parameters.set('low', bounds.items[0]!).set('high', bounds.items[1]!);
  }
  const names = [...parameters.keys()];
  const fits = form.maps.some(({ required, optional = [] }) => {
    const known = [...required, ...optional];
    return required.every((name) => parameters.has(name)) && names.every((n) => known.includes(n));
  });
  return fits ? parameters : null;
}

function showForm(form: DistributionForm): string {
  const list = form.list === undefined ? [] : [`[${form.list.join(', ')}]`];
  const maps = form.maps.map(({ required }) => `{ ${required.join(', ')} }`);
  return [...list, ...maps].map((shape) => `\`${form.kind}: ${shape}\``).join(' or ');
}

function readForm(reading: Reading, form: DistributionForm, body: SourceNode, unit: Unit) {
  const parameters = named(form, body);
  if (parameters === null) {
    const digits = body.kind === 'map' && body.entries.some(({ key }) => /^\d/.test(key));
    const hint = digits ? PLAIN_DIGITS : `write it as ${showForm(form)}`;
    const message = `${form.kind} has other parameters`;
    reading.problems.push(error('bad-distribution', message, body.position, hint));
    return null;
  }
  const values: Record<string, number> = {};
  for (const [name, node] of parameters) {
    const value = readBareNumber(reading, node, form.pure.includes(name) ? ONE : unit);
    if (value === null) return null;
    values[name] = value;
  }
  const made = form.make(values);
  if (typeof made !== 'string') return made;
  reading.problems.push(error('bad-distribution', made, body.position));
  return null;
}

const CHOICE =
  'write `choice: { 2: 1, 5: 3 }` or `choice: [{ value: 2, weight: 1 }, ...]`, weights above 0';

function refuseChoice(reading: Reading, message: string, position: Position): null {
  reading.problems.push(error('bad-distribution', message, position, CHOICE));
  return null;
}

/** Reads the value that is a key of `choice: { 2 USD: 1, 5 USD: 3 }`. */
function readKeyNumber(reading: Reading, entry: MapEntry, unit: Unit): number | null {
  const bare = readQuantity(entry.key);
  const isBare = !isRefusal(bare) && bare.unit === ONE;
  const quantity = isBare ? readQuantity(`${entry.key} ${unit.text}`) : bare;
  const refusal = isRefusal(quantity) ? quantity : misfit(quantity, unit, entry.key);
  if (refusal === null) return (quantity as Quantity).value;
  const { refused, message, hint } = refusal;
  reading.problems.push(error(refused, message, entry.keyPosition, hint));
  return null;
}

function readChoiceItem(reading: Reading, item: SourceNode, unit: Unit) {
  refuseOtherKeys(reading, item, ['value', 'weight']);
  const [value, weight] = [entryOf(item, 'value'), entryOf(item, 'weight')];
  if (value === undefined || weight === undefined) {
    return refuseChoice(reading, 'a choice has a value and a weight', item.position);
  }
  return [readBareNumber(reading, value, unit), readNumber(reading, weight, ONE)] as const;
}

function readChoice(reading: Reading, body: SourceNode, unit: Unit): Distribution | null {
  if (body.kind === 'scalar' || (body.kind === 'list' ? body.items : body.entries).length === 0) {
    return refuseChoice(reading, 'choice lists values and weights', body.position);
  }
  const bare = body.kind === 'list' ? body.items.find(({ kind }) => kind !== 'map') : undefined;
  if (bare !== undefined) {
    return refuseChoice(reading, 'a choice has a value and a weight', bare.position);
  }
  const pairs =
    body.kind === 'list'
      ? body.items.map((item) => readChoiceItem(reading, item, unit))
      : body.entries.map((entry) => {
          const value = readKeyNumber(reading, entry, unit);
          return [value, readNumber(reading, entry.value, ONE)] as const;
        });
  const values = pairs.map((pair) => pair?.[0] ?? null);
  const weights = pairs.map((pair) => pair?.[1] ?? null);
  if (!values.every((x) => x !== null) || !weights.every((x) => x !== null)) return null;
  if (weights.every((weight) => weight > 0)) return { kind: 'choice', values, weights };
  return refuseChoice(reading, 'the weights of a choice are above 0', body.position);
}

/**
 * Reads an uncertainty: `a to b unit` or a map with one key, the distribution's name. Bare numbers take `unit`.
 *
 * Errors: `bad-distribution`, `unit-mismatch` and others at the place, with the form that is wanted.
 */
export function readDistribution(
  reading: Reading,
  node: SourceNode,
  unit: Unit,
  tables: Tables,
): Distribution | null {
  const range = intervalIn(node);
  if (range !== null) return readInterval(reading, range, unit);
  if (node.kind !== 'map' || node.entries.length !== 1) {
    return wanted(
      reading,
      'an uncertainty',
      node.position,
      'such as `3 to 7` or `{ triangular: [1, 2, 4] }`',
    );
  }
  const { key, keyPosition, value: body } = node.entries[0]!;
  const form = FORMS.get(key);
  if (form !== undefined) return readForm(reading, form, body, unit);
  if (key === 'choice') return readChoice(reading, body, unit);
  if (key === 'table') {
    const values = tables.sample(reading, body, unit);
    return values === null ? null : { kind: 'table', values };
  }
  const hint = hintFor(key, DISTRIBUTION_WORDS) ?? `known: ${DISTRIBUTION_WORDS.join(', ')}`;
  reading.problems.push(
    error('bad-distribution', `there is no distribution "${key}"`, keyPosition, hint),
  );
  return null;
}

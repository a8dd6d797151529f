import { LIMITS } from '../limits.ts';
import { error } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import type { Sets } from './extent.ts';
import { entriesOf, textsOf, wordsIn } from './located.ts';
import { checkName } from './names.ts';
import { entryOf, type Reading, wordsOf } from './read-scalar.ts';
import type { Tables } from './read-table-values.ts';
import { MODEL } from './schema.ts';

function subsetOf(
  reading: Reading,
  entry: MapEntry,
  sets: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const of = entryOf(entry.value, 'subset of')!;
  const whole = sets.get(wordsIn(of));
  if (whole === undefined) {
    const hint = hintFor(wordsIn(of), [...sets.keys()]) ?? 'a set stands before its subsets';
    reading.problems.push(
      error('unknown-set', `there is no set "${wordsIn(of)}"`, of.position, hint),
    );
    return [];
  }
  const without = textsOf(entry.value, 'without');
  for (const node of without) {
    if (whole.includes(wordsOf(node))) continue;
    const message = `${wordsIn(of)} has no element "${wordsOf(node)}"`;
    reading.problems.push(
      error('unknown-element', message, node.position, hintFor(wordsOf(node), whole)),
    );
  }
  return whole.filter((name) => !without.some((node) => wordsOf(node) === name));
}

function fromColumn(reading: Reading, entry: MapEntry, tables: Tables): readonly string[] {
  const [from, column] = [entryOf(entry.value, 'from'), entryOf(entry.value, 'column')];
  const table = from === undefined ? null : tables.open(reading, from);
  if (table === null || column === undefined) return [];
  const index = table.columns.indexOf(wordsIn(column));
  if (index < 0) {
    const message = `the table has no column "${wordsIn(column)}"`;
    const hint = hintFor(wordsIn(column), table.columns);
    reading.problems.push(error('table-syntax', message, column.position, hint));
    return [];
  }
  const cells = new Map(table.rows.map(({ cells }) => [cells[index]!.text, cells[index]!]));
  for (const { text, position } of cells.values()) {
    checkName(reading.problems, text, 'an element', position);
  }
  return [...cells.keys()];
}

function readSet(
  reading: Reading,
  entry: MapEntry,
  tables: Tables,
  sets: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  checkName(reading.problems, entry.key, 'a set', entry.keyPosition);
  if (entryOf(entry.value, 'subset of') !== undefined) return subsetOf(reading, entry, sets);
  if (entry.value.kind === 'map') return fromColumn(reading, entry, tables);
  const nodes = entry.value.kind === 'list' ? entry.value.items : [];
  const names = nodes.map(wordsIn);
  for (const [index, node] of nodes.entries()) {
    checkName(reading.problems, names[index]!, 'an element', node.position);
    if (names.indexOf(names[index]!) === index) continue;
    reading.problems.push(
      error('duplicate-name', `${names[index]} stands here twice`, node.position),
    );
  }
  return names;
}

/** Reads the sets of model/model.yaml, each after those it is a subset of; some may be replaced by others. */
export function readSets(
  reading: Reading,
  root: SourceNode | undefined,
  tables: Tables,
  replaced: Sets = new Map(),
): Sets {
  const sets = new Map<string, readonly string[]>();
  if (root === undefined) return sets;
  const shape = checkShape(MODEL, root);
  reading.problems.push(...shape.problems);
  for (const entry of entriesOf(root, 'sets')) {
    const before = reading.problems.length;
    const names = replaced.get(entry.key) ?? readSet(reading, entry, tables, sets);
    const isRead = shape.value !== null && reading.problems.length === before;
    if (names.length === 0 && isRead) {
      reading.problems.push(
        error('missing-element', `the set ${entry.key} is empty`, entry.keyPosition),
      );
    }
    sets.set(entry.key, fewEnough(reading, entry, names));
  }
  refuseShared(reading, root, sets);
  return sets;
}

function fewEnough(
  reading: Reading,
  { key, keyPosition }: MapEntry,
  names: readonly string[],
): readonly string[] {
  if (names.length <= LIMITS.setElements) return names;
  const message = `the set ${key} has ${names.length} elements; ${LIMITS.setElements} is the limit`;
  reading.problems.push(error('model-too-large', message, keyPosition, 'sum up what is small'));
  return [];
}

/** In `x[metal]` a name is that of a set or of an element, never of both. */
function refuseShared(reading: Reading, root: SourceNode, sets: Sets): void {
  for (const { key, keyPosition } of entriesOf(root, 'sets')) {
    const owner = [...sets].find(([, names]) => names.includes(key));
    if (owner === undefined) continue;
    const message = `"${key}" is an element of ${owner[0]} and a set`;
    reading.problems.push(error('duplicate-name', message, keyPosition, 'name one otherwise'));
  }
}

import { error } from '../problem.ts';
import type { SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import type { Sets } from './extent.ts';
import { entriesOf, textOf } from './located.ts';
import { entryOf, type Reading } from './read-scalar.ts';

/** What readers are told of elements, by element; of one that is not here they are told its name. */
export type Labels = ReadonlyMap<string, string>;

/** Reads `labels:` of model/model.yaml; each is that of an element of some set. */
export function readLabels(reading: Reading, root: SourceNode | undefined, sets: Sets): Labels {
  const elements = [...new Set([...sets.values()].flat())];
  const entries = entriesOf(root, 'labels');
  for (const { key, keyPosition } of entries) {
    if (elements.includes(key)) continue;
    const message = `no set has an element "${key}"`;
    reading.problems.push(error('unknown-element', message, keyPosition, hintFor(key, elements)));
  }
  const labels = root === undefined ? undefined : entryOf(root, 'labels');
  return new Map(entries.map(({ key }) => [key, textOf(labels, key)]));
}

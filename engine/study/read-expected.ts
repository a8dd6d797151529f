import type { ListNode, MapEntry, SourceFile, SourceNode } from '../source/document.ts';
import { readExtent, SCALAR, type Sets, spread } from './extent.ts';
import { entriesOf } from './located.ts';
import type { Expected } from './model-test.ts';
import { entryOf, type Reading, wanted } from './read-scalar.ts';

/** What lines are read against; `source` is the file that their formulas stand in. */
export interface ExpectedForm {
  readonly sets: Sets;
  readonly source: SourceFile;
}

function formulaIn(source: SourceFile, { key, keyPosition }: MapEntry): Expected['formula'] {
  const offset = (source.lineStarts[keyPosition.line - 1] ?? 0) + keyPosition.column - 1;
  const quoted = /["']/.test(source.text[offset] ?? '');
  const text = { source, start: quoted ? offset + 1 : offset, text: key };
  return { text, position: keyPosition };
}

/** Gives the rest of a line with the value of one element. */
function lineFor(node: SourceNode, value: SourceNode): SourceNode {
  const rest = entriesOf(node).filter(({ key }) => key !== 'over');
  if (rest.length === 1) return value;
  const entries = rest.map((entry) => (entry.key === 'value' ? { ...entry, value } : entry));
  return { kind: 'map', entries, position: node.position };
}

/** Reads one line, or one for each element where it is `over` sets; elements without a value have none. */
function readLine(
  reading: Reading,
  entry: MapEntry,
  { sets, source }: ExpectedForm,
): readonly Expected[] {
  const formula = formulaIn(source, entry);
  const { value: node, keyPosition } = entry;
  const over = entryOf(node, 'over');
  if (over === undefined) {
    return [{ formula, extent: SCALAR, expectation: node, position: positionOf(entry) }];
  }
  const extent = readExtent(reading, over, sets);
  const value = entryOf(node, 'value');
  if (value === undefined) return wanted(reading, '`value:`', keyPosition) ?? [];
  const isValue = (at: SourceNode) => at.kind === 'scalar';
  const read = (at: SourceNode) => (at.kind === 'scalar' && at.value === null ? null : at);
  const values = spread({ reading, extent, sets, isValue, read }, value);
  return extent.elements.flatMap((element): Expected[] => {
    const own = values.get(element);
    if (own === undefined) return [];
    const expectation = lineFor(node, own);
    return [
      { formula, extent: { ...extent, elements: [element] }, expectation, position: own.position },
    ];
  });
}

/** Points at the value where it comes from a file of cases, else at the formula. */
function positionOf({ value, keyPosition }: MapEntry): Expected['position'] {
  const at = entryOf(value, 'value') ?? value;
  return at.position.file === keyPosition.file ? keyPosition : at.position;
}

/** Tells whether a line holds several expectations of one formula: a list of maps. */
export function isSeveral(node: SourceNode): node is ListNode {
  return node.kind === 'list' && node.items.every(({ kind }) => kind === 'map');
}

/** Reads the lines of `expect:` or `change:`. */
export function readExpected(
  reading: Reading,
  node: SourceNode | undefined,
  form: ExpectedForm,
): readonly Expected[] {
  return entriesOf(node).flatMap((entry) => {
    const { value } = entry;
    const entries = isSeveral(value)
      ? value.items.map((item) => ({ ...entry, value: item }))
      : [entry];
    return entries.flatMap((one) => readLine(reading, one, form));
  });
}

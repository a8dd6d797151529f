import type { Position } from '../problem.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../source/document.ts';
import type { Extent, FormulaText } from './model-text.ts';
import { entryOf, wordsOf } from './read-scalar.ts';

/** Lists the entries below a key of a map whose shape was checked; none where the key is absent. */
export function entriesOf(node: SourceNode | undefined, key?: string): readonly MapEntry[] {
  const inner = key === undefined ? node : entryOf(node, key);
  return inner?.kind === 'map' ? inner.entries : [];
}

/** Gives the text of an optional key; "" where it is absent. */
export function textOf(node: SourceNode | undefined, key: string): string {
  const inner = entryOf(node, key);
  return inner?.kind === 'scalar' ? String(inner.value).trim() : '';
}

/** Gives the texts of a key that holds one text or a list of them. */
export function textsOf(node: SourceNode | undefined, key: string): readonly ScalarNode[] {
  const inner = entryOf(node, key);
  const items = inner?.kind === 'list' ? inner.items : inner === undefined ? [] : [inner];
  return items.filter((item) => item.kind === 'scalar');
}

/** Gives the position of a key's value, or of `otherwise` where the key is absent. */
export function placeOf(node: SourceNode | undefined, key: string, otherwise: Position): Position {
  return entryOf(node, key)?.position ?? otherwise;
}

/** Takes a scalar as the text of a formula. */
export function formulaOf(node: SourceNode): FormulaText {
  if (node.kind !== 'scalar') throw new Error('a formula is a scalar once its shape was checked');
  return { text: node.raw, position: node.position };
}

/** Prints a formula on one line. */
export function showFormula({ text }: FormulaText): string {
  return text.text.replace(/\s+/g, ' ').trim();
}

/** Prints a formula of one element with what its indices stand for. */
export function showFormulaAt(formula: FormulaText, { over, elements }: Extent): string {
  const parts = elements[0]!.split(',');
  const places = over.map(({ name }, at) => `${name} = ${parts[at]}`);
  return [showFormula(formula), ...places].join(', ');
}

/** Gives the words of a scalar; "" for anything else. */
export function wordsIn(node: SourceNode | undefined): string {
  return node?.kind === 'scalar' ? wordsOf(node) : '';
}

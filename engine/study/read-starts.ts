import { readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { ONE, type Unit } from '../quantity/unit.ts';
import type { MapNode, ScalarNode, SourceNode } from '../source/document.ts';
import { requireAll, type Sets, spread } from './extent.ts';
import { formulaOf } from './located.ts';
import type { Extent, Starts } from './model-text.ts';
import { constant } from './path.ts';
import { describeNode, readSchedule, scheduleIn } from './read-lever-value.ts';
import { type Reading, readNumber, wanted } from './read-scalar.ts';

/** What is needed to read the past of an equation. */
export interface StartsForm {
  readonly reading: Reading;
  readonly sets: Sets;
  readonly unit: Unit;
  readonly extent: Extent;
}

/** Reads a formula, or a quantity whose unit no formula could spell. */
function readScalar({ reading, unit }: StartsForm, node: ScalarNode): Starts | null {
  const quantity = readQuantity(node.raw.text.trim());
  if (isRefusal(quantity) || quantity.unit === ONE) {
    return { kind: 'formula', formula: formulaOf(node) };
  }
  const value = readNumber(reading, node, unit);
  return value === null ? null : { kind: 'table', path: constant(value), text: describeNode(node) };
}

function readDated({ reading, unit }: StartsForm, node: MapNode): Starts | null {
  const read = (at: SourceNode) => readNumber(reading, at, unit);
  const path = readSchedule(reading, node, 'first', false, read);
  return path === null ? null : { kind: 'table', path, text: describeNode(node) };
}

function readOne(form: StartsForm, node: SourceNode): Starts | null {
  if (node.kind === 'scalar') return readScalar(form, node);
  const table = scheduleIn(node);
  if (table !== null) return readDated(form, table);
  return wanted(form.reading, 'a formula, a quantity or values with their dates', node.position);
}

/**
 * Reads `starts:`, what an equation was before the first step: a formula, a quantity, values with their dates,
 * or any of these for each element. Null where something is wrong.
 */
export function readStarts(form: StartsForm, node: SourceNode): Starts | null {
  const { reading, extent, sets } = form;
  if (node.kind !== 'map' || scheduleIn(node) !== null) return readOne(form, node);
  const before = reading.problems.length;
  const known = new Map<SourceNode, Starts | null>();
  const read = (at: SourceNode): Starts | null => {
    // What `all:` says is one formula, however many elements share it.
    if (!known.has(at)) known.set(at, readOne(form, at));
    return known.get(at)!;
  };
  const isValue = (at: SourceNode) => at.kind !== 'map' || scheduleIn(at) !== null;
  const elements = spread({ reading, extent, sets, isValue, read }, node);
  if (reading.problems.length === before) {
    requireAll(reading, extent, elements, '`starts:`', node.position);
  }
  return { kind: 'elements', elements };
}

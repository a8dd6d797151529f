import { type Dimension, isSame, NONE, showDimension } from '../quantity/dimension.ts';
import { halfDigit, halfPlace, misfit, type Quantity, readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { ONE, toBase, type Unit } from '../quantity/unit.ts';
import type { MapNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { isBound, readBound } from '../study/read-frame.ts';
import {
  entryOf,
  type Reading,
  refuseOtherKeys,
  report,
  wanted,
  wordsOf,
} from '../study/read-scalar.ts';
import type { Bound } from '../study/study.ts';

/** What a line of `expect:` or `change:` asks of a number; `unit` is the one it is written in. */
export type Expectation =
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly tolerance: number;
      readonly unit: Unit;
    }
  | { readonly kind: 'bound'; readonly bound: Bound; readonly unit: Unit }
  | { readonly kind: 'move'; readonly move: 'rises' | 'falls' | 'unchanged' };

const MOVES = ['rises', 'falls', 'unchanged'] as const;

/** A stand-in for the unit of a formula: tests write any scale of what it measures. */
function anyScale(dimension: Dimension, unit: Unit): Unit {
  if (isSame(unit.dimension, dimension)) return unit;
  return { ...unit, dimension, text: showDimension(dimension).replace('time', 'year') };
}

function readFitting(reading: Reading, node: SourceNode, dimension: Dimension): Quantity | null {
  if (node.kind !== 'scalar') return wanted(reading, 'a quantity', node.position);
  const text = wordsOf(node);
  const quantity = readQuantity(text);
  if (isRefusal(quantity)) return report(reading, node, quantity);
  const problem = misfit(quantity, anyScale(dimension, quantity.unit), text);
  return problem === null ? quantity : report(reading, node, problem);
}

/** Reads a plain number of a map of tolerances; 0 where it is left out. */
function readPart(reading: Reading, node: SourceNode, key: string): number | null {
  const at = entryOf(node, key);
  if (at === undefined) return 0;
  const quantity = readFitting(reading, at, NONE);
  if (quantity === null || quantity.value >= 0) return quantity?.value ?? null;
  return wanted(reading, 'a number that is not negative', at.position);
}

/** Reads `{ relative: 1e-8, decimals: 10 }`: the wider of the two, as a file of numbers rounds what it holds. */
function readWider(reading: Reading, node: MapNode, value: Quantity): number | null {
  refuseOtherKeys(reading, node, ['relative', 'decimals']);
  const relative = readPart(reading, node, 'relative');
  const decimals = readPart(reading, node, 'decimals');
  if (relative === null || decimals === null) return null;
  if (!Number.isInteger(decimals)) {
    return wanted(reading, 'a whole number', entryOf(node, 'decimals')!.position);
  }
  const isRounded = entryOf(node, 'decimals') !== undefined;
  const rounding = isRounded ? halfPlace(decimals, value.unit) : 0;
  return Math.max(relative * Math.abs(value.value), rounding);
}

/** Refuses a tolerance that everything or nothing would meet. */
function readTolerance(...parts: Parameters<typeof readAnyTolerance>): number | null {
  const [reading, node] = parts;
  const tolerance = readAnyTolerance(...parts);
  if (tolerance === null || (tolerance >= 0 && Number.isFinite(tolerance))) return tolerance;
  const message = 'a tolerance that is finite and not negative';
  return wanted(reading, message, node.position, 'such as `tolerance: 1%`, or `exact`');
}

function readAnyTolerance(
  reading: Reading,
  node: SourceNode,
  value: Quantity,
  dimension: Dimension,
): number | null {
  if (node.kind === 'map') return readWider(reading, node, value);
  if (node.kind === 'scalar' && wordsOf(node) === 'exact') return 0;
  if (node.kind === 'scalar' && /%\s*$/.test(wordsOf(node)) && value.unit.text !== '%') {
    const share = readFitting(reading, node, NONE);
    return share === null ? null : share.value * Math.abs(value.value);
  }
  if (node.kind === 'scalar' && typeof node.value === 'number') {
    return toBase(wordsOf(node), value.unit);
  }
  return readFitting(reading, node, dimension)?.value ?? null;
}

function readValue(reading: Reading, node: SourceNode, dimension: Dimension): Expectation | null {
  const at = entryOf(node, 'value') ?? node;
  const quantity = readFitting(reading, at, dimension);
  if (quantity === null) return null;
  const { value, unit } = quantity;
  if (node.kind !== 'map') return { kind: 'value', value, tolerance: halfDigit(quantity), unit };
  refuseOtherKeys(reading, node, ['value', 'tolerance']);
  const given = entryOf(node, 'tolerance');
  const tolerance =
    given === undefined ? halfDigit(quantity) : readTolerance(reading, given, quantity, dimension);
  return tolerance === null ? null : { kind: 'value', value, tolerance, unit };
}

function readTestBound(
  reading: Reading,
  node: SourceNode,
  dimension: Dimension,
): Expectation | null {
  const text = node.kind === 'scalar' ? wordsOf(node).replace(/^[<>=]+\s*/, '') : '';
  const quantity = readQuantity(text);
  const unit = isRefusal(quantity) ? ONE : quantity.unit;
  const bound = readBound(reading, node, anyScale(dimension, unit));
  return bound === null ? null : { kind: 'bound', bound, unit };
}

/**
 * Reads what a test expects of a number of a dimension: a quantity as printed, `{ value, tolerance }` (in its
 * unit, relative as `1%`, `exact`, or `{ relative, decimals }`), a bound, or, for a change, `rises`, `falls`,
 * `unchanged`.
 */
export function readExpectation(
  reading: Reading,
  node: SourceNode,
  dimension: Dimension,
  isChange: boolean,
): Expectation | null {
  const move = node.kind === 'scalar' ? MOVES.find((word) => word === wordsOf(node)) : undefined;
  if (move !== undefined && isChange) return { kind: 'move', move };
  if (isChange && node.kind === 'scalar' && /^[a-z]+$/i.test(wordsOf(node))) {
    const hint = hintFor(wordsOf(node), MOVES);
    return wanted(reading, 'a quantity, rises, falls or unchanged', node.position, hint);
  }
  if (isBound(node)) return readTestBound(reading, node, dimension);
  return readValue(reading, node, dimension);
}

import { type Distribution, quantile } from '../distribution/distribution.ts';
import { warning } from '../problem.ts';
import { readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { fromBase, ONE, type Unit } from '../quantity/unit.ts';
import type { SourceNode } from '../source/document.ts';
import { type Sets, spread } from './extent.ts';
import type { AssumptionSetting, Extent } from './model-text.ts';
import {
  intervalIn,
  isDistribution,
  readDistribution,
  unitOfInterval,
} from './read-distribution.ts';
import { describeNode } from './read-lever-value.ts';
import { type Reading, readNumber, wanted, wordsOf } from './read-scalar.ts';
import {
  isRangeTable,
  isTable,
  type PlacedRange,
  type PlacedValue,
  readTableRanges,
  readTableValues,
} from './read-table-settings.ts';
import type { Tables } from './read-table-values.ts';

/** What is needed to read the value of an assumption. */
export interface AssumptionForm {
  readonly extent: Extent;
  readonly unit: Unit;
  readonly sets: Sets;
  readonly tables: Tables;
}

/** Finds the first scalar below a node: the value whose unit stands for all. */
function firstScalar(node: SourceNode | undefined): SourceNode | undefined {
  if (node?.kind === 'map') return firstScalar(node.entries[0]?.value);
  if (node?.kind === 'list') return firstScalar(node.items[0]);
  return node;
}

/** Finds the unit of an assumption that declares none: its value's, or its interval's, or a plain number. */
export function impliedUnit(
  value: SourceNode | undefined,
  uncertainty: SourceNode | undefined,
): Unit {
  const first = firstScalar(value);
  if (first?.kind === 'scalar') {
    const quantity = readQuantity(wordsOf(first));
    if (!isRefusal(quantity)) return quantity.unit;
  }
  const interval = firstScalar(uncertainty);
  return (interval === undefined ? null : unitOfInterval(interval)) ?? ONE;
}

function readValue(reading: Reading, node: SourceNode, unit: Unit): PlacedValue | null {
  const { position } = node;
  if (intervalIn(node) !== null) {
    return wanted(reading, 'one value', position, 'write an uncertainty as `uncertainty:`');
  }
  const central = readNumber(reading, node, unit);
  return central === null ? null : { central, position };
}

function readValues(
  reading: Reading,
  node: SourceNode,
  form: AssumptionForm,
): Map<string, PlacedValue> {
  if (isTable(node)) return readTableValues(reading, node, form);
  const read = (at: SourceNode) => readValue(reading, at, form.unit);
  return spread({ reading, ...form, isValue: (at) => at.kind === 'scalar', read }, node);
}

function readUncertainties(
  reading: Reading,
  node: SourceNode,
  form: AssumptionForm,
): Map<string, PlacedRange> {
  if (isRangeTable(node)) return readTableRanges(reading, node, form);
  const { position } = node;
  const isValue = (at: SourceNode) => at.kind === 'scalar' || isDistribution(at);
  const read = (at: SourceNode) => {
    const distribution = readDistribution(reading, at, form.unit, form.tables);
    return distribution === null ? null : { distribution, text: describeNode(at), position };
  };
  return spread({ reading, ...form, isValue, read }, node);
}

function warnIfUnlikely(
  reading: Reading,
  { central: value, position }: PlacedValue,
  distribution: Distribution,
  unit: Unit,
): void {
  const [low, high] = [quantile(distribution, 0.05), quantile(distribution, 0.95)];
  if (value >= low && value <= high) return;
  const show = (x: number) => String(Number(fromBase(x, unit).toPrecision(4)));
  const message = `the value ${show(value)} lies outside the 5-95% range ${show(low)} to ${show(high)} ${unit.text}`;
  reading.problems.push(warning('value-unlikely', message, position));
}

/** Reads what an assumption is for each element: a value, an uncertainty or both. */
export function readAssumptionSettings(
  reading: Reading,
  value: SourceNode | undefined,
  uncertainty: SourceNode | undefined,
  form: AssumptionForm,
): Map<string, AssumptionSetting> {
  const values = value === undefined ? null : readValues(reading, value, form);
  const ranges = uncertainty === undefined ? null : readUncertainties(reading, uncertainty, form);
  const settings = new Map<string, AssumptionSetting>();
  for (const element of form.extent.elements) {
    const fixed = values?.get(element);
    const uncertain = ranges?.get(element);
    const place = uncertain ?? fixed;
    if (place === undefined) continue;
    if (fixed !== undefined && uncertain !== undefined) {
      warnIfUnlikely(reading, fixed, uncertain.distribution, form.unit);
    }
    settings.set(element, {
      central: fixed?.central ?? quantile(uncertain!.distribution, 0.5),
      distribution: uncertain?.distribution ?? null,
      text: uncertain?.text ?? '',
      position: place.position,
    });
  }
  return settings;
}

/** Reads an assumption as a scenario sets it: plain values and uncertainties may be mixed by element. */
export function readAssumptionOverride(
  reading: Reading,
  node: SourceNode,
  form: AssumptionForm,
): Map<string, AssumptionSetting> {
  const isValue = (at: SourceNode) => at.kind === 'scalar' || isDistribution(at);
  const read = (at: SourceNode): AssumptionSetting | null => {
    const text = describeNode(at);
    if (intervalIn(at) === null && at.kind !== 'map') {
      const central = readNumber(reading, at, form.unit);
      return central === null ? null : { central, distribution: null, text, position: at.position };
    }
    const distribution = readDistribution(reading, at, form.unit, form.tables);
    if (distribution === null) return null;
    return { central: quantile(distribution, 0.5), distribution, text, position: at.position };
  };
  return spread({ reading, ...form, isValue, read }, node);
}

import { type Distribution, quantile } from '../distribution/distribution.ts';
import { error, type Position, warning } from '../problem.ts';
import { readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { fromBase, ONE, type Unit } from '../quantity/unit.ts';
import type { MapNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { type Sets, spread } from './extent.ts';
import { textOf } from './located.ts';
import type { AssumptionSetting, Extent } from './model-text.ts';
import {
  intervalIn,
  isDistribution,
  readDistribution,
  unitOfInterval,
} from './read-distribution.ts';
import { describeNode } from './read-lever-value.ts';
import {
  entryOf,
  type Reading,
  readNumber,
  refuseOtherKeys,
  wanted,
  wordsOf,
} from './read-scalar.ts';
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

/** What may stand beside the name of a table: its column of values, and what holds where it has no row. */
const TABLE_KEYS = ['table', 'column', 'all'];

function isTable(node: SourceNode): node is MapNode {
  return node.kind === 'map' && entryOf(node, 'table') !== undefined;
}

/** A value of the central path, and where it stands. */
interface Placed {
  readonly central: number;
  readonly position: Position;
}

function readValue(reading: Reading, node: SourceNode, unit: Unit): Placed | null {
  const { position } = node;
  if (intervalIn(node) !== null) {
    return wanted(reading, 'one value', position, 'write an uncertainty as `uncertainty:`');
  }
  const central = readNumber(reading, node, unit);
  return central === null ? null : { central, position };
}

function readValues(reading: Reading, node: SourceNode, form: AssumptionForm): Map<string, Placed> {
  if (!isTable(node)) {
    const read = (at: SourceNode) => readValue(reading, at, form.unit);
    return spread({ reading, ...form, isValue: (at) => at.kind === 'scalar', read }, node);
  }
  refuseOtherKeys(reading, node, TABLE_KEYS);
  const { position } = node;
  const rest = entryOf(node, 'all');
  const others = rest === undefined ? null : readValue(reading, rest, form.unit);
  const column = textOf(node, 'column') || 'value';
  const table = { node: entryOf(node, 'table')!, column };
  const values = form.tables.byElement(reading, table, form.unit, form.extent);
  return new Map([
    ...(others === null ? [] : form.extent.elements.map((key) => [key, others] as const)),
    ...[...(values ?? [])].map(([key, central]) => [key, { central, position }] as const),
  ]);
}

function readUncertainties(reading: Reading, node: SourceNode, form: AssumptionForm) {
  const isValue = (at: SourceNode) => at.kind === 'scalar' || isDistribution(at);
  const read = (at: SourceNode) => {
    const distribution = readDistribution(reading, at, form.unit, form.tables);
    return distribution === null ? null : { distribution, text: describeNode(at) };
  };
  return spread({ reading, ...form, isValue, read }, node);
}

function warnIfUnlikely(
  reading: Reading,
  { central: value, position }: Placed,
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
  const values = value === undefined ? new Map<string, Placed>() : readValues(reading, value, form);
  const drawn =
    uncertainty === undefined
      ? new Map<string, { distribution: Distribution; text: string }>()
      : readUncertainties(reading, uncertainty, form);
  const settings = new Map<string, AssumptionSetting>();
  for (const element of form.extent.elements) {
    const fixed = values.get(element);
    const uncertain = drawn.get(element);
    const position = (uncertainty ?? value)?.position;
    if (position === undefined || (fixed === undefined && uncertain === undefined)) continue;
    if (fixed !== undefined && uncertain !== undefined) {
      warnIfUnlikely(reading, fixed, uncertain.distribution, form.unit);
    }
    settings.set(element, {
      central: fixed?.central ?? quantile(uncertain!.distribution, 0.5),
      distribution: uncertain?.distribution ?? null,
      text: uncertain?.text ?? '',
      position,
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

/** Reports what an assumption lacks of the record that makes it answerable. */
export function checkRecord(
  reading: Reading,
  source: string,
  why: string,
  sources: ReadonlySet<string>,
  position: Position,
  sourcePosition: Position,
): void {
  if (source === '') {
    const hint = 'name one of sources.yaml, or `source: judgement` with `why:`';
    reading.problems.push(
      error('missing-source', 'the assumption names no source', position, hint),
    );
  } else if (source === 'judgement' && why === '') {
    const message = 'a judgement says why';
    reading.problems.push(
      error('missing-source', message, sourcePosition, 'add `why:` with the reasoning'),
    );
  } else if (source !== 'judgement' && !sources.has(source)) {
    const message = `sources.yaml has no source "${source}"`;
    const hint =
      hintFor(source, sources) ?? 'add it there, or write `source: judgement` with `why:`';
    reading.problems.push(error('unknown-source', message, sourcePosition, hint));
  }
}

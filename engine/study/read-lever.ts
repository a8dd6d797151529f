import { error } from '../problem.ts';
import type { Unit } from '../quantity/unit.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { readExtent, requireAll, type Sets, spread } from './extent.ts';
import { entriesOf, textOf } from './located.ts';
import type { Extent, Lever, LeverSetting, Term } from './model-text.ts';
import { impliedUnit } from './read-assumption.ts';
import { isLeverValue, type LeverForm, readLeverValue } from './read-lever-value.ts';
import {
  entryOf,
  type Reading,
  readNumber,
  readUnitKey,
  saysYesOrNo,
  wordsOf,
} from './read-scalar.ts';
import type { Tables } from './read-table-values.ts';

/** What the modules of a study share. */
export interface ModuleContext {
  readonly reading: Reading;
  readonly sets: Sets;
  readonly tables: Tables;
  readonly sources: ReadonlySet<string> | null;
}

function readWithin(
  reading: Reading,
  node: SourceNode,
  unit: Unit,
): readonly [number, number] | null {
  const bounds = entryOf(node, 'within');
  if (bounds?.kind !== 'list') return null;
  const [low, high] = bounds.items.map((item) => readNumber(reading, item, unit));
  if (low == null || high == null) return null;
  if (low <= high) return [low, high];
  const message = 'the lower bound is above the higher one';
  reading.problems.push(error('out-of-bounds', message, bounds.position, 'write the lower first'));
  return null;
}

/** Guesses the type of a lever that names none from its default; null where that may be a quantity. */
function impliedType(node: SourceNode | undefined): 'date' | 'yes/no' | null {
  if (node?.kind === 'map') return impliedType(node.entries[0]?.value);
  if (saysYesOrNo(node)) return 'yes/no';
  const text = node?.kind === 'scalar' ? wordsOf(node) : '';
  return /^(never|\d{4}-\d\d(-\d\d)?)$/.test(text) ? 'date' : null;
}

/** Reads what kind of value a lever has; one that forgets to say is read as what its default shows. */
function readType(reading: Reading, entry: MapEntry): Lever['type'] {
  const { key, keyPosition, value } = entry;
  const said = textOf(value, 'type');
  const implied = said === '' ? impliedType(entryOf(value, 'default')) : null;
  if (implied === null) {
    const type = (said || 'quantity') as Lever['type'];
    checkType(reading, type, entry);
    return type;
  }
  const hasUnit = entryOf(value, 'unit') !== undefined;
  const message = `the lever ${key} has the default of a ${implied} lever, and no type`;
  const hint = hasUnit
    ? `write \`type: ${implied}\` in place of \`unit\``
    : `add \`type: ${implied}\``;
  reading.problems.push(error('unit-missing', message, keyPosition, hint));
  return implied;
}

/** Reports what only a quantity may have, or a quantity that has no unit. */
function checkType(reading: Reading, type: Lever['type'], { key, keyPosition, value }: MapEntry) {
  if (type !== 'quantity') {
    for (const extra of entriesOf(value)) {
      if (!['unit', 'within', 'interpolate'].includes(extra.key)) continue;
      const message = `a lever of type ${type} has no "${extra.key}"`;
      reading.problems.push(error('unknown-key', message, extra.keyPosition, 'leave it out'));
    }
  } else if (entryOf(value, 'unit') === undefined) {
    const hint = 'add `unit:`, or `type: date` or `type: yes/no`';
    const message = `the lever ${key} has no unit`;
    reading.problems.push(error('unit-missing', message, keyPosition, hint));
  }
}

/** A scenario's own schedule begins with what the default says, which must not depend on a run. */
function refuseConditions(reading: Reading, terms: readonly Term[]): void {
  for (const { when } of terms) {
    if (when === null) continue;
    const message = 'a default has no terms with `when:`';
    const hint = 'write the term in a scenario that others extend';
    reading.problems.push(error('bad-schedule', message, when.formula.position, hint));
  }
}

function readDefaults(
  context: ModuleContext,
  { key, keyPosition, value }: MapEntry,
  extent: Extent,
  form: LeverForm,
): Map<string, LeverSetting> {
  const { reading, sets } = context;
  const given = entryOf(value, 'default')!;
  const read = (at: SourceNode): LeverSetting | null => {
    const edit = readLeverValue(reading, at, form);
    if (edit === null || edit.value === null) return null;
    const terms = edit.terms.flatMap(({ term }) => term ?? []);
    refuseConditions(reading, terms);
    return { ...edit, value: edit.value, outcomes: [], terms };
  };
  const before = reading.problems.length;
  const defaults = spread({ reading, extent, sets, isValue: isLeverValue, read }, given);
  if (reading.problems.length === before) {
    requireAll(reading, extent, defaults, `the lever ${key}`, keyPosition);
  }
  return defaults;
}

/** Reads a lever and what holds where scenarios say nothing. */
export function readLever(context: ModuleContext, module: string, entry: MapEntry): Lever {
  const { reading, sets, tables } = context;
  const { key: name, keyPosition: position, value: node } = entry;
  const type = readType(reading, entry);
  const unit = readUnitKey(reading, node, impliedUnit(entryOf(node, 'default'), undefined));
  const extent = readExtent(reading, entryOf(node, 'over'), sets);
  const within = readWithin(reading, node, unit);
  const linear = entryOf(node, 'interpolate') !== undefined;
  const form = { type, unit, within, linear, default: null, tables };
  const defaults = readDefaults(context, entry, extent, form);
  const about = textOf(node, 'about');
  return { module, name, about, type, unit, extent, within, linear, defaults, position };
}

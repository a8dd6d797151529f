import { error, type Position } from '../problem.ts';
import { ONE } from '../quantity/unit.ts';
import { checkShape } from '../source/check-shape.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { readExtent, requireAll } from './extent.ts';
import { entriesOf, formulaOf, textOf } from './located.ts';
import type { Assumption, Equation, Module, Shock } from './model-text.ts';
import { checkName, checkTitle } from './names.ts';
import { impliedUnit, readAssumptionSettings } from './read-assumption.ts';
import { readDistribution } from './read-distribution.ts';
import { readEvidence } from './read-evidence.ts';
import { type ModuleContext, readLever } from './read-lever.ts';
import { describeNode } from './read-lever-value.ts';
import { entryOf, type Reading, readUnitKey, refuseOtherKeys } from './read-scalar.ts';
import { readSolve, unknownEntries } from './read-solve.ts';
import { readStarts } from './read-starts.ts';
import { MODULE } from './schema.ts';

/** Warnings must not hide an element without a value, errors already explain it. */
function countErrors({ problems }: Reading): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function readAssumption(context: ModuleContext, module: string, entry: MapEntry): Assumption {
  const { reading, sets, tables, sources } = context;
  const { key: name, keyPosition: position, value: node } = entry;
  const extent = readExtent(reading, entryOf(node, 'over'), sets);
  const value = entryOf(node, 'value');
  const uncertainty = entryOf(node, 'uncertainty');
  const unit = readUnitKey(reading, node, impliedUnit(value, uncertainty));
  const before = countErrors(reading);
  const form = { extent, unit, sets, tables };
  const settings = readAssumptionSettings(reading, value, uncertainty, form);
  const isRead = countErrors(reading) === before;
  if (value === undefined && uncertainty === undefined) {
    const message = `the assumption ${name} has neither value nor uncertainty`;
    reading.problems.push(error('missing-key', message, position));
  } else if (isRead) requireAll(reading, extent, settings, `the assumption ${name}`, position);
  const known = { extent, tables, sources, settings: isRead ? settings : null };
  const evidence = readEvidence(reading, node, known, position);
  return { module, name, about: textOf(node, 'about'), unit, extent, settings, evidence, position };
}

const SHOCK_KEYS = ['about', 'over', 'unit', 'distribution'];

function readShock(context: ModuleContext, module: string, entry: MapEntry): Shock | null {
  const { reading, sets, tables } = context;
  const { key: name, keyPosition: position, value: node } = entry;
  const isLong = entriesOf(node).some(({ key }) => SHOCK_KEYS.includes(key));
  if (isLong && entryOf(node, 'distribution') === undefined) {
    const message = `the shock ${name} has no distribution`;
    reading.problems.push(error('missing-key', message, position, 'add `distribution:`'));
    return null;
  }
  if (isLong) refuseOtherKeys(reading, node, SHOCK_KEYS);
  const body = (isLong ? entryOf(node, 'distribution') : node) ?? node;
  const unit = isLong ? readUnitKey(reading, node, ONE) : ONE;
  const distribution = readDistribution(reading, body, unit, tables);
  if (distribution === null) return null;
  const extent = readExtent(reading, isLong ? entryOf(node, 'over') : undefined, sets);
  const about = isLong ? textOf(node, 'about') : '';
  return { module, name, about, unit, extent, distribution, text: describeNode(body), position };
}

function readEquation(context: ModuleContext, module: string, entry: MapEntry): Equation {
  const { reading, sets } = context;
  const { key: name, keyPosition: position, value: node } = entry;
  const extent = readExtent(reading, entryOf(node, 'over'), sets);
  const unit = readUnitKey(reading, node, ONE);
  const from = entryOf(node, 'starts');
  const starts = from === undefined ? null : readStarts({ ...context, unit, extent }, from);
  const formula = formulaOf(entryOf(node, 'formula')!);
  return { module, name, about: textOf(node, 'about'), unit, extent, starts, formula, position };
}

function checkNames(reading: Reading, root: SourceNode): void {
  const seen = new Map<string, Position>();
  for (const [entries, what] of [
    [entriesOf(root, 'levers'), 'a lever'],
    [entriesOf(root, 'assumptions'), 'an assumption'],
    [entriesOf(root, 'shocks'), 'a shock'],
    [entriesOf(root, 'equations'), 'an equation'],
    [unknownEntries(root), 'an unknown'],
  ] as const) {
    for (const { key: name, keyPosition } of entries) {
      checkName(reading.problems, name, what, keyPosition);
      const first = seen.get(name);
      if (first !== undefined) {
        const message = `"${name}" is already the name of something else in this module`;
        const hint = `it stands in line ${first.line} too`;
        reading.problems.push(error('duplicate-name', message, keyPosition, hint));
      }
      seen.set(name, keyPosition);
    }
  }
}

/** Checks and systems of equations have names that nothing reads; still they are printed. */
function checkTitles(reading: Reading, root: SourceNode): void {
  for (const [part, what] of [
    ['checks', 'a check'],
    ['solve', 'a system'],
  ] as const) {
    for (const { key, keyPosition } of entriesOf(root, part)) {
      checkTitle(reading.problems, key, what, keyPosition);
    }
  }
}

/** Reads one file of the model; null where its shape is wrong. */
export function readModule(context: ModuleContext, name: string, root: SourceNode): Module | null {
  const shape = checkShape(MODULE, root);
  context.reading.problems.push(...shape.problems);
  if (shape.value === null) return null;
  checkNames(context.reading, root);
  checkTitles(context.reading, root);
  return {
    name,
    title: textOf(root, 'title'),
    about: textOf(root, 'about'),
    levers: entriesOf(root, 'levers').map((entry) => readLever(context, name, entry)),
    assumptions: entriesOf(root, 'assumptions').map((e) => readAssumption(context, name, e)),
    shocks: entriesOf(root, 'shocks').flatMap((entry) => readShock(context, name, entry) ?? []),
    equations: entriesOf(root, 'equations').map((entry) => readEquation(context, name, entry)),
    unknowns: readSolve(context, name, root),
    checks: entriesOf(root, 'checks').map(({ key, value }) => ({
      module: name,
      name: key,
      formula: formulaOf(value),
    })),
  };
}

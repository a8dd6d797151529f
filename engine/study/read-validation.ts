import { error } from '../problem.ts';
import { isNone } from '../quantity/dimension.ts';
import { halfDigit, misfit, type Quantity, readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { ONE, type Unit } from '../quantity/unit.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { entriesOf, formulaOf, placeOf, textOf } from './located.ts';
import { checkName } from './names.ts';
import { intervalIn } from './read-distribution.ts';
import { checkReference } from './read-frame.ts';
import { entryOf, type Reading, readUnitKey, report, wanted, wordsOf } from './read-scalar.ts';
import type { Published, Validation } from './study.ts';

/** What the validation of a study refers to. */
export interface ValidationForm {
  readonly reading: Reading;
  readonly scenarios: readonly string[];
  /** Null where sources.yaml cannot be read. */
  readonly sources: readonly string[] | null;
  readonly reference: string;
}

function readEnd(reading: Reading, node: SourceNode, unit: Unit): Quantity | null {
  if (node.kind !== 'scalar') return wanted(reading, `a quantity in ${unit.text}`, node.position);
  const text = wordsOf(node);
  const quantity = readQuantity(text);
  if (isRefusal(quantity)) return report(reading, node, quantity);
  const problem = misfit(quantity, unit, text);
  return problem === null ? quantity : report(reading, node, problem);
}

/** Reads `-18.6%` or `[-13.1%, -9.3%]`. */
function readPublished(reading: Reading, node: SourceNode, unit: Unit): Published | null {
  if (intervalIn(node) !== null) {
    const hint = 'write a published range as [lowest, highest]';
    return wanted(reading, 'what was published', node.position, hint);
  }
  const nodes = node.kind === 'list' ? node.items : [node];
  const ends = nodes.map((end) => readEnd(reading, end, unit));
  const [low, high] = [ends[0], ends.at(-1)];
  if (low == null || high == null) return null;
  if (node.kind === 'list' && low.value >= high.value) {
    const message = 'the lower end is not below the higher one';
    reading.problems.push(error('out-of-bounds', message, node.position, 'write the lower first'));
  }
  return {
    low: low.value,
    high: high.value,
    from: low.value - halfDigit(low),
    to: high.value + halfDigit(high),
  };
}

function checkUnit(reading: Reading, entry: MapEntry, compare: string, unit: Unit): void {
  if (compare !== 'relative' || (isNone(unit.dimension) && unit.text !== 'pp')) return;
  const message = `a relative change is a share; ${unit.text} is none`;
  const position = placeOf(entry.value, 'unit', entry.keyPosition);
  const hint = 'write `unit: "%"`, or `compare: difference`';
  reading.problems.push(error('unit-mismatch', message, position, hint));
}

function checkSource({ reading, sources }: ValidationForm, { value, keyPosition }: MapEntry): void {
  const source = textOf(value, 'source');
  if (sources === null || sources.includes(source)) return;
  const message = `sources.yaml has no source "${source}"`;
  const hint = hintFor(source, sources) ?? 'a published estimate has a source; add it there';
  const position = placeOf(value, 'source', keyPosition);
  reading.problems.push(error('unknown-source', message, position, hint));
}

/** Reads the scenario that an estimate is held against; "" for a level, which stands alone. */
function readAgainst({ reading, reference, ...form }: ValidationForm, entry: MapEntry): string {
  const { value: node, keyPosition } = entry;
  const given = entriesOf(node).find(({ key }) => key === 'against');
  if (textOf(node, 'compare') === 'level') {
    if (given === undefined) return '';
    const message = 'a level is held against no other scenario';
    reading.problems.push(error('unknown-key', message, given.keyPosition, 'leave it out'));
    return '';
  }
  const against = given === undefined ? reference : textOf(node, 'against');
  const position = placeOf(node, 'against', keyPosition);
  if (given !== undefined) checkScenario({ reading, ...form }, against, position);
  if (against === textOf(node, 'scenario')) {
    const hint = `${against} would be compared with itself`;
    wanted(reading, 'another scenario', placeOf(node, 'scenario', position), hint);
  }
  return against;
}

function checkScenario(
  { reading, scenarios }: Pick<ValidationForm, 'reading' | 'scenarios'>,
  name: string,
  position: MapEntry['keyPosition'],
): void {
  const hint = hintFor(name, scenarios) ?? `a scenario is the file ${name}.yaml`;
  checkReference(reading.problems, 'unknown-scenario', name, scenarios, position, hint);
}

function readOne(form: ValidationForm, entry: MapEntry): Validation | null {
  const { reading } = form;
  const { key: name, keyPosition, value: node } = entry;
  checkName(reading.problems, name, 'a validation', keyPosition);
  const scenario = textOf(node, 'scenario');
  checkScenario(form, scenario, placeOf(node, 'scenario', keyPosition));
  checkSource(form, entry);
  const compare = textOf(node, 'compare') as Validation['compare'];
  const unit = readUnitKey(reading, node, ONE);
  checkUnit(reading, entry, compare, unit);
  const against = readAgainst(form, entry);
  const published = readPublished(reading, entryOf(node, 'published')!, unit);
  if (published === null) return null;
  return {
    name,
    title: textOf(node, 'title'),
    by: textOf(node, 'by'),
    source: textOf(node, 'source'),
    scenario,
    against,
    compare,
    unit,
    formula: formulaOf(entryOf(node, 'formula')!),
    published,
    usedInCalibration: textOf(node, 'used_in_calibration') === 'yes',
    why: textOf(node, 'why'),
  };
}

/** Reads `validation:` of study.yaml: the published estimates that the study's own answers are held beside. */
export function readValidations(form: ValidationForm, root: SourceNode): readonly Validation[] {
  return entriesOf(root, 'validation').flatMap((entry) => readOne(form, entry) ?? []);
}

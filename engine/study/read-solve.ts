import { error } from '../problem.ts';
import { readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { ONE, type Unit } from '../quantity/unit.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { readExtent } from './extent.ts';
import { entriesOf, formulaOf, textOf } from './located.ts';
import type { Guess, Unknown } from './model-text.ts';
import type { ModuleContext } from './read-lever.ts';
import { describeNode } from './read-lever-value.ts';
import { entryOf, type Reading, readNumber, readUnitKey } from './read-scalar.ts';
import { readStarts } from './read-starts.ts';

/** The relative size of a residual that counts as none, and the Newton steps to get there. */
const DEFAULTS = { tolerance: 1e-12, iterations: 50 } as const;

function readGuess(reading: Reading, node: SourceNode, unit: Unit): Guess {
  const formula: Guess = { kind: 'formula', formula: formulaOf(node) };
  const quantity = readQuantity(formula.formula.text.text.trim());
  if (isRefusal(quantity) || quantity.unit === ONE) return formula;
  const value = readNumber(reading, node, unit);
  return value === null ? formula : { kind: 'quantity', value, text: describeNode(node) };
}

function readUnknown(
  context: ModuleContext,
  module: string,
  block: MapEntry,
  { key: name, keyPosition: position, value: node }: MapEntry,
): Unknown {
  const { reading, sets } = context;
  const extent = readExtent(reading, entryOf(node, 'over'), sets);
  const unit = readUnitKey(reading, node, ONE);
  const from = entryOf(node, 'starts');
  return {
    module,
    name,
    block: block.key,
    about: textOf(node, 'about'),
    unit,
    extent,
    starts: from === undefined ? null : readStarts({ ...context, unit, extent }, from),
    guess: readGuess(reading, entryOf(node, 'guess')!, unit),
    residual: formulaOf(entryOf(node, 'residual')!),
    tolerance: Number(textOf(block.value, 'tolerance') || DEFAULTS.tolerance),
    iterations: Number(textOf(block.value, 'iterations') || DEFAULTS.iterations),
    position,
  };
}

/** Lists the unknowns of a module's `solve` blocks, as they are named in the file. */
export function unknownEntries(root: SourceNode): readonly MapEntry[] {
  return entriesOf(root, 'solve').flatMap(({ value }) => entriesOf(value, 'unknowns'));
}

/** Reads the `solve` blocks of a module. */
export function readSolve(
  context: ModuleContext,
  module: string,
  root: SourceNode,
): readonly Unknown[] {
  return entriesOf(root, 'solve').flatMap((block) => {
    const entries = entriesOf(block.value, 'unknowns');
    if (entries.length === 0) {
      const message = `${block.key} solves for nothing`;
      const problem = error('missing-key', message, block.keyPosition, 'add an unknown');
      context.reading.problems.push(problem);
    }
    return entries.map((entry) => readUnknown(context, module, block, entry));
  });
}

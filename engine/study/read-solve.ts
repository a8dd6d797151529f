import { error } from '../problem.ts';
import { ONE } from '../quantity/unit.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { readExtent } from './extent.ts';
import { entriesOf, formulaOf, textOf } from './located.ts';
import type { Unknown } from './model-text.ts';
import type { ModuleContext } from './read-lever.ts';
import { entryOf, readUnitKey } from './read-scalar.ts';
import { readStarts } from './read-starts.ts';

/** The relative size of a residual that counts as none, and the Newton steps to get there. */
const DEFAULTS = { tolerance: 1e-12, iterations: 50 } as const;

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
    guess: formulaOf(entryOf(node, 'guess')!),
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

import { type Guarded, guardedOutOfLine } from '../../../engine/wasm/guarded.ts';
import { ModuleWriter } from '../../../engine/wasm/module-writer.ts';
import type { Step } from '../../../engine/wasm/out-of-line.ts';
import type { Pack } from '../../../engine/wasm/pack.ts';
import { i32 } from '../../../engine/wasm/scalar.ts';
import { v128 } from '../../../engine/wasm/vectors.ts';

const PAGE = 65_536;
const ROOM = 4096;
const BYTES = 16;

/** Changes a step before it is written, for example into one that stands out of line. */
export type Placing = (module: ModuleWriter, step: Step) => Step;

/** Instantiates a module that is known to be valid, over a memory. */
export function instantiate(
  module: ModuleWriter,
  imports: WebAssembly.Imports = {},
): WebAssembly.Exports {
  const bytes = module.bytes();
  if (!WebAssembly.validate(bytes)) throw new Error('the module is not valid');
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports;
}

/** Compiles a step over packs of `width` vectors into a function over columns of doubles. */
export function compileStep(
  step: Step,
  operands: number,
  width: number,
  place: Placing = (_, placed) => placed,
): (...columns: readonly Float64Array[]) => Float64Array {
  const module = new ModuleWriter();
  module.importMemory('host', 'memory', operands + 2);
  const placed = place(module, step);
  const run = module.define('run', ['i32'], [], (body, end) => {
    const at = body.variable('i32');
    body.set(at, i32.constant(0));
    body.loop((head) => {
      const packs = Array.from({ length: operands }, (_, operand): Pack => {
        return Array.from({ length: width }, (_, index) =>
          body.let(v128.load(at.value, operand * PAGE + index * BYTES)),
        );
      });
      for (const [index, vector] of placed(body, ...packs).entries()) {
        body.do(v128.store(at.value, vector, operands * PAGE + index * BYTES));
      }
      body.set(at, i32.add(at.value, i32.constant(width * BYTES)));
      body.branch(head, i32.less(at.value, end));
    });
    return [];
  });
  module.export(run);
  const memory = new WebAssembly.Memory({ initial: operands + 2 });
  const exports = instantiate(module, { host: { memory } });
  return (...columns) => inBlocks(memory, exports.run as (end: number) => void, columns);
}

/** Compiles a guarded step of one operand, out of line, into a function over a column of doubles. */
export function compileGuarded(
  guarded: Guarded,
  width: number,
): (column: Float64Array) => Float64Array {
  const place = { width, results: 2 * PAGE };
  return compileStep(guarded.any, 1, width, (module) =>
    guardedOutOfLine(module, 'guarded', place, guarded),
  );
}

function inBlocks(
  memory: WebAssembly.Memory,
  run: (end: number) => void,
  columns: readonly Float64Array[],
): Float64Array {
  const doubles = new Float64Array(memory.buffer);
  const perPage = PAGE / 8;
  const results = new Float64Array(columns[0]!.length);
  for (let from = 0; from < results.length; from += ROOM) {
    const count = Math.min(ROOM, results.length - from);
    for (const [operand, column] of columns.entries()) {
      doubles.set(column.subarray(from, from + count), operand * perPage);
    }
    run(count * 8);
    const start = columns.length * perPage;
    results.set(doubles.subarray(start, start + count), from);
  }
  return results;
}

/** Lists where two columns differ in a bit; all that is no number is equal. */
export function differing(
  inputs: Float64Array,
  results: Float64Array,
  expected: (x: number) => number,
): readonly number[] {
  return [...inputs].filter((x, at) => !Object.is(results[at], expected(x)));
}

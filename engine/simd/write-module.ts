import type { Sizes } from '../kernel/kernel.ts';
import type { Routine, Routines } from '../kernel/routine.ts';
import { exp } from '../wasm/exp.ts';
import { type Guarded, guardedOutOfLine } from '../wasm/guarded.ts';
import { log } from '../wasm/log.ts';
import { ModuleWriter } from '../wasm/module-writer.ts';
import { operationsWith } from '../wasm/operations.ts';
import { outOfLine, type Step } from '../wasm/out-of-line.ts';
import { i32 } from '../wasm/scalar.ts';
import { mapMemory, WIDTHS } from './memory-map.ts';
import type { Surroundings } from './routine-code.ts';
import { writeRoutine } from './write-routine.ts';

/** Writes one exported function that runs routines in order. */
function writeAll(
  module: ModuleWriter,
  name: string,
  routines: readonly Routine[],
  surroundings: Surroundings,
): void {
  const callees = routines.map((routine) => writeRoutine(module, routine, surroundings));
  const all = module.define(name, ['i32', 'i32'], [], (body, base, bytes) => {
    for (const callee of callees) body.call(callee, base, bytes);
    return [];
  });
  module.export(all);
}

/** Writes routines as a module, for blocks of `block` draws. */
export function writeModule(
  routines: Routines,
  sizes: Sizes,
  block: number,
): Uint8Array<ArrayBuffer> {
  const map = mapMemory(sizes, block);
  const module = new ModuleWriter();
  module.importMemory('outside', 'memory', map.pages);
  const eliminate = module.importFunction('outside', 'eliminate', ['i32', 'i32'], []);
  const results = map.scratch;
  const inEachWidth = (define: (width: number) => Step): Step => {
    const steps = new Map(Object.values(WIDTHS).map((width) => [width as number, define(width)]));
    return (body, ...packs) => steps.get(packs[0]!.length)!(body, ...packs);
  };
  const guarded = (name: string, step: Guarded) =>
    inEachWidth((width) => guardedOutOfLine(module, `${name}${width}`, { width, results }, step));
  const operations = operationsWith({ exp: guarded('exp', exp), log: guarded('log', log) });
  const ramp = inEachWidth((width) =>
    outOfLine(module, `ramp${width}`, { operands: 4, width, results }, operations.ramp),
  );
  const surroundings: Surroundings = {
    map,
    operations: { ...operations, ramp },
    eliminate: (body, address, size) => {
      body.call(eliminate, i32.constant(address), i32.constant(size));
    },
  };
  writeAll(module, 'start', routines.starts, surroundings);
  writeAll(module, 'step', routines.steps, surroundings);
  writeAll(module, 'answer', [routines.answers], surroundings);
  return module.bytes();
}

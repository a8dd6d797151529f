import { eliminate } from '../arithmetic/eliminate.ts';
import type { Kernel, Sizes, Workspace } from '../kernel/kernel.ts';
import { rowAt, turnsOf } from '../kernel/turns.ts';
import { type MemoryMap, mapMemory, NUMBER, padded } from './memory-map.ts';

/** The functions of a module: of the address of the step's numbers and the bytes of a column in use. */
type Functions = Readonly<
  Record<'start' | 'step' | 'answer', (base: number, bytes: number) => void>
>;

function viewsOf(buffer: ArrayBuffer, map: MemoryMap, sizes: Sizes, block: number): Workspace {
  const view = (address: number, length = padded(block)) =>
    new Float64Array(buffer, address, length);
  return {
    block,
    columns: map.columns.map((address) => view(address)),
    rings: map.rings.map((ring) => ring.map((address) => view(address))),
    series: map.series.map((address) => view(address, sizes.steps * block)),
    aggregates: map.aggregates.map((address) => view(address)),
    answers: map.answers.map((address) => view(address)),
    flaws: view(map.flaws),
  };
}

/** Opens a compiled module, with a memory for blocks of `block` draws. */
export function openModule(module: WebAssembly.Module, sizes: Sizes, block: number): Kernel {
  const map = mapMemory(sizes, block);
  const memory = new WebAssembly.Memory({ initial: map.pages });
  const { buffer } = memory;
  const outside = {
    memory,
    eliminate: (address: number, size: number) =>
      eliminate(new Float64Array(buffer, address, size * (size + 1)), size),
  };
  const { start, step, answer } = new WebAssembly.Instance(module, { outside })
    .exports as unknown as Functions;
  const space = viewsOf(buffer, map, sizes, block);
  const turns = turnsOf(sizes.rings);
  const places = new Int32Array(buffer, map.places, sizes.columnCount);
  const constants = new Float64Array(buffer, map.constants, sizes.constantCount);
  const stepped = new Float64Array(buffer, map.stepped, sizes.steps * sizes.steppedCount);
  const bytes = (count: number) => padded(count) * NUMBER;
  return {
    space,
    turn: (step) => {
      for (const turn of turns) {
        const row = rowAt(turn, step);
        space.columns[turn.column] = space.rings[turn.ring]![row]!;
        places[turn.column] = map.rings[turn.ring]![row]!;
      }
    },
    begin: (numbers) => {
      constants.set(numbers.constants);
      stepped.set(numbers.stepped);
    },
    start: (count) => start(0, bytes(count)),
    step: (at, count) => step(at * sizes.steppedCount * NUMBER, bytes(count)),
    answer: (count) => answer(0, bytes(count)),
  };
}

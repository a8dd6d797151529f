import { type Read, readsOf } from '../formula/rule.ts';
import { groupsOf } from '../model/groups.ts';
import type { Program } from '../model/program.ts';
import { type Memory, rememberedReads } from './memory.ts';
import { classify, VARIES } from './varies.ts';

/** Where the generated code finds each variable. */
export interface Layout {
  /** By slot: one of VARIES. */
  readonly varies: Uint8Array;
  /** Values that are the same for all draws and steps of a run, by slot. */
  readonly constants: ReadonlyMap<number, number>;
  /** Values that are the same for all draws at a step, by `slot` or `slot:lag`. */
  readonly stepped: ReadonlyMap<string, number>;
  /** One number per draw, by `slot`, `slot:lag` or `slot:starts`. */
  readonly columns: ReadonlyMap<string, number>;
  /** What is computed only where something has changed since the step before. */
  readonly memory: Memory;
}

/** Names a variable, or its value some steps back, in a layout. */
export function place(slot: number, lag = 0): string {
  return lag === 0 ? String(slot) : `${slot}:${lag}`;
}

/** Names what a variable was before the first step. */
export function startsPlace(slot: number): string {
  return `${slot}:starts`;
}

/** Names what a remembering equation read when it was last computed. */
export function memoPlace(owner: number, { slot, lag }: Read): string {
  return `${owner}:memo:${place(slot, lag)}`;
}

/** Names what a variable that is looked back at was when it was last computed. */
export function keptPlace(slot: number): string {
  return `${slot}:kept`;
}

function pastPlaces(program: Program): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { term } of [...program.model.equations, ...program.model.checks]) {
    for (const { slot, lag } of readsOf(term)) if (lag > 0) places.set(place(slot, lag), slot);
  }
  return places;
}

/** Gives columns to what is remembered from the step before. */
function addMemory({ model }: Program, memory: Memory, columns: Map<string, number>): void {
  for (const group of groupsOf(model.equations)) {
    const { slot } = group[0]!;
    const reads = memory.get(slot);
    if (reads === undefined) continue;
    for (const read of reads) columns.set(memoPlace(slot, read), columns.size);
    for (const member of group) {
      if (member.lag > 0) columns.set(keptPlace(member.slot), columns.size);
    }
  }
}

/**
 * Decides where each variable lives. `drawn` are the levers and assumptions that are uncertain in any scenario
 * of the run, so that one kernel serves them all.
 */
export function layOut(program: Program, drawn: ReadonlySet<number>): Layout {
  const varies = classify(program, drawn);
  const constants = new Map<number, number>();
  const stepped = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const [slot, bits] of varies.entries()) {
    if (bits === VARIES.never) constants.set(slot, constants.size);
    else if (bits === VARIES.step) stepped.set(place(slot), stepped.size);
    else columns.set(place(slot), columns.size);
  }
  for (const [name, slot] of pastPlaces(program)) {
    if (varies[slot]! & VARIES.draw) columns.set(name, columns.size);
    else stepped.set(name, stepped.size);
  }
  for (const equation of program.model.equations) {
    const isLookedBackAt = equation.lag > 0 && (varies[equation.slot]! & VARIES.draw) !== 0;
    if (isLookedBackAt) columns.set(startsPlace(equation.slot), columns.size);
  }
  const memory = rememberedReads(program.model, varies);
  addMemory(program, memory, columns);
  return { varies, constants, stepped, columns, memory };
}

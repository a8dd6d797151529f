import { type Read, readsOf } from '../formula/rule.ts';
import type { ScalarCheck } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import type { Gathered } from './gather.ts';
import { type Memory, rememberedReads } from './memory.ts';
import type { DrawList } from './routine.ts';
import { type Aggregated, takeAlong } from './running.ts';
import { classify, VARIES } from './varies.ts';

/** Where routines find each variable. */
export interface Layout {
  /** By slot: one of VARIES. */
  readonly varies: Uint8Array;
  /** Values that are the same for all draws and steps of a run, by slot. */
  readonly constants: ReadonlyMap<number, number>;
  /** Values that are the same for all draws at a step, by `slot` or `slot:lag`. */
  readonly stepped: ReadonlyMap<string, number>;
  /** One number per draw, by `slot`, `slot:lag`, `slot:starts` and so on. */
  readonly columns: ReadonlyMap<string, number>;
  /** What is computed only where something has changed since the step before. */
  readonly memory: Memory;
  /** The first unknown of its cluster's system, by slot. */
  readonly clusters: ReadonlyMap<number, number>;
  /** The checks of a cluster, by the first unknown of its system. */
  readonly checks: ReadonlyMap<number, readonly ScalarCheck[]>;
  readonly aggregated: Aggregated;
}

/** Names a variable, or its value some steps back, in a layout. */
export function place(slot: number, lag = 0): string {
  return lag === 0 ? String(slot) : `${slot}:${lag}`;
}

/** Names what a variable was before the first step. */
export function startsPlace(slot: number): string {
  return `${slot}:starts`;
}

/** Names what a cluster read when it was last computed. */
export function memoPlace(owner: number, { slot, lag }: Read): string {
  return `${owner}:memo:${place(slot, lag)}`;
}

/** Names what a variable that is looked back at was when it was last computed. */
export function keptPlace(slot: number): string {
  return `${slot}:kept`;
}

/** Names what an aggregate has grown to. */
function runningPlace(index: number): string {
  return `running:${index}`;
}

function pastPlaces(program: Program): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { term } of [...program.model.equations, ...program.model.checks]) {
    for (const { slot, lag } of readsOf(term)) if (lag > 0) places.set(place(slot, lag), slot);
  }
  return places;
}

/** Names the list of the draws for which a cluster is computed at a step. */
function listPlace(owner: number): string {
  return `${owner}:list`;
}

/** Names the length of that list, which stands in its column's first row. */
function countPlace(owner: number): string {
  return `${owner}:count`;
}

/** Finds the list of the draws for which a cluster is computed at a step; null for what is computed in all draws. */
export function listOf({ columns }: Layout, owner: number | undefined): DrawList | null {
  if (owner === undefined) return null;
  return { list: columns.get(listPlace(owner))!, count: columns.get(countPlace(owner))! };
}

/** Gives columns to what is remembered from the step before. */
function addMemory(
  { program, clusters }: Gathered,
  memory: Memory,
  columns: Map<string, number>,
): void {
  const add = (name: string) => columns.set(name, columns.size);
  for (const [owner, reads] of memory) for (const read of reads) add(memoPlace(owner, read));
  for (const owner of new Set(clusters.values())) {
    add(listPlace(owner));
    add(countPlace(owner));
  }
  for (const { slot, lag } of program.model.equations) {
    if (lag > 0 && clusters.has(slot)) add(keptPlace(slot));
  }
}

/**
 * Decides where each variable lives. `drawn` are the levers and assumptions that are uncertain in any scenario
 * of the run, so that one kernel serves them all.
 */
export function layOut(gathered: Gathered, drawn: ReadonlySet<number>): Layout {
  const { program, clusters, checks } = gathered;
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
  const memory = rememberedReads(gathered, varies);
  addMemory(gathered, memory, columns);
  const aggregated = takeAlong(program, {
    find: (slot) => columns.get(place(slot)),
    add: (index) => columns.set(runningPlace(index), columns.size).size - 1,
  });
  return { varies, constants, stepped, columns, memory, clusters, checks, aggregated };
}

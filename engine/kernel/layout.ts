import { type Read, type Rule, readsOf, visitRule } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import { type ScalarEquation, TIME_SLOTS } from '../model/model.ts';
import type { Program } from '../model/program.ts';

/** Whether a variable varies with the step, with the draw, with both or with neither. */
export const VARIES = { never: 0, step: 1, draw: 2, both: 3 } as const;

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
  /** For each system that remembers, one of the columns that it knows its last solution by. */
  readonly memories: readonly string[];
}

/** Names a variable, or its value some steps back, in a layout. */
export function place(slot: number, lag = 0): string {
  return lag === 0 ? String(slot) : `${slot}:${lag}`;
}

/** Names what a variable was before the first step. */
export function startsPlace(slot: number): string {
  return `${slot}:starts`;
}

/** Names what a system read when it was last solved. */
export function memoPlace(unknown: number, { slot, lag }: Read): string {
  return `${unknown}:memo:${place(slot, lag)}`;
}

/** Names what a variable was when its system was last solved. */
export function keptPlace(slot: number): string {
  return `${slot}:kept`;
}

/** Finds how a rule varies, from how what it reads does; what belongs to a system alone varies with everything. */
export function variesBy(rule: Rule, varies: Uint8Array): number {
  let bits: number = VARIES.never;
  visitRule(rule, (part) => {
    if (part.kind === 'slot' && part.slot >= 0) bits |= varies[part.slot] ?? VARIES.both;
    if (part.kind === 'past') bits |= varies[part.slot]! | VARIES.step;
  });
  return bits;
}

/** A variable that is looked back at changes once, when the past before the first step ends. */
function pastVariesBy({ lag, starts }: ScalarEquation, varies: Uint8Array): number {
  if (lag === 0) return VARIES.never;
  return VARIES.step | (starts?.kind === 'term' ? variesBy(starts.term, varies) : VARIES.never);
}

/**
 * Finds how each variable varies: one of VARIES by slot. A variable that looks back may depend on a later one,
 * so it goes on until nothing changes.
 */
export function classify({ model }: Program, drawn: ReadonlySet<number>): Uint8Array {
  const varies = new Uint8Array(model.variables.length);
  for (const [slot, { kind }] of model.variables.entries()) {
    if (kind === 'time' || kind === 'lever') varies[slot] = VARIES.step;
    if (slot === TIME_SLOTS.step) varies[slot] = VARIES.never;
    if (kind === 'shock') varies[slot] = VARIES.both;
    if (drawn.has(slot)) varies[slot] = kind === 'lever' ? VARIES.both : VARIES.draw;
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const equation of model.equations) {
      const bits = variesBy(equation.term, varies) | pastVariesBy(equation, varies);
      if ((varies[equation.slot]! | bits) === varies[equation.slot]) continue;
      varies[equation.slot]! |= bits;
      changed = true;
    }
  }
  return varies;
}

function pastPlaces(program: Program): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { term } of [...program.model.equations, ...program.model.checks]) {
    for (const { slot, lag } of readsOf(term)) if (lag > 0) places.set(place(slot, lag), slot);
  }
  return places;
}

/**
 * Lists what a system reads that may change from step to step: where all of it is as before, so is the solution.
 * The length of the step, which never changes, stands for nothing at all.
 */
export function changingReads(group: Group, varies: Uint8Array): readonly Read[] {
  const reads = readsOf(group[0]!.term);
  const changing = reads.filter(({ slot, lag }) => lag > 0 || varies[slot]! & VARIES.step);
  return changing.length > 0 ? changing : [{ slot: TIME_SLOTS.step, lag: 0 }];
}

/** Gives columns to what systems remember from the step before. */
function addMemory(
  { model }: Program,
  varies: Uint8Array,
  columns: Map<string, number>,
): readonly string[] {
  const memories: string[] = [];
  for (const group of groupsOf(model.equations)) {
    const { slot, term } = group[0]!;
    if (term.kind !== 'solved' || varies[slot] !== VARIES.both) continue;
    const places = changingReads(group, varies).map((read) => memoPlace(slot, read));
    for (const name of places) columns.set(name, columns.size);
    memories.push(places[0]!);
    for (const member of group) {
      if (member.lag > 0) columns.set(keptPlace(member.slot), columns.size);
    }
  }
  return memories;
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
  const memories = addMemory(program, varies, columns);
  return { varies, constants, stepped, columns, memories };
}

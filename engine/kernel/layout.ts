import { type Term, visit } from '../formula/term.ts';
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
}

/** Names a variable, or its value some steps back, in a layout. */
export function place(slot: number, lag = 0): string {
  return lag === 0 ? String(slot) : `${slot}:${lag}`;
}

/** Names what a variable was before the first step. */
export function startsPlace(slot: number): string {
  return `${slot}:starts`;
}

/** Finds how a term varies, from how what it reads does. */
export function variesBy(term: Term, varies: Uint8Array): number {
  let bits: number = VARIES.never;
  visit(term, (part) => {
    if (part.kind === 'slot' && part.slot >= 0) bits |= varies[part.slot]!;
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
    visit(term, (part) => {
      if (part.kind === 'past') places.set(place(part.slot, part.lag), part.slot);
    });
  }
  return places;
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
  return { varies, constants, stepped, columns };
}

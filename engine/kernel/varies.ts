import { type Rule, visitRule } from '../formula/rule.ts';
import { groupsOf } from '../model/groups.ts';
import { type ScalarEquation, TIME_SLOTS } from '../model/model.ts';
import type { Program } from '../model/program.ts';

/** Whether a variable varies with the step, with the draw, with both or with neither. */
export const VARIES = { never: 0, step: 1, draw: 2, both: 3 } as const;

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
  const groups = groupsOf(model.equations);
  for (let changed = true; changed; ) {
    changed = false;
    for (const group of groups) {
      // What one member of a system varies with reaches all: they are solved together.
      const bits = group
        .map((one) => variesBy(one.term, varies) | pastVariesBy(one, varies) | varies[one.slot]!)
        .reduce((a, b) => a | b);
      for (const { slot } of group) {
        if (varies[slot] === bits) continue;
        varies[slot] = bits;
        changed = true;
      }
    }
  }
  return varies;
}

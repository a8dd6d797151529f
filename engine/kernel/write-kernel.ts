import { slotsRead, weigh } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import { labelOf, type ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { type Layout, memoPlace, startsPlace } from './layout.ts';
import { type Line, Part } from './part.ts';
import { VARIES } from './varies.ts';
import { writeSystem } from './write-system.ts';

/** The largest weight of one generated function: small ones are optimised soon, far larger ones never. */
const PART_WEIGHT = 500;

/** What one generated function computes: equations in order, or a system alone. */
type Section = readonly Group[];

function isSystem([first]: Group): boolean {
  return first!.term.kind === 'solved';
}

function varying(program: Program, layout: Layout, bits: number): readonly Group[] {
  return groupsOf(program.model.equations).filter(([first]) => layout.varies[first!.slot] === bits);
}

/** Cuts equations into sections of bounded weight; a system has one of its own. */
function cutSections(groups: readonly Group[]): readonly Section[] {
  const sections: Group[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const own = weigh(group[0]!.term);
    weight += own;
    if (weight > PART_WEIGHT || isSystem(group)) {
      sections.push([]);
      weight = own;
    }
    sections.at(-1)!.push(group);
    if (isSystem(group)) weight = Number.POSITIVE_INFINITY;
  }
  return sections;
}

function equationsOf(section: Section): readonly ScalarEquation[] {
  return section.flat();
}

/** Finds the variables that something outside their own section, step or loop reads. */
function slotsStored(program: Program, sections: readonly Section[]): ReadonlySet<number> {
  const stored = new Set<number>([
    ...program.kept,
    ...program.aggregates.map(({ source }) => source),
  ]);
  for (const { slot, lag } of program.model.equations) if (lag > 0) stored.add(slot);
  for (const check of program.model.checks)
    for (const slot of slotsRead(check.term)) stored.add(slot);
  for (const section of sections) {
    const own = new Set(equationsOf(section).map(({ slot }) => slot));
    for (const { term } of equationsOf(section)) {
      for (const slot of slotsRead(term)) if (!own.has(slot)) stored.add(slot);
    }
  }
  return stored;
}

/** Makes what is looked back at start where it was before the first step, and forgets what was remembered. */
function writeReset(program: Program, layout: Layout): string {
  const part = new Part(layout, []);
  for (const { slot, starts } of program.model.equations) {
    if (starts?.kind !== 'term' || !layout.columns.has(startsPlace(slot))) continue;
    part.store(startsPlace(slot), labelOf(program.model.variables[slot]!), starts.term);
  }
  for (const [owner, [first]] of layout.memory) {
    part.add(`    ${part.at(memoPlace(owner, first!))} = NaN;`);
  }
  return part.text('reset', 'C, K, S, b, Z, n');
}

function writeChecks(program: Program, layout: Layout): string {
  const part = new Part(layout, []);
  for (const { key, element, term } of program.model.checks)
    part.require(labelOf({ key, element }), term);
  return part.text('checks', 'C, K, S, b, Z, n');
}

function writeAnswers(program: Program, layout: Layout): string {
  const part = new Part(layout, []);
  for (const [index, term] of program.answers.entries()) part.answer(index, term);
  return part.text('answers', 'A, C, K, O, Z, n');
}

/** Writes the functions of one round: those of every step, or those of the start of a block. */
class Round {
  readonly #program: Program;
  readonly #layout: Layout;
  readonly #name: string;
  readonly #sections: readonly Section[];
  readonly #isStart: boolean;

  constructor(program: Program, layout: Layout, name: string, bits: number) {
    this.#program = program;
    this.#layout = layout;
    this.#name = name;
    this.#sections = cutSections(varying(program, layout, bits));
    this.#isStart = bits === VARIES.draw;
  }

  get names(): readonly string[] {
    return this.#sections.map((_, index) => `${this.#name}${index}`);
  }

  /** What nothing else reads stays within its function; what the start of a block finds is kept for every step. */
  functions(): readonly string[] {
    const stored = this.#isStart
      ? new Set(this.#sections.flatMap(equationsOf).map(({ slot }) => slot))
      : slotsStored(this.#program, this.#sections);
    return this.#sections.map((section, index) => this.#write(section, stored, this.names[index]!));
  }

  #write(section: Section, stored: ReadonlySet<number>, name: string): string {
    const { variables } = this.#program.model;
    const [group] = section as [Group];
    if (isSystem(group)) {
      const label = labelOf(variables[group[0]!.slot]!);
      return writeSystem({ group, label, stored, layout: this.#layout }, name);
    }
    const lines = equationsOf(section).map(({ slot, term }) => ({
      slot,
      term,
      label: labelOf(variables[slot]!),
      watched: variables[slot]!.kind !== 'part',
    })) as readonly Line[];
    const part = new Part(
      this.#layout,
      lines.map(({ term }) => term),
    );
    for (const line of lines) part.assign(line, stored.has(line.slot));
    return part.text(name, 'C, K, S, b, Z, n');
  }
}

/**
 * Writes a program as JavaScript: `starts` once per block of draws, then the `steps` in order at every step,
 * then `answers`. Every number, name and word in it is ours; the author's formulas do not reach it as text.
 *
 * Shape: columns C, aggregates A and answers O hold one number per draw of the block; K and S numbers of the run.
 */
export function writeKernel(program: Program, layout: Layout): string {
  const start = new Round(program, layout, 'start', VARIES.draw);
  const step = new Round(program, layout, 'step', VARIES.both);
  const functions = [
    ...start.functions(),
    writeReset(program, layout),
    ...step.functions(),
    writeChecks(program, layout),
    writeAnswers(program, layout),
  ];
  const starts = [...start.names, 'reset'].join(', ');
  const steps = [...step.names, 'checks'].join(', ');
  return `"use strict";\n${functions.join('\n\n')}\n\nreturn { starts: [${starts}], steps: [${steps}], answers };\n`;
}

/** Lists the equations that vary with the draw and are looked back at, in order. */
export function lookedBackAt(program: Program, layout: Layout): readonly ScalarEquation[] {
  return program.model.equations.filter(({ slot }) => layout.columns.has(startsPlace(slot)));
}

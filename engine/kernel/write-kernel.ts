import { emit, type Naming } from '../formula/emit.ts';
import { COSTLY, emitOperation } from '../formula/operation.ts';
import { slotsRead, type Term, visit, weigh } from '../formula/term.ts';
import { labelOf, type ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { type Layout, place, startsPlace, VARIES } from './layout.ts';

/** The largest weight of one generated function: small ones are optimised soon, far larger ones never. */
const PART_WEIGHT = 500;

/** What one generated function computes, in order. */
interface Line {
  readonly slot: number | null;
  readonly label: string;
  readonly term: Term;
}

/** Finds the costly parts that stand more than once in the terms of one function. */
function costlyRepeats(terms: readonly Term[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const term of terms) {
    visit(term, (part) => {
      if (part.kind !== 'apply' || !COSTLY.has(part.operation)) return;
      const key = JSON.stringify(part);
      (seen.has(key) ? repeated : seen).add(key);
    });
  }
  return repeated;
}

/** Code of one function: what it reads becomes constants at its head, so that the loop holds arithmetic only. */
class Part {
  readonly #layout: Layout;
  readonly #heads = new Map<string, string>();
  readonly #locals = new Set<number>();
  readonly #body: string[] = [];
  readonly #naming: Naming;
  readonly #shared = new Map<string, string>();
  readonly #repeated: ReadonlySet<string>;

  constructor(layout: Layout, terms: readonly Term[]) {
    this.#layout = layout;
    this.#repeated = costlyRepeats(terms);
    this.#naming = {
      now: (slot) => (slot < 0 ? this.#aggregate(slot) : this.#read(slot, 0)),
      past: (slot, lag) => this.#read(slot, lag),
    };
  }

  #head(name: string, value: string): string {
    this.#heads.set(name, value);
    return name;
  }

  #aggregate(slot: number): string {
    return `${this.#head(`a${-slot - 1}`, `A[${-slot - 1}]`)}[i]`;
  }

  #read(slot: number, lag: number): string {
    if (lag === 0 && this.#locals.has(slot)) return `v${slot}`;
    const { constants, stepped } = this.#layout;
    const constant = lag === 0 ? constants.get(slot) : undefined;
    if (constant !== undefined) return this.#head(`k${constant}`, `K[${constant}]`);
    const step = stepped.get(place(slot, lag));
    if (step !== undefined) return this.#head(`s${step}`, `S[b + ${step}]`);
    return `${this.#column(place(slot, lag))}[i]`;
  }

  #column(name: string): string {
    const column = this.#layout.columns.get(name);
    return this.#head(`c${column}`, `C[${column}]`);
  }

  /** Writes a term; a costly part that stands in this function more than once is computed once. */
  expression(term: Term): string {
    if (term.kind !== 'apply') return emit(term, this.#naming);
    const text = emitOperation(
      term.operation,
      term.operands.map((operand) => this.expression(operand)),
    );
    if (!COSTLY.has(term.operation) || !this.#repeated.has(JSON.stringify(term))) return text;
    const known = this.#shared.get(text) ?? `x${this.#shared.size}`;
    if (!this.#shared.has(text)) this.#body.push(`    const ${known} = ${text};`);
    this.#shared.set(text, known);
    return known;
  }

  assign({ slot, label, term }: Line, stored: boolean): void {
    const text = this.expression(term);
    this.#body.push(
      `    // ${label}`,
      `    const v${slot} = ${text};`,
      `    z += v${slot} - v${slot};`,
    );
    this.#locals.add(slot!);
    if (stored) this.#body.push(`    ${this.#column(place(slot!))}[i] = v${slot};`);
  }

  store(name: string, label: string, term: Term): void {
    this.#body.push(
      `    // ${label}, before the first step`,
      `    ${this.#column(name)}[i] = ${this.expression(term)};`,
    );
  }

  require(label: string, term: Term): void {
    this.#body.push(`    // check ${label}`, `    if (!(${this.expression(term)})) z = NaN;`);
  }

  answer(index: number, term: Term): void {
    const text = this.expression(term);
    this.#body.push(`    ${this.#head(`o${index}`, `O[${index}]`)}[i] = +${text};`);
  }

  text(name: string, parameters: string): string {
    return [
      `function ${name}(${parameters}) {`,
      ...[...this.#heads].map(([head, value]) => `  const ${head} = ${value};`),
      '  for (let i = 0; i < n; i++) {',
      '    let z = 0;',
      ...this.#body,
      '    Z[i] += z;',
      '  }',
      '}',
    ].join('\n');
  }
}

function varying(program: Program, layout: Layout, bits: number): readonly Line[] {
  const { variables, equations } = program.model;
  return equations
    .filter(({ slot }) => layout.varies[slot] === bits)
    .map(({ slot, term }) => ({ slot, term, label: labelOf(variables[slot]!) }));
}

/** Cuts lines into parts of bounded weight. */
function cutParts(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    weight += weigh(line.term);
    if (weight > PART_WEIGHT) {
      parts.push([]);
      weight = weigh(line.term);
    }
    parts.at(-1)!.push(line);
  }
  return parts;
}

/** Finds the variables that something outside their own part, step or loop reads. */
function slotsStored(program: Program, parts: readonly (readonly Line[])[]): ReadonlySet<number> {
  const stored = new Set<number>([
    ...program.kept,
    ...program.aggregates.map(({ source }) => source),
  ]);
  for (const { slot, lag } of program.model.equations) if (lag > 0) stored.add(slot);
  for (const check of program.model.checks)
    for (const slot of slotsRead(check.term)) stored.add(slot);
  for (const part of parts) {
    const own = new Set(part.map(({ slot }) => slot));
    for (const { term } of part) {
      for (const slot of slotsRead(term)) if (!own.has(slot)) stored.add(slot);
    }
  }
  return stored;
}

function writeStart(program: Program, layout: Layout, lines: readonly Line[]): string {
  const part = new Part(
    layout,
    lines.map(({ term }) => term),
  );
  for (const line of lines) part.assign(line, true);
  for (const { slot, starts } of program.model.equations) {
    if (starts?.kind !== 'term' || !layout.columns.has(startsPlace(slot))) continue;
    part.store(startsPlace(slot), labelOf(program.model.variables[slot]!), starts.term);
  }
  return part.text('start', 'C, K, S, b, Z, n');
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

function equationsOf(
  part: readonly Line[],
  stored: ReadonlySet<number>,
  layout: Layout,
  name: string,
): string {
  const code = new Part(
    layout,
    part.map(({ term }) => term),
  );
  for (const line of part) code.assign(line, stored.has(line.slot!));
  return code.text(name, 'C, K, S, b, Z, n');
}

/**
 * Writes a program as JavaScript: `start` once per block of draws, then the `steps` in order at every step,
 * then `answers`. Every number, name and word in it is ours; the author's formulas do not reach it as text.
 *
 * Shape: columns C, aggregates A and answers O hold one number per draw of the block; K and S numbers of the run.
 */
export function writeKernel(program: Program, layout: Layout): string {
  const parts = cutParts(varying(program, layout, VARIES.both));
  const stored = slotsStored(program, parts);
  const names = parts.map((_, index) => `step${index}`);
  const functions = [
    writeStart(program, layout, varying(program, layout, VARIES.draw)),
    ...parts.map((part, index) => equationsOf(part, stored, layout, names[index]!)),
    writeChecks(program, layout),
    writeAnswers(program, layout),
  ];
  const steps = [...names, 'checks'].join(', ');
  return `"use strict";\n${functions.join('\n\n')}\n\nreturn { start, steps: [${steps}], answers };\n`;
}

/** Lists the equations that vary with the draw and are looked back at, in order. */
export function lookedBackAt(program: Program, layout: Layout): readonly ScalarEquation[] {
  return program.model.equations.filter(({ slot }) => layout.columns.has(startsPlace(slot)));
}

import { TRUTHS } from '../formula/operation.ts';
import type { AppliedOperation, Computation, Let, Statement } from '../kernel/routine.ts';
import type { Body, Variable } from '../wasm/body.ts';
import type { Value } from '../wasm/code.ts';
import type { Operations } from '../wasm/operations.ts';
import { keep, type Pack } from '../wasm/pack.ts';
import { i32 } from '../wasm/scalar.ts';
import { f64x2, v128 } from '../wasm/vectors.ts';
import { across, and, or } from './across.ts';
import { bound, boundOf } from './bound.ts';
import { columnAt, type Draws, splat } from './draws.ts';
import { type MemoryMap, NUMBER, WIDTHS } from './memory-map.ts';
import { type Pair, type Paired, Pairer } from './pair.ts';

/** What the code of every routine shares. */
export interface Surroundings {
  readonly map: MemoryMap;
  readonly operations: Operations;
  /** Solves a matrix in memory. */
  readonly eliminate: (body: Body, address: number, size: number) => void;
}

/** A local of a routine: one variable for each vector. */
export type Variables = readonly Variable<'v128'>[];

/** Reads a pack of variables. */
export function valuesOf(variables: Variables): Pack {
  return variables.map(({ value }) => value);
}

/** Truths are lanes of ones or zeros. */
const TRUE = 0xffffffffffffffffn;

/** The code of one routine while it is written: computations become packs of vectors. */
export class RoutineCode {
  readonly body: Body;
  readonly surroundings: Surroundings;
  readonly draws: Draws;
  readonly #pairer = new Pairer();
  readonly #base: Value<'i32'>;
  readonly #locals = new Map<string, Variables>();
  readonly #truths = new Set<string>();
  /** Bits of what is not finite, and lanes of ones where all conditions hold; null where nothing was looked at. */
  #notFinite: Variables | null = null;
  #holding: Variables | null = null;

  constructor(body: Body, surroundings: Surroundings, draws: Draws, base: Value<'i32'>) {
    this.body = body;
    this.surroundings = surroundings;
    this.draws = draws;
    this.#base = base;
  }

  /** Declares one variable for each vector. */
  variables(): Variables {
    return Array.from({ length: this.draws.width }, () => this.body.variable('v128'));
  }

  /** Sets variables, one for each vector. */
  set(variables: Variables, pack: Pack): void {
    for (const [at, variable] of variables.entries()) this.body.set(variable, pack[at]!);
  }

  /** Gives a number in all lanes. */
  number(value: number): Pack {
    return Array.from({ length: this.draws.width }, () => this.body.number(value));
  }

  /** Names variables; a name that is known keeps its own. */
  declare(name: string): Variables {
    const known = this.#locals.get(name) ?? this.variables();
    this.#locals.set(name, known);
    return known;
  }

  /** Gives what a name stands for. */
  read(name: string): Pack {
    return valuesOf(this.#locals.get(name)!);
  }

  /** Computes what is let, under its name. */
  let({ local, value }: Let): void {
    const pack = this.compute(value);
    if (this.isTruth(value)) this.#truths.add(local);
    this.set(this.declare(local), pack);
  }

  /** Computes two lets at once, each of which has one operand. */
  pair({ operation, lets }: Pair): void {
    const operands = lets.map(({ value }) => (value as AppliedOperation).operands[0]!);
    const both = operands.flatMap((operand) => this.compute(operand));
    const results = this.surroundings.operations[operation](this.body, both);
    const { width } = this.draws;
    for (const [at, { local }] of lets.entries()) {
      this.set(this.declare(local), results.slice(at * width, (at + 1) * width));
    }
  }

  /** Pairs what follows each other where that fills the vectors of a wide routine. */
  paired<S extends Statement>(statements: readonly S[]): Paired<S> {
    return 2 * this.draws.width === WIDTHS.wide ? this.#pairer.pair(statements) : statements;
  }

  /** Computes lets that follow each other. */
  lets(lets: readonly Let[]): void {
    for (const one of this.paired(lets)) {
      if (one.kind === 'pair') this.pair(one);
      else this.let(one);
    }
  }

  /** Tells whether a computation yields a condition. */
  isTruth(computation: Computation): boolean {
    switch (computation.kind) {
      case 'truth':
        return true;
      case 'local':
        return this.#truths.has(computation.name);
      case 'apply':
        if (computation.operation === 'choose') return this.isTruth(computation.operands[1]!);
        return TRUTHS.has(computation.operation);
      default:
        return false;
    }
  }

  /** Writes a computation; what comes out may be used once. */
  compute(computation: Computation): Pack {
    const { map } = this.surroundings;
    switch (computation.kind) {
      case 'number':
        return this.number(computation.value);
      case 'truth':
        return this.number(0).map(() => this.body.bits(computation.value ? TRUE : 0n));
      case 'local':
        return this.read(computation.name);
      case 'column':
        return this.draws.load(columnAt(map, computation.column));
      case 'constant':
        return splat(this.body, this.draws.width, map.constants + NUMBER * computation.index);
      case 'stepped':
        return splat(
          this.body,
          this.draws.width,
          map.stepped + NUMBER * computation.index,
          this.#base,
        );
      case 'aggregate':
        return this.draws.load({ address: map.aggregates[computation.index]!, moves: false });
      case 'apply':
        return this.#apply(computation);
    }
  }

  #apply({ operation, operands }: AppliedOperation): Pack {
    if (operation === 'larger' || operation === 'smaller') {
      const found = boundOf(operands);
      if (found !== null) return bound(this.body, operation, this.compute(found[0]), found[1]);
    }
    const step = this.surroundings.operations[operation as keyof Operations];
    return step(this.body, ...operands.map((operand) => this.compute(operand)));
  }

  /** Computes a pack here and once, for any number of uses. */
  keep(pack: Pack): Pack {
    return keep(this.body, pack);
  }

  /** Puts the lanes of vectors into memory, all of the first lanes before all of the second. */
  scatter(vectors: readonly Value<'v128'>[], address: number, apart: number): void {
    const zero = i32.constant(0);
    for (const [at, vector] of vectors.entries()) {
      this.body.do(v128.storeFirst(zero, vector, address + at * NUMBER));
      this.body.do(v128.storeSecond(zero, vector, address + apart + at * NUMBER));
    }
  }

  /** Takes a vector's lanes from memory. */
  gather(address: number, apart: number): Value<'v128'> {
    const zero = i32.constant(0);
    return v128.loadSecond(zero, v128.loadFirst(zero, address), address + apart);
  }

  #variablesOf(bits: bigint): Variables {
    const variables = this.variables();
    for (const variable of variables) this.body.set(variable, this.body.bits(bits));
    return variables;
  }

  /** Marks draws where a number is not finite: its difference from itself has bits nowhere else. */
  watch(name: string): void {
    this.#notFinite ??= this.#variablesOf(0n);
    const bits = this.read(name).map((value) => f64x2.subtract(value, value));
    this.set(this.#notFinite, or(valuesOf(this.#notFinite), bits));
  }

  /** Marks draws where a condition does not hold. */
  require(condition: Computation): void {
    this.#holding ??= this.#variablesOf(TRUE);
    this.set(this.#holding, and(valuesOf(this.#holding), this.compute(condition)));
  }

  /** Gives what was marked: a flaw is any bit. */
  flaws(): readonly Pack[] {
    const notFinite = this.#notFinite === null ? [] : [valuesOf(this.#notFinite)];
    const failing = this.#holding === null ? [] : [across(v128.not, valuesOf(this.#holding))];
    return [...notFinite, ...failing];
  }
}

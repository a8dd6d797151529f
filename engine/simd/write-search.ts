import { ENOUGH_STRETCH, ROUNDING, SHORTEST_STRETCH } from '../formula/solve.ts';
import type { Search } from '../kernel/routine.ts';
import { numbersOf } from '../wasm/operations.ts';
import type { Pack } from '../wasm/pack.ts';
import { f64x2 } from '../wasm/vectors.ts';
import { across, and, andNot, anyTrue, or, select } from './across.ts';
import { type RoutineCode, type Variables, valuesOf } from './routine-code.ts';
import { solveLinear } from './write-linear-step.ts';

const ONES = 0xffffffffffffffffn;

/** What a search holds of one unknown: the value held, its step, and its residual with its size there. */
interface Held {
  readonly local: Variables;
  readonly y: Variables;
  readonly d: Variables;
  readonly h: Variables;
  readonly g: Variables;
}

/** A search for several draws at once: lanes that are done stay as they are until all are. */
class SearchCode {
  readonly #code: RoutineCode;
  readonly #search: Search;
  readonly #held: readonly Held[];
  readonly #stretch: Variables;
  readonly #rounds: Variables;
  readonly #active: Variables;
  readonly #closing: Variables;
  readonly #solved: Variables;

  constructor(code: RoutineCode, search: Search) {
    this.#code = code;
    this.#search = search;
    const begin = (pack: Pack): Variables => {
      const variables = code.variables();
      code.set(variables, pack);
      return variables;
    };
    const truth = (bits: bigint) => begin(code.number(0).map(() => code.body.bits(bits)));
    const guesses = search.unknowns.map(({ guess }) => code.keep(code.compute(guess)));
    this.#held = search.unknowns.map(({ local }, at) => {
      code.set(code.declare(local), guesses[at]!);
      return {
        local: code.declare(local),
        y: begin(code.number(0)),
        d: begin(code.number(0)),
        h: begin(code.number(Number.POSITIVE_INFINITY)),
        g: begin(code.number(0)),
      };
    });
    this.#stretch = begin(code.number(1));
    this.#rounds = begin(code.number(0));
    this.#active = truth(ONES);
    this.#closing = truth(0n);
    this.#solved = truth(0n);
  }

  #add(mask: Variables, more: Pack): void {
    this.#code.set(mask, or(valuesOf(mask), more));
  }

  #drop(mask: Variables, less: Pack): void {
    this.#code.set(mask, andNot(valuesOf(mask), less));
  }

  #every(bound: (at: number) => Pack): Pack {
    return this.#search.margins.map((_, at) => bound(at)).reduce(and);
  }

  #within(amounts: Pack, bound: Pack): Pack {
    return across((amount, most) => f64x2.lessEqual(f64x2.abs(amount), most), amounts, bound);
  }

  /** The largest of some residuals, each measured by the larger of its sizes here and where it was held. */
  #worst(amountAt: (at: number) => Pack): Pack {
    const measured = this.#search.margins.map((margin, at) => {
      const held = this.#held[at]!;
      return across(
        (amount, here, there) => {
          const size = f64x2.add(f64x2.max(here, there), this.#code.body.number(margin));
          return f64x2.divide(f64x2.abs(amount), size);
        },
        amountAt(at),
        this.#code.read(`w${at}`),
        valuesOf(held.g),
      );
    });
    return measured.reduce((a, b) => across(f64x2.max, a, b));
  }

  #isEnough(amountAt: (at: number) => Pack, sizeAt: (at: number) => Pack): Pack {
    const { tolerance, margins } = this.#search;
    const { body } = this.#code;
    return this.#every((at) => {
      const bound = across(
        (size) =>
          f64x2.multiply(body.number(tolerance), f64x2.add(size, body.number(margins[at]!))),
        sizeAt(at),
      );
      return this.#within(amountAt(at), bound);
    });
  }

  #equals(variables: Variables, value: number): Pack {
    return across((one) => f64x2.equal(one, this.#code.body.number(value)), valuesOf(variables));
  }

  #less(variables: Variables, value: number): Pack {
    return across((one) => f64x2.less(one, this.#code.body.number(value)), valuesOf(variables));
  }

  /** Holds what was tried in the lanes of a mask. */
  #accept(mask: Pack): void {
    const code = this.#code;
    for (const [at, { local, y, h, g }] of this.#held.entries()) {
      code.set(y, select(valuesOf(local), valuesOf(y), mask));
      code.set(h, select(code.read(`r${at}`), valuesOf(h), mask));
      code.set(g, select(code.read(`w${at}`), valuesOf(g), mask));
    }
    code.set(this.#stretch, select(code.number(1), valuesOf(this.#stretch), mask));
  }

  /** Ends the search in lanes that were accepted and are good enough, or have no rounds left. */
  #end(accepted: Variables): void {
    const { tolerance, margins, iterations } = this.#search;
    const { body } = this.#code;
    const residual = (at: number) => this.#code.read(`r${at}`);
    const size = (at: number) => this.#code.read(`w${at}`);
    const isNone = this.#every((at) =>
      this.#within(
        residual(at),
        across((w) => f64x2.multiply(body.number(tolerance), w), size(at)),
      ),
    );
    const isRounding = this.#every((at) =>
      this.#within(residual(at), this.#code.number(ROUNDING * margins[at]!)),
    );
    const isFirst = and(this.#equals(this.#rounds, 0), isRounding);
    const ended = this.#code.keep(and(valuesOf(accepted), or(isNone, isFirst)));
    this.#add(this.#solved, ended);
    this.#drop(accepted, ended);
    const capped = this.#code.keep(and(valuesOf(accepted), this.#equals(this.#rounds, iterations)));
    this.#add(this.#solved, and(capped, this.#isEnough(residual, size)));
    this.#drop(accepted, capped);
    this.#drop(this.#active, or(ended, capped));
  }

  /** Computes the Newton step, and takes it in the lanes of a mask. */
  #step(mask: Pack): void {
    const code = this.#code;
    const { slopes, jacobian } = this.#search;
    code.set(this.#rounds, across(f64x2.add, valuesOf(this.#rounds), numbersOf(code.body, mask)));
    code.lets(slopes);
    const steps =
      jacobian.length === 1
        ? [across(f64x2.divide, code.read('r0'), code.compute(jacobian[0]![0]!))]
        : solveLinear(code, jacobian);
    for (const [at, { d }] of this.#held.entries()) {
      code.set(d, select(steps[at]!, valuesOf(d), mask));
    }
  }

  /** Shortens the step in lanes whose trial was no better; where that is of no use, the search ends. */
  #shorten(mask: Pack): void {
    const code = this.#code;
    const half = across((t) => f64x2.multiply(t, code.body.number(0.5)), valuesOf(this.#stretch));
    code.set(this.#stretch, select(half, valuesOf(this.#stretch), mask));
    const isEnough = this.#isEnough(
      (at) => valuesOf(this.#held[at]!.h),
      (at) => valuesOf(this.#held[at]!.g),
    );
    const closing = code.keep(and(and(mask, this.#less(this.#stretch, ENOUGH_STRETCH)), isEnough));
    this.#add(this.#closing, closing);
    const hopeless = or(this.#equals(this.#rounds, 0), this.#less(this.#stretch, SHORTEST_STRETCH));
    this.#drop(this.#active, and(andNot(mask, closing), hopeless));
  }

  /** Goes on from the values held: by the step, or to them where the search is closing. */
  #advance(): void {
    const code = this.#code;
    for (const { local, y, d } of this.#held) {
      const along = across(
        (from, part, step) => f64x2.subtract(from, f64x2.multiply(part, step)),
        valuesOf(y),
        valuesOf(this.#stretch),
        valuesOf(d),
      );
      const next = select(valuesOf(y), along, valuesOf(this.#closing));
      code.set(local, select(next, valuesOf(local), valuesOf(this.#active)));
    }
  }

  #measure(): void {
    const code = this.#code;
    code.lets(this.#search.measures);
    const isBetter = across(
      f64x2.less,
      this.#worst((at) => code.read(`r${at}`)),
      this.#worst((at) => valuesOf(this.#held[at]!.h)),
    );
    const accepted = code.variables();
    code.set(accepted, and(valuesOf(this.#active), isBetter));
    this.#accept(valuesOf(accepted));
    const rejected = code.keep(andNot(valuesOf(this.#active), valuesOf(accepted)));
    this.#end(accepted);
    code.body.if(anyTrue(valuesOf(accepted)), () => this.#step(valuesOf(accepted)));
    code.body.if(anyTrue(rejected), () => this.#shorten(rejected));
    this.#advance();
  }

  write(): void {
    const code = this.#code;
    const { body } = code;
    body.loop((head) => {
      code.lets(this.#search.values);
      const closed = code.keep(and(valuesOf(this.#active), valuesOf(this.#closing)));
      this.#add(this.#solved, closed);
      this.#drop(this.#active, closed);
      body.if(anyTrue(valuesOf(this.#active)), () => {
        this.#measure();
        body.branch(head, anyTrue(valuesOf(this.#active)));
      });
    });
    for (const { local } of this.#held) {
      const none = code.number(Number.NaN);
      code.set(local, select(valuesOf(local), none, valuesOf(this.#solved)));
    }
  }
}

/** Writes the search for a solution of a system, in every lane the operations of `solve` in formula/solve.ts. */
export function writeSearch(code: RoutineCode, search: Search): void {
  new SearchCode(code, search).write();
}

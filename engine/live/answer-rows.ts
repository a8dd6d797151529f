import { apply, number, slot, type Term } from '../formula/term.ts';
import type { Aggregate } from '../model/program.ts';
import { ONE, type Unit } from '../quantity/unit.ts';
import type { DraftRows } from './draft-rows.ts';
import type { LiveAggregate } from './live-model.ts';
import { Simplifier } from './simplify.ts';

/** Halvings after which the interval of rates is as short as doubles near one can tell. */
const HALVINGS = 60;
const LOWEST_RATE = -0.99;
const HIGHEST_RATE = 10;

/** Adds the rows that hold one number for the whole path. */
export class AnswerRows {
  readonly #rows: DraftRows;
  readonly #aggregates: readonly Term[];

  constructor(rows: DraftRows, aggregates: readonly Aggregate[]) {
    this.#rows = rows;
    this.#aggregates = aggregates.map((aggregate) => slot(this.#addAggregate(aggregate)));
  }

  #addAggregate({ kind, source, argument }: Aggregate): number {
    const row = this.#rows.rows[source]!;
    const along = row.varies ? source : this.#rows.addAlong(row, slot(source));
    if (kind === 'irr') return this.#addIrr(along);
    const step = kind === 'at' ? (argument as { readonly value: number }).value : 0;
    const rate = kind === 'discounted' ? this.#named(argument) : number(0);
    return this.#add({ kind, source: along, step, rate });
  }

  #named(term: Term): Term {
    return term.kind === 'number' ? this.#rows.number(term.value) : term;
  }

  #add(aggregate: LiveAggregate): number {
    const { key, element } = this.#rows.rows[aggregate.source]!;
    return this.#rows.addNamed('aggregate', { key, element }, { kind: 'aggregate', aggregate });
  }

  #part(source: number, term: Term): Term {
    const owner = this.#rows.rows[source]!;
    const simple = new Simplifier(this.#rows, owner).simple(term);
    return slot(this.#rows.add(owner, { kind: 'part' }, simple));
  }

  /** Writes the engine's bisection as rows: a spreadsheet's own IRR stops after seven digits. */
  #addIrr(source: number): number {
    const worth = (rate: Term) => slot(this.#add({ kind: 'discounted', source, step: 0, rate }));
    let [low, high] = [LOWEST_RATE, HIGHEST_RATE].map((rate) => this.#rows.number(rate)) as [
      Term,
      Term,
    ];
    const [atLow, atHigh] = [worth(low), worth(high)];
    const between = () => apply('divide', apply('add', low, high), number(2));
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = this.#part(source, between());
      const same = apply('greater', apply('multiply', worth(middle), atLow), number(0));
      [low, high] = [
        this.#part(source, apply('choose', same, middle, low)),
        this.#part(source, apply('choose', same, high, middle)),
      ];
    }
    const crosses = apply('less', apply('multiply', atLow, atHigh), number(0));
    const rate = this.#part(source, apply('choose', crosses, between(), number(Number.NaN)));
    return (rate as { readonly slot: number }).slot;
  }

  /** Adds the row that is 1 where all rows of a list are 1 at every step; null for an empty list. */
  everywhere(name: string, slots: readonly number[]): number | null {
    if (slots.length === 0) return null;
    const least = slots.map(
      (source): Term =>
        this.#rows.rows[source]!.varies
          ? slot(this.#add({ kind: 'minimum', source, step: 0, rate: number(0) }))
          : slot(source),
    );
    const all = least.reduce((a, b) => apply('smaller', a, b));
    return this.answer(name, ONE, all);
  }

  /** Adds the row of an answer and gives its slot. */
  answer(name: string, unit: Unit, term: Term): number {
    const owner = { key: name, element: '' };
    const read = (part: Term): Term => {
      if (part.kind === 'slot' && part.slot < 0) return this.#aggregates[-part.slot - 1]!;
      if (part.kind !== 'apply') return part;
      return { ...part, operands: part.operands.map(read) };
    };
    const simple = new Simplifier(this.#rows, owner).simple(read(term));
    return this.#rows.addNamed('answer', { ...owner, unit }, { kind: 'term', term: simple });
  }
}

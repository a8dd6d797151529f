import { number, slot, type Term, visit } from '../formula/term.ts';
import { VARIES } from '../kernel/varies.ts';
import type { ScalarEquation, Variable } from '../model/model.ts';
import { toBase, type Unit } from '../quantity/unit.ts';
import type { LiveKind, LiveRow, LiveRule, LiveStarts, SearchRole } from './live-model.ts';

/** A row before its values are known. */
export type DraftRow = Omit<LiveRow, 'values' | 'past'> & {
  readonly past: { readonly lag: number; readonly starts: LiveStarts } | null;
};

/** What a row belongs to. */
export type Owner = Pick<LiveRow, 'key' | 'element'>;

/** What a row is besides its name: a part of a search says which. */
export interface Label {
  readonly kind: LiveKind;
  readonly role?: SearchRole;
  readonly round?: number;
}

/** Numbers that everybody knows; formulas name all others by a row. */
const UNIVERSAL: ReadonlySet<number> = new Set([0, 1, 2, 12, 100]);

/** Tells whether a term is a number, or reads one. */
export function isAtom(term: Term): boolean {
  return term.kind !== 'apply';
}

function unitOf(unit: Unit): Pick<LiveRow, 'unit' | 'factor'> {
  return { unit: unit.text, factor: toBase('1', unit) };
}

const PLAIN = { unit: '', factor: 1, element: '', role: null, round: -1 } as const;
const INPUT: LiveRule = { kind: 'input' };

/** Collects the rows of a live model, in the order in which they can be computed. */
export class DraftRows {
  /** By slot; those of the model's variables come first. */
  readonly rows: DraftRow[];
  readonly order: number[] = [];
  readonly #numbers = new Map<string, Term>();

  constructor(variables: readonly Variable[], varies: Uint8Array) {
    this.rows = variables.map(({ kind, key, element, unit }, at) => ({
      ...PLAIN,
      ...unitOf(unit),
      kind,
      key,
      element,
      varies: (varies[at]! & VARIES.step) !== 0,
      rule: INPUT,
      past: null,
    }));
  }

  /** Tells whether a term has one value for all steps. */
  #isSteady(term: Term): boolean {
    let steady = true;
    visit(term, (part) => {
      if (part.kind === 'past' || (part.kind === 'slot' && this.rows[part.slot]!.varies)) {
        steady = false;
      }
    });
    return steady;
  }

  #push(row: Omit<DraftRow, 'past'>): number {
    const index = this.rows.push({ ...row, past: null }) - 1;
    if (row.rule.kind !== 'input') this.order.push(index);
    return index;
  }

  /** Names a number: those that everybody knows stand in formulas. */
  number(value: number): Term {
    if (UNIVERSAL.has(value) || Number.isNaN(value)) return number(value);
    const key = String(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const rule: LiveRule = { kind: 'term', term: number(value) };
    const made = slot(this.#push({ ...PLAIN, kind: 'number', key, varies: false, rule }));
    this.#numbers.set(key, made);
    return made;
  }

  /** Says how a variable of the model is computed, and what it was before; null leaves it an input. */
  define({ slot: at, lag }: ScalarEquation, term: Term | null, starts: LiveStarts | null): void {
    const past = lag === 0 || starts === null ? null : { lag, starts };
    const rule: LiveRule = term === null ? INPUT : { kind: 'term', term };
    this.rows[at] = { ...this.rows[at]!, rule, past };
    if (term !== null) this.order.push(at);
  }

  /** Adds a row for a term that belongs to another row, and gives its slot. */
  add({ key, element }: Owner, { kind, role = 'part', round = -1 }: Label, term: Term): number {
    const named = { ...PLAIN, kind, key, element, role: kind === 'search' ? role : null, round };
    return this.#push({
      ...named,
      varies: !this.#isSteady(term),
      rule: { kind: 'term', term },
    });
  }

  /** Adds a row under a name of its own: one number for the whole path, unless it varies. */
  addNamed(
    kind: LiveKind,
    { key, element, unit }: Owner & { readonly unit?: Unit },
    rule: LiveRule,
    varies = false,
  ): number {
    const said = unit === undefined ? {} : unitOf(unit);
    return this.#push({ ...PLAIN, ...said, kind, key, element, rule, varies });
  }

  /** Adds a row that holds a term at every step even where it never changes. */
  addAlong({ key, element }: Owner, term: Term): number {
    const rule: LiveRule = { kind: 'term', term };
    return this.#push({ ...PLAIN, kind: 'part', key, element, rule, varies: true });
  }
}

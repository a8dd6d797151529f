import type { Unit } from '../quantity/unit.ts';

/** Which characters of the formula a part comes from. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** An index as written between brackets: an index name or an element. */
export interface IndexText extends Span {
  readonly name: string;
}

/** The operators of the language, by the names they have here. */
export type Operator =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'negate'
  | 'less'
  | 'lessEqual'
  | 'greater'
  | 'greaterEqual'
  | 'equal'
  | 'unequal'
  | 'and'
  | 'or'
  | 'xor'
  | 'not';

/**
 * A formula as the author wrote it: names are still text, sets are not expanded. A number with a `unit`
 * is in base units already; `unit` null means a bare number.
 */
export type Expression =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: Unit | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'name';
      readonly module: string | null;
      readonly name: string;
      readonly indices: readonly IndexText[];
      readonly span: Span;
    }
  | {
      readonly kind: 'operate';
      readonly operator: Operator;
      readonly operands: readonly Expression[];
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly callee: string;
      readonly operands: readonly Expression[];
      readonly span: Span;
    }
  | { readonly kind: 'within'; readonly index: string; readonly set: string; readonly span: Span };

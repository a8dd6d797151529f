import { type Refusal, refuse } from '../quantity/refusal.ts';
import type { Span } from './expression.ts';
import { FORMULA_LIMITS, type Token, tokensOf } from './tokens.ts';

/** Thrown inside the parser only, to leave the recursion at the first thing that is not allowed. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The parser's tree has no positions; words come in the order they were written, so tokens give them. */
export class Cursor {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  /** Takes the next token with this text. */
  take(text: string): Span {
    return spanOf(this.#takeFirst((token) => token.text === text));
  }

  /** Takes the next number. */
  takeNumber(): Token {
    return this.#takeFirst((token) => /^\d/.test(token.text));
  }

  /** Goes one level down, as long as there are not too many. */
  nest<T>(inner: () => T): T {
    if (this.#depth === FORMULA_LIMITS.chain) throw new Refused(tooLong(this.here().offset));
    this.#depth += 1;
    const result = inner();
    this.#depth -= 1;
    return result;
  }

  /** Tells whether a number comes next. */
  isAtNumber(): boolean {
    return /^\d/.test(this.#tokens[this.#next]?.text ?? '');
  }

  /** Says where the next token stands, or the last one at the end. */
  here(): Span {
    const token = this.#tokens[this.#next] ?? this.#tokens.at(-1);
    return token === undefined ? { offset: 0, length: 1 } : spanOf(token);
  }

  /** Says where an operator stands that comes after what was taken so far. */
  operator(text: string): Span {
    const last = this.#tokens[this.#next - 1];
    const from = last === undefined ? 0 : last.offset + last.text.length;
    return { offset: Math.max(0, this.#text.indexOf(text, from)), length: text.length };
  }

  #takeFirst(fits: (token: Token) => boolean): Token {
    for (;;) {
      const token = this.#tokens[this.#next];
      if (token === undefined)
        throw new Error('the parser names a token that the formula does not have');
      this.#next += 1;
      if (fits(token)) return token;
    }
  }
}

/** Refuses a formula whose parts stand too deep inside each other for any later stage to follow. */
export function tooLong(offset: number): Refusal {
  const message = `more than ${FORMULA_LIMITS.chain} operations follow each other`;
  return refuse('formula-syntax', message, offset, 1, 'split the equation');
}

/** Says where a token stands. */
export function spanOf({ offset, text }: Token): Span {
  return { offset, length: text.length };
}

/** Spans from the beginning of one part to the end of another. */
export function join(a: Span, b: Span): Span {
  return { offset: a.offset, length: Math.max(a.length, b.offset + b.length - a.offset) };
}

/** Leaves the parser because of what stands at `span`. */
export function stop(span: Span, message: string, hint?: string): never {
  throw new Refused(refuse('formula-feature', message, span.offset, span.length, hint));
}

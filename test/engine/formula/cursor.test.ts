import { describe, expect, it } from 'vitest';
import { Cursor, join, Refused, spanOf, stop, tooLong } from '../../../engine/formula/cursor.ts';
import { FORMULA_LIMITS } from '../../../engine/formula/tokens.ts';

describe('Cursor', () => {
  it('takes tokens in the order they were written', () => {
    const cursor = new Cursor('a + b * a + 2.5');
    expect(cursor.here()).toEqual({ offset: 0, length: 1 });
    expect(cursor.take('a')).toEqual({ offset: 0, length: 1 });
    expect(cursor.take('a')).toEqual({ offset: 8, length: 1 });
    expect(cursor.isAtNumber()).toBe(true);
    expect(cursor.takeNumber()).toEqual({ text: '2.5', offset: 12 });
  });

  it('stays at the last token once all are taken', () => {
    const cursor = new Cursor('a + bc');
    cursor.take('bc');
    expect(cursor.here()).toEqual({ offset: 4, length: 2 });
    expect(cursor.isAtNumber()).toBe(false);
  });

  it('points at the beginning where there are no tokens', () => {
    expect(new Cursor('[]').here()).toEqual({ offset: 0, length: 1 });
    expect(new Cursor('').isAtNumber()).toBe(false);
  });

  it('finds operators after what was taken', () => {
    const cursor = new Cursor('- a - b');
    expect(cursor.operator('-')).toEqual({ offset: 0, length: 1 });
    cursor.take('a');
    expect(cursor.operator('-')).toEqual({ offset: 4, length: 1 });
    expect(cursor.operator('<<')).toEqual({ offset: 0, length: 2 });
  });

  it('takes no token that is not there', () => {
    expect(() => new Cursor('a').take('b')).toThrow('does not have');
    expect(() => new Cursor('a').takeNumber()).toThrow('does not have');
  });

  it('nests so deep and no deeper', () => {
    const cursor = new Cursor('a');
    const dive = (depth: number): number =>
      depth === 0 ? 1 : cursor.nest(() => dive(depth - 1) + 1);
    expect(dive(FORMULA_LIMITS.chain)).toBe(FORMULA_LIMITS.chain + 1);
    expect(dive(FORMULA_LIMITS.chain)).toBe(FORMULA_LIMITS.chain + 1);
    expect(() => dive(FORMULA_LIMITS.chain + 1)).toThrow(tooLong(0).message);
  });
});

describe('spanOf and join', () => {
  it('cover tokens, one or from the first to the last', () => {
    expect(spanOf({ text: 'abc', offset: 4 })).toEqual({ offset: 4, length: 3 });
    const [a, b] = [
      { offset: 2, length: 3 },
      { offset: 7, length: 2 },
    ];
    expect(join(a, b)).toEqual({ offset: 2, length: 7 });
    expect(join({ offset: 2, length: 9 }, b)).toEqual({ offset: 2, length: 9 });
  });
});

describe('stop', () => {
  it('throws a refusal', () => {
    const span = { offset: 3, length: 2 };
    const refusal = { refused: 'formula-feature', message: 'no', hint: 'yes', ...span };
    expect(() => stop(span, 'no', 'yes')).toThrow(expect.objectContaining({ refusal }));
    expect(() => stop(span, 'no')).toThrow(Refused);
  });
});

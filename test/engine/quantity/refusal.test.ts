import { describe, expect, it } from 'vitest';
import { isRefusal, refuse } from '../../../engine/quantity/refusal.ts';

describe('refuse', () => {
  it('names the code, the message and the place, and a hint where there is one', () => {
    expect(refuse('bad-date', 'no', 3, 2)).toEqual({
      refused: 'bad-date',
      message: 'no',
      offset: 3,
      length: 2,
    });
    expect(refuse('bad-date', 'no', 3, 2, 'yes')).toHaveProperty('hint', 'yes');
    expect(refuse('bad-date', 'no', 3, 2)).not.toHaveProperty('hint');
  });
});

describe('isRefusal', () => {
  it('tells a refusal from anything else', () => {
    expect(isRefusal(refuse('bad-date', 'no', 0, 1))).toBe(true);
    for (const other of [null, undefined, 0, 'refused', {}, [], { kind: 'number' }]) {
      expect(isRefusal(other)).toBe(false);
    }
  });
});

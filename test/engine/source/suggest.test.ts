import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, hintFor, suggest } from '../../../engine/source/suggest.ts';

describe('suggest', () => {
  it.each([
    ['volumes', ['volume', 'first_cargo'], 'volume'],
    ['lgn', ['lng', 'trade'], 'lng'],
    ['Title', ['title'], 'title'],
    ['std', ['mean', 'sd'], 'sd'],
    ['zebra', ['volume'], undefined],
    ['ab', ['xy'], undefined],
    ['관셰율', ['관세율'], '관세율'],
  ])('%s', (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });

  it('prefers the nearest, then the first', () => {
    expect(suggest('rates', ['ratio_s', 'rated', 'rate'])).toBe('rated');
  });

  it('asks', () => {
    expect(hintFor('volumes', ['volume'])).toBe('did you mean "volume"?');
    expect(hintFor('volumes', [])).toBeUndefined();
  });
});

describe('editDistance', () => {
  const word = fc.string({ maxLength: 8 });

  it('is nothing between equal words, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
      { seed: 1 },
    );
  });

  it('counts a swap once', () => {
    expect(editDistance('form', 'from')).toBe(1);
  });
});

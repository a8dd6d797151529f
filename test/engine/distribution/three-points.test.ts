import { expect, test } from 'vitest';
import { readThreePoints, showThreePoints } from '../../../engine/distribution/three-points.ts';

test('three values in order are accepted, equal ones too', () => {
  expect(readThreePoints({ low: 3, mode: 4, high: 7 })).toEqual({ low: 3, mode: 4, high: 7 });
  expect(readThreePoints({ low: 3, mode: 3, high: 3 })).toEqual({ low: 3, mode: 3, high: 3 });
});

test('what is out of order is named', () => {
  expect(readThreePoints({ low: 3, mode: 9, high: 7 })).toBe('the mode 9 lies outside 3 to 7');
  expect(readThreePoints({ low: 3, mode: 2, high: 7 })).toBe('the mode 2 lies outside 3 to 7');
  expect(readThreePoints({ low: 7, mode: 4, high: 3 })).toBe(
    'the low end 7 is above the high end 3',
  );
});

test('they are shown as the reader writes numbers', () => {
  const shown = showThreePoints({ low: 3, mode: 4.3, high: 7 }, (value) => value.toFixed(1));
  expect(shown).toEqual({ low: '3.0', mode: '4.3', high: '7.0' });
});

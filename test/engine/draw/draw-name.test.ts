import { expect, test } from 'vitest';
import { drawName } from '../../../engine/draw/draw-name.ts';

test('people count draws from 1', () => {
  expect([0, 1, 99].map(drawName)).toEqual(['draw 1', 'draw 2', 'draw 100']);
});

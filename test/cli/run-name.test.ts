import { describe, expect, test } from 'vitest';
import { runName } from '../../cli/run-name.ts';

const ORDER = ['a', 'b', 'lng-offer', 'ko'];
const named = (scenarios?: readonly string[], draws?: number, seed?: string) =>
  runName('study', ORDER, { scenarios, draws, seed });

describe('what a run writes', () => {
  test('is named after the study, and after the part of it that was run', () => {
    expect(named()).toBe('study');
    expect(named(['lng-offer'])).toBe('study+lng-offer');
    expect(named(['ko'])).toBe('study+ko');
    expect(named(undefined, 100)).toBe('study-preview');
    expect(named(undefined, undefined, 's')).toBe('study-preview');
    expect(named(['a'], 100)).toBe('study-preview+a');
  });

  test('has the same name for the same scenarios, however they are asked for', () => {
    expect(named(['lng-offer', 'a', 'a'])).toBe('study+a+lng-offer');
    expect(named(['a', 'lng-offer'])).toBe('study+a+lng-offer');
  });

  test('has a name that a disk takes', () => {
    const order = Array.from({ length: 40 }, (_, at) => `scenario-${at}`);
    const name = runName('study', order, { scenarios: order, draws: undefined, seed: undefined });
    expect(name).toBe('study+scenario-0+39-more');
    const long = 'a'.repeat(200);
    const settings = { scenarios: [long], draws: undefined, seed: undefined };
    expect(runName('study', [long], settings)).toBe(`study+${'a'.repeat(80)}`);
  });
});

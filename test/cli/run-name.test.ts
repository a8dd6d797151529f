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
    expect(name).toMatch(/^study\+scenario-0-39-more-[0-9a-f]{8}$/);
    const long = 'a'.repeat(200);
    const settings = { scenarios: [long], draws: undefined, seed: undefined };
    expect(runName('study', [long], settings)).toMatch(/^study\+a{20}-[0-9a-f]{8}$/);
    const korean = Array.from({ length: 4 }, (_, at) => `${'관세'.repeat(10)}${at}`);
    const many = { ...settings, scenarios: korean };
    expect(Buffer.byteLength(runName('study', korean, many))).toBeLessThan(150);
  });

  test('has a name of its own for each part, whatever scenarios are called', () => {
    const order = [
      'a',
      'b',
      'a+b',
      'a.ko',
      ...Array.from({ length: 30 }, (_, at) => `long-name-${at}`),
    ];
    const parts = [
      ['a'],
      ['a', 'b'],
      ['a+b'],
      ['a.ko'],
      order.slice(4),
      order.slice(4, -1),
      order.slice(5),
    ];
    const names = parts.map((scenarios) =>
      runName('study', order, { scenarios, draws: undefined, seed: undefined }),
    );
    expect(new Set(names).size).toBe(parts.length);
    for (const name of names) expect(name).not.toContain('.');
  });
});

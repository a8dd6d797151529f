import { expect, test } from 'vitest';
import { dropWatches } from '../../../engine/kernel/drop-watches.ts';
import type { Computation, DrawList, Routine, Statement } from '../../../engine/kernel/routine.ts';

const LIST: DrawList = { list: 7, count: 8 };

function local(name: string): Computation {
  return { kind: 'local', name };
}

function column(index: number): Computation {
  return { kind: 'column', column: index };
}

function apply(
  operation: 'add' | 'divide' | 'larger' | 'exp' | 'choose',
  ...operands: Computation[]
) {
  return { kind: 'apply', operation, operands } as const satisfies Computation;
}

function watched(name: string, value: Computation): readonly Statement[] {
  return [
    { kind: 'let', local: name, value, label: null },
    { kind: 'watch', local: name },
  ];
}

function store(index: number, name: string): Statement {
  return { kind: 'store', column: index, value: local(name), label: null };
}

function routine(over: DrawList | null, ...statements: readonly Statement[]): Routine {
  return { name: 'step0', over, statements };
}

/** Names what is still watched. */
function left(...routines: readonly Routine[]): readonly string[] {
  return dropWatches(routines).flatMap(({ statements }) =>
    statements.flatMap((one) => (one.kind === 'watch' ? [one.local] : [])),
  );
}

test('what makes a watched sum not finite is not watched itself', () => {
  const sum = apply('add', local('v0'), local('v1'));
  const one = routine(
    null,
    ...watched('v0', column(0)),
    ...watched('v1', column(1)),
    ...watched('v2', sum),
  );
  expect(left(one)).toEqual(['v2']);
});

test('what an operation can make finite again is', () => {
  for (const value of [
    apply('divide', column(1), local('v0')),
    apply('larger', local('v0'), column(1)),
    apply('exp', local('v0')),
    apply('choose', { kind: 'truth', value: true }, local('v0'), column(1)),
  ]) {
    const one = routine(null, ...watched('v0', column(0)), ...watched('v1', value));
    expect(left(one)).toEqual(['v0', 'v1']);
  }
});

test('what both branches of a choice read is not watched', () => {
  const both = apply('choose', { kind: 'truth', value: true }, local('v0'), local('v0'));
  expect(left(routine(null, ...watched('v0', column(0)), ...watched('v1', both)))).toEqual(['v1']);
});

test('columns carry from one routine to a later one, in the same draws or in all', () => {
  const before = [...watched('v0', column(0)), store(5, 'v0')];
  const after = watched('v1', apply('add', column(5), column(1)));
  expect(left(routine(null, ...before), routine(null, ...after))).toEqual(['v1']);
  expect(left(routine(LIST, ...before), routine(LIST, ...after))).toEqual(['v1']);
  expect(left(routine(LIST, ...before), routine(null, ...after))).toEqual(['v1']);
  expect(left(routine(null, ...before), routine(LIST, ...after))).toEqual(['v0', 'v1']);
});

test('a number is watched where it is used before it is known to be', () => {
  const later = [...watched('v1', column(5)), ...watched('v0', column(0)), store(5, 'v0')];
  expect(left(routine(null, ...later))).toEqual(['v1', 'v0']);
});

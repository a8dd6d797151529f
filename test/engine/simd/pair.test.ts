import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Computation, Let, Statement } from '../../../engine/kernel/routine.ts';
import { applied } from '../../../engine/kernel/routine.ts';
import { type Paired, Pairer } from '../../../engine/simd/pair.ts';

const COLUMNS = 4;
const exp = (operand: Computation) => applied('exp', operand);
const read = (name: string): Computation => ({ kind: 'local', name });
const column = (index: number): Computation => ({ kind: 'column', column: index });
const set = (local: string, value: Computation): Let => ({
  kind: 'let',
  local,
  value,
  label: null,
});
const store = (index: number, value: Computation): Statement => ({
  kind: 'store',
  column: index,
  value,
  label: null,
});

/** What columns hold after statements, as texts: which operations they came from, on what. */
function run(statements: Paired<Statement>): readonly string[] {
  const columns = Array.from({ length: COLUMNS }, (_, at) => `c${at}`);
  const locals = new Map<string, string>();
  const show = (value: Computation): string => {
    if (value.kind === 'local') return locals.get(value.name) ?? `nothing in ${value.name}`;
    if (value.kind === 'column') return columns[value.column]!;
    if (value.kind !== 'apply') return 'number';
    return `${value.operation}(${value.operands.map(show).join(', ')})`;
  };
  for (const one of statements) {
    if (one.kind === 'let') locals.set(one.local, show(one.value));
    if (one.kind === 'store') columns[one.column] = show(one.value);
    if (one.kind === 'pair') {
      const both = one.lets.map(({ local, value }) => [local, show(value)] as const);
      for (const [local, value] of both) locals.set(local, value);
    }
  }
  return columns;
}

function randomStatements(choices: readonly number[]): readonly Statement[] {
  const rest = [...choices];
  const next = (below: number) => (rest.pop() ?? 0) % below;
  const statements: Statement[] = [];
  const place = () => {
    const locals = statements.filter((one) => one.kind === 'let');
    const at = next(COLUMNS + locals.length);
    return at < COLUMNS ? column(at) : read(locals[at - COLUMNS]!.local);
  };
  const value = (depth: number): Computation => {
    const operation = (['exp', 'log', 'add', null] as const)[depth > 0 ? next(4) : 3];
    if (operation === null || operation === undefined) return place();
    if (operation === 'add') return applied('add', value(depth - 1), value(depth - 1));
    return applied(operation, value(depth - 1));
  };
  while (rest.length > 0) {
    const isStore = next(3) === 0;
    if (isStore) statements.push(store(next(COLUMNS), value(2)));
    else statements.push(set(`v${statements.length}`, value(3)));
  }
  return statements;
}

test('two exps that do not need each other are one pair, with what the second needs before it', () => {
  const [a, sum] = [set('v1', exp(column(0))), set('v2', applied('add', column(1), column(2)))];
  const [c, b] = [store(3, read('v1')), set('v3', exp(read('v2')))];
  const paired = new Pairer().pair([a, c, sum, b]);
  expect(paired).toEqual([sum, { kind: 'pair', operation: 'exp', lets: [a, b] }, c]);
});

test('an exp within a term gets a let of its own; one that needs the other, or another column, stays', () => {
  const inner = new Pairer().pair([set('v1', applied('add', exp(exp(column(0))), column(1)))]);
  expect(inner.map((one) => one.kind)).toEqual(['let', 'let', 'let']);
  const late = new Pairer().pair([
    set('v1', exp(column(0))),
    store(1, read('v1')),
    set('v2', exp(column(1))),
  ]);
  expect(late.map((one) => one.kind)).toEqual(['let', 'store', 'let']);
});

test('what is read by many is looked at once, however deep', () => {
  const chain = Array.from({ length: 120 }, (_, at) =>
    set(`w${at + 2}`, applied('add', read(`w${at + 1}`), read(`w${at}`))),
  );
  const begin = [set('w0', column(0)), set('w1', column(1))];
  const statements = [set('v1', exp(column(2))), ...begin, ...chain, set('v2', exp(read('w121')))];
  const paired = new Pairer().pair(statements);
  expect(paired.at(-1)).toMatchObject({ kind: 'pair', operation: 'exp' });
});

test('no pair reaches across a search', () => {
  const search = { kind: 'search', values: [], measures: [], slopes: [] } as unknown as Statement;
  const statements = [set('v1', exp(column(0))), search, set('v2', exp(column(1)))];
  expect(new Pairer().pair(statements)).toEqual(statements);
});

test('columns come to hold the same by any statements', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 120 }), (choices) => {
      const statements = randomStatements(choices);
      const paired = new Pairer().pair(statements);
      expect(run(paired)).toEqual(run(statements));
      const longs = paired.filter((one) => one.kind === 'pair');
      for (const { operation, lets } of longs) {
        for (const { value } of lets) expect(value).toMatchObject({ operation });
      }
    }),
    { numRuns: 500 },
  );
});

import { expect, test } from 'vitest';
import { type Term, visit } from '../../../engine/formula/term.ts';
import { compiled, equationOf } from '../../support/formula-study.ts';

/** Compiles a formula to its term, for one element. */
function termOf(formula: string, unit = '1', over = '', element = ''): Term {
  const { model } = compiled({ equations: equationOf(formula, unit, over) }).program;
  const { firstSlot, extent } = model.symbols.get('m.x')!;
  const slot = firstSlot + extent.elements.indexOf(element);
  return model.equations.find((equation) => equation.slot === slot)!.term as Term;
}

/** Lists the operations of a term from the outside in. */
function operations(term: Term): readonly string[] {
  const names: string[] = [];
  visit(term, (part) => {
    if (part.kind === 'apply') names.push(part.operation);
  });
  return names;
}

test.each([
  ['growth ^ 2', ['wholePower']],
  ['growth ^ -3', ['wholePower']],
  ['growth ^ 64', ['wholePower']],
  ['growth ^ 65', ['power']],
  ['growth ^ 0.5', ['squareRoot']],
  ['growth ^ (1/2)', ['squareRoot']],
  ['sqrt(growth)', ['squareRoot']],
  ['growth ^ 1.5', ['power']],
  ['growth ^ half', ['power']],
  ['growth ^ -half', ['power', 'negate']],
  ['growth ^ (1 + 1)', ['power', 'add']],
])('the power %s becomes %j', (formula, names) => {
  expect(operations(termOf(formula))).toEqual(names);
});

test('a comparison of elements is decided when the study is compiled', () => {
  const formula = 'if(supplier == korea, 1, growth)';
  expect(termOf(formula, '1', 'supplier', 'korea')).toEqual({ kind: 'number', value: 1 });
  expect(termOf(formula, '1', 'supplier', 'japan')).toMatchObject({ kind: 'slot' });
});

test.each([
  ['if(supplier != korea, 1, 2)', 2, 1],
  ['if(korea == supplier, 1, 2)', 1, 2],
  ['if(not (supplier == korea), 1, 2)', 2, 1],
  ['if(supplier == korea and supplier == japan, 1, 2)', 2, 2],
  ['if(supplier == korea or supplier == japan, 1, 2)', 1, 1],
  ['if(supplier == korea or joined, 1, 2)', 1, null],
  ['if(joined or supplier == korea, 1, 2)', 1, null],
  ['if(supplier == korea and joined, 1, 2)', null, 2],
  ['if(joined and supplier == korea, 1, 2)', null, 2],
  ['if(joined xor supplier == korea, 1, 2)', null, null],
])('%s is %s for korea and %s for japan; null is left to the run', (formula, korea, japan) => {
  const known = (element: string) => {
    const term = termOf(formula, '1', 'supplier', element);
    return term.kind === 'number' ? term.value : null;
  };
  expect([known('korea'), known('japan')]).toEqual([korea, japan]);
});

test('conditions that are known drop out of those that are not', () => {
  const formula = 'if(joined and supplier == korea, 1, 2)';
  expect(operations(termOf(formula, '1', 'supplier', 'korea'))).toEqual(['choose', 'unequal']);
});

test('folds become one operation after another, in the order of the set', () => {
  const slotsIn = (formula: string) => {
    const slots: number[] = [];
    visit(termOf(formula), (part) => {
      if (part.kind === 'slot') slots.push(part.slot);
    });
    return slots.map((slot) => slot - slots[0]!);
  };
  expect(operations(termOf('sum(supplier, duty[supplier])'))).toEqual(['add', 'add']);
  expect(slotsIn('sum(supplier, duty[supplier])')).toEqual([0, 1, 2]);
  expect(operations(termOf('product(region, p[region])'))).toEqual(['multiply']);
  expect(operations(termOf('min(region, p[region])'))).toEqual(['smaller']);
  expect(operations(termOf('max(growth, 1, 3)'))).toEqual(['larger', 'larger']);
});

test('what costs much and is known is computed when the study is compiled', () => {
  expect(termOf('log(2)')).toEqual({ kind: 'number', value: Math.LN2 });
  expect(termOf('sqrt(16)')).toEqual({ kind: 'number', value: 4 });
  expect(operations(termOf('floor(2.5)'))).toEqual(['floor']);
  expect(operations(termOf('log(growth)'))).toEqual(['log']);
});

test('yes and no are compared with 0', () => {
  expect(termOf('if(joined, 1, 2)')).toMatchObject({
    operation: 'choose',
    operands: [{ operation: 'unequal', operands: [{ kind: 'slot' }, { value: 0 }] }, {}, {}],
  });
});

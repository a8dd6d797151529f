import { expect, test } from 'vitest';
import { hoist } from '../../../engine/kernel/hoist.ts';
import { classify, VARIES } from '../../../engine/kernel/varies.ts';
import { programOf, slotOf } from '../../support/program-of.ts';
import { edited, SMALL_STUDY, type Texts } from '../../support/small-study.ts';

const SMALL = programOf(SMALL_STUDY);

function equations(lines: string): Texts {
  return edited('model/shop.yaml', 'equations:', `equations:\n${lines}`);
}

test('variables are told apart by what they vary with', () => {
  const program = programOf(
    equations(`
  fixed: { unit: "1", formula: 2 * fade }
  dated: { unit: "1", formula: fixed + price }
  risky: { unit: bn USD/year, formula: demand * fixed }
  looked: { unit: "1", starts: 0, formula: fixed + previous(looked) }
  started: { unit: bn USD/year, starts: demand, formula: previous(started) }
`),
  );
  const varies = classify(program, new Set([slotOf(program, 'shop.demand')]));
  const kinds = (key: string) => varies[slotOf(program, key)];
  expect(kinds('shop.fixed')).toBe(VARIES.never);
  expect(kinds('step')).toBe(VARIES.never);
  expect(kinds('shop.dated')).toBe(VARIES.step);
  expect(kinds('shop.looked')).toBe(VARIES.step);
  expect(kinds('shop.risky')).toBe(VARIES.draw);
  expect(kinds('shop.started')).toBe(VARIES.both);
  expect(kinds('shop.sales')).toBe(VARIES.both);
});

test('a lever that is uncertain in some scenario varies with both', () => {
  const price = slotOf(SMALL, 'shop.price');
  expect(classify(SMALL, new Set([price]))[price]).toBe(VARIES.both);
});

test('parts that do not vary with the draw or the step leave the loop, each once', () => {
  const program = programOf(
    equations(
      '  a: { unit: "1", formula: luck * exp(fade) * exp(fade) + luck * log(price) * sqrt(luck * luck) }',
    ),
  );
  const hoisted = hoist(program, new Set());
  const taken = hoisted.model.equations.filter(
    ({ slot }) => slot >= program.model.variables.length,
  );
  const texts = taken.map(({ term }) => JSON.stringify(term));
  expect(texts.filter((text) => text.includes('"exp"'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('"log"'))).toHaveLength(1);
  const last = hoisted.model.equations.find(({ slot }) => slot === slotOf(program, 'shop.a'))!;
  expect(JSON.stringify(last.term)).not.toMatch(/"exp"|"log"/);
  expect(JSON.stringify(last.term)).toContain('"squareRoot"');
});

test('a part of one draw is read from a column where that is cheaper, and conditions stay', () => {
  const program = programOf(
    equations(
      '  a: { unit: "1", formula: "luck + if(demand / enough * 1 year > 2 or luck > 0, 1, -1) + demand * 1 year / enough" }',
    ),
  );
  const drawn = new Set([slotOf(program, 'shop.demand')]);
  const hoisted = hoist(program, drawn);
  const last = hoisted.model.equations.find(({ slot }) => slot === slotOf(program, 'shop.a'))!;
  expect(JSON.stringify(last.term)).not.toContain('"divide"');
  expect(JSON.stringify(last.term)).toContain('"greater"');
});

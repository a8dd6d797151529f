import { expect, test } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { gather } from '../../../engine/kernel/gather.ts';
import { hoist } from '../../../engine/kernel/hoist.ts';
import { layOut } from '../../../engine/kernel/layout.ts';
import { loadKernel } from '../../../engine/kernel/load-kernel.ts';
import { classify, VARIES } from '../../../engine/kernel/varies.ts';
import { writeKernel } from '../../../engine/kernel/write-kernel.ts';
import type { Program } from '../../../engine/model/program.ts';
import { edited, filesOf, SMALL_STUDY, type Texts } from '../../support/small-study.ts';

function programOf(texts: Texts): Program {
  const { ready, problems } = checkStudy(filesOf(texts));
  expect(problems).toEqual([]);
  return ready!.program;
}

function slotOf({ model }: Program, key: string): number {
  return model.variables.findIndex((variable) => variable.key === key);
}

const SMALL = programOf(SMALL_STUDY);
const DRAWN = new Set([slotOf(SMALL, 'shop.demand')]);

function kernelOf(program: Program): string {
  const gathered = gather(program, DRAWN);
  return writeKernel(gathered.program, layOut(gathered, DRAWN));
}

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

test('the text of a small kernel', async () => {
  const text = kernelOf(SMALL);
  await expect(text).toMatchFileSnapshot('../../golden/kernels/small-study.js.txt');
});

test('a costly part that one function holds twice is computed once', () => {
  const program = programOf(
    equations('  a: { unit: "1", formula: exp(luck) + exp(luck) * exp(2 * luck) }'),
  );
  const text = kernelOf(program);
  expect(text.match(/exp\(/g)).toHaveLength(2);
});

test('a large model is cut into functions that the host still optimises', () => {
  const many = Array.from(
    { length: 200 },
    (_, i) => `  v${i}: { unit: "1", formula: luck + ${i === 0 ? 'fade' : `v${i - 1}`} * 0.5 }`,
  );
  const program = programOf(equations(many.join('\n')));
  const text = kernelOf(program);
  expect(text.match(/function step\d+/g)!.length).toBeGreaterThan(2);
});

test('nothing but numbers, our own names and fixed words is generated', () => {
  const code = kernelOf(SMALL)
    .replace(/\/\/.*/g, '')
    .replace('"use strict";', '');
  const words = new Set(code.match(/[A-Za-z_]\w*/g));
  const known =
    /^([vkscaox]\d+|[CKSAOZbniz]|step\d+|start\d+|starts|reset|steps|checks|answers|function|const|let|for|if|return|NaN|min|max|exp)$/;
  expect([...words].filter((word) => !known.test(word))).toEqual([]);
});

test('a kernel sees the arithmetic of the contract', () => {
  const kernel = loadKernel('"use strict"; return { starts: [], steps: [], answers: power };');
  expect(kernel.answers).toBeTypeOf('function');
});

import { expect, test } from 'vitest';
import { loadJavascript } from '../../../engine/javascript/load-javascript.ts';
import { writeJavascript } from '../../../engine/javascript/write-javascript.ts';
import { gather } from '../../../engine/kernel/gather.ts';
import { layOut } from '../../../engine/kernel/layout.ts';
import { makeRoutines } from '../../../engine/kernel/make-routines.ts';
import type { Program } from '../../../engine/model/program.ts';
import { programOf, slotOf } from '../../support/program-of.ts';
import { edited, SMALL_STUDY, type Texts } from '../../support/small-study.ts';

const SMALL = programOf(SMALL_STUDY);
const DRAWN = new Set([slotOf(SMALL, 'shop.demand')]);

function kernelOf(program: Program): string {
  const gathered = gather(program, DRAWN);
  return writeJavascript(makeRoutines(gathered.program, layOut(gathered, DRAWN)));
}

function equations(lines: string): Texts {
  return edited('model/shop.yaml', 'equations:', `equations:\n${lines}`);
}

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
    /^([vkscaox]\d+|[CKSAOZbniz]|step\d+|start\d+|starts|reset|running|steps|checks|answers|function|const|let|for|if|return|NaN|min|max|exp)$/;
  expect([...words].filter((word) => !known.test(word))).toEqual([]);
});

test('a kernel sees the arithmetic of the contract', () => {
  const kernel = loadJavascript('"use strict"; return { starts: [], steps: [], answers: power };');
  expect(kernel.answers).toBeTypeOf('function');
});

import { expect, test } from 'vitest';
import { gather } from '../../../engine/kernel/gather.ts';
import { rememberedReads } from '../../../engine/kernel/memory.ts';
import { classify } from '../../../engine/kernel/varies.ts';
import { labelOf } from '../../../engine/model/model.ts';
import { compiled } from '../../support/formula-study.ts';

const EQUATIONS = `before: { unit: "1", formula: "exp(growth * rate[korea])" }
after: { unit: "1", formula: "u * rate[japan]" }
shaken: { unit: "1", formula: "exp(growth * luck)" }`;
const SOLVE = `s:
  unknowns:
    u: { unit: "1", guess: 1, residual: "u ^ 2 - before * (1 + luck ^ 2)" }`;

test('a cluster remembers what it reads that may change and that it does not compute itself', () => {
  const { program } = compiled({ equations: EQUATIONS, solve: SOLVE });
  const { model } = program;
  const drawn = new Set([model.symbols.get('m.growth')!.firstSlot]);
  const memory = rememberedReads(gather(program, drawn), classify(program, drawn));
  const shown = [...memory].map(([slot, reads]) => [
    labelOf(model.variables[slot]!),
    reads.map((read) => labelOf(model.variables[read.slot]!)),
  ]);
  expect(shown).toEqual([['m.u', ['m.rate[korea]', 'm.luck', 'm.rate[japan]']]]);
});

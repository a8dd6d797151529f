import { expect, test } from 'vitest';
import { rememberedReads } from '../../../engine/kernel/memory.ts';
import { classify } from '../../../engine/kernel/varies.ts';
import { labelOf } from '../../../engine/model/model.ts';
import { compiled } from '../../support/formula-study.ts';

const EQUATIONS = `dear: { unit: "1", formula: "exp(growth * rate[korea])" }
cheap: { unit: "1", formula: "growth * rate[korea]" }
shaken: { unit: "1", formula: "exp(growth * luck)" }
aged: { unit: "1", starts: 0, formula: "previous(aged) + growth" }
old: { unit: "1", formula: "exp(aged)" }
wide: { unit: "1", formula: "exp(growth * (rate[korea] + rate[japan] + rate[eu]))" }`;
const SOLVE = `s:
  unknowns:
    u: { unit: "1", guess: 1, residual: "u ^ 2 - growth * (1 + rate[korea] + luck ^ 2)" }`;

test('systems remember, and costly equations that few things reach, none of which moves by itself', () => {
  const { model } = compiled({ equations: EQUATIONS, solve: SOLVE }).program;
  const growth = model.symbols.get('m.growth')!.firstSlot;
  const memory = rememberedReads(model, classify({ model } as never, new Set([growth])));
  const shown = [...memory].map(([slot, reads]) => [
    labelOf(model.variables[slot]!),
    reads.map((read) => labelOf(model.variables[read.slot]!)),
  ]);
  expect(shown).toEqual([
    ['m.u', ['m.rate[korea]', 'm.luck']],
    ['m.dear', ['m.rate[korea]']],
  ]);
});

import { expect, test } from 'vitest';
import { writeJavascript } from '../../../engine/javascript/write-javascript.ts';
import { planProgram } from '../../../engine/simulation/plan.ts';
import { compiled } from '../../support/formula-study.ts';

/** Powers and parts that are shared, taken out, folded, remembered, looked back at, and read by one system or the other. */
const EQUATIONS = `cubed: { unit: "1", formula: "(growth + luck) ^ 5 + luck ^ -2 + luck ^ 0" }
shared: { unit: "1", formula: "exp(luck * growth) + exp(luck * growth) * sqrt(half * 4 - 0)" }
moved: { unit: "1", formula: "luck * log(rate[korea] + half) + exp(growth / 3) * luck" }
dear: { unit: "1", formula: "exp(growth * rate[korea])" }
kept: { unit: "1", starts: growth, formula: "log(growth + rate[japan])" }
back: { unit: "1", formula: "previous(kept) + delay(kept, 3 months)" }
aged: { unit: "1", starts: 0, formula: "previous(aged) + luck" }
leads: { unit: "1", formula: "growth * rate[korea]" }
follows: { unit: "1", formula: "u ^ 2 + leads" }
before: { unit: "1", starts: growth, formula: "growth * u" }
since: { unit: "1", formula: "before - previous(before) + previous(q)" }
apart: { unit: "1", formula: "u + aged" }
alone: { unit: "1", formula: "rate[japan] + 2 * growth" }
between: { unit: "1", formula: "u * q + exp(growth)" }
branch: { unit: "1", formula: "if(luck > 0 and rate[eu] > 0.5, min(luck, 1), max(-luck, half))" }`;
const SOLVE = `s:
  unknowns:
    u: { unit: "1", guess: 1, residual: "u * u - (2 + leads + between / 100)" }
    q: { unit: "1", guess: growth, starts: growth, residual: "q * q * q - (u + 3)" }
t:
  unknowns:
    w: { unit: "1", guess: 1, residual: "w ^ 2 - (2 + luck ^ 2 + log(growth + 1))" }`;
const CHECKS = `of_system: follows >= 0
of_others: aged + w > -100`;
const MEASURES = `most: { title: M, unit: "1", formula: "maximum(m.branch) + final(m.since) + final(m.back)", better: higher }
rest: { title: R, unit: "1", formula: "total(m.apart / 1 month) + count(m.cubed + m.shared + m.moved)", better: higher }`;

test('the routines of a program that solves, remembers and looks back', async () => {
  const parts = { equations: EQUATIONS, solve: SOLVE, checks: CHECKS, measures: MEASURES };
  const { program } = compiled(parts);
  const drawn = new Set([program.model.symbols.get('m.growth')!.firstSlot]);
  const text = writeJavascript(planProgram(program, drawn).routines);
  await expect(text).toMatchFileSnapshot('../../golden/kernels/solving.js.txt');
});

import { expect, test } from 'vitest';
import { gather } from '../../../engine/kernel/gather.ts';
import { labelOf } from '../../../engine/model/model.ts';
import { compiled } from '../../support/formula-study.ts';

const EQUATIONS = `served: { unit: "1", formula: "growth * rate[korea]" }
shared: { unit: "1", formula: "growth * rate[japan]" }
elsewhere: { unit: "1", formula: shared + served }
shaken: { unit: "1", formula: "growth * rate[eu] * luck" }
follows: { unit: "1", formula: growth * u + served }
dated: { unit: "1", formula: "growth * u * rate[eu]" }
further: { unit: "1", formula: follows ^ 2 }
apart: { unit: "1", formula: u + luck }
both: { unit: "1", formula: u + w }
aged: { unit: "1", starts: 0, formula: "previous(aged) + u" }`;
const SOLVE = `s:
  unknowns:
    u: { unit: "1", guess: 1, residual: "u ^ 2 - (1 + served + shared) ^ 2" }
t:
  unknowns:
    w: { unit: "1", guess: 1, residual: "w ^ 2 - (2 + shared + shaken) ^ 2" }`;
const CHECKS = `of_u: further >= 0
of_all: both >= 0 or both < 0`;

function gathered() {
  const { program } = compiled({ equations: EQUATIONS, solve: SOLVE, checks: CHECKS });
  const { model } = program;
  const result = gather(program, new Set([model.symbols.get('m.growth')!.firstSlot]));
  const name = (slot: number) => labelOf(model.variables[slot]!);
  return { result, name };
}

test('a system takes along what leads to it alone and what follows from it alone', () => {
  const { result, name } = gathered();
  const clusters: Record<string, string[]> = {};
  for (const { slot } of result.program.model.equations) {
    const owner = result.clusters.get(slot);
    if (owner === undefined) continue;
    const members = clusters[name(owner)] ?? [];
    clusters[name(owner)] = [...members, name(slot)];
  }
  expect(clusters).toEqual({
    'm.u': ['m.served', 'm.u', 'm.elsewhere', 'm.follows', 'm.dated', 'm.further'],
    'm.w': ['m.w'],
  });
});

test('a check goes with a cluster where it reads nothing else that changes', () => {
  const { result, name } = gathered();
  const shown = [...result.checks].map(([owner, checks]) => [
    name(owner),
    checks.map(({ key }) => key),
  ]);
  expect(shown).toEqual([
    ['m.u', ['m.of_u']],
    ['m.w', []],
  ]);
});

test('every equation stands behind what it reads', () => {
  const { result } = gathered();
  const places = new Map(result.program.model.equations.map(({ slot }, at) => [slot, at]));
  for (const [at, { term }] of result.program.model.equations.entries()) {
    if (term.kind !== 'apply') continue;
    for (const operand of term.operands) {
      if (operand.kind === 'slot') expect(places.get(operand.slot) ?? -1).toBeLessThan(at);
    }
  }
});

import { describe, expect, it } from 'vitest';
import {
  checkStudy,
  runStudy,
  showDocument,
  showDraws,
  showKernel,
  showModel,
} from '../../engine/index.ts';
import { compiled } from '../support/formula-study.ts';

const encoder = new TextEncoder();

const FILES = {
  'study.yaml': `
title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 3 }
draws: 40
seed: s
sampling: latin-hypercube
reference: a
baseline: a
scenarios: [a, b]
measures:
  left: { title: Left, unit: Mt, formula: final(m.stock), better: higher }
  worth: { title: Worth, unit: USD, formula: "discounted(m.income, m.rate) + 2 * at(m.bill, date(2025, 5))", better: higher }
conditions:
  rich: { when: final(m.stock) > 2 * m.limit }
`,
  'a.yaml': 'title: A\n',
  'b.yaml': 'title: B\nassumptions: { m.growth: 2 Mt/year }\n',
  'model/m.yaml': `title: M
assumptions:
  growth: { uncertainty: 3 to 7 Mt/year, source: judgement, why: W. }
  rate: { value: 5%, source: judgement, why: W. }
  limit: { value: 100 t, source: judgement, why: W. }
  price: { value: 2 USD/t, source: judgement, why: W. }
shocks:
  news: { normal: { mean: 0, sd: 1 } }
equations:
  income: { unit: USD/year, formula: price * growth * (1 + news) }
  stock: { unit: Mt, starts: 0 Mt, formula: previous(stock) + growth * step }
  bill: { unit: USD, formula: "price * delay(stock, 2 months)" }
  bare: { unit: "1", starts: { 2025-01: 1, 2025-03: 3 }, formula: previous(bare) }
checks:
  grows: stock >= 0
`,
};

const files = new Map(Object.entries(FILES).map(([file, text]) => [file, encoder.encode(text)]));
const checked = checkStudy(files);
if (checked.ready === null) throw new Error(JSON.stringify(checked.problems));
const ready = checked.ready;

describe('showDocument', () => {
  it('prints every value with its place, path and kind', () => {
    const text = 'a: 1\nb:\n  - x y\n  - { c: , d: [], e: {} }\nf: true\ng: |\n  two\n  lines\n';
    expect(showDocument('a.yaml', encoder.encode(text))).toEqual({
      problems: [],
      text: [
        '1:4      a = 1 (number)',
        '3:5      b[0] = x y (string)',
        '4:7      b[1].c = nothing',
        '4:15     b[1].d = []',
        '4:22     b[1].e = {}',
        '5:4      f = true (boolean)',
        '7:3      g = two lines (string)',
      ].join('\n'),
    });
  });

  it('prints nothing of what cannot be read, and says why', () => {
    const { text, problems } = showDocument('a.yaml', encoder.encode('a: [1\n'));
    expect(text).toBe('');
    expect(problems[0]).toMatchObject({ code: 'yaml-syntax', position: { file: 'a.yaml' } });
  });
});

describe('showModel', () => {
  const lines = showModel(ready).split('\n');

  it('prints equations in the order they are computed, with what held before', () => {
    expect(lines[0]).toMatch(/^# equations \(\d+\) in the order they are computed, in base units/);
    expect(lines).toContain('m.income = ((m.price * m.growth) * (1 + m.news))');
    expect(lines).toContain('m.stock = (previous(m.stock) + (m.growth * step))');
    expect(lines).toContain('m.bill = (m.price * delay(m.stock, 2 steps))');
    const bare = lines.indexOf('m.bare = previous(m.bare)');
    expect(lines[bare + 1]).toBe('  before the first step: 3');
    expect(lines[lines.findIndex((line) => line.startsWith('m.stock')) + 1]).toMatch(
      /^ {2}before the first step: 0/,
    );
  });

  it('prints checks, measures and selections', () => {
    expect(lines).toContain('m.grows: (m.stock >= 0)');
    expect(lines).toContain('left = final(m.stock)');
    expect(lines).toContain('worth = (discounted(m.income, m.rate) + (2 * at(m.bill, 1)))');
    expect(lines).toContain('rich = (final(m.stock) > (2 * m.limit))');
  });
});

describe('showKernel', () => {
  it('prints the code that a run generates', () => {
    const code = showKernel(ready);
    expect(code).toMatch(/^"use strict";\nfunction step0\(/);
    expect(code).toContain('// m.stock = previous(stock) + growth * step\n');
    expect(code).toMatch(/return \{ starts: \[.*\], steps: \[.*\], answers \};$/);
  });
});

describe('showDraws', () => {
  it('prints the draws that a run uses, in the declared unit', async () => {
    const lines = showDraws(ready, 'a', 3).split('\n');
    expect(lines[0]).toBe('# a: the first of 40 draws, latin-hypercube, seed s');
    expect(lines[1]!.trim().split(/ {2,}/)).toEqual(['draw 1', 'draw 2', 'draw 3']);
    expect(lines[2]).toMatch(/^m\.growth( +\d+(\.\d+)?){3} {2}Mt\/year$/);
    expect(lines.slice(3)).toEqual([
      '# shocks at the first step',
      expect.stringMatching(/^m\.news .* {2}1$/),
    ]);
    const { runs } = await runStudy(checked, { name: 't', engineVersion: '0', workers: 0 });
    const left = runs[0]!.outcomes[0]!;
    const growth = lines[2]!.split(/ +/).slice(1, 4).map(Number);
    for (const [draw, rate] of growth.entries()) expect(rate / 4).toBeCloseTo(left[draw]!, 4);
  });

  it('leaves out what a scenario is certain of', () => {
    expect(showDraws(ready, 'b')).not.toContain('m.growth');
  });
});

describe('the model of a study that solves', () => {
  it.each([
    ['u - growth', '(m.u - m.growth)'],
    ['u - growth - half', '((m.u - m.growth) - m.half)'],
    ['log(u)', 'log(m.u)'],
  ])('shows the residual %s whole', (residual, shown) => {
    const solve = `s:\n  unknowns:\n    u: { unit: "1", guess: 1, residual: "${residual}" }`;
    expect(showModel(compiled({ solve }))).toContain(`m.u solves 0 = ${shown}, from 1\n`);
  });
});

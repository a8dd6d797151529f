import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { runStudy } from '../../engine/run.ts';
import { MODELS } from '../support/known-answers.ts';
import { filesOf } from '../support/small-study.ts';

const DRAWS = 20_000;

const OF_TIME = /^(final|average|total)\((.*)\)$/;

function named(formula: string): string {
  const names = /\b(u|v|k|n|l|t|b|c|r|z|walk|ar|growth|root|flow)\b/g;
  const time = OF_TIME.exec(formula);
  if (time !== null) return `${time[1]}(m.${time[2] === 'z' ? 'news' : time[2]})`;
  return formula.replaceAll(names, 'm.$1x').replaceAll(/m\.(\w)x/g, 'm.draw_$1');
}

const value = (what: string) => `{ uncertainty: { ${what} }, source: judgement, why: W }`;

function study(sampling: string): Readonly<Record<string, string>> {
  const measures = MODELS.map(
    ([formula], at) =>
      `  m${at}: { title: "${at}", unit: "1", formula: "${named(formula)}", better: higher }\n`,
  );
  return {
    'study.yaml': `title: Closed forms
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 12 }
draws: ${DRAWS}
seed: closed-forms
sampling: ${sampling}
reference: a
baseline: a
scenarios: [a]
correlations: [[m.draw_n, m.draw_r, 0.5]]
measures:
${measures.join('')}`,
    'a.yaml': 'title: A\n',
    'model/m.yaml': `title: M
assumptions:
  draw_u: ${value('uniform: [0, 1]')}
  draw_v: ${value('uniform: [0, 1]')}
  draw_k: ${value('normal: { mean: 0, sd: 1 }')}
  draw_n: ${value('normal: { mean: 1, sd: 2 }')}
  draw_r: ${value('normal: { mean: 0, sd: 1 }')}
  draw_l: ${value('lognormal: { p5: 1, p95: 10 }')}
  draw_t: ${value('triangular: [0, 1, 3]')}
  draw_b: ${value('beta: [2, 3]')}
  draw_c: ${value('choice: { 1: 0.2, 2: 0.3, 5: 0.5 }')}
shocks:
  z: { normal: { mean: 0, sd: 1 } }
equations:
  news: { unit: "1", formula: z }
  walk: { unit: "1", starts: 0, formula: previous(walk) + z }
  ar: { unit: "1", starts: 0, formula: 0.5 * previous(ar) + z }
  growth: { unit: "1", starts: 1, formula: previous(growth) * (1 + 0.1 * draw_u) }
  flow: { unit: 1/year, formula: draw_u * rate }
solve:
  square: { unknowns: { root: { unit: "1", guess: 1, residual: "root ^ 2 - draw_u" } } }
`.replace('shocks:', '  rate: { value: 1 1/year, source: judgement, why: W }\nshocks:'),
  };
}

/** Chance lets a figure stray beyond five of its errors, with 19 degrees of freedom, once in ten thousand. */
const ERRORS = 5;

/**
 * The deviation divides by n - 1, which is right for independent draws; those of a hypercube hold each other off, so
 * that it is too large by half a part in n: more than its own, tiny, error where a hypercube knows the answer.
 */
const OF_DEVIATION = 1 / DRAWS;

describe.each(['random', 'latin-hypercube'])(
  'models with known answers, sampled by %s',
  (sampling) => {
    it('are answered within their stated errors', async () => {
      const checked = checkStudy(filesOf(study(sampling)));
      expect(checked.problems).toEqual([]);
      const results = await runStudy(checked, { name: 'c', engineVersion: '0', workers: 0 });
      const wrong = MODELS.flatMap(([formula, truth], at) => {
        const { outcome } = results.comparisons.find(({ measure }) => measure === `m${at}`)!;
        return Object.entries(truth).flatMap(([key, known]) => {
          const { value: found, error } = outcome[key as 'mean'];
          const away = Math.abs(found! - known);
          const slack = key === 'deviation' ? OF_DEVIATION * known : 1e-12;
          return away <= ERRORS * error! + slack
            ? []
            : [`${key} of ${formula}: ${found}, not ${known}`];
        });
      });
      expect(wrong).toEqual([]);
    });
  },
);

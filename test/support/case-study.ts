import { type CheckedStudy, checkStudy } from '../../engine/check.ts';
import { caseVerdicts } from '../../engine/model-test/case-verdicts.ts';
import { runTests } from '../../engine/model-test/run-tests.ts';
import { filesOf, type Texts } from './small-study.ts';

/** A study over a set that cases replace: shares of what regions sell, and sales after a duty. */
export const SHARES: Texts = {
  'study.yaml': `
title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, years: 1 }
draws: 20
seed: s
sampling: random
reference: a
baseline: a
scenarios: [a]
measures: { sum: { title: All, unit: "1", formula: "final(sum(r in region, m.share[r]))", better: higher } }
`,
  'a.yaml': 'title: A\n',
  'model/model.yaml':
    'sets: { region: { from: sales.csv, column: region }, home: { subset of: region, without: [JP] } }\n',
  'model/sales.csv': 'region,value\nUS,3\nJP,1\n',
  'model/m.yaml': `title: M
levers:
  duty: { about: D, over: { i: region, v: region }, unit: "1", default: 0 }
  free: { about: F, type: yes/no, default: no }
assumptions:
  sales: { over: region, value: { table: sales.csv }, unit: bn USD/year, source: judgement, why: W }
  weight: { over: region, value: { US: 2, JP: 1 }, unit: "1", source: judgement, why: W }
equations:
  share: { over: region, unit: "1", formula: "sales[region] / sum(r in region, sales[r])" }
  left: { over: { i: region, v: region }, unit: "1", formula: "if(free, 1, 1 - duty[i, v]) * share[i] * weight[v]" }
checks:
  shares: abs(sum(r in region, share[r]) - 1) < 1e-9
`,
  'tests/t.yaml': `tests:
  - name: "{id}: shares"
    cases: c.json
    where: { kind: shares }
    sets: { region: "{in.regions | in.sales}" }
    given:
      m: { duty: "{in.duty | 0}", free: "{in.free | 'no'}" }
      assumptions:
        m.sales: "{in.sales} bn USD/year"
        m.weight: "{in.weight}"
    expect:
      final(m.share[region]):
        - { over: region, value: "{printed.share}", tolerance: { decimals: "{printed.decimals}" } }
        - { over: region, value: "{out.share}", tolerance: { relative: 1e-8, decimals: 10 } }
      final(m.left[i, v]): { over: { i: region, v: region }, value: "{out.left}", tolerance: 1e-8 }
      final(m.share[{region.-1}]): { value: "{out.last}", tolerance: 1e-8 }
      sum: 1
`,
  'tests/c.json': '{ "cases": [] }',
};

/** A case of that study that is right. */
export const RIGHT = {
  id: 'right',
  kind: 'shares',
  in: { regions: ['A', 'B', 'C'], sales: [1, 2, 5], weight: [1, 1, 2] },
  printed: { share: { A: 0.13, C: 0.63 }, decimals: 2 },
  out: { share: [0.125, 0.25, 0.625], last: 0.625 },
};

/** Checks the study with these cases as its own. */
export function withOwnCases(cases: unknown, changes: Texts = {}): CheckedStudy {
  const own = { 'tests/c.json': JSON.stringify(cases, null, 1) };
  return checkStudy(filesOf({ ...SHARES, ...own, ...changes }));
}

/** Holds the study against cases from outside: a label, how many numbers were compared and what is wrong. */
export function verdictsOf(cases: unknown, changes: Texts = {}) {
  const text = typeof cases === 'string' ? cases : JSON.stringify(cases, null, 1);
  const file = { file: './new.json', bytes: new TextEncoder().encode(text) };
  const { ready, problems } = checkStudy(filesOf({ ...SHARES, ...changes }), file);
  if (ready === null) throw new Error(problems.map(({ message }) => message).join('; '));
  return caseVerdicts(runTests(ready.study)).map(
    ({ label, compared, problems: found, unread }) => ({
      label,
      compared,
      unread,
      found: found.map(({ message, position }) => `${position.file}:${position.line} ${message}`),
    }),
  );
}

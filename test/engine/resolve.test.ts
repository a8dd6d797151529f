import { describe, expect, it } from 'vitest';
import { checkStudy, resolveScenario } from '../../engine/index.ts';

const FILES = {
  'study.yaml': `
title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 2 }
draws: 20
seed: s
sampling: random
reference: plain
baseline: plain
scenarios: [plain, parent, child]
measures: { x: { title: X, unit: "%", formula: "final(m.x)", better: higher } }
`,
  'plain.yaml': 'title: Plain\n',
  'parent.yaml': `title: Parent
m:
  rate:
    korea:
      schedule: { 2025-04-09: 25% }
      terms:
        talks: { deferral: { from: 2025-05-01, span: 30 days, meanwhile: 10% }, status: in force }
        asked: { cap: { at: 20% }, status: announced }
  volume: 3 to 7 Mt/year
`,
  'child.yaml': `title: Child
extends: [plain, parent]
m:
  speed: { 2025-05: 2 USD, 2025-06: 4 USD }
assumptions:
  m.cost: { cars: 5 USD }
`,
  'model/model.yaml': 'sets: { country: [korea, japan], good: [cars, steel] }\n',
  'model/m.yaml': `title: M
levers:
  rate: { about: Rate, over: country, unit: "%", default: 0% }
  volume: { about: Volume, unit: Mt/year, default: 1 Mt/year }
  speed: { about: Speed, unit: USD, default: { start: 1 USD }, interpolate: linear }
  joins: { about: Joins, type: yes/no, default: no }
assumptions:
  cost: { over: good, value: 3 USD, source: judgement, why: Invented. }
equations:
  x: { unit: "%", formula: "rate[korea]" }
`,
};

function resolved(name: string, changes: Readonly<Record<string, string>> = {}) {
  const encoder = new TextEncoder();
  const texts = { ...FILES, ...changes };
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, encoder.encode(text)]));
  const { ready, problems } = checkStudy(files);
  if (ready === null) throw new Error(JSON.stringify(problems));
  const scenario = ready.study.scenarios.find((one) => one.name === name)!;
  return resolveScenario(ready.study, scenario);
}

describe('resolveScenario', () => {
  it('gives every lever, with the file and line that set it', () => {
    const { title, extends: parents, levers } = resolved('child');
    expect({ title, parents }).toEqual({ title: 'Child', parents: ['plain', 'parent'] });
    const rows = levers.map((one) => [
      one.name,
      one.element,
      one.outcome,
      `${one.file}:${one.line}`,
      one.isDefault,
    ]);
    expect(rows).toEqual([
      [
        'rate',
        'korea',
        '0%, 25% from 2025-04-09, 10% from 2025-05-01, 25% from 2025-05-31',
        'parent.yaml:5',
        false,
      ],
      ['rate', 'japan', '0%', 'model/m.yaml:3', true],
      ['volume', '', '3 to 7 Mt/year', 'parent.yaml:9', false],
      [
        'speed',
        '',
        '1 USD, 2 USD to 4 USD from 2025-05-01, 4 USD from 2025-06-01',
        'child.yaml:4',
        false,
      ],
      ['joins', '', 'no', 'model/m.yaml:6', true],
    ]);
  });

  it('keeps what was written beside what comes of it', () => {
    const [rate] = resolved('child').levers;
    expect(rate).toMatchObject({
      module: 'm',
      unit: '%',
      terms: true,
      written:
        '25% from 2025-04-09; talks: deferral from 2025-05-01, span 30 days, meanwhile 10% (in force); asked: cap at 20% (announced)',
    });
    expect(resolved('plain').levers.every(({ isDefault, terms }) => isDefault && !terms)).toBe(
      true,
    );
  });

  it('lists the assumptions that a scenario changes', () => {
    expect(resolved('child').assumptions).toEqual([
      { key: 'm.cost', element: 'cars', text: '5 USD', file: 'child.yaml', line: 6 },
    ]);
    expect(resolved('parent').assumptions).toEqual([]);
  });

  it('says of a term with a condition that it may act, and when', () => {
    const review =
      'review: { snap_back: { on: 2025-05, to: 50% }, when: m.x < 0.3, status: in force }';
    const second = review.replace('review', 'second').replace('0.3', '0.2');
    const written = 'review: snap_back on 2025-05, to 50% when m.x < 0.3 (in force)';
    const rateOf = (terms: string, schedule: string) =>
      resolved('plain', {
        'plain.yaml': `title: Plain\nm: { rate: { korea: { schedule: ${schedule}, terms: { ${terms} } } } }\n`,
      }).levers[0]!;
    expect(rateOf(review, '{ 2025-04-09: 25% }')).toMatchObject({
      outcome: '0%, 25% from 2025-04-09 (unless review acts)',
      written: `25% from 2025-04-09; ${written}`,
      terms: true,
    });
    expect(rateOf(`${review}, ${second}`, '10%').outcome).toBe(
      '10% (unless review or second acts)',
    );
    expect(rateOf(review.replace('in force', 'announced'), '10%').outcome).toBe(
      `10%; ${written.replace('in force', 'announced')}`,
    );
  });
});

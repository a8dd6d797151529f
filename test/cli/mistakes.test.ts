import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, studyWith } from './process.ts';

type Changes = Parameters<typeof studyWith>[0];

/** Nine mistakes that users make: what is changed, where it is found, and what is said. */
const MISTAKES: readonly (readonly [
  name: string,
  changes: Changes,
  place: string,
  words: readonly string[],
])[] = [
  [
    'a misspelt lever',
    { 'tariff.yaml': ['  tariff:', '  tarif:'] },
    'study/tariff.yaml:4:3',
    ['error[unknown-lever]', 'module market has no lever "tarif"', 'help: did you mean "tariff"?'],
  ],
  [
    'a dropped unit',
    { 'tariff.yaml': ['25% }', '25 }'] },
    'study/tariff.yaml:4:25',
    ['error[unit-missing]', '25 has no unit; % is wanted', 'help: write `25%`'],
  ],
  [
    'won where dollars are wanted',
    {
      'model/market.yaml': [
        'value: 120 million USD/year',
        'unit: million USD/year, value: 120 bn KRW/year',
      ],
    },
    'study/model/market.yaml:7:',
    [
      'error[unit-mismatch]',
      '120 bn KRW/year is in bn KRW/year; million USD/year is wanted',
      'help: ',
    ],
  ],
  [
    'won added to dollars',
    {
      'model/market.yaml': [
        'equations:',
        '  fee: { value: 3 bn KRW/year, source: judgement, why: Invented. }\nequations:\n  net: { unit: million USD/year, formula: sales - fee }',
      ],
    },
    'study/model/market.yaml:11:',
    ['error[unit-mismatch]', 'KRW', 'USD', 'help: '],
  ],
  [
    'a cycle',
    {
      'model/market.yaml': [
        'equations:',
        'equations:\n  a: { unit: "1", formula: b + 1 }\n  b: { unit: "1", formula: a + 1 }',
      ],
    },
    'study/model/market.yaml:10:3',
    [
      'error[cycle]',
      'market.a -> market.b -> market.a',
      'help: let one of them read another through previous()',
    ],
  ],
  [
    'scenarios that extend in a circle',
    { 'tariff.yaml': 'title: One\nextends: half-tariff\n' },
    'study/half-tariff.yaml:3:10',
    [
      'error[extends-cycle]',
      'half-tariff -> tariff -> half-tariff',
      'help: a scenario starts from others',
    ],
  ],
  [
    'a number with a leading zero',
    { 'study.yaml': ['draws: 2000', 'draws: 010'] },
    'study/study.yaml:7:8',
    ['error[odd-number]', '010', 'help: '],
  ],
  [
    'an unknown source',
    {
      'sources.yaml': 'kita-2024: { title: Trade, publisher: KITA, date: 2024-12 }\n',
      'model/market.yaml': ['year, source: judgement', 'year, source: kita-2023'],
    },
    'study/model/market.yaml:7:',
    [
      'error[unknown-source]',
      'sources.yaml has no source "kita-2023"',
      'help: did you mean "kita-2024"?',
    ],
  ],
  [
    'a source later than the study',
    { 'sources.yaml': 'kita-2025: { title: Trade, publisher: KITA, date: 2025-05 }\n' },
    'study/sources.yaml:1:',
    ['error[source-too-late]', '2025-05', 'help: '],
  ],
];

afterAll(clean);

describe.concurrent('parley run, on a study with a mistake', () => {
  it.each(MISTAKES)('%s: place, hint, exit code 1, no output', async (_, changes, place, words) => {
    const folder = studyWith(changes);
    const { code, stdout, stderr } = await parley(folder, ['run', 'study', '--draws', '20']);
    expect(stderr).toContain(`--> ${place}`);
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).toMatch(/\n {2,}\| +\^/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

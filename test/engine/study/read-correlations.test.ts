import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LANGUAGE,
  languageWith,
  marksOf,
  messagesOf,
  studyOf,
} from '../../support/language-study.ts';

/** The study with uncertainties, shocks and certain assumptions, some over sets. */
function withEntries(entries: readonly string[]) {
  const list = entries.map((entry) => `  - ${entry}\n`).join('');
  return {
    'study.yaml': `${LANGUAGE['study.yaml']}correlations:\n${list}`,
    'b.yaml': 'title: B\nextends: a\nassumptions: { m.cost: { steel: 3 to 6 USD/t } }\n',
    'model/m.yaml': LANGUAGE['model/m.yaml']!.replace(
      'assumptions:\n',
      `assumptions:
  oil: { uncertainty: 1 to 2, source: iea }
  coal: { uncertainty: 1 to 2, source: iea }
  fixed: { value: 1, source: iea }
  pass: { over: [good, country], uncertainty: 1 to 2, source: iea }
`,
    ).replace(
      'equations:\n',
      `solve:
  clearing: { about: C, unknowns: { price: { unit: "1", guess: 1, residual: price - oil } } }
equations:
`,
    ),
  };
}

function pairsOf(...entries: readonly string[]): readonly string[] {
  const { correlations } = studyOf(withEntries(entries));
  return correlations.map(({ one, other, rank }) => `${one} ${other} ${rank}`);
}

function marks(...entries: readonly string[]): readonly string[] {
  return marksOf(withEntries(entries)).map((mark) => mark.replace('study.yaml:', ''));
}

function messages(...entries: readonly string[]): readonly string[] {
  return messagesOf(withEntries(entries));
}

describe('correlations', () => {
  it('are none where the study names none', () => {
    expect(studyOf().correlations).toEqual([]);
    const empty = { 'study.yaml': `${LANGUAGE['study.yaml']}correlations: []\n` };
    expect(studyOf(empty).correlations).toEqual([]);
  });

  it('pair two uncertainties or two shocks, in order of name', () => {
    expect(pairsOf('[m.oil, m.gas, 0.2]', '[m.luck, "m.storm[korea]", -0.5]')).toEqual([
      'm.gas m.oil 0.2',
      'm.luck m.storm[korea] -0.5',
    ]);
  });

  it('among several names hold for every pair of everything listed', () => {
    expect(pairsOf('{ among: [m.storm, m.luck], rank: 0.3 }')).toEqual([
      'm.luck m.storm[japan] 0.3',
      'm.luck m.storm[korea] 0.3',
      'm.storm[japan] m.storm[korea] 0.3',
    ]);
    expect(pairsOf('{ among: ["m.pass[ steel ,korea ]", m.oil], rank: 0.3 }')).toEqual([
      'm.oil m.pass[steel, korea] 0.3',
    ]);
    expect(pairsOf('{ among: [m.pass], rank: 0.3 }')).toHaveLength(6);
  });

  it('take what a scenario alone is uncertain of, and of a whole name what is drawn', () => {
    expect(pairsOf('["m.cost[steel]", m.oil, 0.2]')).toEqual(['m.cost[steel] m.oil 0.2']);
    expect(pairsOf('{ among: [m.cost, m.oil], rank: 0.2 }')).toEqual(['m.cost[steel] m.oil 0.2']);
  });

  it('may say the same twice, either way round', () => {
    expect(pairsOf('[m.oil, m.gas, 0.2]', '[m.gas, m.oil, 0.2]')).toEqual(['m.gas m.oil 0.2']);
  });

  it('are the same in any order of entries and names', () => {
    const entries = [
      '[m.oil, m.gas, 0.2]',
      '[m.gas, m.coal, 0.1]',
      '{ among: [m.pass, m.coal], rank: 0.3 }',
      '{ among: [m.luck, m.storm], rank: 0.3 }',
    ];
    const turned = [
      '{ among: [m.storm, m.luck], rank: 0.3 }',
      '[m.gas, m.oil, 0.2]',
      '{ among: [m.coal, m.pass], rank: 0.3 }',
      '[m.coal, m.gas, 0.1]',
    ];
    expect(pairsOf(...turned)).toEqual(pairsOf(...entries));
  });
});

describe('an entry is marked where', () => {
  it.each([
    ['it has too few items', '[m.gas, m.oil]', ['wrong-type 13:5 [m.gas, m.oil]']],
    ['its rank is a share', '[m.gas, m.oil, 20%]', ['wrong-type 13:20 20%']],
    ['its rank is 1', '[m.gas, m.oil, 1]', ['out-of-bounds 13:20 1']],
    ['its rank is below -1', '{ among: [m.pass], rank: -2 }', ['out-of-bounds 13:30 -2']],
    ['it has no rank', '{ among: [m.pass] }', ['missing-key 13:5 { among: [m.pass] }']],
    ['it mistypes a key', '{ amnog: [m.pass], rank: 0.5 }', ['unknown-key 13:7 amnog']],
    ['it is a name alone', 'm.gas', ['wrong-type 13:5 m.gas']],
    ['nothing has the name', '[m.gsa, m.oil, 0.5]', ['unknown-name 13:6 m.gsa']],
    ['no module is named', '[m.oil, gas, 0.5]', ['unknown-name 13:13 gas']],
    [
      'two names are wrong',
      '[n.gas, m.oli, 0.5]',
      ['unknown-name 13:6 n.gas', 'unknown-name 13:13 m.oli'],
    ],
    ['a bracket is open', '["m.pass[cars", m.oil, 0.5]', ['bad-name 13:7 m.pass[cars']],
    ['an element is wrong', '["m.pass[cars, corea]", m.oil, 0.5]', ['unknown-element 13:20 corea']],
    ['an element is missing', '["m.pass[cars]", m.oil, 0.5]', ['wrong-indices 13:14 cars']],
    ['there are no elements', '["m.gas[cars]", m.oil, 0.5]', ['wrong-indices 13:13 cars']],
    ['a pair names many', '[m.pass, m.oil, 0.5]', ['wrong-indices 13:6 m.pass']],
    ['it names a lever', '[m.slope, m.oil, 0.5]', ['bad-correlation 13:6 m.slope']],
    ['it names an equation', '[m.oil, m.x, 0.5]', ['bad-correlation 13:13 m.x']],
    ['it names an unknown', '[m.oil, m.price, 0.5]', ['bad-correlation 13:13 m.price']],
    ['it names what is certain', '[m.oil, m.fixed, 0.5]', ['bad-correlation 13:13 m.fixed']],
    [
      'an element is certain',
      '["m.cost[cars]", m.oil, 0.5]',
      ['bad-correlation 13:7 m.cost[cars]'],
    ],
    ['it pairs one of each', '[m.gas, m.luck, 0.5]', ['bad-correlation 13:13 m.luck']],
    [
      'it mixes kinds',
      '{ among: [m.luck, m.storm, m.gas], rank: 0.5 }',
      ['bad-correlation 13:32 m.gas'],
    ],
    ['it pairs a name with itself', '[m.gas, m.gas, 0.5]', ['duplicate-name 13:13 m.gas']],
    [
      'it lists an element twice',
      '{ among: [m.storm, "m.storm[korea]"], rank: 0.5 }',
      ['duplicate-name 13:24 "m.storm[korea]"'],
    ],
    [
      'it lists one name',
      '{ among: [m.gas], rank: 0.5 }',
      ['bad-correlation 13:5 { among: [m.gas], rank: 0.5 }'],
    ],
  ])('%s', (_, entry, due) => {
    expect(marks(entry)).toEqual(due);
  });

  it('it says otherwise than another', () => {
    const entries = ['[m.gas, m.oil, 0.5]', '{ among: [m.oil, m.gas, m.coal], rank: 0.6 }'];
    expect(marks(...entries)).toEqual(['bad-correlation 14:44 0.6']);
    expect(messages(...entries)).toEqual([
      'bad-correlation: m.gas and m.oil are given 0.5 and 0.6 (line 13 says 0.5; a pair has one rank correlation)',
    ]);
  });
});

it('a name over sets that cannot be paired is told once', () => {
  expect(marks('{ among: [m.gas, m.storm, m.luck], rank: 0.1 }')).toEqual([
    'bad-correlation 13:22 m.storm',
    'bad-correlation 13:31 m.luck',
  ]);
  expect(marks('{ among: [m.storm, m.storm], rank: 0.1 }')).toEqual([
    'duplicate-name 13:24 m.storm',
  ]);
});

describe('hints', () => {
  it.each([
    ['[m.gsa, m.oil, 0.5]', 'did you mean "m.gas"?'],
    ['[gas, m.oil, 0.5]', 'did you mean "m.gas"?'],
    ['["m.pass[steal, korea]", m.oil, 0.5]', 'did you mean "steel"?'],
    ['["m.pass[boats, korea]", m.oil, 0.5]', 'known here: cars, steel'],
    ['[m.pass, m.oil, 0.5]', 'write "m.pass[cars, korea]", or { among: [m.pass]'],
    ['[m.slope, m.oil, 0.5]', 'make what is uncertain about it an assumption'],
    ['[m.x, m.oil, 0.5]', 'the uncertainties or the shocks that it depends on'],
    ['[m.gas, m.luck, 0.5]', 'correlate two of a kind'],
  ])('help where %s', (entry, hint) => {
    expect(messages(entry)[0]).toContain(hint);
  });
});

describe('correlations that cannot hold together', () => {
  it('are named, at the last of them, with what would do', () => {
    const entries = ['[m.gas, m.oil, 0.9]', '[m.oil, m.coal, 0.9]', '[m.gas, m.coal, -0.9]'];
    expect(marks(...entries)).toEqual(['bad-correlation 15:5 [m.gas, m.coal, -0.9]']);
    expect(messages(...entries)).toEqual([
      'bad-correlation: these rank correlations cannot hold together: m.gas and m.oil 0.9, m.coal and m.oil 0.9, m.coal and m.gas -0.9 (with the others as they are, 0.64 to 0.99 would do here)',
    ]);
  });

  it('count what is not given as 0', () => {
    expect(messages('[m.gas, m.oil, 0.9]', '[m.oil, m.coal, 0.9]')).toEqual([
      'bad-correlation: these rank correlations cannot hold together: m.gas and m.oil 0.9, m.coal and m.oil 0.9; not given and so 0: m.coal and m.gas (with the others as they are, -0.4 to 0.4 would do here)',
    ]);
  });

  it('leave out what has no part in it', () => {
    const [message] = messages(
      '{ among: [m.pass], rank: 0.5 }',
      '["m.pass[steel, korea]", m.gas, 0.1]',
      '[m.coal, m.gas, 0.9]',
      '[m.gas, m.oil, 0.9]',
    );
    expect(message).toMatch(
      /together: m.coal and m.gas 0.9, m.gas and m.oil 0.9; not given and so 0: m.coal and m.oil /,
    );
  });

  it('among many name ten pairs and count the rest', () => {
    const [message] = messages('{ among: [m.pass, m.gas, m.oil, m.coal], rank: -0.17 }');
    expect(message).toContain('m.coal and m.gas -0.17, ');
    expect(message).toMatch(/ and 11 more \(one rank for all pairs may be from -0.15 to 0.99\)$/);
  });

  it('are told once for each group that hangs together', () => {
    expect(
      marks(
        '{ among: [m.gas, m.oil, m.coal], rank: -0.6 }',
        '{ among: [m.luck, m.storm], rank: -0.6 }',
      ),
    ).toHaveLength(2);
  });

  it('are found where the hint ends, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }), (a, b) => {
        const given = [`[m.gas, m.oil, ${a / 100}]`, `[m.oil, m.coal, ${b / 100}]`];
        const [message = ''] = messages(...given, '[m.gas, m.coal, 0.999999]');
        const [, low, high] = /, (-?[\d.]+) to (-?[\d.]+) would do/.exec(message) ?? [];
        fc.pre(low !== undefined && high !== undefined);
        const holds = (rank: number) =>
          Math.abs(rank) < 1 && messages(...given, `[m.gas, m.coal, ${rank}]`).length === 0;
        expect([low, high].map(Number).map(holds)).toEqual([true, true]);
        const beyond = [Number(low) - 0.01, Number(high) + 0.01].map((rank) =>
          Number(rank.toFixed(2)),
        );
        expect(beyond.map(holds)).toEqual([false, false]);
      }),
      { numRuns: 25 },
    );
  });
});

it('correlations of a module that cannot be read are not wrong for that', () => {
  const files = withEntries(['[m.gas, m.oil, 0.5]']);
  const broken = { ...files, 'model/m.yaml': `${files['model/m.yaml']}chekcs: {}\n` };
  expect(marksOf(languageWith(broken)).map((mark) => mark.split(' ')[0])).toEqual(['unknown-key']);
});

import { describe, expect, it, test } from 'vitest';
import {
  marksOf,
  messagesOf,
  monthly,
  pathOf,
  scenarioOf,
  settingOf,
  studyOf,
} from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

/** What scenario b comes to for a lever, in the first month or in some. */
function value(files: Texts, lever: string, element = '', months = 1) {
  const scenario = studyOf(files).scenarios.find(({ name }) => name === 'b')!;
  const values = monthly(pathOf(scenario, lever, element), months);
  return months === 1 ? values[0] : values;
}

const CAP = 'cap: { at: 5 }, status: in force';

describe('a child', () => {
  const child = (parent: string, own: string, lever = 'slope', element = '', months = 1) =>
    value(
      {
        'a.yaml': `title: A\nm: { ${parent} }\n`,
        'b.yaml': `title: B\nextends: a\nm: { ${own} }\n`,
      },
      lever,
      element,
      months,
    );

  it('keeps what its parent says of other levers', () => {
    expect(child('slope: 7', 'joins: yes')).toBe(7);
    expect(child('joins: yes', 'slope: 7', 'joins')).toBe(1);
  });

  it('replaces a whole schedule, whose gap before its first date the default fills', () => {
    expect(
      child('slope: { start: 1, 2025-05: 2 }', 'slope: { 2025-06: 3 }', 'slope', '', 3),
    ).toEqual([0, 0, 3]);
  });

  it('replaces an uncertainty by a value, and the other way round', () => {
    expect(child('slope: 1 to 2', 'slope: 3')).toBe(3);
    const files = {
      'a.yaml': 'title: A\nm: { slope: 3 }\n',
      'b.yaml': 'title: B\nextends: a\nm: { slope: 1 to 2 }\n',
    };
    const scenario = studyOf(files).scenarios[1]!;
    expect(settingOf(scenario, 'slope').value.value).toMatchObject({ kind: 'lognormal' });
  });

  it('drops its parents terms by a plain value or a schedule of its own', () => {
    const parent = `slope: { schedule: 9, terms: { c: { ${CAP} } } }`;
    expect(child(parent, 'joins: yes')).toBe(5);
    expect(child(parent, 'slope: 8')).toBe(8);
    expect(child(parent, 'slope: { schedule: 8 }')).toBe(8);
  });

  it('keeps its parents terms beside a schedule that comes with terms of its own', () => {
    const parent = `slope: { schedule: 9, terms: { c: { ${CAP} } } }`;
    expect(
      child(parent, `slope: { schedule: 8, terms: { d: { ${CAP.replace('5', '6')} } } }`),
    ).toBe(5);
    expect(
      child(parent, `slope: { schedule: 8, terms: { c: none, d: { ${CAP.replace('5', '6')} } } }`),
    ).toBe(6);
  });

  it('merges terms by name, in the place of the first, and removes them by none', () => {
    const parent = `slope: { schedule: 9, terms: { c: { ${CAP} }, d: { deferral: { from: start, to: 2025-06, meanwhile: 7 }, status: in force } } }`;
    expect(child(parent, 'joins: yes', 'slope', '', 3)).toEqual([7, 7, 5]);
    expect(child(parent, 'slope: { terms: { d: none } }', 'slope', '', 3)).toEqual([5, 5, 5]);
    expect(
      child(
        parent,
        'slope: { terms: { c: { cap: { at: 6 }, status: in force } } }',
        'slope',
        '',
        3,
      ),
    ).toEqual([7, 7, 6]);
    expect(
      child(
        parent,
        'slope: { terms: { e: { cap: { at: 4 }, status: in force } } }',
        'slope',
        '',
        3,
      ),
    ).toEqual([4, 4, 4]);
    expect(
      child(
        parent,
        'slope: { terms: { c: { cap: { at: 5 }, status: suspended } } }',
        'slope',
        '',
        3,
      ),
    ).toEqual([7, 7, 9]);
  });

  it('cannot remove a term that is not there', () => {
    const files = {
      'a.yaml': `title: A\nm: { slope: { schedule: 9, terms: { talks: { ${CAP} } } } }\n`,
      'b.yaml': 'title: B\nextends: a\nm: { slope: { terms: { talk: none } } }\n',
    };
    expect(marksOf(files)).toEqual(['unknown-key b.yaml:3:24 talk']);
    expect(messagesOf(files)).toEqual([
      expect.stringContaining('there is no term "talk" to remove'),
    ]);
  });

  it('sets one element and leaves the others', () => {
    const parent = 'rate: { cars: { all: 10% }, steel: 20% }';
    const own = 'rate: { cars: { korea: 30% } }';
    const at = (element: string) => child(parent, own, 'rate', element);
    expect(['cars,korea', 'cars,japan', 'steel,korea'].map(at)).toEqual([0.3, 0.1, 0.2]);
    const files = {
      'a.yaml': `title: A\nm: { ${parent} }\n`,
      'b.yaml': `title: B\nextends: a\nm: { ${own} }\n`,
    };
    const scenario = studyOf(files).scenarios[1]!;
    const fileOf = (element: string) => settingOf(scenario, 'rate', element).file;
    expect([fileOf('cars,korea'), fileOf('cars,japan')]).toEqual(['b.yaml', 'a.yaml']);
  });

  it('sets assumptions element by element', () => {
    const files = {
      'a.yaml':
        'title: A\nassumptions: { m.cost: { cars: 1 USD/t, steel: 2 USD/t }, m.gas: 5 USD/MMBtu }\n',
      'b.yaml': 'title: B\nextends: a\nassumptions: { m.cost: { cars: 9 USD/t } }\n',
    };
    const { assumptions } = studyOf(files).scenarios[1]!;
    const cost = assumptions.get('m.cost')!;
    expect([cost.get('cars')!.file, cost.get('steel')!.file]).toEqual(['b.yaml', 'a.yaml']);
    expect([cost.get('cars')!.value.central, cost.get('steel')!.value.central]).toEqual([9, 2]);
    expect(assumptions.get('m.gas')!.get('')!.value.central).toBe(5);
  });

  it('knows which levers it or an ancestor set', () => {
    const files = {
      'a.yaml': 'title: A\nm: { slope: 1 }\n',
      'b.yaml': 'title: B\nextends: a\nm: { joins: yes }\n',
    };
    const [a, b] = studyOf(files).scenarios;
    expect([[...a!.sets], [...b!.sets]]).toEqual([['m.slope'], ['m.slope', 'm.joins']]);
    expect(b!.extends).toEqual(['a']);
  });
});

describe('several parents', () => {
  const with3 = (extendsText: string) =>
    value(
      {
        'a.yaml': 'title: A\nm: { slope: 1 }\n',
        'c.yaml': 'title: C\nextends: a\nm: { slope: 3 }\n',
        'd.yaml': 'title: D\nextends: a\n',
        'b.yaml': `title: B\nextends: ${extendsText}\n`,
      },
      'slope',
    );

  it('are applied in order', () => {
    expect(with3('[a, c]')).toBe(3);
  });

  it('are applied once each, so that a shared ancestor does not come back', () => {
    expect(with3('[c, d]')).toBe(3);
    expect(with3('[c, a]')).toBe(3);
    expect(with3('[c, c]')).toBe(3);
  });
});

describe('the head of a scenario', () => {
  it('is kept', () => {
    const scenario = scenarioOf('about: X\nauthor: Y\nnot_modelled: Z\n');
    expect(scenario).toMatchObject({
      name: 'b',
      title: 'B',
      about: 'X',
      author: 'Y',
      notModelled: 'Z',
      file: 'b.yaml',
    });
  });
});

describe('a wrong scenario', () => {
  it.each([
    ['title: B\nextends: bb\n', ['unknown-scenario b.yaml:2:10 bb']],
    [
      'title: B\nextends: [a, x, y]\n',
      ['unknown-scenario b.yaml:2:14 x', 'unknown-scenario b.yaml:2:17 y'],
    ],
    ['title: B\nextends: b\n', ['extends-cycle b.yaml:2:10 b']],
    ['title: B\nextends: { a: 1 }\n', ['wrong-type b.yaml:2:10 { a: 1 }']],
    ['title: [B]\n', ['wrong-type b.yaml:1:8 [B]']],
    ['about: B\n', ['missing-key b.yaml:1:1 about']],
    ['[a]\n', ['wrong-type b.yaml:1:1 [a]']],
    ['title: B\nn: { slope: 1 }\n', ['unknown-module b.yaml:2:1 n']],
    ['title: B\nm: { slop: 1 }\n', ['unknown-lever b.yaml:2:6 slop']],
    ['title: B\nm: { gas: 1 USD/MMBtu }\n', ['unknown-lever b.yaml:2:6 gas']],
    ['title: B\nm: 3\n', ['wrong-type b.yaml:2:4 3']],
    ['title: B\nm: { rate: { cars: { corea: 3% } } }\n', ['unknown-element b.yaml:2:22 corea']],
    ['title: B\nm: { rate: { car: 3% } }\n', ['unknown-element b.yaml:2:14 car']],
    [
      'title: B\nm: { rate: { cars: { korea: { x: 3% } } } }\n',
      ['wrong-type b.yaml:2:29 { x: 3% }'],
    ],
    ['title: B\nassumptions: 3\n', ['wrong-type b.yaml:2:14 3']],
    ['title: B\nabuot: x\n', ['unknown-module b.yaml:2:1 abuot']],
  ])('is marked: %j', (text, due) => {
    expect(marksOf({ 'b.yaml': text })).toEqual(due);
  });

  it.each([
    ['title: B\nextends: aa\n', 'there is no scenario "aa" (did you mean "a"?)'],
    ['title: B\nm: { slop: 1 }\n', 'module m has no lever "slop" (did you mean "slope"?)'],
    [
      'title: B\nm: { elephant: 1 }\n',
      'module m has no lever "elephant" (levers of m: rate, volume, slope, pays, joins)',
    ],
    [
      'title: B\nm: { gas: 1 }\n',
      'module m has no lever "gas" (gas is an assumption: write it below `assumptions:` as m.gas)',
    ],
    ['title: B\nabuot: x\n', 'the model has no module "abuot" (did you mean "about"?)'],
    ['title: B\nm: { rate: { car: 3% } }\n', 'good has no element "car" (did you mean "cars"?)'],
  ])('is told what was meant: %j', (text, due) => {
    expect(messagesOf({ 'b.yaml': text })[0]).toContain(due);
  });

  it('is told of a circle of its own without those that lead to it', () => {
    const found = messagesOf({
      'a.yaml': 'title: A\nextends: b\n',
      'b.yaml': 'title: B\nextends: b\n',
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('scenarios extend in a circle: b -> b (');
  });

  it('shows the whole circle, once for each that is in it', () => {
    const files = {
      'a.yaml': 'title: A\nextends: b\n',
      'b.yaml': 'title: B\nextends: c\n',
      'c.yaml': 'title: C\nextends: a\n',
    };
    const found = messagesOf(files);
    expect(found[0]).toContain('scenarios extend in a circle: a -> b -> c -> a');
    expect(found.every((message) => message.startsWith('extends-cycle'))).toBe(true);
  });
});

test('ancestors of ancestors are visited once, however many ways lead to them', () => {
  const parents = (level: number) => (level === 0 ? 'a' : `[p${level - 1}, q${level - 1}]`);
  const pairs = Array.from({ length: 30 }, (_, level) =>
    ['p', 'q'].map((name) => [
      `${name}${level}.yaml`,
      `title: P\nextends: ${parents(level)}\nm: { slope: ${level} }\n`,
    ]),
  );
  const scenario = scenarioOf('extends: [p29, q29]\n', Object.fromEntries(pairs.flat()));
  expect(monthly(pathOf(scenario, 'slope'), 1)).toEqual([29]);
}, 5000);

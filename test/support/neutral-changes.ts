import { all, type Change, edit, type Numbers, SHOP } from './relation-study.ts';

/** Changes that must not change any number. */
export const NEUTRAL: readonly (readonly [name: string, change: Change])[] = [
  [
    'another scale of the same unit',
    (texts, { low, width }) => {
      const from = `uniform: [${low}, ${low + width}] }, unit: million USD/year`;
      const to = `uniform: [${low * 1000}, ${(low + width) * 1000}] }, unit: thousand USD/year`;
      return edit(SHOP, from, to)(texts, {} as Numbers);
    },
  ],
  [
    'another unit of a declared equation',
    edit(SHOP, 'sales: { unit: million USD/year', 'sales: { unit: USD/month'),
  ],
  [
    'another name of an equation',
    (texts) => {
      const rename = (text: string) =>
        text
          .replaceAll('stock)', 'pile)')
          .replace('stock: { unit: million USD, starts', 'pile: { unit: million USD, starts');
      return {
        ...texts,
        [SHOP]: rename(texts[SHOP]!),
        'study.yaml': texts['study.yaml']!.replace('shop.stock', 'shop.pile'),
      };
    },
  ],
  [
    'another order of equations',
    (texts) => {
      const lines = texts[SHOP]!.trimEnd().split('\n');
      return {
        ...texts,
        [SHOP]: `${[...lines.slice(0, -4), ...lines.slice(-4).reverse()].join('\n')}\n`,
      };
    },
  ],
  [
    'another order of assumptions',
    (texts) => {
      const lines = texts[SHOP]!.split('\n');
      const at = lines.findIndex((line) => line.startsWith('  demand'));
      return {
        ...texts,
        [SHOP]: [
          ...lines.slice(0, at),
          lines[at + 2],
          lines[at],
          lines[at + 1],
          ...lines.slice(at + 3),
        ].join('\n'),
      };
    },
  ],
  [
    'another order of scenarios',
    edit('study.yaml', '[base, dear, dearer]', '[dearer, base, dear]'),
  ],
  [
    'another order of measures',
    (texts) => {
      const text = texts['study.yaml']!;
      const line = /^ {2}whole: .*\n/m.exec(text)![0];
      return {
        ...texts,
        'study.yaml': text.replace(line, '').replace('measures:\n', `measures:\n${line}`),
      };
    },
  ],
  [
    'a scenario written out in full',
    (texts) => ({
      ...texts,
      'dearer.yaml': texts['dearer.yaml']!.replace(
        'extends: dear\nshop:\n',
        texts['dear.yaml']!.replace(/title.*\n/, ''),
      ),
    }),
  ],
  [
    'an ancestor more that sets nothing',
    all(edit('dearer.yaml', 'extends: dear', 'extends: [dear, none-at-all]'), (texts) => ({
      ...texts,
      'none-at-all.yaml': 'title: N\n',
    })),
  ],
  [
    'an uncertainty more that nothing reads',
    edit(SHOP, '  fade:', '  aside: { uncertainty: 1 to 2, source: judgement, why: W }\n  fade:'),
  ],
  [
    'a shock more that nothing reads',
    edit(SHOP, 'shocks:\n', 'shocks:\n  storm: { normal: { mean: 0, sd: 1 } }\n'),
  ],
  [
    'a scenario more',
    all(edit('study.yaml', 'dearer]', 'dearer, other]'), (texts) => ({
      ...texts,
      'other.yaml': 'title: O\nshop: { price: 7% }\n',
    })),
  ],
  [
    'a measure more',
    edit(
      'study.yaml',
      'measures:\n',
      'measures:\n  mean: { title: M, unit: "%", formula: average(shop.price), better: lower }\n',
    ),
  ],
  [
    'a condition more',
    edit(
      'study.yaml',
      'conditions:\n',
      'conditions:\n  shut: { impose: { shop.closes: 2025-05 } }\n',
    ),
  ],
  [
    'an equation in two',
    all(
      edit(SHOP, 'demand * exp(luck)', 'wish'),
      edit(
        SHOP,
        'equations:\n',
        'equations:\n  wish: { unit: million USD/year, formula: demand * exp(luck) }\n',
      ),
    ),
  ],
  [
    'a name for a number',
    all(
      edit(SHOP, '(1 - fade)', '(one - fade)'),
      edit(
        SHOP,
        'assumptions:\n',
        'assumptions:\n  one: { value: 1, source: judgement, why: W }\n',
      ),
    ),
  ],
  [
    'a value said twice in a schedule',
    (texts, { price }) =>
      edit(
        'dear.yaml',
        `{ 2025-06-01: ${price}% }`,
        `{ 2025-06-01: ${price}%, 2025-08-01: ${price}% }`,
      )(texts, {} as Numbers),
  ],
  [
    'a value for each element instead of one for all',
    (texts, { rate }) =>
      edit(
        SHOP,
        `over: area, unit: "%", default: ${rate}%`,
        `over: area, unit: "%", default: { north: ${rate}%, south: ${rate}% }`,
      )(texts, {} as Numbers),
  ],
  [
    'a cap that nothing reaches',
    (texts, { price }) =>
      edit(
        'dear.yaml',
        `price: { 2025-06-01: ${price}% }`,
        `price: { schedule: { 2025-06-01: ${price}% }, terms: { top: { cap: { at: 95% }, status: in force } } }`,
      )(texts, {} as Numbers),
  ],
  [
    'a term that is only announced',
    (texts, { price }) =>
      edit(
        'dear.yaml',
        `price: { 2025-06-01: ${price}% }`,
        `price: { schedule: { 2025-06-01: ${price}% }, terms: { top: { cap: { at: 0% }, status: announced } } }`,
      )(texts, {} as Numbers),
  ],
  [
    'comments, quotes and blank lines',
    (texts) => ({
      ...texts,
      [SHOP]: `# A comment\n\n${texts[SHOP]!.replace('title: A shop', "title: 'A shop'   # why")}`,
      'base.yaml': '\ufefftitle: "Base"\r\n',
    }),
  ],
];

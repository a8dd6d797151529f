import { describe, expect, it } from 'vitest';
import {
  checkStudy,
  type ExplainedNode,
  explain,
  explainLevers,
  runStudy,
} from '../../../engine/index.ts';
import { EXAMPLES } from '../../support/examples-study.ts';
import { edited, filesOf, SMALL_STUDY, type Texts } from '../../support/small-study.ts';

function open(texts: Texts) {
  const checked = checkStudy(filesOf(texts));
  const { study } = checked.ready!;
  const scenario = (name: string) => study.scenarios.find((one) => one.name === name)!;
  return { checked, study, scenario };
}

function labels({ label, at, reads }: ExplainedNode): unknown {
  const name = at === '' ? label : `${label} ${at}`;
  return reads.length === 0 ? name : [name, ...reads.map(labels)];
}

const REQUEST = { draw: null, step: null, depth: 5 };

describe('explain', () => {
  it('follows a measure to assumptions, levers and shocks, each number once', () => {
    const { study, scenario } = open(SMALL_STUDY);
    const { root } = explain(study, { ...REQUEST, scenario: scenario('offer'), measure: 'stock' });
    expect(labels(root)).toEqual([
      'stock',
      [
        'shop.stock 2026-03',
        'shop.stock 2026-02',
        'shop.fade',
        [
          'shop.sales 2026-03',
          'shop.demand',
          'shop.luck 2026-03',
          'shop.price 2026-03',
          'shop.closes 2026-03',
        ],
      ],
    ]);
    const [stock] = root.reads;
    expect(stock!.text).toBe('previous(stock) * (1 - fade) + sales * step');
    expect(stock!.reads[0]!.ends).toBe('own past');
    const fade = stock!.reads[1]!;
    expect(fade).toMatchObject({
      kind: 'assumption',
      value: 10,
      unit: '%',
      at: '',
      why: 'a guess',
    });
    expect(fade.place).toEqual({ file: 'model/shop.yaml', line: 8 });
    const price = stock!.reads[2]!.reads[2]!;
    expect(price).toMatchObject({
      kind: 'lever',
      value: 0.5,
      place: { file: 'offer.yaml', line: 3 },
    });
  });

  it('has every value of a draw as the run had it, and as its formula says', async () => {
    const { checked, study, scenario } = open(SMALL_STUDY);
    const results = await runStudy(checked, { name: 's', engineVersion: '0', workers: 0 });
    const run = results.runs.find((one) => one.scenario === 'offer' && one.condition === null)!;
    for (const draw of [1, 8, 600]) {
      const request = { ...REQUEST, scenario: scenario('offer'), draw };
      for (const [index, measure] of ['stock', 'sales'].entries()) {
        const { root } = explain(study, { ...request, measure });
        expect(root.value).toBe(run.outcomes[index]![draw - 1]);
      }
      const { root } = explain(study, { ...request, measure: 'stock' });
      const [stock] = root.reads;
      const [past, fade, sales] = stock!.reads;
      const said = past!.value * (1 - fade!.value / 100) + sales!.value / 12;
      expect(stock!.value).toBeCloseTo(said, 12);
    }
  });

  it('looks at the month asked for, and says what lies before the first', () => {
    const { study, scenario } = open(SMALL_STUDY);
    const request = { ...REQUEST, scenario: scenario('usual'), measure: 'stock', step: 0 };
    const [stock] = explain(study, request).root.reads;
    expect(stock).toMatchObject({ label: 'shop.stock', at: '2025-04' });
    expect(stock!.reads[0]).toMatchObject({ value: 0, ends: 'before the first step' });
  });

  it('stops at the depth asked for', () => {
    const { study, scenario } = open(SMALL_STUDY);
    const request = { ...REQUEST, scenario: scenario('usual'), measure: 'stock', depth: 1 };
    const [stock] = explain(study, request).root.reads;
    expect(stock).toMatchObject({ ends: 'deeper', reads: [] });
  });

  it('explains every measure of the examples without a number that is none', () => {
    const { study, scenario } = open(EXAMPLES);
    const check = (node: ExplainedNode): void => {
      expect(node.label).not.toBe('');
      expect(Number.isNaN(node.value)).toBe(false);
      for (const read of node.reads) check(read);
    };
    for (const { name } of study.measures) {
      const own = scenario(study.scenarios.at(-1)!.name);
      check(explain(study, { ...REQUEST, scenario: own, measure: name, draw: 1 }).root);
    }
  });
});

describe('explainLevers', () => {
  const both = edited(
    'study.yaml',
    'scenarios: [nothing, usual, offer]',
    'scenarios: [nothing, usual, offer, both]',
  );
  const TEXTS: Texts = {
    ...both,
    'both.yaml':
      'title: Both\nextends: offer\nshop: { closes: 2025-08 }\nassumptions: { shop.fade: 20% }\n',
  };
  const options = { workers: 0 };

  it('splits a difference so that the parts sum to it to the bit, and the total is that of the run', async () => {
    const { checked, study, scenario } = open(TEXTS);
    const [from, to] = [scenario('usual'), scenario('both')];
    const found = await explainLevers(study, from, to, (key) => key, options);
    expect(found.groups.map(({ name }) => name)).toEqual([
      'shop.closes',
      'shop.fade',
      'shop.price',
    ]);
    const results = await runStudy(checked, { name: 's', engineVersion: '0', workers: 0 });
    for (const { measure, total, contributions, remainder } of found.measures) {
      const parts = contributions.map(({ share }) => share!.value!);
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total.value);
      expect(parts.toReversed().reduce((sum, one) => sum + one, 0)).toBe(total.value);
      expect(remainder).toBe(0);
      const mean = results.comparisons.find(
        (one) => one.scenario === 'both' && one.measure === measure && one.condition === null,
      )!.againstBaseline!.mean;
      expect(total.value).toBeCloseTo(mean.value!, 11);
      expect(total.error).toBe(mean.error);
    }
    const sales = found.measures.find(({ measure }) => measure === 'sales')!;
    expect(sales.contributions[1]!.share).toEqual({ value: 0, error: 0 });
  });

  it('says what each lever was and is, and nothing where two scenarios are the same', async () => {
    const { study, scenario } = open(TEXTS);
    const found = await explainLevers(
      study,
      scenario('usual'),
      scenario('both'),
      () => 'all',
      options,
    );
    expect(found.groups).toHaveLength(1);
    expect(found.groups[0]!.changes).toContainEqual({
      key: 'shop.fade',
      element: '',
      from: '10%',
      to: '20%',
    });
    expect(found.measures[0]!.contributions[0]!.share!.value).toBe(found.measures[0]!.total.value);
    const same = await explainLevers(
      study,
      scenario('usual'),
      scenario('usual'),
      () => 'all',
      options,
    );
    expect(same.groups).toEqual([]);
    expect(same.measures[0]!.total.value).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { runSituations } from '../../../engine/analysis/run-situations.ts';
import { mixScenarios, mixStudies } from '../../../engine/difference/mix-studies.ts';
import { checkStudy, compareSayings, compareStudies, type Study } from '../../../engine/index.ts';
import { filesOf, SMALL_STUDY, type Texts } from '../../support/small-study.ts';

function studyOf(texts: Texts): Study {
  const { ready, problems } = checkStudy(filesOf(texts));
  if (ready === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return ready.study;
}

/** Replaces parts of files of the small study. */
function changed(...edits: readonly (readonly [file: string, from: string, to: string])[]): Study {
  const texts: Record<string, string> = { ...SMALL_STUDY };
  for (const [file, from, to] of edits) {
    if (!texts[file]!.includes(from)) throw new Error(`${file} does not say "${from}"`);
    texts[file] = texts[file]!.replace(from, to);
  }
  return studyOf(texts);
}

const BEFORE = studyOf(SMALL_STUDY);
const FADE = ['model/shop.yaml', 'fade: { value: 10%', 'fade: { value: 12%'] as const;
const PRICE = ['offer.yaml', 'price: 0.5', 'price: 0.6'] as const;
const SALES = ['model/shop.yaml', 'demand * exp(luck)', '1.1 * demand * exp(luck)'] as const;
const options = { workers: 0 };

describe('compareSayings', () => {
  it('says what each kind of edit was and is, and where', () => {
    const edits = compareSayings(BEFORE, changed(FADE, PRICE, SALES));
    expect(
      edits.map(({ kind, name, changes }) => [kind, name, changes[0]!.from, changes[0]!.to]),
    ).toEqual([
      ['assumption', 'shop.fade', '10%', '12%'],
      [
        'equation',
        'shop.sales',
        'demand * exp(luck) / price * until(closes)',
        '1.1 * demand * exp(luck) / price * until(closes)',
      ],
      ['scenario', 'shop.price in offer.yaml', '0.5', '0.6'],
    ]);
    expect(edits[0]).toMatchObject({ file: 'model/shop.yaml', line: 8 });
  });

  it('finds nothing in titles, reasons, comments and the order of things', () => {
    const after = changed(
      ['model/shop.yaml', 'title: A shop', '# a note\ntitle: Another'],
      ['model/shop.yaml', 'why: a guess', 'why: known'],
      ['study.yaml', 'Does it run?', 'Why?'],
    );
    expect(compareSayings(BEFORE, after)).toEqual([]);
  });

  it('counts an edit of an ancestor once, however many scenarios inherit it', () => {
    const after = changed([
      'usual.yaml',
      'title: As usual\n',
      'title: As usual\nshop: { closes: 2025-09 }\n',
    ]);
    expect(compareSayings(BEFORE, after).map(({ name }) => name)).toEqual([
      'shop.closes in usual.yaml',
    ]);
  });
});

describe('compareStudies', () => {
  it('gives one edit all of the change, to the bit, and leaves alone what it does not touch', async () => {
    const { headlines, groups } = await compareStudies(BEFORE, changed(FADE), null, options);
    expect(groups.map(({ name }) => name)).toEqual(['assumption shop.fade']);
    for (const { measure, scenario, total, contributions, remainder } of headlines) {
      expect(contributions[0]!.share!.value).toBe(total.value);
      expect(remainder).toBe(0);
      const moves = measure === 'stock' && scenario !== 'nothing';
      expect(total.value !== 0).toBe(moves);
    }
    expect(headlines).toHaveLength(6);
  });

  it('splits a change among edits of all kinds so that nothing remains', async () => {
    const { headlines, groups } = await compareStudies(
      BEFORE,
      changed(FADE, PRICE, SALES),
      null,
      options,
    );
    expect(groups).toHaveLength(3);
    for (const { total, contributions, remainder } of headlines) {
      const sum = contributions.reduce((all, { share }) => all + share!.value!, 0);
      expect(sum).toBe(total.value);
      expect(remainder).toBe(0);
    }
    const offer = headlines.find((one) => one.measure === 'sales' && one.scenario === 'offer')!;
    expect(offer.contributions.map(({ share }) => Math.sign(share!.value!))).toEqual([0, -1, 1]);
  });

  it('takes an equation and the new assumption that it reads over together', async () => {
    const after = changed(
      [
        'model/shop.yaml',
        '  enough:',
        '  extra: { value: 1.1, source: judgement, why: W }\n  enough:',
      ],
      ['model/shop.yaml', 'demand * exp(luck)', 'extra * demand * exp(luck)'],
    );
    const { headlines, groups } = await compareStudies(BEFORE, after, ['offer'], options);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.name).toContain('need each other');
    for (const { total, contributions } of headlines) {
      expect(contributions[0]!.share!.value).toBe(total.value);
      expect(total.value).not.toBe(0);
    }
  });

  it('states what another horizon leaves unexplained', async () => {
    const after = changed(FADE, ['study.yaml', 'months: 12', 'months: 13']);
    const { headlines, groups } = await compareStudies(BEFORE, after, ['offer'], options);
    expect(groups.map(({ name }) => name)).toEqual(['assumption shop.fade', 'horizon and sets']);
    const stock = headlines.find(({ measure }) => measure === 'stock')!;
    const [fade, frame] = stock.contributions;
    expect(fade!.share).toBeNull();
    expect(frame!.alone).toBeNull();
    expect(stock.remainder).toBe(stock.total.value! - fade!.alone!.value!);
    expect(stock.remainder).not.toBe(0);
  });

  it('does not move for what no outcome depends on', async () => {
    const after = changed(
      [
        'study.yaml',
        'title: Sales, unit: bn USD/year, formula: shop.sales',
        'title: Sales, unit: bn USD/year, formula: 2 * shop.sales',
      ],
      ['study.yaml', 'shop.closes: 2025-07', 'shop.closes: 2025-08'],
    );
    const { edits, groups, headlines } = await compareStudies(BEFORE, after, null, options);
    expect(edits.map(({ kind }) => kind)).toEqual(['condition', 'trajectory']);
    expect(groups).toEqual([]);
    expect(headlines.every(({ total, remainder }) => total.value === 0 && remainder === 0)).toBe(
      true,
    );
  });
});

/** The small study with one scenario more, which inherits a price and asks for an earlier end. */
const WIDER: Texts = {
  ...SMALL_STUDY,
  'study.yaml': SMALL_STUDY['study.yaml']!.replace(
    'scenarios: [nothing, usual, offer]',
    'scenarios: [nothing, usual, offer, soon]',
  ),
  'soon.yaml': 'title: Soon\nextends: offer\nshop: { closes: 2025-06 }\n',
};

describe('a scenario that only one of two studies has', () => {
  it('is described by its own file against what it extends, and by what comes out in it', async () => {
    const after = studyOf(WIDER);
    const { edits, groups, headlines, lone } = await compareStudies(BEFORE, after, null, options);
    expect({ edits, groups }).toEqual({ edits: [], groups: [] });
    expect(new Set(headlines.map(({ scenario }) => scenario))).not.toContain('soon');
    const [soon] = lone;
    expect(lone).toHaveLength(1);
    expect(soon).toMatchObject({ name: 'soon', title: 'Soon', file: 'soon.yaml', isNew: true });
    expect(soon!.says).toEqual([
      { name: 'shop.closes', element: '', from: '2025-10', to: '2025-06', line: 3 },
    ]);
    const [usual, own] = await runSituations(
      after,
      ['usual', 'soon'].map((wanted) => after.scenarios.find(({ name }) => name === wanted)!),
      options,
    );
    const mean = (column: Float64Array) =>
      column.reduce((sum, one) => sum + one, 0) / column.length;
    expect(soon!.baseline).toBe('usual');
    for (const [at, { measure, baseline, outcome, change }] of soon!.outcomes.entries()) {
      expect(measure).toBe(after.measures[at]!.name);
      expect(baseline.value).toBeCloseTo(mean(usual![at]!), 12);
      expect(outcome.value).toBeCloseTo(mean(own![at]!), 12);
      expect(change.value).toBeCloseTo(outcome.value! - baseline.value!, 12);
    }
    expect(soon!.outcomes.some(({ change }) => change.value !== 0)).toBe(true);
  });

  it('leaves the change of what both have wholly attributed', async () => {
    const other = {
      ...WIDER,
      'offer.yaml': WIDER['offer.yaml']!.replace('price: 0.5', 'price: 0.6'),
    };
    const { edits, headlines, lone } = await compareStudies(BEFORE, studyOf(other), null, options);
    expect(edits.map(({ name }) => name)).toEqual(['shop.price in offer.yaml']);
    expect(lone.map(({ name }) => name)).toEqual(['soon']);
    for (const { total, contributions } of headlines) {
      expect(contributions[0]!.share!.value).toBe(total.value);
    }
  });

  it('is gone the other way round, and is run where only it is asked for', async () => {
    const { headlines, lone } = await compareStudies(studyOf(WIDER), BEFORE, ['soon'], options);
    expect(headlines).toEqual([]);
    expect(lone).toMatchObject([{ name: 'soon', isNew: false, baseline: 'usual' }]);
    expect(lone[0]!.outcomes).toHaveLength(2);
  });

  it('is not run where another is asked for', async () => {
    const { lone } = await compareStudies(BEFORE, studyOf(WIDER), ['offer'], options);
    expect(lone[0]!.outcomes).toEqual([]);
  });
});

describe('an edit of a list', () => {
  it('says what came and what went, in its line', () => {
    const after = changed([
      'study.yaml',
      'scenarios: [nothing, usual, offer]',
      'scenarios: [nothing, offer, usual]',
    ]);
    const [order] = compareSayings(BEFORE, after);
    expect(order).toMatchObject({ kind: 'study', name: 'scenarios', file: 'study.yaml' });
    expect(order!.line).toBeGreaterThan(1);
    const asked = changed([
      'study.yaml',
      'success: open, failure: shut }',
      'success: open, failure: shut, scenarios: [offer, nothing] }',
    ]);
    expect(compareSayings(BEFORE, asked)[0]!.changes).toEqual([
      { element: 'nothing', from: null, to: 'listed' },
    ]);
  });
});

describe('a mixture that takes everything over', () => {
  it('is the other study, to the bit', async () => {
    const after = changed(
      FADE,
      PRICE,
      SALES,
      [
        'usual.yaml',
        'title: As usual\n',
        'title: As usual\nassumptions: { shop.demand: 2 to 4 bn USD/year }\n',
      ],
      ['model/shop.yaml', 'type: date, default: 2025-10', 'type: date, default: 2025-11'],
      ['study.yaml', 'seed: small', 'seed: other'],
    );
    const study = mixStudies(BEFORE, after, () => true);
    const mixture = { before: BEFORE, after, model: study.model, takes: () => true };
    const situations = after.scenarios.map((fresh) => {
      const old = BEFORE.scenarios.find(({ name }) => name === fresh.name)!;
      return mixScenarios(mixture, old, fresh, fresh.name);
    });
    expect(await runSituations(study, situations, options)).toEqual(
      await runSituations(after, after.scenarios, options),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATEMENT_KINDS } from '../../../engine/difference/statement.ts';
import {
  checkStudy,
  compareLock,
  gatherSaid,
  type Lock,
  lockState,
  makeLock,
  mergeTolerances,
  numericsVersion,
  readLock,
  runStudy,
  stateStudy,
  type Tolerance,
  wideTolerances,
  withSettings,
  writeLock,
} from '../../../engine/index.ts';
import { holdLaw } from '../../support/law.ts';
import {
  edited,
  filesOf,
  type Texts,
  VALIDATED_STUDY,
  withTexts,
} from '../../support/small-study.ts';

interface Terms {
  readonly tolerances: ReadonlyMap<string, Tolerance>;
  readonly reasons: readonly string[];
}

const NO_TERMS: Terms = { tolerances: new Map(), reasons: ['First lock'] };

interface Made {
  readonly lock: Lock;
  readonly said: ReturnType<typeof gatherSaid>;
}

async function lockOf(texts: Texts, terms = NO_TERMS, block?: number): Promise<Made> {
  const checked = checkStudy(filesOf(texts));
  const study = withSettings(checked.ready!.study, { draws: 100 });
  const ready = { ...checked, ready: { ...checked.ready!, study } };
  const options = { name: 'small', engineVersion: '0', workers: 0 };
  const results = await runStudy(ready, block === undefined ? options : { ...options, block });
  const { study: written } = checked.ready!;
  return { lock: makeLock(written, results, terms), said: gatherSaid(stateStudy(written)) };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const problemsIn = (text: string) =>
  readLock('parley.lock', bytesOf(text)).problems.map(({ code, position, message }) => {
    return `${position.line}: ${code}: ${message}`;
  });

describe('writeLock and readLock', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, 1e21, 2 ** 53, 5e-324, -1.5e-300, 123_456_789_012_345_680_000),
  );
  const positive = fc.double({ min: 0, max: 1e6, noNaN: true });
  const figure = fc.record({
    value: fc.option(number),
    error: fc.option(positive),
  });
  const stated = figure.map(({ value, error }) => ({
    value,
    error: value === null ? null : error,
  }));
  const outcome = fc.oneof(
    fc.record({ mean: stated, median: stated, p5: stated, p95: stated }),
    stated.map((one) => ({ mean: one, median: one, p5: one, p95: one })),
  );
  const text = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('yes', 'null', '010', '1e5', '# no', 'a: b', '- a', '"', '서울', "it's", '25%'),
  );
  // The names of what every object has are refused as keys, in studies too.
  const visible = text.filter((one) => /^[\x20-\x7e서울]+$/.test(one) && !(one in {}));
  const mapOf = <T>(value: fc.Arbitrary<T>) =>
    fc
      .uniqueArray(visible, { maxLength: 4 })
      .chain((keys) =>
        fc
          .tuple(...keys.map(() => value))
          .map((values) => new Map(keys.map((k, i) => [k, values[i]!]))),
      );
  const tolerance: fc.Arbitrary<Tolerance> = fc.oneof(
    fc.constant({ kind: 'exact' as const }),
    fc.record({
      kind: fc.constant('absolute' as const),
      value: fc.double({ min: 1e-12, max: 1e6, noNaN: true }),
      why: fc.oneof(fc.constant(''), visible),
    }),
  );
  const lock: fc.Arbitrary<Lock> = fc.record({
    engine: visible,
    numerics: visible,
    generator: visible,
    sampling: visible,
    seed: visible,
    draws: fc.integer({ min: 1, max: 1e7 }),
    digest: fc.constantFrom('12345678', '1e555555', 'ab12'),
    reasons: fc.array(visible, { minLength: 1, maxLength: 3 }),
    inputs: mapOf(fc.constant('0123456789')),
    said: fc
      .uniqueArray(fc.constantFrom(...STATEMENT_KINDS), { minLength: 1, maxLength: 3 })
      .chain((kinds) =>
        fc
          .tuple(...kinds.map(() => mapOf(visible).filter(({ size }) => size > 0)))
          .map((maps) => new Map(kinds.map((kind, at) => [kind, maps[at]!]))),
      ),
    measures: mapOf(
      fc.record({
        unit: visible,
        tolerance,
        digest: fc.constant('00ff'),
        outcomes: mapOf(outcome).filter(({ size }) => size > 0),
      }),
    ).filter(({ size }) => size > 0),
    runs: mapOf(fc.constant('11')),
    trajectories: mapOf(fc.constant('22')),
    validations: mapOf(fc.constant('33')),
  });

  it('give back every lock, and the same bytes again', () => {
    holdLaw(lock, 300, (one) => {
      const written = writeLock(one);
      const read = readLock('parley.lock', bytesOf(written));
      expect(read.problems).toEqual([]);
      expect(read.lock).toEqual(one);
      expect(writeLock(read.lock!)).toBe(written);
    });
  });

  it('refuse what somebody has edited or merged badly, with the line', async () => {
    const written = writeLock((await lockOf(VALIDATED_STUDY)).lock);
    expect(problemsIn(written)).toEqual([]);
    const conflict = written.replace('measures:', '<<<<<<< ours\nmeasures:\n=======');
    expect(problemsIn(conflict).length).toBeGreaterThan(0);
    expect(problemsIn(written.replace('lock: 1', 'lock: 2'))).toEqual([
      '3: wrong-type: this kind of lock is not known here',
    ]);
    expect(problemsIn(written.replace('seed: small\n', ''))).toEqual([
      '3: missing-key: "seed" is missing',
    ]);
    expect(
      problemsIn(written.replace('    tolerance: exact', '    tolerence: exact')).at(0),
    ).toMatch(/unknown-key: unknown key "tolerence"$/);
    expect(problemsIn(written.replace('tolerance: exact', 'tolerance: -1')).at(0)).toMatch(
      /a tolerance is above 0/,
    );
    expect(problemsIn(written.replace(/median: \S+/, 'median: much')).at(0)).toMatch(
      /"much( ± [\d.e-]+)?" is not a number|"much" is not a number/,
    );
  });
});

describe('makeLock', () => {
  it('gives the same text whatever the order of files, scenarios and blocks', async () => {
    const { lock } = await lockOf(VALIDATED_STUDY);
    const turned = Object.fromEntries(Object.entries(VALIDATED_STUDY).reverse());
    expect(writeLock((await lockOf(turned)).lock)).toBe(writeLock(lock));
    expect(writeLock((await lockOf(VALIDATED_STUDY, NO_TERMS, 7)).lock)).toBe(writeLock(lock));
    const study = VALIDATED_STUDY['study.yaml']!;
    const reordered = {
      ...VALIDATED_STUDY,
      'study.yaml': study.replace('[nothing, usual, offer]', '[offer, nothing, usual]'),
    };
    const { measures, runs, trajectories, validations } = (await lockOf(reordered)).lock;
    expect({ measures, runs, trajectories, validations }).toEqual({
      measures: lock.measures,
      runs: lock.runs,
      trajectories: lock.trajectories,
      validations: lock.validations,
    });
  });

  it('keeps the figures under conditions too of a measure that may move', async () => {
    const tolerances = new Map<string, Tolerance>([
      ['stock', { kind: 'absolute', value: 0.1, why: 'W' }],
    ]);
    const { lock } = await lockOf(VALIDATED_STUDY, { ...NO_TERMS, tolerances });
    expect([...lock.measures.get('sales')!.outcomes.keys()]).toEqual(['nothing', 'offer', 'usual']);
    expect([...lock.measures.get('stock')!.outcomes.keys()]).toContain('offer under shut');
  });
});

describe('compareLock', () => {
  it('finds nothing where nothing has changed', async () => {
    const { lock, said } = await lockOf(VALIDATED_STUDY);
    const verification = compareLock(lock, lock, said);
    expect(verification.passed).toBe(true);
    expect(verification.figures.every(({ verdict }) => verdict === 'exact')).toBe(true);
  });

  it('names the file, the assumption with both values, and what moved by how many errors', async () => {
    const before = await lockOf(withTexts({}));
    const after = await lockOf(
      edited('model/shop.yaml', 'fade: { value: 10%', 'fade: { value: 11%'),
    );
    const { passed, inputs, elsewhere, figures, digests } = compareLock(
      before.lock,
      after.lock,
      after.said,
    );
    expect(passed).toBe(false);
    expect(elsewhere).toEqual([]);
    expect(inputs.map(({ path, verdict }) => [path, verdict])).toEqual([
      ['model/shop.yaml', 'changed'],
    ]);
    expect(inputs[0]!.said).toMatchObject([
      { kind: 'assumption', name: 'shop.fade', locked: '10%', now: '11%', change: 'changed' },
    ]);
    const moved = figures.find(
      ({ measure, run, figure }) => measure === 'stock' && run === 'usual' && figure === 'median',
    )!;
    const { error } = before.lock.measures.get('stock')!.outcomes.get('usual')!.median;
    expect(moved.verdict).toBe('changed');
    expect(moved.difference).toBe(moved.now! - moved.locked!);
    expect(moved.errors).toBe(moved.difference! / error!);
    const ofSales = figures.filter(({ measure }) => measure === 'sales');
    expect(ofSales.every(({ verdict }) => verdict === 'exact')).toBe(true);
    expect(digests).toContainEqual(
      expect.objectContaining({ kind: 'trajectory', name: 'sales', verdict: 'exact' }),
    );
  });

  it('fails where an entry is missing or new', async () => {
    const { lock, said } = await lockOf(withTexts({}));
    const fewer = new Map([...lock.measures].slice(1));
    expect(compareLock(lock, { ...lock, measures: fewer }, said).passed).toBe(false);
    expect(compareLock({ ...lock, measures: fewer }, lock, said).passed).toBe(false);
    const files = new Map([...lock.inputs].slice(1));
    expect(compareLock({ ...lock, inputs: files }, lock, said).inputs).toMatchObject([
      { verdict: 'new' },
    ]);
    expect(compareLock(lock, { ...lock, inputs: files }, said).inputs).toMatchObject([
      { verdict: 'missing' },
    ]);
  });

  it('lets a measure move within its tolerance, to the very end of it and no further', async () => {
    const value = 0.25;
    const tolerances = new Map<string, Tolerance>([
      ['sales', { kind: 'absolute', value, why: 'W' }],
      ['stock', { kind: 'absolute', value: 1e9, why: 'W' }],
    ]);
    const { lock, said } = await lockOf(withTexts({}), { ...NO_TERMS, tolerances });
    const movedBy = (by: number): Lock => {
      const measure = lock.measures.get('sales')!;
      const usual = measure.outcomes.get('usual')!;
      const mean = { ...usual.mean, value: 8 + by };
      const outcomes = new Map([...measure.outcomes, ['usual', { ...usual, mean }] as const]);
      const moved = { ...measure, digest: String(by), outcomes };
      return { ...lock, measures: new Map([...lock.measures, ['sales', moved] as const]) };
    };
    expect(compareLock(movedBy(0), movedBy(value), said).passed).toBe(true);
    expect(compareLock(movedBy(0), movedBy(-value), said).passed).toBe(true);
    expect(compareLock(movedBy(0), movedBy(value + 2 ** -40), said).passed).toBe(false);
  });

  it('sees a change of the last bit of one draw', async () => {
    const { lock, said } = await lockOf(withTexts({}));
    const measure = lock.measures.get('stock')!;
    const other = new Map([...lock.measures, ['stock', { ...measure, digest: 'x' }] as const]);
    expect(compareLock(lock, { ...lock, measures: other }, said).passed).toBe(false);
  });
});

describe('lockState', () => {
  const inputs = [
    { path: 'a.yaml', sha256: '1' },
    { path: 'b.yaml', sha256: '2' },
    { path: 'texts/ko.yaml', sha256: '3' },
  ];
  const run = { ...provenance(), inputs };

  it('finds nothing changed where the files are those that were locked, whatever their translations', async () => {
    const { lock } = await lockOf(withTexts({}));
    const own = {
      ...lock,
      inputs: new Map([
        ['a.yaml', '1'],
        ['b.yaml', '2'],
      ]),
    };
    expect(lockState(own, run)).toEqual({ draws: 100, changed: [] });
  });

  it('names every file that is another, new or gone, and the arithmetic', async () => {
    const { lock } = await lockOf(withTexts({}));
    const other = {
      ...lock,
      numerics: '0',
      inputs: new Map([
        ['c.yaml', '4'],
        ['b.yaml', '9'],
      ]),
    };
    expect(lockState(other, run).changed).toEqual(['a.yaml', 'b.yaml', 'c.yaml', 'numerics']);
  });

  function provenance() {
    const said = { engineVersion: '0', seed: 's', draws: 1, digest: '' };
    return { ...said, numericsVersion, sampling: 'random' as const };
  }
});

describe('tolerances', () => {
  it('want a reason where they are wider than the Monte Carlo error of any figure', async () => {
    const ask = (value: number, why: string) =>
      mergeTolerances(new Map(), new Map([['stock', value]]), why);
    const wide = await lockOf(withTexts({}), { ...NO_TERMS, tolerances: ask(1, '') });
    const [found] = wideTolerances(wide.lock);
    expect(found).toMatchObject({ measure: 'stock', tolerance: 1, error: 0 });
    expect(compareLock(wide.lock, wide.lock, wide.said).passed).toBe(false);
    const told = await lockOf(withTexts({}), { ...NO_TERMS, tolerances: ask(1, 'A new machine') });
    expect(wideTolerances(told.lock)).toEqual([]);
  });

  it('are kept as they were asked for, to the bit, over those there were', () => {
    const had = new Map<string, Tolerance>([['a', { kind: 'absolute', value: 1, why: 'W' }]]);
    const asked = new Map<string, number | null>([
      ['b', 0.1 + 0.2],
      ['a', null],
    ]);
    expect(mergeTolerances(had, asked, 'Y')).toEqual(
      new Map<string, Tolerance>([
        ['a', { kind: 'exact' }],
        ['b', { kind: 'absolute', value: 0.1 + 0.2, why: 'Y' }],
      ]),
    );
  });
});

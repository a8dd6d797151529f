import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { slipGroups, slipStudy, withSlip } from '../support/slips.ts';

const STUDY = slipStudy();

type Files = ReturnType<typeof slipStudy>;

/** A second mistake beside another one: what is replaced by what, and what is said of it. */
interface Second {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly error: string;
}

const SECONDS: readonly Second[] = [
  {
    file: 'study.yaml',
    from: 'unit: bn USD, formula: total(gas.bill)',
    to: 'unit: Mt, formula: total(gas.bill)',
    error: 'unit-mismatch',
  },
  {
    file: 'model/gas.yaml',
    from: 'energy * price }',
    to: 'energy * cost }',
    error: 'unknown-name',
  },
  { file: 'gas-offer.yaml', from: '3.5 Mt/year', to: '3.5 bn KRW', error: 'unit-mismatch' },
  { file: 'sources.yaml', from: 'publisher: EIA', to: 'publishr: EIA', error: 'unknown-key' },
  {
    file: 'tests/market.yaml',
    from: 'market.elasticity: 2',
    to: 'market.elasticty: 2',
    error: 'unknown-assumption',
  },
];

function holds(files: Files, { file, from }: Second): boolean {
  return Buffer.from(files.get(file) ?? []).includes(from);
}

function withSecond(files: Files, { file, from, to }: Second): Files {
  const text = Buffer.from(files.get(file)!).toString('utf8').replace(from, to);
  return new Map([...files, [file, Uint8Array.from(Buffer.from(text))]]);
}

function errorsIn(files: Files): readonly string[] {
  const errors = checkStudy(files).problems.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, position: { file } }) => `${code} ${file}`);
}

const told = ({ error, file }: Second) => `${error} ${file}`;

describe('mistakes in several files', () => {
  it('are told at once', () => {
    expect(errorsIn(SECONDS.reduce(withSecond, STUDY)).toSorted()).toEqual(
      SECONDS.map(told).toSorted(),
    );
  });

  it.each([
    ['a scenario that there is not', 'study.yaml', 'tariff, gas-offer]', 'tariff, gas-ofer]'],
    ['a baseline that there is not', 'study.yaml', 'baseline: tariff', 'baseline: tarif'],
    ['a measure that there is not', 'study.yaml', '{ measure: sales', '{ measure: sale'],
    ['a month that there is not', 'study.yaml', 'from: 2025-04,', 'from: 2025-14,'],
    ['a text that YAML cannot read', 'study.yaml', 'about: The', 'about: "The'],
    ['a unit of another measure', 'study.yaml', 'unit: million USD\n', 'unit: milion USD\n'],
    ['a unit of an assumption', 'model/market.yaml', 'value: { steel: 40', 'value: { steel: 40 k'],
    ['a lever without its text', 'model/talks.yaml', 'about: When', 'abuot: When'],
  ])('are told beside %s', (_, file, from, to) => {
    const first = withSecond(STUDY, { file, from, to, error: '' });
    const alone = errorsIn(first);
    expect(alone).toHaveLength(1);
    // What the first has made unreadable cannot be told of.
    const [measure, formula, ...others] = SECONDS.filter((second) => holds(first, second));
    const isLost = to.includes('"');
    for (const second of [...(isLost ? [] : [measure!]), formula!, ...others]) {
      const both = errorsIn(withSecond(first, second));
      expect(both.toSorted()).toEqual([...alone, told(second)].toSorted());
    }
  });
});

/** As many slips go by between two that are tried with a second mistake. */
const STRIDE = 4;

describe('every slip', () => {
  const slips = slipGroups().flatMap(([, group]) => group);

  it('brings no error along with a second mistake but that one', () => {
    for (const [at, slip] of slips.entries()) {
      if (at % STRIDE !== 0) continue;
      const files = withSlip(STUDY, slip);
      const second = SECONDS[(at / STRIDE) % SECONDS.length]!;
      if (!holds(files, second)) continue;
      const alone = errorsIn(files);
      const known = new Set([...alone, told(second)]);
      const both = errorsIn(withSecond(files, second));
      expect({ slip: slip.slip, new: both.filter((one) => !known.has(one)) }).toEqual({
        slip: slip.slip,
        new: [],
      });
      expect(both.length).toBeLessThanOrEqual(alone.length + 1);
    }
  });
});

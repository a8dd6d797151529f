import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readStudyFolder } from '../../../cli/read-study.ts';
import { checkStudy, type Results, runStudy, withSettings } from '../../../engine/index.ts';
import { gap, sum } from '../../support/law.ts';
import { filesOf, type Texts } from '../../support/small-study.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'scenarios', 'gsim');

const REGIONS = ['US', 'JP', 'EU', 'RW'];

/** Reads the shipped study without its model tests, each text changed by an edit. */
function edited(edit: (text: string, path: string) => string): Texts {
  const decode = new TextDecoder();
  return Object.fromEntries(
    [...readStudyFolder(FOLDER)]
      .filter(([path]) => !path.startsWith('tests/'))
      .map(([path, bytes]) => [path, edit(decode.decode(bytes), path)]),
  );
}

function run(texts: Texts): Promise<Results> {
  const options = { name: 'gsim', engineVersion: 'test', workers: 0 };
  const checked = checkStudy(filesOf(texts));
  const { study, program } = checked.ready!;
  const ready = { study: withSettings(study, { draws: 40 }), program };
  return runStudy({ ...checked, ready }, options);
}

/** Gives the draws of a measure in every scenario, one after the other. */
function column({ runs, study }: Results, measure: string): readonly number[] {
  const at = study.measures.findIndex(({ name }) => name === measure);
  return runs.flatMap(({ outcomes }) => [...outcomes[at]!]);
}

function columns(results: Results): readonly (readonly number[])[] {
  return results.study.measures.map(({ name }) => column(results, name));
}

function added(parts: readonly (readonly number[])[]): readonly number[] {
  return parts[0]!.map((_, draw) => sum(parts.map((part) => part[draw]!)));
}

describe('what the study reports', () => {
  let shipped: Results;
  beforeAll(async () => {
    shipped = await run(edited((text) => text));
  });

  test.each(['linear', 'exact'])(
    'adds up on every draw of every scenario in the %s form',
    (form) => {
      const of = (name: string, region: string) => column(shipped, `${name}_${region}_${form}`);
      const welfare = REGIONS.map((region) => {
        const parts = ['producer_surplus', 'consumer_surplus', 'revenue'].map((part) =>
          of(part, region),
        );
        const whole = of('welfare', region);
        expect(gap(whole, added(parts))).toBeLessThan(1e-9);
        return whole;
      });
      expect(welfare[0]!.length).toBeGreaterThanOrEqual(6 * 40);
      expect(gap(column(shipped, `world_welfare_${form}`), added(welfare))).toBeLessThan(1e-9);
    },
  );

  test('does not depend on whether the year is cut into quarters or months', async () => {
    for (const cut of ['quarters: 4', 'months: 12']) {
      const results = await run(edited((text) => text.replace('years: 1', cut)));
      expect(gap(columns(results), columns(shipped))).toBeLessThan(1e-8);
    }
  });

  test('does not depend on the unit of money or its scale', async () => {
    for (const unit of ['million USD', 'trn KRW']) {
      const results = await run(edited((text) => text.replaceAll('bn USD', unit)));
      expect(results.study.measures.some(({ unit: own }) => own === unit)).toBe(true);
      expect(gap(columns(results), columns(shipped))).toBeLessThan(1e-8);
    }
  });

  test('keeps its ratios, and money in proportion, where trade is counted in millions', async () => {
    const results = await run(
      edited((text, path) =>
        path === 'model/market.yaml' ? text.replaceAll('bn USD', 'million USD') : text,
      ),
    );
    const money = shipped.study.measures.filter(({ unit }) => unit === 'bn USD');
    expect(money.length).toBeGreaterThan(0);
    for (const { name, unit } of shipped.study.measures) {
      const times = unit === 'bn USD' ? 1000 : 1;
      const scaled = column(results, name).map((value) => value * times);
      expect(gap(scaled, column(shipped, name))).toBeLessThan(1e-8);
    }
  });
});

import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/index.ts';
import { type DrawsEnding, writeDraws } from '../../../reports/index.ts';
import { someResults } from '../../support/results.ts';
import { bytesOf } from '../../support/workbook.ts';

const results = someResults({}, 60);
const fileOf = (ending: DrawsEnding, of: Results = results) => bytesOf(writeDraws(of, ending));
const textOf = (of?: Results) => new TextDecoder().decode(fileOf('.csv', of));

/** Every row that the file has to hold, under the names of its columns. */
function expectedRows(): Record<string, string | number>[] {
  const { measures, conditions } = results.study;
  const order = [null, ...conditions.map(({ name }) => name)];
  return order.flatMap((condition) =>
    results.runs
      .filter((run) => run.condition === condition)
      .flatMap(({ scenario, drawIndices, outcomes }) =>
        [...drawIndices].map((draw, k) => ({
          ...{ condition: condition ?? 'as drawn', scenario, draw: draw + 1 },
          ...Object.fromEntries(measures.map(({ name }, at) => [name, outcomes[at]![k]!])),
        })),
      ),
  );
}

function withNames(scenario: string, measure: string): Results {
  const rename = (name: string) => (name === 'no-offer' ? scenario : name);
  const { study } = results;
  return {
    ...results,
    study: {
      ...study,
      scenarios: study.scenarios.map((one) => ({ ...one, name: rename(one.name) })),
      measures: study.measures.map((one, at) => ({ ...one, name: at === 0 ? measure : one.name })),
    },
    runs: results.runs.map((run) => ({ ...run, scenario: rename(run.scenario) })),
  };
}

describe('all draws as CSV', () => {
  test('have a row for each run and draw, and every digit', () => {
    const [header, ...lines] = textOf().trimEnd().split('\r\n');
    const names = header!.split(',');
    expect(names).toEqual(['condition', 'scenario', 'draw', 'gdp', 'duty', 'rate']);
    const rows = lines.map((line) =>
      Object.fromEntries(
        line.split(',').map((cell, at) => [names[at]!, at < 2 ? cell : Number(cell)]),
      ),
    );
    expect(rows).toEqual(expectedRows());
  });

  test.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['@SUM(1)', "'@SUM(1)"],
    ['-offer', "'-offer"],
    ['a, b', '"a, b"'],
    ['say "yes"', '"say ""yes"""'],
  ])('write the name %s so that no program takes it for anything else', (name, written) => {
    expect(textOf(withNames(name, 'gdp'))).toContain(`\r\nas drawn,${written},1,`);
  });

  test('call a measure otherwise that is called as a key', () => {
    expect(textOf(withNames('a', 'draw'))).toMatch(/^condition,scenario,draw,draw_,duty,rate\r\n/);
  });
});

describe('all draws as Parquet', () => {
  const file = fileOf('.parquet').slice().buffer;

  test('are read back to the bit', async () => {
    expect(await parquetReadObjects({ file })).toEqual(expectedRows());
  });

  test('stand in one group of rows for each run, with the units beside them', () => {
    const { row_groups, key_value_metadata } = parquetMetadata(file);
    const held = results.runs.filter(({ drawIndices }) => drawIndices.length > 0);
    expect(row_groups).toHaveLength(held.length);
    const record = JSON.parse(key_value_metadata!.find(({ key }) => key === 'parley')!.value!);
    expect(record).toMatchObject({ digest: results.provenance.digest, units: { gdp: '%' } });
  });

  test('of a run with more draws than a group holds fill several', async () => {
    const many = { ...results, runs: [longRun(120_000)] };
    const rows = await parquetReadObjects({
      file: fileOf('.parquet', many).slice().buffer,
      columns: ['draw', 'duty'],
    });
    expect(rows).toHaveLength(120_000);
    expect(rows.at(-1)).toEqual({ draw: 120_000, duty: -119_999 });
  });
});

function longRun(draws: number) {
  const outcome = Float64Array.from({ length: draws }, (_, k) => -k);
  return {
    ...results.runs.find(({ condition }) => condition === null)!,
    drawIndices: Uint32Array.from(outcome, (_, k) => k),
    outcomes: results.study.measures.map(() => outcome),
  };
}

test.each(['.csv', '.parquet'] as const)('equal results give equal bytes: %s', (ending) => {
  expect(fileOf(ending, someResults({}, 60))).toEqual(fileOf(ending));
});

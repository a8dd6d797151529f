import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Results, Run } from '../../engine/index.ts';
import { conditionName, KEYS, measureNames, runsOf } from './file-columns.ts';

/** Rows that are written at once. */
const GROUP = 50_000;

/**
 * Writes all draws as Parquet: one row for each run and draw, one column of doubles for each measure, in row groups of
 * one run each. The unit of every measure stands in the file's metadata.
 */
export function* writeParquet(results: Results): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const names = measureNames(results);
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(names),
    createdBy: 'Parley',
    kvMetadata: [{ key: 'parley', value: JSON.stringify(recordOf(results, names)) }],
  });
  for (const run of runsOf(results)) {
    for (let from = 0; from < run.drawIndices.length; from += GROUP) {
      file.write({ columnData: columnsOf(run, names, from), rowGroupSize: GROUP });
      yield taken(writer);
    }
  }
  file.finish();
  yield taken(writer);
}

function schemaOf(measures: readonly string[]): SchemaElement[] {
  const [condition, scenario, draw] = KEYS;
  const required = { repetition_type: 'REQUIRED' } as const;
  return [
    { name: 'draws', num_children: KEYS.length + measures.length },
    ...[condition, scenario].map((name) => ({
      ...({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', ...required } as const),
    })),
    { name: draw, type: 'INT32', ...required },
    ...measures.map((name) => ({ name, type: 'DOUBLE', ...required }) as const),
  ];
}

function recordOf({ study, provenance }: Results, names: readonly string[]) {
  const { seed, digest } = provenance;
  const units = Object.fromEntries(study.measures.map(({ unit }, at) => [names[at]!, unit]));
  return { study: study.name, seed, digest, units };
}

function columnsOf(run: Run, names: readonly string[], from: number): ColumnSource[] {
  const draws = run.drawIndices.subarray(from, from + GROUP);
  const same = (value: string) => new Array<string>(draws.length).fill(value);
  const [condition, scenario, draw] = KEYS;
  return [
    { name: condition, data: same(conditionName(run)) },
    { name: scenario, data: same(run.scenario) },
    { name: draw, data: Int32Array.from(draws, (index) => index + 1) },
    ...names.map((name, at) => ({
      name,
      data: run.outcomes[at]!.slice(from, from + GROUP).map((value) => value + 0),
    })),
  ];
}

/** Takes what was written since the last time; offsets in the file go on. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

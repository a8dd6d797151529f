import { closeSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportOn, writeDraws } from '../../reports/index.ts';
import { someResults } from '../support/results.ts';

/**
 * Measures writing a report of made-up results: how long each step takes, and how much memory the process came to:
 * `npx tsc -p test/bench/tsconfig.json && node out/bench/test/bench/report.js DRAWS SCENARIOS MEASURES`.
 */
async function measure(draws: number, scenarios: number, measures: number): Promise<void> {
  const results = someResults({ scenarios, measures, conditions: 0 }, draws);
  const columns = scenarios * measures;
  const started = process.resourceUsage().maxRSS;
  process.stdout.write(`${draws} draws of ${columns} outcomes; ${megabytes(started)} before\n`);
  await timed('workbook', () => reportOn(results).workbook());
  await timed('parquet', async () => writeDraws(results, '.parquet'));
  await timed('csv', async () => writeDraws(results, '.csv'));
}

async function timed(what: string, write: () => Promise<Iterable<Uint8Array>>): Promise<void> {
  const path = join(tmpdir(), `parley-bench.${what}`);
  const file = openSync(path, 'w');
  const start = performance.now();
  const before = process.cpuUsage();
  let size = 0;
  const pieces = await write();
  const made = performance.now();
  for (const piece of pieces) {
    writeSync(file, piece);
    size += piece.length;
  }
  closeSync(file);
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(before);
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(
    `${what}: ${seconds(start, performance.now())} s (${seconds(start, made)} s until the first piece), ` +
      `${((user + system) / 1e6).toFixed(1)} s of processor time; ${(size / 1e6).toFixed(1)} MB; ${megabytes(maxRSS)} at most\n`,
  );
}

function megabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MB`;
}

const [draws = 10_000, scenarios = 8, measures = 12] = process.argv.slice(2).map(Number);
await measure(draws, scenarios, measures);

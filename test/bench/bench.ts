import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Clock } from './figures.ts';
import { outFolder } from './folders.ts';
import { describeMachine } from './machine.ts';
import { type Finished, writeMarkdown } from './markdown.ts';
import { type Effort, measure } from './measure.ts';
import { writeIntoPage } from './page.ts';
import { type Extent, type Table, tables } from './plan.ts';

const WHOLE: Extent = { model: 10_000, draws: [100, 1000], size: 2048, study: 1280 };
const QUICK: Extent = { model: 1024, draws: [100], size: 256, study: 80 };
const EFFORT: Effort = { rounds: 7, least: 0.1, warmUp: 1 };
const LITTLE_EFFORT: Effort = { rounds: 3, least: 0.02, warmUp: 0.2 };

async function finish(table: Table, effort: Effort): Promise<Finished> {
  const { kind, name, draws, make, rows } = table;
  process.stderr.write(`${name}, ${draws} draws\n`);
  const task = make();
  const { plan } = task.prepared.prepared;
  const { equations } = task.prepared.program.model;
  const measured = await measure(task, rows, effort);
  const [runs, steps] = [task.runs.length, plan.steps];
  return { kind, name, draws, runs, steps, equations: equations.length, rows: measured };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      processor: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  const clock: Clock = values.processor ? 'processor' : 'wall';
  const effort = values.quick ? LITTLE_EFFORT : EFFORT;
  const machine = describeMachine();
  const chosen = tables(values.quick ? QUICK : WHOLE).filter(({ kind, name }) =>
    `${kind} ${name}`.includes(values.only),
  );
  const finished: Finished[] = [];
  for (const table of chosen) finished.push(await finish(table, effort));
  const text = `${machine}.\n\n${writeMarkdown(finished, clock)}`;
  const folder = outFolder('bench-results');
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify({ machine, finished }, null, 1)}\n`);
  writeFileSync(join(folder, 'bench.md'), `${text}\n`);
  if (values.write) writeIntoPage('bench', text);
  process.stdout.write(`${text}\n`);
}

await main();

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder, ROOT } from '../folders.ts';
import { printNumpy } from '../numpy/print-numpy.ts';
import { type Task, withPowers } from '../task.ts';
import { writeTaskFile } from '../task-file.ts';
import type { Contender, Entry } from './contender.ts';
import { enterProcess, works } from './process.ts';

async function enter(given: Task): Promise<Entry | null> {
  if (!works('python3', ['-c', 'import numpy'])) return null;
  const task = withPowers(given);
  const { prepared } = task.prepared;
  const { plan } = prepared;
  const folder = join(outFolder('bench-numpy'), `${task.name}-${task.draws}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.py'), printNumpy(prepared));
  const data = join(folder, 'task.bin');
  writeTaskFile(task, data);
  const counts = [plan.drawn.length, plan.steps, plan.steppedCount].map(String);
  const driver = join(ROOT, 'test/bench/numpy/driver.py');
  return enterProcess(task, 'python3', [driver, folder, ...counts, data]);
}

/** NumPy over all draws at once, as one writes it by hand. */
export const NUMPY: Contender = { name: 'NumPy', enter };

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from '../contenders/contender.ts';
import { enterProcess, works } from '../contenders/process.ts';
import { outFolder, ROOT } from '../folders.ts';
import { drawsOf } from './growth.ts';

/** A function of Python that is called for each draw, as EMAworkbench does; its own overhead is not in it. */
export const PYTHON: Contender = {
  name: 'Python function, called as EMAworkbench does',
  enter: async (task) => {
    if (!works('python3', ['--version'])) return null;
    const data = join(outFolder('bench-python'), 'draws.bin');
    writeFileSync(data, Float64Array.from(drawsOf(task, task.draws).flat()));
    return enterProcess(task, 'python3', [join(ROOT, 'test/bench/peers/growth.py'), data]);
  },
};

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from '../contenders/contender.ts';
import { enterProcess, works } from '../contenders/process.ts';
import { outFolder, ROOT } from '../folders.ts';
import { drawsOf } from './growth.ts';

function pythonRow(name: string, way: 'list' | 'sample', needs: string): Contender {
  return {
    name,
    enter: async (task) => {
      if (!works('python3', ['-c', needs])) return null;
      const data = join(outFolder('bench-python'), `${way}.bin`);
      writeFileSync(data, Float64Array.from(drawsOf(task, task.draws).flat()));
      const script = join(ROOT, 'test/bench/peers/growth.py');
      return enterProcess(task, 'python3', [script, way, data]);
    },
  };
}

/** A function of Python that is called for each draw: with Python's own numbers, and with rows of a sample as EMAworkbench does. */
export const PYTHON_ROWS: readonly Contender[] = [
  pythonRow('Python function, draw by draw', 'list', ''),
  pythonRow(
    'the same from rows of a NumPy sample, as EMAworkbench has it',
    'sample',
    'import numpy',
  ),
];

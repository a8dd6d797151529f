import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { C_SCALAR } from '../contenders/c.ts';
import { DEFAULT_ROW } from '../contenders/engine.ts';
import { MATHJS } from '../contenders/mathjs.ts';
import { NUMPY } from '../contenders/numpy.ts';
import { outFolder } from '../folders.ts';
import { describeMachine } from '../machine.ts';
import { writePeers } from '../markdown.ts';
import { type Effort, measure } from '../measure.ts';
import { writeIntoPage } from '../page.ts';
import { makeTask } from '../task.ts';
import { growthStudy } from './growth.ts';
import { INSIGHT_MAKER } from './insight-maker.ts';
import { arePeersHere, describePeers, installPeers } from './install.ts';
import { PYTHON_ROWS } from './python.ts';
import { SDEVERYWHERE } from './sdeverywhere.ts';
import { SQUIGGLE } from './squiggle.ts';

const DRAWS = 2000;
const EFFORT: Effort = { rounds: 7, least: 0.1, warmUp: 1 };

const ROWS = [
  { ...DEFAULT_ROW, name: 'Parley' },
  C_SCALAR,
  NUMPY,
  SDEVERYWHERE,
  ...PYTHON_ROWS,
  MATHJS,
  SQUIGGLE,
  INSIGHT_MAKER,
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      install: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      processor: { type: 'boolean', default: false },
    },
  });
  if (values.install) installPeers();
  if (!arePeersHere()) {
    process.stderr.write(
      `The peers are not installed. \`npm run bench:peers -- --install\` gets ${describePeers()}.\n`,
    );
    process.exitCode = 1;
    return;
  }
  const machine = describeMachine();
  const rows = await measure(makeTask('growth', growthStudy(), DRAWS), ROWS, EFFORT);
  const text = `${machine}.\n\n${writePeers(rows, DRAWS, values.processor ? 'processor' : 'wall')}`;
  const folder = outFolder('bench-results');
  writeFileSync(join(folder, 'peers.json'), `${JSON.stringify({ machine, rows }, null, 1)}\n`);
  writeFileSync(join(folder, 'peers.md'), `${text}\n`);
  if (values.write) writeIntoPage('peers', text);
  process.stdout.write(`${text}\n`);
}

await main();

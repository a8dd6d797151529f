import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { foldersNamed } from './folders.ts';
import { writeScores, writeSurvivors } from './markdown.ts';
import { percentOf, scoreOf } from './score.ts';
import { installStryker, mutate } from './stryker.ts';

/** The share of changes, in percent, that tests must notice in each folder. */
const LEAST = 85;

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      concurrency: { type: 'string', default: '1' },
      fresh: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  });
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError('--concurrency wants a whole number from 1 on');
  }
  const folders = foldersNamed(positionals);
  const settings = {
    concurrency,
    force: values.fresh,
    ignoreStatic: values.quick,
  };
  installStryker();
  const scores = folders.map((folder) => scoreOf(folder, mutate(folder, settings)));
  const text = [...scores.map(writeSurvivors), writeScores(scores)].join('\n\n');
  writeFileSync('out/mutation/survivors.md', `${text}\n`);
  process.stdout.write(`\n${text}\n`);
  // Of nothing there is no share: a folder of which nothing was tried is not good enough.
  if (!scores.every((score) => percentOf(score) >= LEAST)) process.exitCode = 1;
}

main();

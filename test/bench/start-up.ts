import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What is started: how it is shown, and the words after `node`. The first is what the others are held against. */
const COMMANDS: readonly (readonly [shown: string, ...words: string[]])[] = [
  ['node -e 0', '-e', '0'],
  ...[
    ['--help'],
    ['check', 'scenarios/first-steps'],
    ['check', 'scenarios/armington-ge'],
    ['check', 'scenarios/korea-us-2025'],
  ].map((words) => [`parley ${words.join(' ')}`, resolve('dist/cli/main.js'), ...words] as const),
];

/** Starts a command, waits for its end and gives the milliseconds that it took. */
function start(words: readonly string[]): number {
  const from = performance.now();
  const { status } = spawnSync(process.execPath, words, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`);
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

/**
 * Measures how long the built program takes to start, as a multiple of a bare start of Node: the median over rounds, in each
 * of which every command is started once, so that a slow moment of the machine meets all of them:
 * `npx tsc -p test/bench/tsconfig.json && node out/bench/test/bench/start-up.js ROUNDS`.
 */
function measure(rounds: number): void {
  for (const [, ...words] of COMMANDS) start(words);
  const taken = Array.from({ length: rounds }, () => COMMANDS.map(([, ...words]) => start(words)));
  process.stdout.write(`Node ${process.version}, ${rounds} rounds\n\n`);
  process.stdout.write('| command | median, ms | of a bare start |\n|---|--:|--:|\n');
  for (const [at, [shown]] of COMMANDS.entries()) {
    const time = median(taken.map((round) => round[at]!));
    const ratio = median(taken.map((round) => round[at]! / round[0]!));
    process.stdout.write(`| \`${shown}\` | ${time.toFixed(0)} | ${ratio.toFixed(1)} |\n`);
  }
}

measure(Number(process.argv[2] ?? 15));

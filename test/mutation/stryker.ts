import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from './score.ts';

const OUT = 'out/mutation';
const STRYKER = join(OUT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const PACKAGE_FILES = ['package.json', 'package-lock.json'];

const NOT_NEEDED = ['/out', '/build', '/dist', '/reports', '/cli', '/scenarios', '/coverage'];

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit', env });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}.`);
}

/** Installs Stryker into a folder of its own, in the versions of the lock file, without scripts. */
export function installStryker(): void {
  if (existsSync(STRYKER)) return;
  mkdirSync(OUT, { recursive: true });
  for (const name of PACKAGE_FILES) copyFileSync(join('test/mutation', name), join(OUT, name));
  // Its peer, vitest, is the project's.
  const quietly = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  run('npm', ['ci', '--prefix', OUT, ...quietly], process.env);
}

function settings(folder: string, concurrency: number): object {
  return {
    mutate: [`engine/${folder}/*.ts`],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency,
    // The compiler of this version has no interface for programs.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    tempDirName: join(OUT, 'sandbox'),
    allowConsoleColors: false,
    ignorePatterns: NOT_NEEDED,
    reporters: ['json'],
    jsonReporter: { fileName: reportOf(folder) },
    incremental: true,
    incrementalFile: join(OUT, `${folder}.known.json`),
    // An endless loop is most often found by its hits; what is left costs this and a new process.
    timeoutMS: 2000,
  };
}

function reportOf(folder: string): string {
  return join(OUT, `${folder}.json`);
}

/** Changes the code of a folder in one place after another, and runs the tests of that place. */
export function mutate(folder: string, concurrency: number): Report {
  const file = join(OUT, `${folder}.settings.json`);
  writeFileSync(file, JSON.stringify(settings(folder, concurrency), null, 2));
  run(process.execPath, [STRYKER, 'run', file], { ...process.env, MUTATED: folder });
  return JSON.parse(readFileSync(reportOf(folder), 'utf8')) as Report;
}

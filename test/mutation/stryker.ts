import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from './score.ts';

const OUT = 'out/mutation';
const HOME = join(OUT, 'stryker');
const STRYKER = join(HOME, 'node_modules/@stryker-mutator/core/bin/stryker.js');
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
  mkdirSync(HOME, { recursive: true });
  for (const name of PACKAGE_FILES) copyFileSync(join('test/mutation', name), join(HOME, name));
  // Its peer, vitest, is the project's.
  const quietly = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  run('npm', ['ci', '--prefix', HOME, ...quietly], process.env);
}

/** How a run is done; in Stryker's words. */
export interface Settings {
  readonly concurrency: number;
  /** Tries again what earlier runs found out. */
  readonly force: boolean;
  /** Leaves out what is computed when a file is loaded, such as tables: all tests must run for each such change. */
  readonly ignoreStatic: boolean;
}

function settingsOf(folder: string, settings: Settings): object {
  return {
    mutate: [`engine/${folder}/*.ts`],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    ...settings,
    // The compiler of this version has no interface for programs.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    tempDirName: join(OUT, 'sandbox'),
    allowConsoleColors: false,
    ignorePatterns: NOT_NEEDED,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: reportOf(folder) },
    incremental: true,
    incrementalFile: join(OUT, `${folder}.known.json`),
    // An endless loop is most often found by its hits; what is left costs this and a new process.
    timeoutMS: 3000,
  };
}

function reportOf(folder: string): string {
  return join(OUT, `${folder}.json`);
}

/** Changes the code of a folder in one place after another, and runs the tests of that place. */
export function mutate(folder: string, settings: Settings): Report {
  const file = join(OUT, `${folder}.settings.json`);
  writeFileSync(file, JSON.stringify(settingsOf(folder, settings), null, 2));
  run(process.execPath, [STRYKER, 'run', file], { ...process.env, MUTATED: folder });
  return JSON.parse(readFileSync(reportOf(folder), 'utf8')) as Report;
}

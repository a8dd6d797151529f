import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The built program, as users run it; `npm test` builds it first. */
export const PROGRAM = resolve('dist/cli/main.js');

/** What a process came to. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PLAIN = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

/** Runs parley in a folder and waits for its end. */
export function parley(
  folder: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return runFile(process.execPath, [PROGRAM, ...words], folder, env);
}

/** Runs a line of shell in a folder; `$PARLEY` is the program. */
export function shell(folder: string, line: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const program = `"${process.execPath}" "${PROGRAM}"`;
  return runFile(
    'bash',
    ['-c', `set -o pipefail; ${line.replaceAll('$PARLEY', program)}`],
    folder,
    env,
  );
}

function runFile(
  file: string,
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  return new Promise((settle) => {
    const options = { cwd, env: { ...PLAIN, ...env }, maxBuffer: 2 ** 26 };
    const child: ChildProcess = execFile(file, words, options, (_, stdout, stderr) =>
      settle({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** Starts parley and leaves it running. */
export function start(
  folder: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...words], { cwd: folder, env: { ...PLAIN, ...env } });
}

/** Waits for the end of what was started. */
export function endOf(
  child: ChildProcess,
): Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (data) => (stderr += data));
  return new Promise((settle) =>
    child.on('close', (code, signal) => settle({ code, signal, stderr })),
  );
}

/** Makes the environment in which a script runs before the program does, in each of its threads. */
export function preloading(source: string): NodeJS.ProcessEnv {
  const file = join(workFolder(), 'preloaded.mjs');
  writeFileSync(file, source);
  return { NODE_OPTIONS: `--import=${pathToFileURL(file)}` };
}

/** Starts a script that imports the built program. */
export function startScript(source: string): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '--eval', source], { env: PLAIN });
}

const made: string[] = [];

/** Makes an empty folder to work in. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'));
  made.push(folder);
  return folder;
}

/** Removes every folder that was made. */
export function clean(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Copies the smallest study to `study` in a new folder, with some texts replaced or files added. */
export function studyWith(
  changes: Readonly<Record<string, string | readonly [string, string]>> = {},
): string {
  const folder = workFolder();
  cpSync('scenarios/first-steps', join(folder, 'study'), {
    recursive: true,
    filter: (path) => !/\.parley$|parley\.lock$/.test(path),
  });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, 'study', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof change === 'string' ? change : replaced(path, change));
  }
  return folder;
}

function replaced(path: string, [from, to]: readonly [string, string]): string {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return text.replace(from, to);
}

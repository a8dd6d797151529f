import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Runs a script that says when it is ready, then presses Ctrl-C. */
function pressed(
  script: string,
): Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }> {
  const source = `import { onInterrupt, uninterrupted } from './build/cli/interrupt.js';\n${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source]);
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += data));
  child.stdout.on('data', (data) => {
    stdout += data;
    if (String(data).includes('ready')) child.kill('SIGINT');
  });
  return new Promise((settle) =>
    child.on('close', (code, signal) => settle({ code, signal, stdout, stderr })),
  );
}

const BUSY = 'const until = Date.now() + 500; while (Date.now() < until);';
const WAIT = 'setTimeout(() => {}, 10_000);';

describe('onInterrupt', () => {
  it('tidies, says that nothing was written and ends with code 130, threads and all', async () => {
    const thread =
      "import { Worker } from 'node:worker_threads'; new Worker('for (;;);', { eval: true });";
    const outcome = await pressed(
      `${thread} onInterrupt(() => { console.log('tidied'); return 'no file was written'; }); console.log('ready'); ${WAIT}`,
    );
    expect(outcome).toMatchObject({ code: 130, signal: null, stdout: 'ready\ntidied\n' });
    expect(outcome.stderr).toBe('interrupted; no file was written\n');
  });

  it('leaves the second Ctrl-C to the system', async () => {
    const tidy = `() => { process.kill(process.pid, 'SIGINT'); ${BUSY} }`;
    const outcome = await pressed(`onInterrupt(${tidy}); console.log('ready'); ${WAIT}`);
    expect(outcome).toMatchObject({ code: null, signal: 'SIGINT' });
  });

  it('leaves the first one to the system where it has stopped listening', async () => {
    const outcome = await pressed(
      `await onInterrupt(() => 'x')(); console.log('ready'); ${BUSY} ${WAIT}`,
    );
    expect(outcome).toMatchObject({ code: null, signal: 'SIGINT', stderr: '' });
  });
});

describe('a Ctrl-C that comes while this thread computes', () => {
  const LISTEN = "const stop = onInterrupt(() => 'heard');";

  it('is heard though listening ends right after', async () => {
    const outcome = await pressed(
      `${LISTEN} process.stdout.write('ready\\n'); ${BUSY} await stop(); console.log('went on');`,
    );
    expect(outcome).toMatchObject({ code: 130, stdout: 'ready\n', stderr: 'interrupted; heard\n' });
  });

  it('is heard though the work before it has several parts', async () => {
    const outcome = await pressed(`
      import { withProgress } from './build/cli/with-progress.js';
      const study = { name: 'a', engine: { ProblemError: class {} } };
      await withProgress(study, async (onProgress) => {
        process.stdout.write('ready\\n');
        ${BUSY}
        for (const done of [0, 1, 0]) onProgress(done, 1);
        await new Promise((settle) => setTimeout(settle, 500));
        console.log('went on');
      });`);
    expect(outcome).toMatchObject({ code: 130, stdout: 'ready\n' });
  });
});

describe('uninterrupted', () => {
  it('finishes its work', async () => {
    const work = `() => { process.stdout.write('ready\\n'); ${BUSY} }`;
    const outcome = await pressed(`uninterrupted(${work}); console.log('done');`);
    expect(outcome).toMatchObject({ code: 0, signal: null, stdout: 'ready\ndone\n' });
  });
});

describe('a Ctrl-C while a long file is written', () => {
  it('ends between two pieces, with the old file there and nothing beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-turns-'));
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, 'old');
    const script = `
      import { writeFileInTurns } from './build/cli/write-file.js';
      function* pieces() {
        console.log('ready');
        for (;;) yield new Uint8Array(10);
      }
      await writeFileInTurns(${JSON.stringify(file)}, pieces(), [], () => console.log('tidied'));`;
    const { code, stdout, stderr } = await pressed(script);
    expect({ code, stdout }).toEqual({ code: 130, stdout: 'ready\ntidied\n' });
    expect(stderr).toBe(`interrupted; ${file} was not written\n`);
    expect(readdirSync(folder)).toEqual(['book.xlsx']);
    expect(readFileSync(file, 'utf8')).toBe('old');
    rmSync(folder, { recursive: true });
  });
});

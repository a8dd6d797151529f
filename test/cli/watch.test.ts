import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, start, studyWith } from './process.ts';

afterAll(clean);

/** Collects what a process writes and waits for it to write something. */
function listen(child: ChildProcess) {
  let text = '';
  const hear = (piece: Buffer) => {
    text += piece.toString();
  };
  child.stdout!.on('data', hear);
  child.stderr!.on('data', hear);
  return async (wanted: RegExp): Promise<string> => {
    while (!wanted.test(text)) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${text}`);
      await new Promise((settle) => setTimeout(settle, 50));
    }
    const heard = text;
    text = '';
    return heard;
  };
}

describe('parley watch', () => {
  it('prints what moved after a save and what is wrong after a slip, and ends cleanly', async () => {
    const folder = studyWith();
    const child = start(folder, ['watch', 'study', '--draws', '40']);
    const until = listen(child);
    const path = join(folder, 'study/model/market.yaml');
    const text = readFileSync(path, 'utf8');
    await until(/Watching; Ctrl-C ends\./);
    writeFileSync(path, text.replace('120 million', '121 million'));
    expect(await until(/std errors[\s\S]*\n\n/)).toContain(
      'market.sales_before (line 7): 120 million USD/year, now 121 million USD/year',
    );
    writeFileSync(path, text.replace('120 million', '120 millions'));
    expect(await until(/1 error\n/)).toContain('error[unit-unknown]');
    writeFileSync(path, text);
    expect(await until(/std errors[\s\S]*\n\n/)).toContain(
      '121 million USD/year, now 120 million USD/year',
    );
    const ended = new Promise((settle) => child.on('exit', (code) => settle(code)));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

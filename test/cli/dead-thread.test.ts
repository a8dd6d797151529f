import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, preloading, studyWith } from './process.ts';

afterAll(clean);

/** Lets every thread meet its end at its second order; `order` goes on with it. */
function atSecondOrder(end: string): NodeJS.ProcessEnv {
  return preloading(`
    import { isMainThread, parentPort } from 'node:worker_threads';
    if (!isMainThread) {
      const on = parentPort.on;
      let orders = 0;
      parentPort.on = (name, listener) => on.call(parentPort, name, (message) => {
        orders += 1;
        const order = () => listener(message);
        if (orders < 2) order();
        else { ${end} }
      });
    }`);
}

const BUG = 'This is a bug in parley, not in your files.';

describe.concurrent('a thread that dies', () => {
  it.each<[string, string, number, RegExp]>([
    [
      'ends',
      'process.exit(3);',
      70,
      /^error: tariff: a thread ended with code 3, before it took any draws\n\nThis is a bug/,
    ],
    [
      'throws',
      "throw new TypeError('x is odd');",
      70,
      /^error: tariff: a thread failed \(x is odd\), before it took any draws\n\nThis is a bug/,
    ],
    [
      'finds no memory',
      "throw new RangeError('Array buffer allocation failed');",
      74,
      /^error: there is not enough memory for this run; use fewer draws \(tariff: a thread failed \(.*\), before .*\)\n$/,
    ],
    [
      'ends between two orders',
      'if (orders === 2) order(), setImmediate(() => process.exit(3));',
      70,
      /^error: half-tariff: a thread (ended with code 3|had ended), before it took any draws/,
    ],
  ])(
    'and %s is reported with the scenario and how far it came; no file is touched',
    async (_, end, code, said) => {
      const folder = studyWith();
      mkdirSync(join(folder, 'out'));
      writeFileSync(join(folder, 'out/study-preview.xlsx'), 'old');
      const words = ['run', 'study', '--draws', '100', '--workers', '1'];
      const outcome = await parley(folder, words, atSecondOrder(end));
      expect(outcome).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(said) });
      expect(outcome.stderr.includes(BUG)).toBe(code === 70);
      expect(readFileSync(join(folder, 'out/study-preview.xlsx'), 'utf8')).toBe('old');
      expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
    },
  );

  it.each([
    ['first', 0, '1 to 128'],
    ['last', 512, '513 to 600'],
  ])('in its %s block is reported with the draws of it', async (_, from, block) => {
    const folder = studyWith();
    const end = `
      const store = Atomics.store;
      Atomics.store = (list, at, value) => {
        store(list, at, value);
        if (value === ${from}) throw new TypeError('x is odd');
        return value;
      };
      order();`;
    const words = ['run', 'study', '--draws', '600', '--workers', '2'];
    const { code, stderr } = await parley(folder, words, atSecondOrder(end));
    expect(code).toBe(70);
    expect(stderr).toMatch(
      `error: tariff: a thread failed (x is odd), at draws ${block} of 600\n\n${BUG}`,
    );
  });

  it('takes the others with it', async () => {
    const folder = studyWith();
    const end =
      "import('node:worker_threads').then(({ threadId }) => { if (threadId === 1) process.exit(3); });";
    const words = ['run', 'study', '--draws', '100', '--workers', '3', '--debug'];
    const { code, stderr } = await parley(folder, words, atSecondOrder(end));
    expect(code).toBe(70);
    expect(stderr).toContain('tariff: a thread ended with code 3');
    expect(stderr).toMatch(/^ {4}at /m);
  });
});

import { describe, expect, it } from 'vitest';
import { showProgress, timeLeft } from '../../cli/progress.ts';

const run = (isTTY: boolean, env: NodeJS.ProcessEnv = {}, columns = 80) => {
  const lines: string[] = [];
  let time = 0;
  const screen = { isTTY, columns, write: (text: string) => lines.push(text) };
  const progress = showProgress('running', 200, screen, () => time, env);
  for (const done of [0, 50, 51, 200]) {
    progress.update(done);
    time += done === 50 ? 10 : 1000;
  }
  progress.finish();
  return lines;
};

describe('showProgress', () => {
  it('draws a bar with the time left', () => {
    expect(run(true, { NO_COLOR: '1' })).toEqual([
      `\r\x1b[Krunning [${'.'.repeat(40)}]   0%  `,
      `\r\x1b[Krunning [${'#'.repeat(10)}${'.'.repeat(30)}]  25%  0:03 left`,
      `\r\x1b[Krunning [${'#'.repeat(40)}] 100%  0:00 left`,
      '\r\x1b[K',
    ]);
  });

  it('is silent where nobody watches', () => {
    expect(run(false)).toEqual([]);
    expect(run(true, { TERM: 'dumb' })).toEqual([]);
  });

  it('has colours unless they are not wanted', () => {
    expect(run(true).join('')).toContain('\x1b[32m');
    expect(run(true, { NO_COLOR: '1' }).join('')).not.toContain('\x1b[32m');
  });

  it('fits a narrow terminal', () => {
    for (const columns of [10, 30, 40]) {
      for (const line of run(true, { NO_COLOR: '1' }, columns)) {
        expect(line.replace('\r\x1b[K', '').length).toBeLessThanOrEqual(Math.max(columns, 26));
      }
    }
  });
});

describe('timeLeft', () => {
  it.each([
    [0, '0:00 left'],
    [6_100, '0:07 left'],
    [61_000, '1:01 left'],
    [3_753_000, '1:02:33 left'],
    [Number.NaN, ''],
  ])('%d', (milliseconds, expected) => {
    expect(timeLeft(milliseconds)).toBe(expected);
  });
});

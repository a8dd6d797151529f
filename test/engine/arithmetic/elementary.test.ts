import { afterEach, expect, test, vi } from 'vitest';
import { fdlibmExp } from '../../../engine/arithmetic/exp.ts';
import { fdlibmLog } from '../../../engine/arithmetic/log.ts';

async function load() {
  vi.resetModules();
  return import('../../../engine/arithmetic/elementary.ts');
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('a host whose bits agree is used', async () => {
  const { exp, log, hostAgrees } = await load();
  expect(hostAgrees).toEqual({ exp: true, log: true });
  expect(exp).toBe(Math.exp);
  expect(log).toBe(Math.log);
});

test('a host whose last bit differs somewhere is not used', async () => {
  vi.spyOn(Math, 'exp').mockImplementation((x) => fdlibmExp(x) * (x > 700 ? 1 + 2 ** -52 : 1));
  vi.spyOn(Math, 'log').mockImplementation((x) => fdlibmLog(x) * (x < 1e-300 ? 1 + 2 ** -52 : 1));
  const { exp, log, hostAgrees } = await load();
  expect(hostAgrees).toEqual({ exp: false, log: false });
  expect(exp).not.toBe(Math.exp);
  expect(log).not.toBe(Math.log);
  expect(exp(705)).toBe(fdlibmExp(705));
  expect(log(1e-305)).toBe(fdlibmLog(1e-305));
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    coverage: { include: ['engine/**/*.ts'], reporter: ['text', 'json-summary'] },
    // By default one core is left idle, which of two is half of the machine.
    maxWorkers: '100%',
    // What runs too long hangs; a busy machine of one core takes ten times as long as an idle one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

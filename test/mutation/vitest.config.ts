import { defineConfig } from 'vitest/config';
import { FOLDERS, TOO_SLOW } from './folders.ts';

const tests = FOLDERS[process.env.MUTATED ?? ''] ?? [];

export default defineConfig({
  test: {
    include: tests.flatMap((name) => [
      `test/engine/${name}/**/*.test.ts`,
      `test/engine/${name}.test.ts`,
    ]),
    exclude: TOO_SLOW.map((name) => `test/engine/${name}.test.ts`),
    setupFiles: ['test/mutation/few-cases.ts'],
    // Loading what the tests share once, not once a file, is most of the speed.
    isolate: false,
    // Where long columns differ, telling how takes seconds.
    diff: { truncateThreshold: 3 },
    testTimeout: 60_000,
  },
});

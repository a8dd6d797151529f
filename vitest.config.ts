import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    coverage: { include: ['engine/**/*.ts'], reporter: ['text', 'json-summary'] },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

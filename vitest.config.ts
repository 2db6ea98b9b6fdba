import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One less than there are processors otherwise: on two that is one, and half the machine would stand idle.
    maxWorkers: '100%',
  },
});

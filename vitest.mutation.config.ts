import { defineConfig } from 'vitest/config';

/** Only the tests of the area that `npm run mutate` is changing: one program, one file after the other. */
export default defineConfig({
  test: {
    include: (process.env['TILSYN_MUTATION_TESTS'] ?? '').split(';').filter((path) => path !== ''),
    environment: 'node',
    testTimeout: 30_000,
    maxWorkers: 1,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Every core: by itself vitest leaves one free, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/{unit,contract,core,shell,cli,host,documents,package}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['tests/page/without-owner-stacks.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});

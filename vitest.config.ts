import { configDefaults, defineConfig } from 'vitest/config';

/** What measures its own process's memory, and what reads its own place in a stack, where Node's import adds to the name. */
const alone = ['tests/core/application/soak.test.ts', 'tests/core/log/log.test.ts', 'tests/shell/faults.test.ts'];

/** Room for what lives shortly: less of the processor goes to collecting it. */
const execArgv = ['--max-semi-space-size=64'];

export default defineConfig({
  test: {
    // Every core: by itself vitest leaves one free, which on two cores is half of them.
    maxWorkers: '100%',
    // A busy machine may take longer than a quiet one; a test that fails still fails.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/{unit,contract,core,shell,cli,host,documents,package}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone],
          environment: 'node',
          setupFiles: ['tests/leaves-nothing.ts'],
          // Files share a process and what it has loaded and compiled, and Node loads the sources itself, as in the product:
          // half the processor time. tests/leaves-nothing.ts sees to it that a file leaves the process as it found it.
          isolate: false,
          execArgv,
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: alone,
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['tests/page/without-owner-stacks.ts', 'tests/page/each-page-file.ts', 'tests/leaves-nothing.ts'],
          isolate: false,
          execArgv,
        },
      },
    ],
  },
});

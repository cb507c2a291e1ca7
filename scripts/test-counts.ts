import { existsSync, readFileSync } from 'node:fs';

/** What a test runner did. `skipped` holds a line for each test that did not run, with the reason where it has one. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
}

/** A runner that left no report, or ended badly without a failed test, counts as one failure. */
const nothing: Counts = { passed: 0, failed: 1, skipped: [] };

export function vitestCounts(reportFile: string, exitCode: number | null): Counts {
  if (!existsSync(reportFile)) {
    return nothing;
  }
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  // A file that could not be loaded has no tests to count, only its own failure.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status));
  return withExitCode(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: skipped.map(({ fullName }) => fullName),
    },
    exitCode,
  );
}

export function playwrightCounts(reportFile: string, exitCode: number | null): Counts {
  if (!existsSync(reportFile)) {
    return nothing;
  }
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as PlaywrightReport;
  const { expected, unexpected, flaky } = report.stats;
  return withExitCode(
    { passed: expected, failed: unexpected + flaky + report.errors.length, skipped: skippedIn(report) },
    exitCode,
  );
}

function skippedIn({ suites = [], specs = [] }: PlaywrightSuite): readonly string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        return reason === undefined ? title : `${title} (${reason})`;
      }),
  );
  return [...own, ...suites.flatMap(skippedIn)];
}

function withExitCode(counts: Counts, exitCode: number | null): Counts {
  return exitCode === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The part of dependency-cruiser's answer that is used. */
interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; from: string; to: string }[];
  };
}

/** A cruise that finds fewer modules did not understand the sources, and would find no violation either. */
const fewest = 60;

const project = resolve(import.meta.dirname, '..');
const program = join(project, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const rules = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
const { stdout, stderr } = spawnSync(process.execPath, [program, ...rules, 'shared', 'electron', 'renderer'], {
  cwd: project,
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
});

if (stdout === '') {
  console.error(stderr);
  process.exitCode = 1;
} else {
  report(JSON.parse(stdout) as Cruise);
}

function report({ summary: { totalCruised, violations } }: Cruise): void {
  for (const { rule, from, to } of violations) {
    console.error(`${rule.name}: ${from} -> ${to}`);
  }
  if (totalCruised < fewest) {
    console.error(`Only ${totalCruised} modules were found; at least ${fewest} are there.`);
  }
  console.log(`boundaries: ${totalCruised} modules, ${violations.length} violations`);
  process.exitCode = violations.length > 0 || totalCruised < fewest ? 1 : 0;
}

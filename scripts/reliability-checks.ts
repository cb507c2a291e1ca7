import { globSync, readFileSync } from 'node:fs';

/** A test of what must not be lost: how often it runs in CI and by hand, and how it is told. */
export interface ReliabilityCheck {
  /** As practice calls it. */
  readonly id: string;
  readonly what: string;
  /** What one run of it is. */
  readonly unit: string;
  readonly files: readonly string[];
  /** The variable that says how often; null: a table, run whole each time. */
  readonly count: { readonly variable: string; readonly short: number; readonly long: number } | null;
  readonly environment?: Readonly<Record<string, string>>;
}

const store = 'tests/core/store';
/** Every test with a property: what holds for any input. */
const properties = globSync('tests/**/*.test.{ts,tsx}').filter((file) =>
  readFileSync(file, 'utf8').includes('/fast-check.ts'),
);

export const reliabilityChecks: readonly ReliabilityCheck[] = [
  {
    id: 'R1',
    what: 'killed while it saves',
    unit: 'kills',
    files: [`${store}/kill.test.ts`],
    count: { variable: 'TILSYN_KILLS', short: 15, long: 1_000 },
  },
  {
    id: 'R2',
    what: 'room on the disk for a part only, four ways of saving',
    unit: 'sizes each',
    files: [`${store}/disk-room.test.ts`, `${store}/full-disk.test.ts`],
    count: { variable: 'TILSYN_DISK_STEPS', short: 12, long: 125 },
  },
  {
    id: 'R3',
    what: 'every call of the file system fails, with every code',
    unit: 'whole table',
    files: [
      `${store}/save-faults.test.ts`,
      'tests/core/keys/key-faults.test.ts',
      'tests/core/backups/restore-faults.test.ts',
      'tests/core/deletion/cut-off.test.ts',
    ],
    count: null,
    environment: { TILSYN_FAULTS: 'all' },
  },
  {
    id: 'R4',
    what: 'power lost on a disk that drops what was not synced',
    unit: 'cuts',
    files: [`${store}/power-loss.test.ts`],
    count: { variable: 'TILSYN_POWER_LOSSES', short: 300, long: 50_000 },
  },
  {
    id: 'R5',
    what: 'bits, blocks and lengths of files and journals changed',
    unit: 'damages, flips and cuts each',
    files: [`${store}/damage.test.ts`, `${store}/journal.test.ts`, `${store}/envelope.test.ts`],
    count: { variable: 'TILSYN_FLIPS', short: 1_000, long: 100_000 },
  },
  {
    id: 'R6',
    what: 'wrong key, other slot, header and version of another file',
    unit: 'whole table',
    files: ['tests/core/keys', `${store}/open-store.test.ts`],
    count: null,
  },
  {
    id: 'R7',
    what: 'workspaces of released versions',
    unit: 'whole table',
    files: [`${store}/released.test.ts`],
    count: null,
  },
  {
    id: 'R8',
    what: 'the whole workspace against a model: answers, undo, redo, import, draw, kill, damage, restore',
    unit: 'runs',
    files: ['tests/core/application/model.test.ts'],
    count: { variable: 'TILSYN_WORKSPACE_RUNS', short: 8, long: 10_000 },
  },
  {
    id: 'R8',
    what: 'file and journal against memory and a model',
    unit: 'runs',
    files: [`${store}/journal-model.test.ts`],
    count: { variable: 'TILSYN_MODEL_RUNS', short: 40, long: 10_000 },
  },
  {
    id: 'R11',
    what: 'two programs on one workspace: every pair of acts, and turns of programs and computers that stopped',
    unit: 'whole table',
    files: [`${store}/two-programs.test.ts`],
    count: null,
  },
  {
    id: 'R11',
    what: 'two processes that save the same workspace at the same time',
    unit: 'answers each',
    files: [`${store}/two-processes.test.ts`],
    count: { variable: 'TILSYN_TWO_PROCESSES', short: 10, long: 2_000 },
  },
  {
    id: 'R14',
    what: 'memory within 10 % and no temporary files over simulated work',
    unit: 'seconds',
    files: ['tests/core/application/soak.test.ts'],
    count: { variable: 'TILSYN_SOAK_SECONDS', short: 8, long: 3_600 },
  },
  {
    id: 'R18',
    what: 'what several workspaces wrote, merged over a year of rounds: nothing lost, no conflict hidden',
    unit: 'years',
    files: ['tests/unit/exchange'],
    count: { variable: 'TILSYN_MERGE_RUNS', short: 10, long: 10_000 },
  },
  {
    id: 'R19',
    what: 'every property of the tests, begun from a seed of chance',
    unit: 'examples each',
    files: properties,
    count: { variable: 'TILSYN_PROPERTY_RUNS', short: 100, long: 10_000 },
    environment: { TILSYN_PROPERTY_SEED: 'random' },
  },
];

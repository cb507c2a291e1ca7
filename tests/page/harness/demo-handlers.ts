import { AppError } from '#shared/contract/errors.ts';
import type { StepProgress } from '#shared/contract/operation.ts';
import type { Call, Handlers } from '#shared/contract/operations.ts';
import type { HostSettings } from '#shared/contract/system.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import { noPolicy } from '#shared/domain/policy.ts';

import { askingInspection, rememberedInspection, rememberedMappings } from './importing-data.ts';
import { demoComparison, demoDateCheck, demoFinding } from './demo-population.ts';
import { actions, demoLines, demoSummary, inspection, problems, record, types, workers } from './demo-data.ts';
import { demoPreview } from './demo-preview.ts';
import { reportHandlers } from './demo-report.ts';
import { secondReadingHandlers } from './demo-second-reading.ts';
import { compileHandlers } from '../compile-demo.ts';
import { matrixHandlers, muchToSay } from '../compile/some-rounds.ts';
import { exchangeHandlers, likely, preview } from '../exchange/demo-exchange.ts';
import { rounds, securityHandlers } from '../security/demo-security.ts';
import { demoShelf } from './demo-shelf.ts';
import { unreadable, unsaved, unused, withoutRounds } from './demo-states.ts';

export type DemoState =
  | 'missing'
  | 'locked'
  | 'damaged'
  | 'synced'
  | 'empty'
  | 'asking'
  | 'month'
  | 'second'
  | 'failing'
  | 'new'
  | 'unsaved'
  | 'unsaved-head'
  | 'named-head'
  | 'consultant'
  | 'head'
  | 'report'
  | 'matrix'
  | 'stopped';

async function work(label: string, call: Call<StepProgress>): Promise<void> {
  for (let done = 0; done <= 420; done += 21) {
    if (call.signal.aborted) {
      throw new AppError('cancelled', 'cancelled in the demo');
    }
    call.report({ done, total: 420, label });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** What some states answer otherwise. */
const byState: Partial<Record<DemoState, () => Partial<Handlers>>> = {
  consultant: () => exchangeHandlers('consultant'),
  head: () => exchangeHandlers('head'),
  second: () => secondReadingHandlers,
  report: () => reportHandlers(false),
  stopped: () => reportHandlers(true),
  matrix: () => ({ ...reportHandlers(false), ...matrixHandlers(muchToSay) }),
  empty: () => withoutRounds,
  new: unused,
  failing: () => unreadable,
  unsaved: () => unsaved('consultant'),
  'unsaved-head': () => unsaved('head'),
  'named-head': () => ({
    ...exchangeHandlers('head'),
    'exchange.previewResult': async () => ({ ...preview, likelyNames: likely }),
  }),
};

/** Believable answers for looking at the pages; nothing here is computed by the application. */
export function demoHandlers(state: DemoState): Partial<Handlers> {
  let status: WorkspaceStatus = {
    state: state === 'missing' ? state : ['locked', 'damaged', 'synced'].includes(state) ? 'locked' : 'open',
    municipality: 'Eksempelkøbing Kommune',
    department: 'Børn og Familie',
    savedAt: '2025-11-21T14:32:00',
    reviewer: 'Mette Leder',
    slots: state === 'missing' ? [] : state === 'month' ? ['passphrase'] : ['passphrase', 'os', 'recovery'],
    damaged: state === 'damaged',
    place: state === 'synced' ? 'synced' : 'local',
  };
  let settings: HostSettings = { colorScheme: 'auto', singleKeys: true, screenCapture: false, lockAfterMinutes: 15 };
  const earlier = demoSummary({
    importId: 'import-1',
    fileName: 'eksempel-sager.csv',
    importedAt: '2025-10-20T13:05:00',
    example: true,
    cases: 398,
  });
  const imports = state === 'empty' ? [] : [demoSummary({ example: true }), earlier];
  const fail = async (): Promise<never> => {
    throw new AppError('read-failed', 'a failure for looking at');
  };
  return {
    ...demoShelf(),
    ...securityHandlers(),
    ...compileHandlers(state === 'empty' ? { courses: [], practice: [] } : {}),
    'system.policy': async () => noPolicy,
    'system.settings': async () => settings,
    'system.setSettings': async (input) => (settings = input),
    'system.about': async () => ({
      program: 'Ledelsestilsyn',
      version: '0.1.0',
      host: 'loopback',
      workspaceFolder: 'C:\\Users\\mette\\AppData\\Local\\Ledelsestilsyn',
      logFile: 'C:\\Users\\mette\\AppData\\Local\\Ledelsestilsyn\\logs\\ledelsestilsyn.log',
    }),
    'workspace.status': async () => status,
    'workspace.unlock': async ({ passphrase }) => {
      if (passphrase !== 'rigtig hest batteri') {
        throw new AppError('wrong-passphrase', 'no');
      }
      return (status = { ...status, state: 'open' });
    },
    'workspace.settings': async (names) => (status = { ...status, ...names }),
    'workspace.overview':
      state === 'failing'
        ? fail
        : async () => ({
            today: '2025-11-21',
            openActions: state === 'empty' ? [] : actions,
            imports: imports.length,
            retention: state === 'month' ? rounds.slice(0, 2) : [],
            round:
              state === 'empty'
                ? null
                : { id: 'round-11', name: 'runde 11', drawn: 12, closed: 2, started: 1, nextCaseId: '2025-00092' },
          }),
    'importing.list': async () => imports,
    'importing.problems': async () => problems,
    'importing.saveProblems': async ({ target }) => ({ name: target.name }),
    'importing.mappings': async () => (state === 'month' ? rememberedMappings : []),
    'importing.forgetMapping': async () => ({ forgotten: true }),
    'importing.saveMapping': async ({ target }) => ({ name: target.name }),
    'importing.readMapping': async () => ({ name: 'Nexus, Børn og Familie', mapping: { columns: [] } }),
    'importing.inspect':
      state === 'failing'
        ? fail
        : async () => (state === 'month' ? rememberedInspection : state === 'asking' ? askingInspection : inspection),
    'importing.run': async (_input, call) => {
      await work('reading', call);
      return demoSummary({ importId: 'import-3' });
    },
    'importing.example': async (_input, call) => {
      await work('reading', call);
      return demoSummary({ importId: 'import-2', example: true });
    },
    'population.summary': async ({ importId }) => ({
      importId,
      cases: 420,
      teams: [
        { value: 'Modtagelsen', count: 117 },
        { value: 'Team Nord', count: 108 },
        { value: 'Team Syd', count: 95 },
        { value: 'Ungeteam', count: 100 },
      ],
      caseworkers: workers.map((value, index) => ({ value, count: 84 - index })),
      caseTypes: types.map((value, index) => ({ value, count: 84 + 7 * index })),
      statuses: [
        { value: 'Åben', count: 336 },
        { value: 'Lukket', count: 84 },
      ],
      legalBases: [
        { value: '§ 20', count: 131 },
        { value: '§ 32, stk. 1, nr. 5', count: 214 },
        { value: '§ 47', count: 52 },
        { value: '(ikke oplyst)', count: 23 },
      ],
    }),
    'sampling.rounds': async () => [],
    'exchange.status': async () => [],
    'sampling.preview': async ({ plan }) => demoPreview(plan),
    'population.dateCheck': async ({ importId }) => ({
      importId,
      asOf: '2025-11-21',
      cases: 420,
      lines: demoDateCheck,
    }),
    'population.saveDateCheck': async ({ target }) => ({ name: target.name }),
    'population.compare': async ({ importId }) => demoComparison(importId),
    'population.list': async ({ search, team, brokenRule, rule, since, descending, offset, limit }) => {
      const found = demoLines.filter(
        (line) =>
          (search === '' || JSON.stringify(line).toLowerCase().includes(search.toLowerCase())) &&
          (team === null || team === undefined || line.team === team),
      );
      const narrowed = rule ?? brokenRule ?? since;
      const shown =
        narrowed === null || narrowed === undefined
          ? found
          : found.slice(0, 12).map((line) => ({ ...line, ...(rule ? { finding: demoFinding } : {}) }));
      const sorted = descending ? shown.toReversed() : shown;
      return { total: sorted.length, lines: sorted.slice(offset, offset + limit) };
    },
    'sampling.pace': async () => ({ cases: 24, medianMinutes: 21.5 }),
    ...byState[state]?.(),
    'population.case': async ({ caseId }) => ({ ...record(caseId), asOf: '2025-11-21', findings: [demoFinding] }),
  };
}

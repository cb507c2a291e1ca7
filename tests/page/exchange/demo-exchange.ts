import { AppError } from '#shared/contract/errors.ts';
import type { ExchangeConflict, ResultPreview, RoundExchange, UnitShare } from '#shared/contract/exchange.ts';
import type { Handlers } from '#shared/contract/operations.ts';

import { aRound } from '../sampling/a-round.ts';

export const spoken = 'ravn kaffe sejl lygte hytte marts kano';

export const ownRound = aRound({ roundId: 'own-1', name: 'Juni 2025', drawn: 30 });
export const receivedRound = aRound({
  roundId: 'received-1',
  name: 'Juni 2025',
  drawn: 12,
  closed: 9,
  role: 'received',
  unit: 'Team Nord',
});

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `2025-000${index + 10}`);
export const shares: readonly UnitShare[] = [
  { unit: 'Modtagelsen', caseIds: ids(12), fileName: 'Modtagelsen Juni 2025.ltp' },
  { unit: 'Team Nord', caseIds: ids(10), fileName: 'Team Nord Juni 2025.ltp' },
  {
    unit: 'Familie og Forebyggelse, Team for unge og efterværn',
    caseIds: ids(8),
    fileName: 'Familie og Forebyggelse Juni 2025.ltp',
  },
];

export const status: readonly RoundExchange[] = [
  {
    roundId: 'own-1',
    roundName: 'Juni 2025',
    asOf: '2025-11-03',
    notSent: 8,
    conflicts: 2,
    lines: [
      {
        exchangeId: 'e1',
        kind: 'cases',
        unit: 'Modtagelsen',
        head: 'Åse Ærlig',
        sentAt: '2025-11-03T08:00:00.000Z',
        cases: 12,
        closed: 12,
        lastMadeAt: '2025-11-19T09:30:00.000Z',
        lastCollectedAt: '2025-11-20T09:30:00.000Z',
        daysWaiting: 0,
      },
      {
        exchangeId: 'e2',
        kind: 'cases',
        unit: 'Team Nord',
        head: 'Mette Holm',
        sentAt: '2025-11-03T08:05:00.000Z',
        cases: 10,
        closed: 4,
        lastMadeAt: '2025-11-09T09:30:00.000Z',
        lastCollectedAt: '2025-11-10T07:30:00.000Z',
        daysWaiting: 12,
      },
      {
        exchangeId: 'e3',
        kind: 'second-reading',
        unit: '',
        head: 'Bo Anden',
        sentAt: '2025-11-02T08:05:00.000Z',
        cases: 6,
        closed: 0,
        lastMadeAt: null,
        lastCollectedAt: null,
        daysWaiting: 19,
      },
    ],
  },
];

const version = (by: string, at: string, value: 'yes' | 'no', note: string) => ({
  versionId: `${by}-${value}`,
  by,
  at,
  content: { what: 'answer', answer: { itemId: 'child-view', value, note, evidence: 'Notat 04-02-2025' } } as const,
});

export const conflicts: readonly ExchangeConflict[] = [
  {
    cell: 'answer/2025-00012/1/child-view',
    caseId: '2025-00012',
    number: '1-1-001',
    reading: 1,
    what: 'answer',
    question: 'Er barnets holdning til afgørelsen beskrevet med barnets egne ord?',
    versions: [
      version('Mette Holm', '2025-11-09T09:30:00.000Z', 'yes', 'Samtalen er refereret'),
      version('Bo Anden', '2025-11-10T11:30:00.000Z', 'no', 'Kun den voksnes gengivelse af, hvad barnet mener'),
    ],
  },
  {
    cell: 'action/a1',
    caseId: null,
    number: '',
    reading: 1,
    what: 'action',
    question: '',
    versions: [null, '2025-11-09'].map((done, index) => ({
      versionId: `v${index}`,
      by: index === 0 ? 'Mette Holm' : 'Åse Ærlig',
      at: '2025-11-09T09:30:00.000Z',
      content: {
        what: 'action',
        action: {
          caseId: null,
          itemId: null,
          kind: 'practice',
          text: 'Fast punkt på gruppemødet',
          owner: 'Afdelingsleder',
          due: '2025-12-01',
          category: null,
          critical: false,
          created: '2025-11-01',
          done,
          measured: null,
        },
      },
    })),
  },
];

export const preview: ResultPreview = {
  cases: 12,
  closed: 9,
  answers: 405,
  actions: 3,
  hiddenPlaces: 7,
  needsPassphrase: false,
  fileName: 'Team Nord Juni 2025.ltp',
  likelyNames: [],
};

/** What is left in notes although the names of the list are hidden. */
export const likely: ResultPreview['likelyNames'] = [
  {
    caseId: '2025-01102',
    field: 'note',
    question: 'Er der holdt samtale med barnet inden afgørelsen?',
    text: '[navn] blev hørt sammen med storebror Villads, som bor hos plejemor Karin Hede.',
    words: ['Villads', 'Karin', 'Hede'],
    hints: [],
  },
  {
    caseId: '2025-01102',
    field: 'action',
    question: '',
    text: 'Ring til mormor gitte om samvær i Løgstør',
    words: ['Løgstør'],
    hints: ['gitte'],
  },
  {
    caseId: null,
    field: 'owner',
    question: '',
    text: 'Anne-Grethe',
    words: ['Anne-Grethe'],
    hints: [],
  },
];

const opened = {
  kind: 'cases',
  needsPassphrase: true,
  unit: 'Team Nord',
  period: 'Juni 2025',
  municipality: 'Eksempelkøbing Kommune',
  head: 'Mette Holm',
  madeAt: '2025-11-03T08:00:00.000Z',
  cases: 12,
  template: 'Barnets lov',
} as const;
const closedPackage = { kind: null, unit: '', period: '', municipality: '', head: '', madeAt: '', cases: 0 } as const;

/** A file that a person drops; what comes of it is told by its name. */
export function packageFile(name: string): File {
  return new File([new Uint8Array(8)], name);
}

/** What a package's name makes of it. The reference of an upload is the file's name. */
export function exchangeHandlers(who: 'consultant' | 'head'): Partial<Handlers> {
  let left = [...conflicts];
  return {
    'sampling.rounds': async () => (who === 'consultant' ? [ownRound] : [receivedRound]),
    'review.secondReadings': async () => ({ cases: 30, lines: [] }),
    'exchange.shares': async ({ by }) =>
      by === 'whole' ? [{ unit: '', caseIds: ids(30), fileName: 'Juni 2025.ltp' }] : shares,
    'exchange.suggestPassphrase': async () => ({ passphrase: spoken }),
    'exchange.send': async ({ target, caseIds }) => ({ exchangeId: 'e9', name: target.name, cases: caseIds.length }),
    'exchange.status': async () =>
      who === 'consultant' ? status.map((round) => ({ ...round, conflicts: left.length })) : [],
    'exchange.previewResult': async ({ withNames }) => (withNames ? { ...preview, hiddenPlaces: 0 } : preview),
    'exchange.sendResult': async ({ target }) => ({ name: target.name, cases: 12, closed: 9, hiddenPlaces: 7 }),
    'exchange.inspect': async ({ file, passphrase }) => {
      if (file.name.startsWith('svar')) return { ...opened, kind: 'result', needsPassphrase: false };
      if (passphrase === null) return { ...closedPackage, needsPassphrase: true, template: '' };
      if (passphrase !== spoken) throw new AppError('package-wrong-passphrase', 'no');
      return opened;
    },
    'exchange.receive': async () => ({ roundId: 'received-1', cases: 12, added: 12 }),
    'exchange.collect': async ({ file, passphrase }) => {
      if (file.name.startsWith('brudt')) throw new AppError('package-damaged', 'no');
      if (file.name.startsWith('egen') && passphrase === null) throw new AppError('package-passphrase-needed', 'no');
      const common = { roundId: 'own-1', unit: file.name.replace(/ .*$/u, ''), closed: 10, cases: 12, madeAt: '' };
      return file.name.startsWith('gammel')
        ? { ...common, outcome: 'nothing-new', answers: 0, conflicts: 0 }
        : { ...common, outcome: 'merged', answers: 98, conflicts: 2 };
    },
    'exchange.conflicts': async () => left,
    'exchange.decide': async ({ cell }) => {
      left = left.filter((conflict) => conflict.cell !== cell);
      return { conflicts: left.length };
    },
  };
}

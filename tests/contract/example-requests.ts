import type { OperationName, Request } from '#shared/contract/operations.ts';

const inRound = { roundId: 'runde-1' };
const inCase = { ...inRound, caseId: '2025-0042' };
const file = { ref: 'r1', name: 'Udtræk – børn.xlsx' };
const mapping = {
  sheet: 'Ark1',
  headerRow: 3,
  columns: [{ header: 'Sagsnr.', field: 'case_id' as const }],
};
const plan: Request<'sampling.preview'>['plan'] = {
  asOf: '2025-11-03',
  seed: '20260115-4711',
  parts: [{ kind: 'random', size: 30, stratifyBy: 'team', allocation: 'proportional', where: [] }],
};
const words = { conclusion: 'Å', works: ['a'], improve: [], recommendation: '' };
const profile = { municipality: 'Eksempel', department: 'Børn & Unge', reviewer: 'Åse Ærlig' };

/** One request of every row. A new row does not compile until it has its example. */
export const exampleRequests: { readonly [N in OperationName]: Request<N> } = {
  'workspace.status': {},
  'workspace.create': { passphrase: 'en lang adgangssætning', ...profile },
  'workspace.unlock': { passphrase: 'en lang adgangssætning' },
  'workspace.lock': {},
  'workspace.settings': profile,
  'workspace.overview': {},
  'importing.inspect': { file, sheet: null, headerRow: 3 },
  'importing.run': { file, mapping },
  'importing.example': {},
  'importing.list': {},
  'importing.problems': { importId: 'i1' },
  'population.summary': { importId: 'i1' },
  'population.list': { importId: 'i1', search: 'æøå "citat" \u2028', brokenRule: null, descending: true },
  'population.case': { importId: 'i1', caseId: '__proto__' },
  'sampling.preview': { importId: 'i1', plan },
  'sampling.draw': { importId: 'i1', plan, name: 'Efterår' },
  'sampling.rounds': {},
  'sampling.places': inRound,
  'sampling.replace': { ...inCase, reason: 'transferred' },
  'sampling.enlarge': { ...inRound, size: 40, reason: 'For få til at sige noget' },
  'sampling.yearPlan': { importId: 'i1', by: 'caseworker', perYear: 12, month: '2026-02' },
  'sampling.saveRecord': { ...inRound, target: file },
  'sampling.saveSheet': { ...inRound, target: file },
  'sampling.verify': {
    file,
    record: {
      format: 'ledelsestilsyn-draw-record',
      version: 1,
      method: 'LT1',
      programVersion: '1.0.0',
      drawnAt: '2025-11-03T10:00:00.000Z',
      drawNumber: 1,
      redrawReason: null,
      file: { sha256: 'ab', mapping },
      plan: { ...plan, asOf: '2025-11-03', seed: 's' },
      asOf: '2025-11-03',
      seed: 's',
      populationFingerprint: 'cd',
      populationSize: 1,
      excluded: [],
      frames: [{ partIndex: 0, size: 1, fingerprint: 'ef' }],
      strata: [{ part: 'random', partIndex: 0, name: '', size: 1, drawn: 1 }],
      cases: [{ part: 'random', partIndex: 0, stratum: '', rank: 1, caseId: '1', ticket: 'ff' }],
      replaced: [],
    },
  },
  'review.queue': inRound,
  'review.open': inCase,
  'review.viewed': inCase,
  'review.answer': { ...inCase, itemId: 'barnets-stemme', value: 'cannot-tell', note: 'linje 1\nlinje 2' },
  'review.close': inCase,
  'review.reopen': { ...inCase, reason: 'ny viden' },
  'review.answerFile': {
    ...inRound,
    answers: { template: 'barnets-lov', reviews: [{ caseId: '1', answers: { 'barnets-stemme': { value: 'yes' } } }] },
  },
  'review.actions': {},
  'review.saveAction': {
    id: null,
    action: { ...inRound, caseId: null, itemId: null, kind: 'practice', text: 'Ring', owner: '', due: '2025-12-01' },
  },
  'review.setActionDone': { id: 'a1', done: true },
  'report.preview': { ...inRound, kind: 'administrative' },
  'report.words': inRound,
  'report.setWords': { ...inRound, words },
  'report.write': { ...inRound, kind: 'political', target: file },
  'system.about': {},
  'system.settings': {},
  'system.setSettings': { colorScheme: 'dark', singleKeys: false },
  'system.chooseFile': {},
  'system.saveFile': { suggestedName: 'Rapport.xlsx' },
  'system.downloadUrl': { file },
};

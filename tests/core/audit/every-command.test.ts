import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Output, Request } from '#shared/contract/operations.ts';
import { operations } from '#shared/contract/operations.ts';
import { auditKindWords } from '#shared/words/audit.ts';

import { openApplication, type TestApplication } from '../application/open-application.ts';
import { type CommandName, leaves, silent } from './lines-of-commands.ts';
import { answerAll, exportText, itemIds } from '../review/review-fixture.ts';
import { seedRound, seedsOf, type SeededRound } from '../deletion/seeded-workspace.ts';
import { passphrase, profile } from '../store/store-fixture.ts';

/** Runs commands and remembers which lines each one left. */
function watched({ app }: TestApplication) {
  const left = new Map<CommandName, readonly string[]>();
  const newest = async (): Promise<number> => (await app['audit.list']({ limit: 1 })).total;
  const isOpen = async (): Promise<boolean> => (await app['workspace.status']({})).state === 'open';
  let before = 0;
  const run = async <N extends CommandName>(name: N, request: Request<N>): Promise<Output<N>> => {
    if (await isOpen()) before = await newest();
    const output = await app[name](request as never);
    if (await isOpen()) {
      const { lines } = await app['audit.list']({ limit: 500 });
      left.set(
        name,
        lines.filter(({ number }) => number > before).map(({ kind }) => kind),
      );
    }
    return output as Output<N>;
  };
  return { left, run };
}

type Run = ReturnType<typeof watched>['run'];

async function sampling(opened: TestApplication, run: Run, { importId, roundId }: SeededRound): Promise<void> {
  const file = opened.addFile('ud.json', '');
  const other = opened.addFile('B.csv', exportText);
  await run('importing.run', { file: other, remember: { name: 'Hemmelig kolonneliste' } });
  const [remembered] = await opened.app['importing.mappings']({});
  await run('importing.forgetMapping', { headersKey: remembered!.headersKey });
  await run('importing.saveProblems', { importId, target: file });
  const mapping = { columns: [{ header: 'Sagsnr.', field: 'case_id' as const }] };
  await run('importing.saveMapping', { mapping, name: 'Navn', target: file });
  await run('population.saveDateCheck', { importId, target: file });
  await run('sampling.enlarge', { roundId, size: 6, reason: 'Flere' });
  const queue = await opened.app['review.queue']({ roundId });
  const caseId = queue.findLast(({ replacedBy, state }) => replacedBy === null && state === 'not-started')!.caseId;
  await run('sampling.replace', { roundId, caseId, reason: 'transferred' });
  await run('sampling.saveRecord', { roundId, target: file });
  await run('sampling.saveSheet', { roundId, target: file });
}

async function reviewing(opened: TestApplication, run: Run, { roundId, ids, notes }: SeededRound): Promise<void> {
  const { app } = opened;
  const [, caseId = ''] = ids;
  const key = { roundId, caseId };
  const [itemId = ''] = await itemIds(app, roundId, caseId);
  await run('review.viewed', key);
  await run('review.answer', { ...key, itemId, value: 'no', note: notes.answer });
  await run('review.undo', key);
  await run('review.redo', key);
  await run('review.answer', { ...key, itemId, value: 'yes', note: notes.answer });
  await run('review.saveConversation', {
    ...key,
    conversation: { held: '2025-12-01', praise: notes.praise, agreement: notes.agreement, due: null },
  });
  await run('review.saveComment', { ...key, itemId, comment: { stance: 'agree', text: notes.comment } });
  const template = (await app['review.open'](key)).template.id;
  await run('review.answerFile', {
    roundId,
    answers: { template, reviews: [{ caseId, answers: { [itemId]: { value: 'yes', note: notes.evidence } } }] },
  });
  await run('review.drawSecond', { roundId, count: 6 });
  await run('review.close', { ...key, despiteWarnings: true });
  await run('review.startSecond', { ...key, reader: 'Anden Læser' });
  await run('review.reopen', { ...key, reason: notes.reason });
  const action = {
    roundId,
    caseId,
    itemId,
    kind: 'case' as const,
    text: notes.action,
    owner: 'E',
    due: '2026-02-01',
    category: null,
  };
  const { id } = await run('review.saveAction', { id: null, action });
  await run('review.setActionDone', { id, done: true });
}

async function practising({ app }: TestApplication, run: Run): Promise<void> {
  const reader = 'Øvende Læser';
  const { items } = await app['review.practiceCase']({ reader });
  const answer = (itemId: string) => ({ reader, itemId, value: 'yes' as const, note: 'Hemmelig øvelse' });
  for (const { id } of items.slice(1)) await app['review.practiceAnswer'](answer(id));
  await run('review.practiceAnswer', answer(items[0]!.id));
  await run('review.practiceDone', { reader });
}

async function templates(opened: TestApplication, run: Run): Promise<void> {
  const { edition: _edition, ...draft } = await opened.app['review.template']({ id: 'underretninger', edition: 1 });
  const { saved } = await run('review.saveTemplate', { template: { ...draft, id: null, title: 'Hemmelig titel' } });
  const file = opened.addFile('skabelon.json', '');
  await run('review.exportTemplate', { id: saved!.id, edition: saved!.edition, target: file, format: 'json' });
  const text = new TextDecoder().decode(await opened.ports.files.read(file));
  const { question } = draft.sections[0]!.items[0]!;
  await run('review.importTemplate', {
    file: opened.addFile('rettet.json', text.replace(question, 'Hemmeligt spørgsmål?')),
  });
}

async function papers(opened: TestApplication, run: Run, { roundId, ids, notes }: SeededRound): Promise<void> {
  await run('report.setSettings', { threshold: 10 });
  await run('report.setWords', {
    roundId,
    words: { conclusion: notes.words, works: [], improve: [], recommendation: '' },
  });
  await run('report.write', { roundId, kind: 'administrative', target: opened.addFile('r.xlsx', '') });
  const [, caseId = ''] = ids;
  const itemId = (await itemIds(opened.app, roundId, caseId))[0] ?? '';
  const told = { what: 'Hemmelig praksis', why: '', ask: '', hidden: false };
  await run('goodPractice.save', { roundId, caseId, itemId, ...told });
  await run('goodPractice.write', { text: '', areaId: null, target: opened.addFile('god.xlsx', '') });
  const course = { name: 'Hemmeligt forløb', baselineRoundId: roundId, start: '2026-01-05' };
  const { courseId } = await run('course.save', { courseId: null, ...course });
  await run('course.write', { courseId, target: opened.addFile('forløb.xlsx', '') });
  await run('course.remove', { courseId });
  await run('audit.save', { target: opened.addFile('log.xlsx', '') });
  await run('host.note', { kind: 'screen-capture-on' });
}

/** A file passes to another workspace, as by mail. */
async function carry(from: TestApplication, to: TestApplication, file: FileRef): Promise<FileRef> {
  await to.ports.files.write(file, await from.ports.files.read(file));
  return file;
}

/** Cases out to a head, who answers otherwise than the reader here has done meanwhile; and a package that comes in. */
async function exchanging(opened: TestApplication, run: Run, { roundId }: SeededRound): Promise<void> {
  const { app } = opened;
  const queue = await app['review.queue']({ roundId });
  const caseId = queue.findLast(({ replacedBy, state }) => replacedBy === null && state === 'not-started')!.caseId;
  const passphrase = 'hemmelig ravn kaffe sejl';
  const sent = { kind: 'cases' as const, unit: 'Hemmelig enhed', passphrase };
  const out = { ref: 'ud.ltp', name: 'ud.ltp' };
  await run('exchange.send', { ...sent, roundId, head: 'Anden Læser', caseIds: [caseId], target: out });
  const head = await openApplication(() => undefined, { ...profile, reviewer: 'Anden Læser' });
  const file = await carry(opened, head, out);
  const { roundId: there } = await head.app['exchange.receive']({ file, passphrase });
  const [itemId = ''] = await itemIds(app, roundId, caseId);
  await head.app['review.answer']({ roundId: there, caseId, itemId, value: 'no', note: 'Hemmelig uenighed' });
  await app['review.answer']({ roundId, caseId, itemId, value: 'yes', note: 'Hemmelig anden uenighed' });
  const back = { ref: 'svar.ltp', name: 'svar.ltp' };
  const result = { unit: 'Hemmelig enhed', withNames: false, target: back };
  await head.app['exchange.sendResult']({ ...result, roundId: there, passphrase: null });
  await run('exchange.collect', { file: await carry(head, opened, back), passphrase: null });
  const conflicts = await app['exchange.conflicts']({ roundId });
  const { cell, versions } = conflicts.find(({ what }) => what === 'answer')!;
  await run('exchange.decide', { roundId, cell, versionId: versions[0]!.versionId });
  await run('exchange.sendResult', { ...result, roundId, passphrase });

  const other = await openApplication();
  const { roundId: away, ids } = await seedRound(other, 'R');
  await other.app['exchange.send']({ ...sent, roundId: away, head: 'L', caseIds: ids.slice(0, 1), target: out });
  await run('exchange.receive', { file: await carry(other, opened, out), passphrase });
}

async function deleting(opened: TestApplication, run: Run, round: SeededRound, importId: string): Promise<void> {
  const { roundId, name } = round;
  await run('deletion.setRetention', { roundId, retainUntil: '2026-03-01' });
  const { id } = await run('deletion.run', { roundId, name });
  await run('deletion.finish', {});
  await run('deletion.saveReceipt', { id, target: opened.addFile('kvittering.xlsx', '') });
  await run('deletion.removePopulation', { importId });
}

async function keys({ ports }: TestApplication, run: Run): Promise<void> {
  const wrapped = async (secret: Uint8Array): Promise<Uint8Array> => secret.map((byte) => byte ^ 0x5a);
  const keyStore = {
    state: async () => 'protected' as const,
    wrap: wrapped,
    unwrap: async (secret: Uint8Array) => ({ secret: await wrapped(secret), shouldWrapAgain: false }),
  };
  Object.assign(ports, { keyStore });
  const second = 'en anden lang adgangssætning';
  await run('keys.changePassphrase', { current: passphrase, passphrase: second });
  await run('keys.setSystemKey', { on: true, passphrase: second });
  await run('workspace.lock', {});
  await run('keys.unlockWithSystem', {});
  const { recoveryKey } = await run('keys.makeRecoveryKey', { passphrase: second });
  await run('keys.removePassphrase', { current: second });
  await run('workspace.lock', {});
  await run('keys.unlockWithRecoveryKey', { recoveryKey, passphrase });
  await run('keys.removeRecoveryKey', { passphrase });
}

function commandsOf(): readonly CommandName[] {
  const commands = Object.entries(operations).filter(
    ([name, { kind }]) => kind === 'command' && !name.startsWith('system.'),
  );
  return commands.map(([name]) => name as CommandName);
}

/** Kinds of `silent` commands aside, every word of the seeds: none may stand in the log. */
function secrets(round: SeededRound): readonly string[] {
  const { names, cprs, caseIds } = seedsOf('A');
  const typed = ['Hemmelig', 'Øvende', 'Anden Læser', 'Navn', profile.municipality, profile.department];
  return [...names, ...cprs, ...caseIds, ...Object.values(round.notes), ...typed];
}

it('every command leaves a line of a known kind, and no line holds a name, a CPR number, a case number or a note', async () => {
  const opened = await openApplication();
  const { app } = opened;
  const { left, run } = watched(opened);
  const { importId } = await run('importing.example', {});
  const round = await seedRound(opened, 'A');
  await sampling(opened, run, round);
  await reviewing(opened, run, round);
  await exchanging(opened, run, round);
  for (const { caseId, replacedBy } of await app['review.queue']({ roundId: round.roundId })) {
    if (replacedBy === null) await answerAll({ app, roundId: round.roundId }, caseId);
    if (replacedBy === null) await app['review.close']({ roundId: round.roundId, caseId, despiteWarnings: true });
  }
  await run('review.lock', { roundId: round.roundId });
  await practising(opened, run);
  await templates(opened, run);
  await papers(opened, run, round);
  const raw = await opened.fromDisk((store) => store.auditLog());
  await run('workspace.settings', profile);
  await keys(opened, run);
  await deleting(opened, run, round, importId);
  const later = await opened.fromDisk((store) => store.auditLog());
  const [backup] = await app['backups.list']({});
  await app['backups.restore']({ id: backup!.id, passphrase });
  const all = [...raw, ...later, ...(await opened.fromDisk((store) => store.auditLog()))];

  const kinds = new Set(all.map(({ kind }) => kind));
  for (const name of commandsOf()) {
    if (silent[name] !== undefined) expect(left.get(name), name).toEqual([]);
    else if (left.has(name)) expect(left.get(name), name).toContain(leaves[name]);
    else expect([...kinds], name).toContain(leaves[name]);
  }
  expect([...kinds].filter((kind) => auditKindWords[kind] === undefined)).toEqual([]);
  const told = all.map(({ kind, target }) => `${kind} ${target}`).join('\n');
  expect(secrets(round).filter((secret) => told.includes(secret))).toEqual([]);
  expect(new Set(all.map(({ who }) => who))).toEqual(new Set([profile.reviewer]));
  expect(verifyAuditLog(raw)).toEqual({ sound: true });
  expect(await app['audit.check']({})).toMatchObject({ sound: true, brokenAt: null });
}, 300_000);

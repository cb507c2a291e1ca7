import { describe, expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import { plan } from '../review/review-fixture.ts';
import { carry, fileOf, lay, officeWithRound, openOffice, review, sendCases, spoken } from './support/offices.ts';

const leader = 'Hanne Leder';

describe('a round that came in a package', () => {
  it('holds the head’s cases and no other, and works like a round that was drawn here', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const head = await openOffice(leader);
    const mine = consultant.ids.slice(0, 3);
    const { roundId } = await sendCases(consultant, head, mine);
    const { app } = head;

    const [round] = await app['sampling.rounds']({});
    expect(round).toMatchObject({ roundId, role: 'received', unit: 'Familieafdelingen', drawn: 3, closed: 0 });
    expect(await app['importing.list']({})).toEqual([]);
    expect((await app['review.queue']({ roundId })).map(({ caseId }) => caseId).toSorted()).toEqual(mine.toSorted());
    const others = consultant.ids.filter((id) => !mine.includes(id));
    const told = JSON.stringify([round, await app['review.queue']({ roundId })]);
    expect(others.filter((id) => told.includes(id))).toEqual([]);

    const [caseId = ''] = mine;
    const opened = await app['review.open']({ roundId, caseId });
    const atHome = await consultant.app['review.open']({ roundId: consultant.roundId, caseId });
    expect(opened.record).toEqual(atHome.record);
    expect(opened.suggestions).toEqual(atHome.suggestions);
    await app['review.viewed']({ roundId, caseId });
    await review(head, roundId, caseId);
    const conversation = { held: '2025-12-01', praise: 'Godt', agreement: 'Ny samtale', due: null };
    await app['review.saveConversation']({ roundId, caseId, conversation });
    const draft = { text: 'Ring', owner: 'Ejer', due: '2026-02-01', category: null };
    await app['review.saveAction']({
      id: null,
      action: { roundId, caseId, itemId: null, kind: 'case', ...draft },
    });
    expect((await app['sampling.rounds']({}))[0]).toMatchObject({ closed: 1 });
    expect((await app['workspace.overview']({})).round).toMatchObject({ id: roundId, drawn: 3, closed: 1 });
    const target = fileOf('leder.xlsx');
    expect((await app['report.write']({ roundId, kind: 'leader', target })).sheets.length).toBeGreaterThan(0);
    expect(await app['sampling.places']({ roundId })).toBeNull();
    await app['sampling.saveSheet']({ roundId, target });
    await app['deletion.preview']({ roundId });
  });

  it('is not enlarged or replaced in: its population is not here', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const head = await openOffice(leader);
    const { roundId, caseIds } = await sendCases(consultant, head);
    const elsewhere = refused('population-needed', { reason: 'elsewhere' });
    const [caseId = ''] = caseIds;
    const replacing = head.app['sampling.replace']({ roundId, caseId, reason: 'transferred' });
    await expect(replacing).rejects.toEqual(elsewhere);
    await expect(head.app['sampling.enlarge']({ roundId, size: 9 })).rejects.toEqual(elsewhere);
  });

  it('has a line in the audit log on both sides, and none that names a case', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const head = await openOffice(leader);
    const { roundId } = await sendCases(consultant, head);
    const sent = (await consultant.auditLog()).filter(({ kind }) => kind === 'package.sent');
    const received = (await head.auditLog()).filter(({ kind }) => kind === 'package.received');
    expect(sent.map(({ target }) => target)).toEqual([consultant.roundId]);
    expect(received.map(({ target }) => target)).toEqual([roundId]);
  });
});

describe('receiving again', () => {
  it('the same package changes nothing', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const head = await openOffice(leader);
    const { roundId } = await sendCases(consultant, head);
    const [file] = ['igen.ltp'];
    await consultant.app['exchange.send']({
      roundId: consultant.roundId,
      kind: 'cases',
      unit: 'Familieafdelingen',
      head: leader,
      caseIds: [...consultant.ids],
      passphrase: spoken,
      target: fileOf(file!),
    });
    const carried = await carry(consultant, head, file!);
    const first = await head.app['exchange.receive']({ file: carried, passphrase: spoken });
    expect(first).toMatchObject({ roundId, added: 0 });
    const before = head.onDisk();
    expect(await head.app['exchange.receive']({ file: carried, passphrase: spoken })).toEqual(first);
    expect(head.onDisk()).toEqual(before);
  });

  it('more cases come in, a replaced one is told, and every answer stays', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const head = await openOffice(leader);
    const random = (await consultant.app['review.queue']({ roundId: consultant.roundId })).filter(
      ({ part }) => part === 'random',
    );
    const [first = '', second = ''] = random.map(({ caseId }) => caseId);
    const { roundId, exchangeId } = await sendCases(consultant, head, [first, second]);
    await review(head, roundId, first);
    const answered = await head.app['review.open']({ roundId, caseId: first });

    await consultant.app['sampling.replace']({ roundId: consultant.roundId, caseId: second, reason: 'transferred' });
    await consultant.app['sampling.enlarge']({ roundId: consultant.roundId, size: 6, reason: 'flere' });
    const queue = await consultant.app['review.queue']({ roundId: consultant.roundId });
    const standing = queue.filter(({ replacedBy }) => replacedBy === null).map(({ caseId }) => caseId);
    const again = await sendCases({ ...consultant, ids: standing }, head);
    expect(again).toMatchObject({ roundId, exchangeId });

    const now = await head.app['review.queue']({ roundId });
    const replacedBy = queue.find(({ caseId }) => caseId === second)?.replacedBy;
    expect(replacedBy).toEqual(expect.any(String));
    expect(now.find(({ caseId }) => caseId === second)).toMatchObject({ replacedBy });
    expect(now.map(({ caseId }) => caseId).toSorted()).toEqual([...new Set([...standing, second])].toSorted());
    expect(await head.app['review.open']({ roundId, caseId: first })).toEqual(answered);
    expect((await head.app['sampling.rounds']({}))[0]).toMatchObject({ drawn: standing.length, closed: 1 });
  });

  it('an older package that comes late brings its cases and takes nothing back', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const head = await openOffice(leader);
    const [first = '', second = ''] = consultant.ids;
    const send = async (name: string, caseIds: string[]) => {
      const target = fileOf(name);
      const request = { roundId: consultant.roundId, kind: 'cases' as const, unit: 'A', head: leader, caseIds };
      await consultant.app['exchange.send']({ ...request, passphrase: spoken, target });
      consultant.ports.setDay('2026-01-16');
      return carry(consultant, head, name);
    };
    const older = await send('ældre.ltp', [first]);
    await consultant.app['sampling.replace']({ roundId: consultant.roundId, caseId: first, reason: 'transferred' });
    const newer = await send('nyere.ltp', [second]);
    const { roundId } = await head.app['exchange.receive']({ file: newer, passphrase: spoken });
    await head.app['exchange.receive']({ file: older, passphrase: spoken });
    const queue = await head.app['review.queue']({ roundId });
    expect(queue.find(({ caseId }) => caseId === first)?.replacedBy).toEqual(expect.any(String));
  });
});

describe('a second reading', () => {
  it('is answered as a first one, and closes without an action on a critical finding', async () => {
    const consultant = await officeWithRound('Karla Konsulent', 'barnets-lov');
    const head = await openOffice(leader);
    const { roundId, caseIds } = await sendCases(consultant, head, consultant.ids.slice(0, 2), 'second-reading');
    const [caseId = ''] = caseIds;
    const { template, answers } = await head.app['review.open']({ roundId, caseId });
    expect(answers).toEqual([]);
    const critical = template.sections.flatMap(({ items }) => items).find(({ severity }) => severity === 'critical')!;
    await review(head, roundId, caseId, { [critical.id]: 'no' });
    expect((await head.app['sampling.rounds']({}))[0]).toMatchObject({ role: 'second-reading', closed: 1 });

    const other = await openOffice('Olga Leder');
    const asFirst = await sendCases(consultant, other, caseIds);
    await expect(review(other, asFirst.roundId, caseId, { [critical.id]: 'no' })).rejects.toThrow(
      'critical-action-missing',
    );
  });

  it('is refused to the one who reads the cases first, when it is sent and when it is received', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const first = await openOffice(leader);
    await sendCases(consultant, first, consultant.ids.slice(0, 1));
    await expect(sendCases(consultant, first, consultant.ids.slice(0, 1), 'second-reading')).rejects.toEqual(
      refused('same-reader'),
    );
    const other = await openOffice('Olga Leder');
    await expect(
      sendCases(consultant, { ...other, reviewer: 'Karla Konsulent ' }, consultant.ids.slice(1, 2), 'second-reading'),
    ).rejects.toEqual(refused('same-reader'));
    await other.app['workspace.settings']({ municipality: 'Prøvekøbing', department: 'B', reviewer: 'hanne leder' });
    await expect(
      sendCases(consultant, { ...other, reviewer: 'Olga Leder' }, consultant.ids.slice(0, 1), 'second-reading'),
    ).rejects.toEqual(refused('same-reader'));
    expect(await other.app['sampling.rounds']({})).toEqual([]);
  });
});

describe('a package that is not for here', () => {
  it('is refused, and nothing is changed', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const head = await openOffice(leader);
    const { roundId } = await sendCases(consultant, head);
    const target = fileOf('sendt.ltp');
    const request = { roundId: consultant.roundId, kind: 'cases' as const, unit: 'B', head: 'Olga Leder' };
    const caseIds = [...consultant.ids];
    await consultant.app['exchange.send']({ ...request, caseIds, passphrase: spoken, target });
    await head.app['exchange.sendResult']({
      roundId,
      unit: '',
      withNames: false,
      passphrase: null,
      target: fileOf('svar.ltp'),
    });

    const elsewhere = await openOffice('Olga Leder', 'Andenby');
    const toOther = await carry(consultant, elsewhere, 'sendt.ltp');
    const before = [elsewhere.onDisk(), consultant.onDisk()];
    await expect(elsewhere.app['exchange.receive']({ file: toOther, passphrase: spoken })).rejects.toEqual(
      refused('package-other-municipality'),
    );
    await expect(
      elsewhere.app['exchange.receive']({ file: toOther, passphrase: 'forkert adgangssætning' }),
    ).rejects.toEqual(refused('package-wrong-passphrase'));
    await expect(elsewhere.app['exchange.receive']({ file: toOther, passphrase: '' })).rejects.toEqual(
      refused('package-passphrase-needed'),
    );
    await expect(consultant.app['exchange.receive']({ file: target, passphrase: spoken })).rejects.toEqual(
      refused('package-not-for-here'),
    );
    const result = await carry(head, elsewhere, 'svar.ltp');
    await expect(elsewhere.app['exchange.receive']({ file: result, passphrase: spoken })).rejects.toEqual(
      refused('package-not-for-here'),
    );
    const junk = await lay(elsewhere, 'udtræk.csv', new TextEncoder().encode('Sagsnr.;Team'));
    await expect(elsewhere.app['exchange.receive']({ file: junk, passphrase: spoken })).rejects.toEqual(
      refused('package-not-a-package'),
    );
    expect([elsewhere.onDisk(), consultant.onDisk()]).toEqual(before);
  });

  it('is refused where another checklist has its edition', async () => {
    const consultant = await officeWithRound('Karla Konsulent');
    const make = async (office: typeof consultant, question: string) => {
      const { edition: _, ...draft } = await office.app['review.template']({ id: 'underretninger', edition: 1 });
      const sections = draft.sections.map((section, index) => ({
        ...section,
        items: section.items.map((item, at) => (index === 0 && at === 0 ? { ...item, question } : item)),
      }));
      const { saved } = await office.app['review.saveTemplate']({
        template: { ...draft, sections, id: null, title: 'Vores egen' },
      });
      return saved!;
    };
    const { id, edition } = await make(consultant, 'Et spørgsmål?');
    const [import1] = await consultant.app['importing.list']({});
    const { roundId } = await consultant.app['sampling.draw']({
      importId: import1!.importId,
      plan: { ...plan, seed: '99' },
      templateId: id,
      redrawReason: 'egen',
    });
    const ids = (await consultant.app['review.queue']({ roundId })).map(({ caseId }) => caseId);
    const own = { ...consultant, roundId, ids };
    const head = await officeWithRound(leader);
    expect(await make(head, 'Et andet?')).toMatchObject({ id, edition });
    await expect(sendCases(own, head)).rejects.toEqual(
      refused('package-template-missing', { id, edition, title: 'Vores egen' }),
    );

    const third = await openOffice('Olga Leder');
    const { roundId: there } = await sendCases(own, third);
    expect((await third.app['review.open']({ roundId: there, caseId: ids[0]! })).template.title).toBe('Vores egen');
  });
});

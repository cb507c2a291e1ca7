import { describe, expect, it } from 'vitest';

import { openApplication, refused } from '../application/open-application.ts';
import { answerAll, openRound, plan } from '../review/review-fixture.ts';
import { passphrase, profile } from '../store/store-fixture.ts';

describe('workspace.overview', () => {
  it('of a new workspace is empty', async () => {
    const { app } = await openApplication();
    expect(await app['workspace.overview']({})).toEqual({
      today: '2026-01-15',
      openActions: [],
      imports: 0,
      retention: [],
      round: null,
    });
  });

  it('counts the cases of the newest round without the replaced ones, and names the next', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const progress = async () => (await app['workspace.overview']({})).round;
    expect(await progress()).toEqual({
      id: roundId,
      name: 'Stikprøve 03-11-2025',
      drawn: 6,
      closed: 0,
      started: 0,
      nextCaseId: ids[0],
    });
    await app['sampling.replace']({ roundId, caseId: ids[0]!, reason: 'transferred' });
    expect(await progress()).toMatchObject({ drawn: 6, nextCaseId: ids[1] });
    await answerAll(round, ids[1]!);
    await app['review.close']({ roundId, caseId: ids[1]!, despiteWarnings: true });
    await app['review.answer']({ roundId, caseId: ids[3]!, itemId: 'journal', value: 'yes' });
    expect(await progress()).toMatchObject({ drawn: 6, closed: 1, started: 1, nextCaseId: ids[3] });
  });

  it('has no next case when all are closed, and turns to a newer round', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    for (const caseId of ids) {
      await answerAll(round, caseId);
      await app['review.close']({ roundId, caseId, despiteWarnings: true });
    }
    expect((await app['workspace.overview']({})).round).toMatchObject({ closed: 6, started: 0, nextCaseId: null });
    const { importId } = (await app['importing.list']({}))[0]!;
    const next = await app['sampling.draw']({ importId, plan, name: 'Anden', redrawReason: 'Ny måned' });
    const overview = await app['workspace.overview']({});
    expect(overview.imports).toBe(1);
    expect(overview.round).toMatchObject({ id: next.roundId, name: 'Anden', closed: 0, started: 0 });
  });

  it('puts open actions critical first, then by due date, those without one last, and leaves done ones out', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const add = (text: string, itemId: string, due: string | null) =>
      app['review.saveAction']({
        id: null,
        action: { roundId, caseId: ids[0]!, itemId, kind: 'case', text, owner: '', due },
      });
    await add('uden frist', 'journal', null);
    await add('snart', 'journal', '2026-01-16');
    await add('kritisk sen', 'barnets-stemme', '2026-03-01');
    await add('kritisk uden frist', 'barnets-stemme', null);
    await add('kritisk tidlig', 'samtykke', '2026-02-01');
    const { id } = await add('kritisk udført', 'samtykke', '2026-01-01');
    await app['review.setActionDone']({ id, done: true });
    const { openActions } = await app['workspace.overview']({});
    expect(openActions.map(({ text }) => text)).toEqual([
      'kritisk tidlig',
      'kritisk sen',
      'kritisk uden frist',
      'snart',
      'uden frist',
    ]);
  });
});

describe('workspace.settings', () => {
  it('renames, trimmed, and survives locking; the log says who did it, not what', async () => {
    const { app, ports, auditLog } = await openApplication();
    const names = { municipality: 'Eksempelkøbing', department: 'Børn', reviewer: 'Bo Dahl' };
    ports.events.length = 0;
    const status = await app['workspace.settings']({ ...names, reviewer: '  Bo Dahl ' });
    expect(status).toMatchObject({ state: 'open', ...names });
    expect(ports.events.at(-1)).toEqual({ name: 'workspace-changed' });
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect(await app['workspace.status']({})).toMatchObject(names);
    const log = await auditLog();
    expect(log.find(({ kind }) => kind === 'profile.set')).toMatchObject({ who: profile.reviewer, target: 'profile' });
    expect(log.at(-1)!.who).toBe('Bo Dahl');
    expect(JSON.stringify(log)).not.toContain('Eksempelkøbing');
  });

  it('is refused while the workspace is locked', async () => {
    const { app } = await openApplication();
    await app['workspace.lock']({});
    await expect(app['workspace.settings']({ ...profile })).rejects.toEqual(refused('workspace-locked'));
  });
});

describe('workspace.unlock', () => {
  it('with another passphrase is refused and stays locked', async () => {
    const { app } = await openApplication();
    await app['workspace.lock']({});
    await expect(app['workspace.unlock']({ passphrase: 'en forkert adgangskode' })).rejects.toEqual(
      refused('wrong-passphrase'),
    );
    expect(await app['workspace.status']({})).toMatchObject({ state: 'locked', reviewer: '' });
    expect((await app['workspace.unlock']({ passphrase })).reviewer).toBe(profile.reviewer);
  });

  it('is the only way in where a workspace lies already', async () => {
    const { app, onDisk } = await openApplication();
    await app['workspace.lock']({});
    const before = onDisk();
    await expect(app['workspace.create']({ passphrase: 'en anden adgangskode', ...profile })).rejects.toEqual(
      refused('workspace-exists'),
    );
    expect(onDisk()).toEqual(before);
  });
});

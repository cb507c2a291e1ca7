import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { refused } from '../application/open-application.ts';
import { answerAll, exportText, openRound, plan } from '../review/review-fixture.ts';
import { passphrase } from '../store/store-fixture.ts';

describe('retention', () => {
  it('is shown for every round, may be set, and reminds on the start page from a month before', async () => {
    const { app, ports, roundId } = await openRound();
    const [first] = await app['deletion.status']({});
    expect(first).toMatchObject({ roundId, retainUntil: '2026-07-15', due: false, daysLeft: 181, open: 6 });
    expect((await app['workspace.overview']({})).retention).toEqual([]);
    const [set] = await app['deletion.setRetention']({ roundId, retainUntil: '2026-02-10' });
    expect(set).toMatchObject({ retainUntil: '2026-02-10', daysLeft: 26 });
    expect((await app['workspace.overview']({})).retention).toMatchObject([{ roundId, due: false }]);
    ports.setDay('2026-02-10');
    expect((await app['workspace.overview']({})).retention).toMatchObject([{ roundId, due: true }]);
    await expect(app['deletion.setRetention']({ roundId, retainUntil: '2039-01-01' })).rejects.toEqual(
      refused('invalid-input'),
    );
    Object.assign(ports, { policy: { ...ports.policy, retentionMonths: 3 } });
    await expect(app['deletion.setRetention']({ roundId, retainUntil: '2026-05-01' })).rejects.toEqual(
      refused('forbidden-by-policy'),
    );
  });
});

describe('deletion.run', () => {
  it('does what the preview says, needs the name, and counts the draw as one that was made', async () => {
    const { app, roundId, addFile, ids } = await openRound();
    await answerAll({ app, roundId }, ids[0]!);
    const preview = await app['deletion.preview']({ roundId });
    expect(preview).toMatchObject({ cases: 6, reviews: 1, populations: ['sager.csv'], backups: 0 });
    expect(preview.keeps).not.toContain('population-in-use');
    await expect(app['deletion.run']({ roundId, name: 'En anden' })).rejects.toEqual(refused('round-name-differs'));
    const { name } = (await app['deletion.status']({}))[0]!;
    const receipt = await app['deletion.run']({ roundId, name });
    const { cases, reviews, answers, actions } = preview;
    expect(receipt.removed).toMatchObject({ cases, reviews, answers, actions, populations: 1 });
    expect(receipt.complete).toBe(true);
    const { lines } = await app['audit.list']({ limit: 500 });
    expect(lines.find(({ number }) => number === receipt.auditNumber)).toMatchObject({
      kind: 'round.deleted',
      target: roundId,
    });
    expect(await app['importing.list']({})).toEqual([]);
    const { importId } = await app['importing.run']({ file: addFile('igen.csv', exportText) });
    expect((await app['sampling.preview']({ importId, plan })).drawNumber).toBe(2);
  });

  it('keeps the population that another round was drawn on', async () => {
    const { app, roundId } = await openRound();
    const { importId } = (await app['importing.list']({}))[0]!;
    const again = await app['sampling.draw']({ importId, plan: { ...plan, seed: '4712' }, redrawReason: 'Prøve' });
    expect(await app['deletion.preview']({ roundId })).toMatchObject({ populations: [] });
    const { name } = (await app['deletion.status']({})).find((each) => each.roundId === roundId)!;
    await app['deletion.run']({ roundId, name });
    expect((await app['sampling.enlarge']({ roundId: again.roundId, size: 5, reason: 'Flere' })).roundId).toBe(
      again.roundId,
    );
  });
});

describe('populations that are still there', () => {
  it('are told with their reason, and go when the rounds are closed', async () => {
    const { app, roundId, ids } = await openRound();
    const { importId } = (await app['importing.list']({}))[0]!;
    expect(await app['deletion.populations']({})).toMatchObject([{ importId, why: 'open-round' }]);
    await expect(app['deletion.removePopulation']({ importId })).rejects.toEqual(refused('population-needed'));
    for (const caseId of ids) {
      await answerAll({ app, roundId }, caseId);
      await app['review.close']({ roundId, caseId, despiteWarnings: true });
    }
    expect(await app['deletion.populations']({})).toMatchObject([{ importId, why: 'rounds-closed' }]);
    expect(await app['deletion.removePopulation']({ importId })).toEqual([]);
    expect(await app['review.queue']({ roundId })).toHaveLength(6);
  });

  it('and that no import names are swept when the workspace is opened', async () => {
    const { app, ports } = await openRound();
    const folder = join(ports.workspaceFolder, 'populations');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'afbrudt.ltdb'), randomBytes(500));
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    // The sweep goes on behind the opening: it may have to open every copy.
    await vi.waitFor(() => expect(existsSync(join(folder, 'afbrudt.ltdb'))).toBe(false), { timeout: 10_000 });
    expect(await app['deletion.populations']({})).toHaveLength(1);
  });
});

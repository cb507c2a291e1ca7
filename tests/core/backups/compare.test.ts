import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { answerAll, openRound } from '../review/review-fixture.ts';

describe('comparing with a copy', () => {
  it('counts what differs, for the whole and for each round', async () => {
    const round = await openRound();
    const { app, ports, roundId, ids } = round;
    await answerAll(round, ids[0]!);
    ports.setDay('2026-01-16');
    await answerAll(round, ids[1]!);
    await app['review.close']({ roundId, caseId: ids[0]!, despiteWarnings: true });
    const file = round.addFile('flere.csv', 'Sagsnr.;Team\r\nX-1;Nord\r\n');
    await app['importing.run']({ file });
    const { rows } = await app['backups.compare']({ id: 'tilsyn-2026-01-16.ltdb' });
    const [name] = (await app['sampling.rounds']({})).map((one) => one.name);
    const of = (what: string, whose = '') => rows.find((row) => row.what === what && row.name === whose);
    expect(of('imports')).toMatchObject({ now: 2, then: 1 });
    expect(of('populations')).toMatchObject({ now: 2, then: 1 });
    expect(of('rounds')).toMatchObject({ now: 1, then: 1 });
    expect(of('cases')).toMatchObject({ now: 6, then: 6 });
    expect(of('reviews-draft')).toMatchObject({ now: 1, then: 1 });
    expect(of('reviews-done')).toMatchObject({ now: 1, then: 0 });
    expect(of('reviews-done', name)).toMatchObject({ now: 1, then: 0 });
    expect(of('answers', name)?.now).toBe(2 * (of('answers', name)?.then ?? 0));
    expect(of('cases', name)).toBeUndefined();
    expect(of('changes')!.now).toBeGreaterThan(of('changes')!.then);
    expect(rows.filter(({ what }) => what === 'population-gone')).toEqual([]);
  });

  it('names a round that only one of the two has, and cases that restoring will not bring back', async () => {
    const round = await openRound();
    const { app, ports, roundId } = round;
    const [before] = await app['backups.list']({});
    ports.setDay('2026-01-16');
    await app['review.viewed']({ roundId, caseId: round.ids[0]! });
    await app['report.setSettings']({ threshold: 10 });
    const earlier = await app['backups.compare']({ id: before!.id });
    expect(earlier.rows.find(({ what, name }) => what === 'cases' && name !== '')).toMatchObject({ now: 6, then: 0 });
    rmSync(join(ports.workspaceFolder, 'populations'), { recursive: true });
    const { rows } = await app['backups.compare']({ id: 'tilsyn-2026-01-16.ltdb' });
    expect(rows.filter(({ what }) => what === 'population-gone')).toEqual([
      { what: 'population-gone', name: 'sager.csv', now: 0, then: 16 },
    ]);
  });

  it('restores over the wire, says what is gone, and forgets the cases of before', async () => {
    const { app, ports, roundId } = await openRound();
    ports.setDay('2026-01-16');
    await app['report.setSettings']({ threshold: 10 });
    rmSync(join(ports.workspaceFolder, 'populations'), { recursive: true });
    const passphrase = 'tre små grise i skoven';
    const status = await app['backups.restore']({ id: 'tilsyn-2026-01-16.ltdb', passphrase });
    expect(status).toMatchObject({ state: 'open', damaged: false, place: 'local', gone: ['sager.csv'] });
    expect((await app['report.settings']({})).threshold).not.toBe(10);
    const [round] = await app['sampling.rounds']({});
    const importId = round?.importId ?? '';
    await expect(app['population.list']({ importId })).rejects.toMatchObject({ code: 'population-deleted' });
    expect(await app['review.queue']({ roundId })).toHaveLength(6);
  });
});

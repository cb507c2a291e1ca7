import { describe, expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { type OpenRound, openRound } from './review-fixture.ts';

const draftOf = ({ roundId, ids }: OpenRound, part: object = {}) => ({
  roundId,
  caseId: ids[0]!,
  itemId: 'barnets-stemme',
  kind: 'case' as const,
  text: 'Tal med barnet',
  owner: 'Afdelingsleder',
  due: '2026-01-29',
  category: null,
  ...part,
});

describe('review.saveAction', () => {
  it('on a critical item of a case is critical; on another item, or for the practice, it is not', async () => {
    const round = await openRound();
    const { app } = round;
    const save = (part: object) => app['review.saveAction']({ id: null, action: draftOf(round, part) });
    const critical = await save({});
    expect(critical).toMatchObject({ ...draftOf(round), critical: true, done: null });
    expect(critical.created).toMatch(/^2026-01-15T/u);
    expect(await save({ itemId: 'journal' })).toMatchObject({ critical: false });
    expect(await save({ itemId: null })).toMatchObject({ critical: false });
    const practice = await save({ caseId: null, kind: 'practice', category: 'workflows', due: null, owner: '' });
    expect(practice).toMatchObject({ caseId: null, itemId: 'barnets-stemme', critical: false, due: null, owner: '' });
    const all = await app['review.actions']({});
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    expect(all[0]).toEqual(critical);
  });

  it('stands on its case, and not on another', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const action = await app['review.saveAction']({ id: null, action: draftOf(round) });
    await app['review.saveAction']({
      id: null,
      action: draftOf(round, { caseId: null, kind: 'practice', category: 'competence' }),
    });
    expect((await app['review.open']({ roundId, caseId: ids[0]! })).actions).toEqual([action]);
    expect((await app['review.open']({ roundId, caseId: ids[1]! })).actions).toEqual([]);
  });

  it('changes an action in place: its day of birth, its id and its being done stay', async () => {
    const round = await openRound();
    const { app } = round;
    const first = await app['review.saveAction']({ id: null, action: draftOf(round) });
    await app['review.setActionDone']({ id: first.id, done: true });
    const action = draftOf(round, { text: 'Tal med barnet igen', owner: 'Faglig leder', itemId: 'journal' });
    const changed = await app['review.saveAction']({ id: first.id, action });
    expect(changed).toEqual({
      ...action,
      id: first.id,
      created: first.created,
      critical: false,
      done: '2026-01-15',
      measured: null,
    });
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect(await app['review.actions']({})).toEqual([changed]);
  });

  it.each([
    ['an item that is not on the checklist', 'unknown-item', { itemId: 'findes-ikke' }],
    ['a case outside the round', 'case-not-in-round', { caseId: 'S-99' }],
    ['a round that is not there', 'round-not-found', { roundId: 'findes-ikke' }],
    ['no text', 'invalid-input', { text: '  ' }],
    ['a change of practice without a category', 'category-missing', { kind: 'practice', caseId: null }],
    ['a due date that is none', 'invalid-input', { due: '31-01-2026' }],
  ])('with %s is refused as %s, and nothing is kept', async (_what, code, part) => {
    const round = await openRound();
    const before = round.onDisk();
    await expect(round.app['review.saveAction']({ id: null, action: draftOf(round, part) })).rejects.toEqual(
      refused(code),
    );
    expect(await round.app['review.actions']({})).toEqual([]);
    expect(round.onDisk()).toEqual(before);
  });
});

describe('review.setActionDone', () => {
  it('stamps the day in Denmark, and takes it away again', async () => {
    const round = await openRound();
    const { app, ports } = round;
    const { id } = await app['review.saveAction']({ id: null, action: draftOf(round) });
    ports.setDay('2026-02-01');
    expect((await app['review.setActionDone']({ id, done: true })).done).toBe('2026-02-01');
    expect(ports.events.at(-1)).toEqual({ name: 'stage-changed', stage: 'review' });
    expect((await app['review.setActionDone']({ id, done: false })).done).toBeNull();
    expect((await app['review.actions']({}))[0]!.done).toBeNull();
  });

  it('is refused for an action that is not there, and so is changing it', async () => {
    const round = await openRound();
    const before = round.onDisk();
    await expect(round.app['review.setActionDone']({ id: 'findes-ikke', done: true })).rejects.toEqual(
      refused('action-not-found'),
    );
    await expect(round.app['review.saveAction']({ id: 'findes-ikke', action: draftOf(round) })).rejects.toEqual(
      refused('action-not-found'),
    );
    expect(round.onDisk()).toEqual(before);
  });
});

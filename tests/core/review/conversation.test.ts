import { describe, expect, it } from 'vitest';

import type { CaseworkerComment, Conversation } from '#shared/domain/review/conversation.ts';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { answerAll, openRound } from './review-fixture.ts';

const talk: Conversation = {
  held: '2026-01-22',
  praise: 'Barnets egne ord står i notatet – flot.',
  agreement: 'Ny samtale senest fredag',
  due: '2026-01-30',
};
const disagree: CaseworkerComment = { stance: 'disagree', text: 'Barnet blev hørt 3. maj' };

describe('the conversation', () => {
  it('is there before anything is answered, after closing and after reopening, and changes no answer', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const [caseId] = ids as [string];
    const of = { roundId, caseId };
    expect((await app['review.open'](of)).conversation).toBeNull();
    expect(await app['review.saveConversation']({ ...of, conversation: talk })).toEqual(talk);
    await answerAll(round, caseId);
    await app['review.close']({ ...of, despiteWarnings: true });
    const closed = await app['review.open'](of);
    expect(closed).toMatchObject({ state: 'done', conversation: talk });
    const later = { ...talk, agreement: 'Samtalen er holdt', due: null };
    await app['review.saveConversation']({ ...of, conversation: later });
    await app['review.saveComment']({ ...of, itemId: 'journal', comment: disagree });
    const after = await app['review.open'](of);
    expect(after).toMatchObject({ state: 'done', conversation: later, comments: { journal: disagree } });
    expect(after.answers).toEqual(closed.answers);
    await app['review.lock']({ roundId });
    await app['review.saveConversation']({ ...of, conversation: talk });
    expect(await app['review.open'](of)).toMatchObject({ state: 'locked', conversation: talk });
  });

  it('survives a restart, with its comments, and belongs to its own case alone', async () => {
    const { app, roundId, ids } = await openRound();
    const [caseId, other] = ids as [string, string];
    const of = { roundId, caseId };
    await app['review.saveConversation']({ ...of, conversation: talk });
    await app['review.saveComment']({ ...of, itemId: 'journal', comment: disagree });
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect(await app['review.open'](of)).toMatchObject({ conversation: talk, comments: { journal: disagree } });
    expect(await app['review.open']({ roundId, caseId: other })).toMatchObject({ conversation: null, comments: {} });
  });

  it('has one comment on an item: a later one takes its place, null takes it away and leaves the others', async () => {
    const { app, roundId, ids } = await openRound();
    const of = { roundId, caseId: ids[0]! };
    await app['review.saveComment']({ ...of, itemId: 'journal', comment: disagree });
    await app['review.saveComment']({ ...of, itemId: 'barnets-stemme', comment: { stance: 'agree', text: '' } });
    await app['review.saveComment']({ ...of, itemId: 'journal', comment: { stance: 'agree', text: 'Set igen' } });
    expect((await app['review.open'](of)).comments).toEqual({
      journal: { stance: 'agree', text: 'Set igen' },
      'barnets-stemme': { stance: 'agree', text: '' },
    });
    await app['review.saveComment']({ ...of, itemId: 'journal', comment: null });
    expect((await app['review.open'](of)).comments).toEqual({ 'barnets-stemme': { stance: 'agree', text: '' } });
  });

  it('is refused for a case outside the round, a replaced one, an unknown item, and a text beyond all reason', async () => {
    const { app, roundId, ids, outside, onDisk } = await openRound();
    await app['sampling.replace']({ roundId, caseId: ids[0]!, reason: 'transferred' });
    const before = onDisk();
    for (const caseId of [outside, ids[0]!]) {
      const of = { roundId, caseId };
      await expect(app['review.saveConversation']({ ...of, conversation: talk })).rejects.toEqual(
        refused('case-not-in-round'),
      );
      await expect(app['review.saveComment']({ ...of, itemId: 'journal', comment: null })).rejects.toEqual(
        refused('case-not-in-round'),
      );
    }
    const of = { roundId, caseId: ids[1]! };
    await expect(app['review.saveComment']({ ...of, itemId: 'findes-ikke', comment: disagree })).rejects.toEqual(
      refused('unknown-item'),
    );
    const endless = { ...talk, praise: 'x'.repeat(5_001) };
    await expect(app['review.saveConversation']({ ...of, conversation: endless })).rejects.toEqual(
      refused('invalid-input'),
    );
    expect(onDisk()).toEqual(before);
  });

  it('is in the audit log without its words', async () => {
    const { app, roundId, ids, auditLog } = await openRound();
    await app['review.saveConversation']({ roundId, caseId: ids[0]!, conversation: talk });
    await app['review.saveComment']({ roundId, caseId: ids[0]!, itemId: 'journal', comment: disagree });
    const log = await auditLog();
    expect(log.map(({ kind, target }) => `${kind} ${target}`)).toEqual(
      expect.arrayContaining([`conversation.saved ${roundId}/${ids[0]}`, `comment.saved ${roundId}/${ids[0]}/journal`]),
    );
    expect(JSON.stringify(log)).not.toMatch(/flot|hørt|fredag/u);
  });
});

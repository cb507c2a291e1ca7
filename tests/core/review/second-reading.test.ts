import { describe, expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { answerAll, openRound } from './review-fixture.ts';
import {
  begin,
  bothClosed,
  closeFirst,
  closeSecond,
  picked,
  readSecond,
  secondReader,
} from './second-reading-fixture.ts';

describe('review.drawSecond', () => {
  it('picks that many of the round, keeps them in a larger pick, and takes nothing back', async () => {
    const { app, roundId, ids } = await openRound('underretninger');
    const two = await app['review.drawSecond']({ roundId, count: 2 });
    expect(two.caseIds).toHaveLength(2);
    expect(two.caseIds.every((id) => ids.includes(id))).toBe(true);
    const four = await app['review.drawSecond']({ roundId, count: 4 });
    expect(four.caseIds.slice(0, 2)).toEqual(two.caseIds);
    expect(four.seed).toBe(two.seed);
    expect(await app['review.drawSecond']({ roundId, count: 1 })).toEqual(four);
    expect((await app['review.drawSecond']({ roundId, count: 99 })).caseIds.toSorted()).toEqual(ids.toSorted());
  });

  it('writes nothing where nothing is added', async () => {
    const { app, roundId, onDisk } = await openRound('underretninger');
    await app['review.drawSecond']({ roundId, count: 2 });
    const before = onDisk();
    await app['review.drawSecond']({ roundId, count: 2 });
    expect(onDisk()).toEqual(before);
  });

  it('picks another case in the place of a replaced one, which nobody reads any more', async () => {
    const round = await openRound('underretninger');
    const { app, roundId, ids } = round;
    const random = (await app['review.queue']({ roundId })).filter(({ part }) => part === 'random');
    const { caseIds } = await app['review.drawSecond']({ roundId, count: ids.length });
    const out = random.find(({ caseId }) => caseIds.includes(caseId))!.caseId;
    await app['sampling.replace']({ roundId, caseId: out, reason: 'transferred' });
    const { lines, cases } = await app['review.secondReadings']({ roundId });
    expect(lines.map(({ caseId }) => caseId)).not.toContain(out);
    expect([lines.length, cases]).toEqual([ids.length - 1, ids.length]);
    await app['review.drawSecond']({ roundId, count: ids.length });
    expect((await app['review.secondReadings']({ roundId })).lines).toHaveLength(ids.length);
    await expect(app['review.startSecond']({ roundId, caseId: out, reader: secondReader })).rejects.toEqual(
      refused('case-not-in-round'),
    );
  });

  it('knows no round that is not there', async () => {
    const { app } = await openRound('underretninger');
    await expect(app['review.drawSecond']({ roundId: 'x', count: 1 })).rejects.toEqual(refused('round-not-found'));
    await expect(app['review.secondReadings']({ roundId: 'x' })).rejects.toEqual(refused('round-not-found'));
  });
});

describe('who reads a case a second time', () => {
  it('is never the first reader, however the name is written', async () => {
    const round = await picked();
    const { app, roundId, caseId } = round;
    for (const reader of ['Åse Prøve', ' åSE  PRØVE ']) {
      await expect(app['review.startSecond']({ roundId, caseId, reader })).rejects.toEqual(refused('same-reader'));
    }
    await closeFirst(round);
    await app['workspace.settings']({ municipality: 'P', department: 'B', reviewer: 'Ny Leder' });
    await expect(app['review.startSecond']({ roundId, caseId, reader: 'Åse Prøve' })).rejects.toEqual(
      refused('same-reader'),
    );
    await app['review.startSecond']({ roundId, caseId, reader: 'Ny Leder' });
  });

  it('is one person: another reader cannot go on with a second reading that is begun', async () => {
    const round = await picked();
    await begin(round);
    const { app, roundId, caseId } = round;
    await expect(app['review.startSecond']({ roundId, caseId, reader: 'Carl' })).rejects.toEqual(
      refused('same-reader'),
    );
    await app['review.startSecond']({ roundId, caseId, reader: 'bo anden' });
    expect((await app['review.open']({ roundId, caseId, reading: 2 })).reader).toBe(secondReader);
  });

  it('cannot begin the first reading afterwards under the same name', async () => {
    const round = await picked();
    await begin(round);
    const { app, roundId, caseId } = round;
    await app['workspace.settings']({ municipality: 'P', department: 'B', reviewer: 'Bo Anden' });
    await app['review.viewed']({ roundId, caseId });
    const answer = { roundId, caseId, itemId: 'u-naeste-skridt', value: 'yes' as const };
    await expect(app['review.answer'](answer)).rejects.toEqual(refused('same-reader'));
    await app['workspace.settings']({ municipality: 'P', department: 'B', reviewer: 'Åse Prøve' });
    await app['review.answer'](answer);
    expect((await app['review.open']({ roundId, caseId })).reader).toBe('Åse Prøve');
  });

  it('reads only a picked case, and only after it is begun', async () => {
    const round = await picked();
    const { app, roundId, ids, caseId, outside } = round;
    const other = ids.find((id) => id !== caseId)!;
    const start = (id: string) => app['review.startSecond']({ roundId, caseId: id, reader: secondReader });
    await expect(start(other)).rejects.toEqual(refused('not-second-read'));
    await expect(start(outside)).rejects.toEqual(refused('case-not-in-round'));
    const reading = { roundId, caseId, reading: 2 } as const;
    await expect(app['review.open'](reading)).rejects.toEqual(refused('not-second-read'));
    await expect(app['review.viewed'](reading)).rejects.toEqual(refused('not-second-read'));
    await expect(app['review.close'](reading)).rejects.toEqual(refused('not-second-read'));
    await expect(app['review.answer']({ ...reading, itemId: 'u-naeste-skridt', value: 'yes' })).rejects.toEqual(
      refused('not-second-read'),
    );
  });
});

describe('a blind reading', () => {
  it('shows nothing of the other one, and undoes nothing of it', async () => {
    const round = await picked();
    const { app, roundId, caseId } = round;
    await app['review.answer']({
      roundId,
      caseId,
      itemId: 'u-naeste-skridt',
      value: 'no',
      note: 'FØRSTE',
      evidence: 'FØRSTE',
    });
    const action = {
      roundId,
      caseId,
      itemId: 'u-naeste-skridt',
      kind: 'case',
      text: 'FØRSTE',
      owner: 'FØRSTE',
    } as const;
    await app['review.saveAction']({ id: null, action: { ...action, due: '2026-02-01', category: null } });
    const conversation = { held: null, praise: 'FØRSTE', agreement: 'FØRSTE', due: null };
    await app['review.saveConversation']({ roundId, caseId, conversation });
    await app['review.saveComment']({
      roundId,
      caseId,
      itemId: 'u-naeste-skridt',
      comment: { stance: 'agree', text: 'FØRSTE' },
    });
    await begin(round);
    const blank = await app['review.open']({ roundId, caseId, reading: 2 });
    expect(JSON.stringify(blank)).not.toContain('FØRSTE');
    expect(blank).toMatchObject({ answers: [], canUndo: false, reading: 2, reader: secondReader });
    await expect(app['review.undo']({ roundId, caseId, reading: 2 })).rejects.toEqual(refused('nothing-to-undo'));

    await app['review.answer']({ roundId, caseId, reading: 2, itemId: 'u-naeste-skridt', value: 'yes', note: 'ANDEN' });
    const first = await app['review.open']({ roundId, caseId });
    expect(JSON.stringify(first)).not.toContain('ANDEN');
    expect(first.answers).toMatchObject([{ itemId: 'u-naeste-skridt', value: 'no' }]);
    for (const shown of [
      await app['review.queue']({ roundId }),
      await app['review.secondReadings']({ roundId }),
      await app['review.agreement']({ roundId }),
    ]) {
      expect(JSON.stringify(shown)).not.toMatch(/FØRSTE|ANDEN/u);
    }
    await app['review.undo']({ roundId, caseId, reading: 2 });
    expect((await app['review.open']({ roundId, caseId })).answers).toMatchObject([{ value: 'no' }]);
  });

  it('is compared only when both are closed; reopening either hides the comparison again', async () => {
    const round = await picked();
    const { app, roundId, caseId } = round;
    const compare = () => app['review.compare']({ roundId, caseId });
    const open = refused('second-reading-open');
    await expect(compare()).rejects.toEqual(open);
    await closeFirst(round);
    await expect(compare()).rejects.toEqual(open);
    await begin(round);
    await readSecond(round, 'yes', { 'u-naeste-skridt': 'no' });
    await expect(compare()).rejects.toEqual(open);
    expect(await app['review.agreement']({ roundId })).toMatchObject({ picked: 1, bothClosed: [], items: [] });
    await closeSecond(round);
    const comparison = await compare();
    expect(comparison.readers).toEqual(['Åse Prøve', secondReader]);
    const values = [comparison.first, comparison.second].map(
      (answers) => answers.find(({ itemId }) => itemId === 'u-naeste-skridt')!.value,
    );
    expect(values).toEqual(['yes', 'no']);
    for (const reading of [1, 2] as const) {
      await app['review.reopen']({ roundId, caseId, reading, reason: 'Bilag fundet' });
      await expect(compare()).rejects.toEqual(open);
      expect((await app['review.agreement']({ roundId })).bothClosed).toEqual([]);
      await app['review.close']({ roundId, caseId, reading, despiteWarnings: true });
      expect((await compare()).caseId).toBe(caseId);
    }
  });

  it('closes without an action for a critical finding, which the first reading needs', async () => {
    const round = await picked();
    const { app, roundId, caseId } = round;
    await begin(round);
    await readSecond(round, 'no');
    await closeSecond(round);
    expect((await app['review.open']({ roundId, caseId, reading: 2 })).state).toBe('done');
    await answerAll(round, caseId, ['u-barnet-set']);
    await app['review.answer']({ roundId, caseId, itemId: 'u-barnet-set', value: 'no' });
    await expect(app['review.close']({ roundId, caseId, despiteWarnings: true })).rejects.toEqual(
      refused('critical-action-missing', { itemId: 'u-barnet-set' }),
    );
  });

  it('changes no figure of a report: only the first reading counts', async () => {
    const round = await picked();
    const { app, roundId } = round;
    await closeFirst(round);
    const kinds = ['administrative', 'political'] as const;
    const figures = () =>
      Promise.all(kinds.map(async (kind) => (await app['report.preview']({ roundId, kind })).figures));
    const before = await figures();
    await begin(round);
    await readSecond(round, 'no');
    expect(await figures()).toEqual(before);
    await closeSecond(round);
    expect(await figures()).toEqual(before);
    const casework = await app['report.preview']({ roundId, kind: 'casework' });
    expect(JSON.stringify(casework)).not.toContain('hemmelig');
  });

  it('survives a restart, half read', async () => {
    const round = await picked();
    const { app, roundId, caseId } = round;
    await begin(round);
    await app['review.answer']({ roundId, caseId, reading: 2, itemId: 'u-naeste-skridt', value: 'partly', note: 'Æ' });
    const [lines, open] = [
      await app['review.secondReadings']({ roundId }),
      await app['review.open']({ roundId, caseId, reading: 2 }),
    ];
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect(await app['review.secondReadings']({ roundId })).toEqual(lines);
    expect(await app['review.open']({ roundId, caseId, reading: 2 })).toEqual(open);
    expect(open).toMatchObject({
      state: 'draft',
      canUndo: true,
      answers: [{ itemId: 'u-naeste-skridt', value: 'partly' }],
    });
  });

  it('names nobody in the audit log', async () => {
    const round = await bothClosed();
    expect(JSON.stringify(await round.auditLog())).not.toMatch(/Bo Anden|hemmelig/u);
  });
});

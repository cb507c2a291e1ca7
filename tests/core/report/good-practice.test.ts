import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { itemIds, type OpenRound, openRound } from '../review/review-fixture.ts';
import { hasWorkbookReader, readWorkbook } from '../../support/read-workbook.ts';
import { profile, temporaryFolder } from '../store/store-fixture.ts';

const everything = { text: '', areaId: null };

async function starred(): Promise<OpenRound & { readonly caseId: string; readonly itemId: string }> {
  const opened = await openRound();
  const [caseId = ''] = opened.ids;
  const [itemId = ''] = await itemIds(opened.app, opened.roundId, caseId);
  await opened.app['review.answer']({
    roundId: opened.roundId,
    caseId,
    itemId,
    value: 'yes',
    goodPractice: 'Barn Hemmelig 3 valgte selv stedet',
  });
  return { ...opened, caseId, itemId };
}

/** Every cell, as another program reads them. */
function textOf(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'god.xlsx');
  writeFileSync(path, bytes);
  return JSON.stringify(readWorkbook(path));
}

describe('the catalogue of good practice in a workspace', () => {
  it('has what was starred, without the child of another case, and asks the department', async () => {
    const { app, ports, roundId, caseId, itemId } = await starred();
    const { entries, areas, total } = await app['goodPractice.list'](everything);
    expect(total).toBe(1);
    expect(areas).toEqual([expect.objectContaining({ entries: 1 })]);
    expect(entries).toEqual([
      expect.objectContaining({
        roundId,
        caseId,
        itemId,
        what: '[navn] valgte selv stedet',
        named: true,
        ask: profile.department,
      }),
    ]);
    expect(ports.events).toContainEqual({ name: 'stage-changed', stage: 'review' });
  });

  it.skipIf(!hasWorkbookReader)(
    'keeps what is written for it, also after a restart, and writes the sheet without what is hidden',
    async () => {
      const { app, ports, addFile, fromDisk, roundId, caseId, itemId } = await starred();
      const words = { what: 'Barnet vælger stedet', why: 'Det giver ro', ask: 'Team Nord', hidden: false };
      await app['goodPractice.save']({ roundId, caseId, itemId, ...words });
      expect(await fromDisk((store) => store.read((tables) => tables.goodPractice.list()))).toEqual([
        { roundId, caseId, itemId, ...words },
      ]);
      const target = addFile('god.xlsx', '');
      expect(await app['goodPractice.write']({ ...everything, target })).toMatchObject({ entries: 1 });
      const text = textOf(await ports.files.read(target));
      expect(text).toContain('Barnet vælger stedet');
      expect(text).not.toContain(caseId);
      await app['goodPractice.save']({ roundId, caseId, itemId, ...words, hidden: true });
      expect(await app['goodPractice.write']({ ...everything, target })).toMatchObject({ entries: 0 });
      expect((await app['goodPractice.list'](everything)).entries[0]).toMatchObject({ hidden: true });
    },
  );

  it('refuses a name and a CPR number in what is written for all, and keeps what stood', async () => {
    const { app, roundId, caseId, itemId, onDisk } = await starred();
    const before = onDisk();
    const words = { what: 'Barnet vælger stedet', why: '', ask: '', hidden: false };
    for (const said of [
      { why: 'Barn Hemmelig 7 var tryg' },
      { ask: 'Spørg Barn Hemmelig 7' },
      { what: '010112-1234' },
    ]) {
      await expect(app['goodPractice.save']({ roundId, caseId, itemId, ...words, ...said })).rejects.toMatchObject({
        code: 'report-contains-person-data',
      });
    }
    expect(onDisk()).toEqual(before);
    await expect(app['goodPractice.save']({ roundId, caseId: 'S-99', itemId, ...words })).rejects.toMatchObject({
      code: 'case-not-in-round',
    });
  });

  it('goes with its round when that is deleted', async () => {
    const { app, roundId, caseId, itemId, fromDisk } = await starred();
    await app['goodPractice.save']({ roundId, caseId, itemId, what: 'x', why: '', ask: '', hidden: false });
    const [{ name } = { name: '' }] = await app['deletion.status']({});
    await app['deletion.run']({ roundId, name });
    expect((await app['goodPractice.list'](everything)).total).toBe(0);
    expect(await fromDisk((store) => store.read((tables) => tables.goodPractice.list()))).toEqual([]);
  });
});

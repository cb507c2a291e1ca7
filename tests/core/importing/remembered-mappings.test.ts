import { describe, expect, it } from 'vitest';

import { openApplication, refused } from '../application/open-application.ts';

const october = 'Nr.;Gruppe;Dato\r\nA-1;Nord;03/04/2025\r\nA-2;Syd;05/06/2025\r\n';
const november = 'Børnesager\r\nDato;NR;gruppe\r\n07/08/2025;B-1;Nord\r\n';
const mapping = {
  unit: 'child' as const,
  columns: [
    { header: 'Nr.', field: 'case_id' as const },
    { header: 'Gruppe', field: 'placement_form' as const },
    { header: 'Dato', field: 'opened' as const, dateOrder: 'month-day' as const },
  ],
};

describe('a mapping that is remembered', () => {
  it('is proposed and used for the next file with the same column names, in whatever order and place', async () => {
    const { app, addFile } = await openApplication();
    const first = await app['importing.run']({
      file: addFile('oktober.csv', october),
      mapping,
      remember: { name: 'Nexus, Børn og Familie' },
    });
    expect(first).toMatchObject({ unit: 'child', mappingName: 'Nexus, Børn og Familie' });
    const file = addFile('november.csv', november);
    const inspection = await app['importing.inspect']({ file });
    expect(inspection.remembered?.name).toBe('Nexus, Børn og Familie');
    expect(inspection.unit).toBe('child');
    expect(inspection.columns.map(({ field, dateOrder }) => [field, dateOrder])).toEqual([
      ['opened', 'month-day'],
      ['case_id', null],
      ['placement_form', null],
    ]);
    for (const request of [{ file }, { file, mapping: inspection.mapping }]) {
      const next = await app['importing.run'](request);
      expect(next).toMatchObject({ unit: 'child', mappingName: 'Nexus, Børn og Familie', problemCount: 0 });
      const { values } = await app['population.case']({ importId: next.importId, caseId: 'B-1' });
      expect(values).toMatchObject({ opened: '2025-07-08', placement_form: 'Nord' });
    }
  });

  it('is not named where the file was read in another way, and is not used once forgotten', async () => {
    const { app, addFile } = await openApplication();
    const file = addFile('oktober.csv', october);
    await app['importing.run']({ file, mapping, remember: { name: 'Nexus' } });
    expect((await app['importing.run']({ file, mapping: { ...mapping, unit: 'case' } })).mappingName).toBeNull();
    const [known, ...others] = await app['importing.mappings']({});
    expect([known?.name, others]).toEqual(['Nexus', []]);
    const { headersKey } = known!;
    expect(await app['importing.forgetMapping']({ headersKey })).toEqual({ forgotten: true });
    expect(await app['importing.forgetMapping']({ headersKey })).toEqual({ forgotten: false });
    expect((await app['importing.inspect']({ file })).remembered).toBeNull();
    const plain = await app['importing.run']({ file });
    expect(plain.mappingName).toBeNull();
    expect(plain.problemKinds).toEqual([{ code: 'ambiguous-date', column: 'Dato', count: 2, listed: 2 }]);
  });

  it('survives a lock, and a failed import remembers nothing', async () => {
    const { app, addFile, fromDisk } = await openApplication();
    const empty = addFile('tom.csv', 'Nr.;Gruppe;Dato\r\n');
    await expect(app['importing.run']({ file: empty, mapping, remember: { name: 'Tom' } })).rejects.toEqual(
      refused('no-cases'),
    );
    expect(await app['importing.mappings']({})).toEqual([]);
    await app['importing.run']({ file: addFile('a.csv', october), mapping, remember: { name: 'Nexus' } });
    const onDisk = await fromDisk((store) => store.read((tables) => tables.mappings.list()));
    expect(onDisk).toMatchObject([{ name: 'Nexus', mapping }]);
  });
});

describe('a mapping as a file', () => {
  it('is written, read again, and refused when it is something else', async () => {
    const { app, addFile, ports } = await openApplication();
    const target = { ref: 'nexus.json', name: 'nexus.json' };
    await app['importing.saveMapping']({ mapping: { ...mapping, sheet: 'Ark1', headerRow: 3 }, name: 'Nexus', target });
    expect(await app['importing.readMapping']({ file: target })).toEqual({ name: 'Nexus', mapping });
    expect(new TextDecoder().decode(await ports.files.read(target))).not.toContain('headerRow');
    for (const text of ['', 'Sagsnr;Team', '{"columns":{"Nr":"hvad?"}}', '{"format":"andet","columns":[]}']) {
      const other = addFile('andet.json', text);
      await expect(app['importing.readMapping']({ file: other })).rejects.toEqual(refused('mapping-file-invalid'));
    }
  });
});

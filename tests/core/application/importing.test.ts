import { describe, expect, it } from 'vitest';

import { exportText } from '../review/review-fixture.ts';
import { openApplication, refused } from './open-application.ts';

describe('importing.example', () => {
  it('gives 2.000 cases and exactly one problem, the summary row, and is marked as an example', async () => {
    const { app } = await openApplication();
    const progress: { readonly done: number; readonly total: number }[] = [];
    const summary = await app['importing.example']({}, { report: (step) => progress.push(step) });
    expect(summary).toMatchObject({ cases: 2_000, problemCount: 1, example: true });
    expect(summary.rows.total).toBe(summary.rows.header + summary.rows.blank + 2_000 + 1);
    expect(await app['importing.problems']({ importId: summary.importId })).toEqual([
      expect.objectContaining({ code: 'summary-row' }),
    ]);
    expect((await app['population.list']({ importId: summary.importId })).total).toBe(2_000);
    expect(await app['importing.list']({})).toEqual([summary]);
    expect(progress.at(-1)!.done).toBe(progress.at(-1)!.total);
  });
});

describe('importing.run', () => {
  it('twice on one file gives two imports of the same list', async () => {
    const { app, addFile, onDisk } = await openApplication();
    const file = addFile('sager.csv', exportText);
    const first = await app['importing.run']({ file });
    const second = await app['importing.run']({ file });
    expect(second.importId).not.toBe(first.importId);
    expect(second.frameFingerprint).toBe(first.frameFingerprint);
    expect(second.sha256).toBe(first.sha256);
    const other = await app['importing.run']({ file: addFile('andre.csv', exportText.replace('S-03', 'S-33')) });
    expect(other.frameFingerprint).not.toBe(first.frameFingerprint);
    expect((await app['importing.list']({})).map(({ importId }) => importId)).toEqual([
      other.importId,
      second.importId,
      first.importId,
    ]);
    expect(Object.keys(onDisk()).filter((name) => name.startsWith('populations'))).toHaveLength(3);
  });

  it.each(['the first sign of progress', 'the last'])('cancelled at %s leaves nothing behind', async (when) => {
    const { app, onDisk } = await openApplication();
    const before = onDisk();
    const stop = new AbortController();
    const example = app['importing.example'](
      {},
      {
        signal: stop.signal,
        report: ({ done, total }) => {
          if (when === 'the first sign of progress' || done === total) {
            stop.abort();
          }
        },
      },
    );
    await expect(example).rejects.toEqual(refused('cancelled'));
    expect(await app['importing.list']({})).toEqual([]);
    expect(onDisk()).toEqual(before);
  });

  it('cancelled while it is being stored is carried out whole', async () => {
    const stop = new AbortController();
    // The first save says that the cases are written; the second one is the import itself.
    let saves = -Infinity;
    const { app, onDisk } = await openApplication((event) => {
      if (event.name === 'save-state' && event.state === 'saving' && (saves += 1) === 2) stop.abort();
    });
    saves = 0;
    const summary = await app['importing.example']({}, { signal: stop.signal });
    expect(stop.signal.aborted).toBe(true);
    expect(await app['importing.list']({})).toEqual([summary]);
    expect(Object.keys(onDisk()).filter((name) => name.startsWith('populations'))).toHaveLength(1);
  });

  it.each([
    ['an empty file', 'file-empty', ''],
    ['a letter', 'no-header-row', 'Kære alle\r\n\r\nHusk mødet på torsdag.\r\n'],
    ['an export without case numbers', 'no-case-id-column', 'Team;Oprettet\r\nNord;01-01-2025\r\n'],
    ['an export without cases', 'no-cases', 'Sagsnr.;Team;Sagsbehandler\r\n'],
    ['a PDF', 'file-is-pdf', '%PDF-1.7\n1 0 obj'],
  ])('of %s is refused as %s, and not a byte of the workspace changes', async (_what, code, content) => {
    const { app, addFile, onDisk } = await openApplication();
    await app['importing.run']({ file: addFile('sager.csv', exportText) });
    const before = onDisk();
    await expect(app['importing.run']({ file: addFile('forkert.csv', content) })).rejects.toEqual(refused(code));
    expect(onDisk()).toEqual(before);
    expect(await app['importing.list']({})).toHaveLength(1);
  });

  it('of a file that no host handed out is refused', async () => {
    const { app } = await openApplication();
    await expect(app['importing.run']({ file: { ref: '/etc/passwd', name: 'passwd' } })).rejects.toEqual(
      refused('unknown-file'),
    );
  });

  it('while the workspace is locked is refused before the file is read', async () => {
    const { app } = await openApplication();
    await app['workspace.lock']({});
    await expect(app['importing.run']({ file: { ref: 'findes-ikke', name: 'x' } })).rejects.toEqual(
      refused('workspace-locked'),
    );
  });
});

import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { OpenFile } from '#core/store/file-system.ts';
import { compareWithDisk, writePieces } from '#core/store/save-file.ts';

import { lossyFileSystem } from './lossy-file-system.ts';
import { folder } from './told-file-system.ts';

const pieces = [Buffer.from('begyndelse'), Buffer.alloc(0), Buffer.from('slutning')];
const whole = 'begyndelseslutning';

async function anOpenFile(): Promise<OpenFile> {
  return lossyFileSystem().open(join(folder, 'fil'), 'create');
}

describe('pieces', () => {
  it('are written one after the other from where they are to begin, and short writes are continued', async () => {
    const file = await anOpenFile();
    const places: (readonly [number, number])[] = [];
    const byThrees: OpenFile = {
      ...file,
      write: (bytes, position) => {
        places.push([position, bytes.length]);
        return file.write(bytes.subarray(0, 3), position);
      },
    };
    await file.write(Buffer.from('foran'), 0);
    expect(await writePieces(byThrees, [Buffer.from('abcd'), Buffer.alloc(0), Buffer.from('ef')], 5)).toBe(11);
    expect(places).toEqual([
      [5, 4],
      [8, 1],
      [9, 2],
    ]);
    const bytes = Buffer.alloc(11);
    await file.read(bytes, 0);
    expect(String(bytes)).toBe('foranabcdef');
    expect(await writePieces(file, [Buffer.from('xy')])).toBe(2);
  });

  it('are not written for ever to a disk that takes none', async () => {
    const none: OpenFile = { ...(await anOpenFile()), write: () => Promise.resolve(0) };
    const refused = { code: 'write-failed', message: expect.stringContaining('no more') };
    await expect(writePieces(none, pieces)).rejects.toMatchObject(refused);
  });

  it('are compared where they are, also when they are given back bit by bit', async () => {
    const file = await anOpenFile();
    await file.write(Buffer.from(`foran${whole}bagved`), 0);
    const byTwos: OpenFile = { ...file, read: (into, position) => file.read(into.subarray(0, 2), position) };
    for (const disk of [file, byTwos]) {
      await compareWithDisk(disk, pieces, 5);
      await compareWithDisk(disk, [Buffer.from('foran')]);
      await expect(compareWithDisk(disk, pieces, 4)).rejects.toMatchObject({ code: 'write-failed' });
      await expect(compareWithDisk(disk, pieces)).rejects.toMatchObject({ code: 'write-failed' });
      for (let at = 5; at < 5 + whole.length; at += 1) {
        const right = Buffer.from(whole.charAt(at - 5));
        await file.write(Buffer.from('#'), at);
        await expect(compareWithDisk(disk, pieces, 5)).rejects.toMatchObject({ code: 'write-failed' });
        await file.write(right, at);
      }
    }
  });

  it('are read back a megabyte at a time, no byte twice', async () => {
    const file = await anOpenFile();
    const large = Buffer.alloc(2 ** 20 + 1, 7);
    await writePieces(file, [large, Buffer.from('x')]);
    const places: (readonly [number, number])[] = [];
    const told: OpenFile = {
      ...file,
      read: (into, position) => {
        places.push([position, into.length]);
        return file.read(into, position);
      },
    };
    await compareWithDisk(told, [large, Buffer.from('x')]);
    expect(places).toEqual([
      [0, 2 ** 20],
      [2 ** 20, 1],
      [2 ** 20 + 1, 1],
    ]);
  });
});

import { join } from 'node:path';
import { tmpdir } from 'node:os';

import { describe, expect, it } from 'vitest';

import { findPlace, type FolderSurroundings, placeOf } from '#core/files/workspace-place.ts';

const windows = { platform: 'win32', environment: {}, fileSystemType: 0 };

function place(folder: string, others: Partial<FolderSurroundings> = {}) {
  return placeOf({ folder, realFolder: folder, ...windows, ...others });
}

describe('the place of a folder', () => {
  it.each([
    ['C:\\Users\\mette\\AppData\\Local\\Ledelsestilsyn', {}, 'local'],
    ['C:\\Users\\mette\\OneDrive - Prøvekøbing Kommune\\Tilsyn', {}, 'synced'],
    ['C:\\Users\\mette\\Skyen\\Tilsyn', { environment: { OneDriveCommercial: 'C:\\Users\\Mette\\skyen\\' } }, 'synced'],
    ['C:\\Users\\mette\\Skyen2\\Tilsyn', { environment: { OneDrive: 'C:\\Users\\mette\\Skyen' } }, 'local'],
    ['C:\\Users\\mette\\Tilsyn', { environment: { OneDrive: '' } }, 'local'],
    ['C:\\Users\\mette\\Dropbox (Kommunen)\\Tilsyn', {}, 'synced'],
    ['C:\\Users\\mette\\Dropboxe\\Boxen', {}, 'synced'],
    ['C:\\Links\\Tilsyn', { realFolder: 'C:\\Users\\mette\\OneDrive\\Tilsyn' }, 'synced'],
    ['\\\\server\\faelles\\Tilsyn', {}, 'share'],
    ['H:\\Tilsyn', { realFolder: '\\\\server\\hjem\\mette\\Tilsyn' }, 'share'],
    ['\\\\?\\UNC\\server\\hjem\\Tilsyn', {}, 'share'],
    ['\\\\?\\C:\\Tilsyn', {}, 'local'],
    ['\\\\server\\hjem\\OneDrive\\Tilsyn', {}, 'synced'],
    ['/home/mette/tilsyn', { platform: 'linux' }, 'local'],
    ['/home/mette/tilsyn', { platform: 'linux', fileSystemType: 0xff534d42 - 2 ** 32 }, 'share'],
    ['/home/mette/tilsyn', { platform: 'linux', fileSystemType: 0x6969 }, 'share'],
    ['/home/mette/tilsyn', { platform: 'linux', fileSystemType: 0xef53 }, 'local'],
    ['/home/mette/Nextcloud/tilsyn', { platform: 'linux' }, 'synced'],
    ['/Users/mette/Library/Mobile Documents/com~apple~CloudDocs/t', { platform: 'darwin' }, 'synced'],
    ['/Users/mette/Library/CloudStorage/GoogleDrive-x/t', { platform: 'darwin' }, 'synced'],
    ['/Users/mette/Library/Application Support/t', { platform: 'darwin' }, 'local'],
  ] as const)('%s with %j is %s', (folder, others, expected) => {
    expect(place(folder, others)).toBe(expected);
  });

  it('is found for a folder that is not there yet', () => {
    expect(['local', 'share']).toContain(findPlace(join(tmpdir(), 'tilsyn', 'not', 'there')));
  });
});

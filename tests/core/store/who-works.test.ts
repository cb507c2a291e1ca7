import { expect, it } from 'vitest';

import { createStore } from '#core/store/open-store.ts';

import { addRound, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

it.each([
  ['Karen Læser', 'Karen Læser'],
  [' ', 'kommunebruger'],
])('the log of a workspace whose profile names "%s" says that it was %s', async (reviewer, said) => {
  const store = await createStore({ ...testPorts(temporaryFolder()), user: 'kommunebruger' });
  await store.create(passphrase, { ...profile, reviewer });
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  await store.backups.restore('tilsyn-2026-01-15.ltdb', passphrase);
  const lines = store.auditLog();
  expect(lines.map(({ kind }) => kind)).toContain('backup.restored');
  expect(new Set(lines.map(({ who }) => who))).toEqual(new Set([said]));
});

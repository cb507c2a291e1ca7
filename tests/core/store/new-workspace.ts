import { join } from 'node:path';

import { createStore } from '#core/store/open-store.ts';

import { addRound, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

/** An open workspace in a folder of its own. */
export async function newWorkspace() {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  return { ports, store, path: join(ports.workspaceFolder, 'tilsyn.ltdb') };
}

/** The same, with a round. */
export async function workspaceWithRound() {
  const workspace = await newWorkspace();
  await workspace.store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  return workspace;
}

import { flushCompileCache } from 'node:module';

import { createStore } from '#core/store/open-store.ts';

import { childPorts } from './kill-ports.ts';

// Writes answers 1, 2, 3, ... for ever; says each number only after the store said that it is saved.
const [folder, passphrase, records] = process.argv.slice(2);
const store = await createStore(childPorts(folder ?? ''), { checkpoints: { records: Number(records) } });
await store.unlock(passphrase ?? '');
// It will not live to do so when it ends.
flushCompileCache();
const start = store.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers.length ?? 0);
for (let number = start + 1; ; number += 1) {
  await store.change({ kind: 'review.answered', target: `${number}` }, (tables) => {
    const answer = { itemId: `item-${String(number).padStart(6, '0')}`, value: 'yes', note: `${number}` } as const;
    tables.reviews.setAnswer('round-1', 'case-1', { ...answer, evidence: '' }, new Date().toISOString());
  });
  process.stdout.write(`${number}\n`);
}

import { once } from 'node:events';

import { createStore } from '#core/store/open-store.ts';
import { AppError } from '#shared/contract/errors.ts';

import { childPorts } from './kill-ports.ts';

// Saves so many answers of its own beside another process that does the same; says each only after the store said that it
// is saved. Begins when both have opened. Where the other one was first it opens what is there and tries the same answer
// again, as a person would.
const [folder, passphrase, name, count] = process.argv.slice(2);
const store = await createStore(childPorts(folder ?? ''), { checkpoints: { records: 3 } });

async function save(note: string): Promise<boolean> {
  try {
    if (store.status().state !== 'open') await store.unlock(passphrase ?? '');
    await store.change({ kind: 'review.answered', target: note }, (tables) => {
      const answer = { itemId: note, value: 'yes', note, evidence: '' } as const;
      tables.reviews.setAnswer('round-1', 'case-1', answer, new Date().toISOString());
    });
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'workspace-changed-elsewhere') throw error;
    await store.lock();
    return false;
  }
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60 * Math.random()));
}

let refused = 0;
await store.unlock(passphrase ?? '');
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();
for (let number = 1; number <= Number(count); number += 1) {
  const note = `${name}-${String(number).padStart(5, '0')}`;
  while (!(await save(note))) {
    refused += 1;
    await aMoment();
  }
  process.stdout.write(`${note}\n`);
  await aMoment();
}
await store.lock();
process.stdout.write(`refused ${refused}\n`);

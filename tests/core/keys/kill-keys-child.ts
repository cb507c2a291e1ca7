import { createStore } from '#core/store/open-store.ts';

import { childPorts } from '../store/kill-ports.ts';

// Changes the passphrase to number 1, 2, 3, ... for ever, each time also with a new file key; says each number only
// after both were saved.
const [folder, start] = process.argv.slice(2);
const of = (number: number): string => `adgangskode nummer ${number}`;
const store = await createStore(childPorts(folder ?? ''));
await store.unlock(of(Number(start)));
for (let number = Number(start) + 1; ; number += 1) {
  await store.keys.changePassphrase(of(number - 1), of(number));
  await store.keys.makeRecoveryKey(of(number));
  process.stdout.write(`${number}\n`);
}

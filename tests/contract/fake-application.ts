import { setTimeout as pause } from 'node:timers/promises';

import type { Ports } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Call, type CoreHandlers, isOperationName, operations } from '#shared/contract/operations.ts';

type AnyHandler = (input: never, call: Call<unknown>) => Promise<unknown>;

/** The steps that handlers took, in order; shows whether commands waited for each other. */
const journal: string[] = [];

/**
 * An application whose every row answers its own input, with a few rows that do what a real one does: take time, say
 * how far it is, stop, fail, read and write files, announce. It runs wherever a core runs.
 */
export async function createFakeApplication(ports: Ports): Promise<CoreHandlers> {
  const rows = Object.keys(operations).filter((name) => isOperationName(name) && !name.startsWith('system.'));
  const echo: AnyHandler = async (input) => input;
  const special: Partial<Record<string, AnyHandler>> = {
    'workspace.status': async () => ({ state: 'open', reviewer: journal.join(' ') }),
    'workspace.unlock': async ({ passphrase }: { passphrase: string }) => {
      throw new AppError('wrong-passphrase', 'not this one', { length: passphrase.length, tries: 'one' });
    },
    'workspace.lock': async () => {
      throw new TypeError('a mistake in the program');
    },
    'importing.run': async ({ file }: { file: { name: string } }, call) => {
      journal.push(`begin:${file.name}`);
      const total = Number(file.name);
      for (let done = 1; done <= total; done += 1) {
        call.signal.throwIfAborted();
        call.report({ done, total, label: 'rows' });
        await pause(1);
      }
      journal.push(`end:${file.name}`);
      ports.announce({ name: 'stage-changed', stage: 'importing' });
      return { cases: total };
    },
    'importing.inspect': async ({ file }: { file: { ref: string; name: string } }) => {
      const bytes = await ports.files.read(file);
      return { fileName: file.name, sum: bytes.reduce((sum, byte) => sum + byte, 0) };
    },
    'report.write': async ({ target }: { target: { ref: string; name: string } }) => {
      await ports.files.write(target, new Uint8Array([1, 2, 3]));
      return { name: target.name };
    },
  };
  return Object.fromEntries(rows.map((name) => [name, special[name] ?? echo])) as unknown as CoreHandlers;
}

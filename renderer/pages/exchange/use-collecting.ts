import { useCallback, useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { CollectedPackage } from '#shared/contract/exchange.ts';

import { useApplication, useNames } from '../../hooks/application.tsx';
import { useFiles } from '../../hooks/use-files.ts';
import { toAppError } from '../../hooks/use-query.ts';

/** One package that was dropped, and how it went. */
export interface CollectLine {
  readonly id: number;
  readonly file: File;
  readonly status: 'waiting' | 'running' | 'done' | 'failed';
  readonly collected?: CollectedPackage;
  readonly error?: AppError;
}

type Ending = Pick<CollectLine, 'status' | 'collected' | 'error'>;

/**
 * Packages are collected one after another, in the order they were dropped; one that is refused does not stop the rest. Each is
 * handed over just before it is read: the host keeps only a few.
 */
export function useCollecting() {
  const { application } = useApplication();
  const { veil } = useNames();
  const files = useFiles();
  const [lines, setLines] = useState<readonly CollectLine[]>([]);
  const queue = useRef(Promise.resolve());
  const last = useRef(0);
  const change = useCallback(
    (id: number, part: Ending): void =>
      setLines((now) => now.map((line) => (line.id === id ? { id, file: line.file, ...part } : line))),
    [],
  );
  const collect = useCallback(
    async (id: number, file: File, passphrase: string | null): Promise<Ending> => {
      change(id, { status: 'running' });
      try {
        const collected = await application['exchange.collect']({ file: await files.upload(file), passphrase });
        return { status: 'done', collected };
      } catch (error) {
        return { status: 'failed', error: toAppError(error) };
      }
    },
    [application, change, files],
  );
  const inTurn = useCallback(
    (id: number, file: File, passphrase: string | null): void => {
      queue.current = queue.current.then(async () => change(id, await collect(id, file, passphrase)));
    },
    [change, collect],
  );
  const add = useCallback(
    (dropped: readonly File[]): void => {
      const added = dropped.map((file): CollectLine => {
        last.current += 1;
        return { id: last.current, file, status: 'waiting' };
      });
      setLines((now) => [...now, ...added]);
      added.forEach(({ id, file }) => inTurn(id, file, null));
    },
    [inTurn],
  );
  const retry = useCallback(
    ({ id, file }: CollectLine, passphrase: string): void => inTurn(id, file, passphrase),
    [inTurn],
  );
  return { lines: veil(lines), add, retry };
}

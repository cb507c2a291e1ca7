import { useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Application } from '#shared/contract/operations.ts';

import { useApplication } from '../../hooks/application.tsx';
import { useFiles } from '../../hooks/use-files.ts';
import { toAppError } from '../../hooks/use-query.ts';

export type SavingState<T> =
  | { readonly status: 'idle' | 'running' }
  | { readonly status: 'saved'; readonly name: string; readonly passphrase: string | null; readonly told: T }
  | { readonly status: 'failed'; readonly error: AppError };

export interface PackageToSave<T> {
  readonly fileName: string;
  /** False for a package that goes back with the key that came along. */
  readonly hasPassphrase: boolean;
  readonly send: (application: Application, target: FileRef, passphrase: string | null) => Promise<T>;
}

/** Asks where to, makes a passphrase for the package, writes it and hands it over; one at a time. */
export function usePackageSaving<T>(): {
  readonly state: SavingState<T>;
  readonly save: (wanted: PackageToSave<T>) => Promise<void>;
  readonly forget: () => void;
} {
  const { application } = useApplication();
  const files = useFiles();
  const busy = useRef(false);
  const [state, setState] = useState<SavingState<T>>({ status: 'idle' });
  const attempt = async ({ fileName, hasPassphrase, send }: PackageToSave<T>): Promise<SavingState<T> | null> => {
    const target = await files.saveTarget(fileName);
    if (target === null) return null;
    const suggested = hasPassphrase ? await application['exchange.suggestPassphrase']({}) : null;
    const passphrase = suggested?.passphrase ?? null;
    const told = await send(application, target, passphrase);
    await files.deliver(target);
    return { status: 'saved', name: target.name, passphrase, told };
  };
  const save = async (wanted: PackageToSave<T>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    const before = state;
    setState({ status: 'running' });
    const ended = await attempt(wanted).catch((error: unknown): SavingState<T> => ({
      status: 'failed',
      error: toAppError(error),
    }));
    busy.current = false;
    setState(ended ?? before);
  };
  return { state, save, forget: () => setState({ status: 'idle' }) };
}

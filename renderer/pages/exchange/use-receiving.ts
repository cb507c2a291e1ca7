import { useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { PackageSummary, ReceivedCases } from '#shared/contract/exchange.ts';

import { useApplication } from '../../hooks/application.tsx';
import { useFiles } from '../../hooks/use-files.ts';
import { toAppError } from '../../hooks/use-query.ts';

/** How far one package has come. */
export type ReceivingStep =
  | { readonly at: 'choose' }
  | { readonly at: 'passphrase' }
  | { readonly at: 'opened'; readonly summary: PackageSummary; readonly passphrase: string }
  | { readonly at: 'received'; readonly received: ReceivedCases; readonly kind: PackageSummary['kind'] };

interface Receiving {
  readonly file: File | null;
  readonly step: ReceivingStep;
  readonly busy: boolean;
  readonly error: AppError | undefined;
}

const nothing: Receiving = { file: null, step: { at: 'choose' }, busy: false, error: undefined };

/** One package from the file to the round. The file is handed over anew for each step: the host keeps only a few. */
export function useReceiving() {
  const { application } = useApplication();
  const files = useFiles();
  const [state, setState] = useState(nothing);
  const busy = useRef(false);
  const attempt = async (file: File, step: ReceivingStep, work: () => Promise<ReceivingStep>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setState({ file, step, busy: true, error: undefined });
    const ended = await work().then(
      (next) => ({ step: next, error: undefined }),
      (error: unknown) => ({ step, error: toAppError(error) }),
    );
    busy.current = false;
    setState({ file, busy: false, ...ended });
  };
  const inspect = async (file: File, passphrase: string | null): Promise<ReceivingStep> => {
    const summary = await application['exchange.inspect']({ file: await files.upload(file), passphrase });
    return summary.kind === null ? { at: 'passphrase' } : { at: 'opened', summary, passphrase: passphrase ?? '' };
  };
  return {
    ...state,
    choose: (file: File) => attempt(file, { at: 'choose' }, () => inspect(file, null)),
    open: async (passphrase: string): Promise<void> => {
      const { file, step } = state;
      if (file !== null) await attempt(file, step, () => inspect(file, passphrase));
    },
    take: async (): Promise<void> => {
      const { file, step } = state;
      if (file === null || step.at !== 'opened') return;
      const { passphrase, summary } = step;
      await attempt(file, step, async () => {
        const received = await application['exchange.receive']({ file: await files.upload(file), passphrase });
        return { at: 'received', received, kind: summary.kind };
      });
    },
    forget: () => setState(nothing),
  };
}

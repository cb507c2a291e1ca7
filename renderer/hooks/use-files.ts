import { useMemo } from 'react';

import type { FileRef } from '#shared/contract/operation.ts';

import { useApplication } from './application.tsx';

export interface Files {
  /** Lets the person choose a file; null when they changed their mind. */
  readonly choose: () => Promise<FileRef | null>;
  /** Takes a file dropped on the page. */
  readonly upload: (file: File) => Promise<FileRef>;
  /** Where to write a file; null when they changed their mind. */
  readonly saveTarget: (suggestedName: string) => Promise<FileRef | null>;
  /** Hands over a target that has been written. */
  readonly deliver: (file: FileRef) => Promise<void>;
}

/** The platform's four file acts, bound to the connected application. */
export function useFiles(): Files {
  const { application, platform } = useApplication();
  return useMemo(
    () => ({
      choose: () => platform.chooseFile(application),
      upload: (file) => platform.uploadFile(file),
      saveTarget: (suggestedName) => platform.saveFile(application, suggestedName),
      deliver: (file) => platform.deliver(application, file),
    }),
    [application, platform],
  );
}

import { startTransition, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary, Inspection } from '#shared/contract/importing.ts';
import type { FileRef, StepProgress } from '#shared/contract/operation.ts';

import { type CommandState, useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { toAppError } from '../../hooks/use-query.ts';
import { type ColumnChoices, mappingWith, noChoices } from './column-choices.ts';

export interface ImportFlow {
  readonly file: FileRef | null;
  readonly inspection: Inspection | undefined;
  readonly choices: ColumnChoices;
  /** The name to remember the choice of columns under; empty: do not. */
  readonly rememberAs: string;
  readonly summary: ImportSummary | null;
  readonly opening: boolean;
  readonly reading: { readonly progress: StepProgress | null; readonly cancelling: boolean } | null;
  readonly cancelled: boolean;
  /** A failure of choosing or opening the file. */
  readonly fileError: AppError | undefined;
  readonly readError: AppError | undefined;
  readonly choose: () => Promise<void>;
  readonly drop: (file: File) => Promise<void>;
  /** Looks at the file again, on another sheet or with another row of column names. */
  readonly look: (place: { readonly sheet?: string; readonly headerRow?: number }) => Promise<void>;
  readonly decide: (part: Partial<ColumnChoices>) => void;
  readonly setRememberAs: (name: string) => void;
  readonly read: () => Promise<void>;
  readonly cancel: () => void;
  readonly startOver: () => void;
}

interface Opened {
  readonly file: FileRef | null;
  readonly inspection: Inspection | undefined;
  readonly choices: ColumnChoices;
  readonly rememberAs: string;
  readonly summary: ImportSummary | null;
  readonly cancelled: boolean;
}

const nothing: Opened = {
  file: null,
  inspection: undefined,
  choices: noChoices,
  rememberAs: '',
  summary: null,
  cancelled: false,
};

/** The four steps of an import: which file, what its columns mean, the reading, and what it came to. */
export function useImportFlow(): ImportFlow {
  const files = useFiles();
  const [opened, setOpened] = useState(nothing);
  const [pickError, setPickError] = useState<AppError>();
  const inspect = useCommand('importing.inspect');
  const run = useCommand('importing.run');
  const { file, inspection, choices, rememberAs } = opened;
  const change = (part: Partial<Opened>): void => setOpened((before) => ({ ...before, ...part }));
  // A wide file makes a long table: drawing it gives way to what the person does meanwhile.
  const show = (seen: Inspection): void =>
    startTransition(() =>
      change({ inspection: seen, choices: noChoices, rememberAs: seen.remembered?.name ?? '', summary: null }),
    );

  const open = async (pick: () => Promise<FileRef | null>): Promise<void> => {
    setPickError(undefined);
    try {
      const picked = await pick();
      if (picked !== null) {
        setOpened({ ...nothing, file: picked });
        run.reset();
        const seen = await inspect.run({ file: picked });
        if (seen !== undefined) {
          show(seen);
        }
      }
    } catch (error) {
      setPickError(toAppError(error));
    }
  };

  const look: ImportFlow['look'] = async ({ sheet = inspection?.sheet ?? null, headerRow = null }) => {
    const seen = file === null ? undefined : await inspect.run({ file, sheet, headerRow });
    if (seen !== undefined) {
      show(seen);
    }
  };

  const read = async (): Promise<void> => {
    if (file !== null && inspection !== undefined) {
      change({ cancelled: false });
      const name = rememberAs.trim();
      const remember = name === '' ? null : { name };
      const summary = await run.run({ file, mapping: mappingWith(inspection, choices), remember });
      change({ summary: summary ?? null });
    }
  };

  return {
    ...opened,
    ...statesOf(inspect.state, run.state, pickError),
    cancelled: opened.cancelled && run.state.status === 'idle',
    choose: () => open(files.choose),
    drop: (dropped) => open(() => files.upload(dropped)),
    look,
    decide: (part) => change({ choices: { ...choices, ...part } }),
    setRememberAs: (name) => change({ rememberAs: name }),
    read,
    cancel: () => {
      change({ cancelled: true });
      run.cancel();
    },
    startOver: () => {
      setOpened(nothing);
      inspect.reset();
      run.reset();
    },
  };
}

function statesOf(
  inspect: CommandState<'importing.inspect'>,
  run: CommandState<'importing.run'>,
  pickError: AppError | undefined,
) {
  return {
    opening: inspect.status === 'running',
    reading: run.status === 'running' ? run : null,
    fileError: pickError ?? (inspect.status === 'failed' ? inspect.error : undefined),
    readError: run.status === 'failed' ? run.error : undefined,
  };
}

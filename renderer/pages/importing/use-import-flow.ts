import { type Dispatch, type SetStateAction, startTransition, useCallback, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary, Inspection } from '#shared/contract/importing.ts';
import type { FileRef, StepProgress } from '#shared/contract/operation.ts';

import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { toAppError } from '../../hooks/use-query.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
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
  /** Stable between renders. */
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
  const [opened, setOpened] = useNamedState(nothing);
  const run = useCommand('importing.run');
  const { file, inspection, choices, rememberAs } = opened;
  const change = (part: Partial<Opened>): void => setOpened((before) => ({ ...before, ...part }));
  const decide: ImportFlow['decide'] = useCallback(
    (part) => setOpened((before) => ({ ...before, choices: { ...before.choices, ...part } })),
    [setOpened],
  );
  const opening = useOpening(opened, setOpened, run.reset);

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
    ...opening,
    reading: run.state.status === 'running' ? run.state : null,
    readError: run.state.status === 'failed' ? run.state.error : undefined,
    cancelled: opened.cancelled && run.state.status === 'idle',
    decide,
    setRememberAs: (name) => change({ rememberAs: name }),
    read,
    cancel: () => {
      change({ cancelled: true });
      run.cancel();
    },
  };
}

type Opening = Pick<ImportFlow, 'opening' | 'fileError' | 'choose' | 'drop' | 'look' | 'startOver'>;

/** Choosing a file and looking at it; whatever was decided about another look at it is forgotten. */
function useOpening(
  { file, inspection }: Opened,
  setOpened: Dispatch<SetStateAction<Opened>>,
  resetRun: () => void,
): Opening {
  const files = useFiles();
  const [pickError, setPickError] = useState<AppError>();
  const inspect = useCommand('importing.inspect');
  // A wide file makes a long table: drawing it gives way to what the person does meanwhile.
  const show = (seen: Inspection | undefined): void => {
    if (seen !== undefined) {
      startTransition(() => setOpened((before) => freshLook(before.file, seen)));
    }
  };

  const open = async (pick: () => Promise<FileRef | null>): Promise<void> => {
    setPickError(undefined);
    try {
      const picked = await pick();
      if (picked !== null) {
        setOpened({ ...nothing, file: picked });
        resetRun();
        show(await inspect.run({ file: picked }));
      }
    } catch (error) {
      setPickError(toAppError(error));
    }
  };

  return {
    opening: inspect.state.status === 'running',
    fileError: pickError ?? (inspect.state.status === 'failed' ? inspect.state.error : undefined),
    choose: () => open(files.choose),
    drop: (dropped) => open(() => files.upload(dropped)),
    look: async ({ sheet = inspection?.sheet ?? null, headerRow = null }) => {
      if (file !== null) {
        show(await inspect.run({ file, sheet, headerRow }));
      }
    },
    startOver: () => {
      setOpened(nothing);
      inspect.reset();
      resetRun();
    },
  };
}

function freshLook(file: FileRef | null, inspection: Inspection): Opened {
  return { ...nothing, file, inspection, rememberAs: inspection.remembered?.name ?? '' };
}

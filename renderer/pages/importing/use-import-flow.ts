import { useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary, Inspection } from '#shared/contract/importing.ts';
import type { FileRef, StepProgress } from '#shared/contract/operation.ts';
import type { ColumnMapping, ColumnTarget } from '#shared/domain/importing/mapping.ts';

import { type CommandState, useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { toAppError } from '../../hooks/use-query.ts';

/** What the person changed: by the column's place in the file. */
export type Choices = ReadonlyMap<number, ColumnTarget>;

export interface ImportFlow {
  readonly file: FileRef | null;
  readonly inspection: Inspection | undefined;
  readonly choices: Choices;
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
  readonly setTarget: (index: number, target: ColumnTarget) => void;
  readonly read: () => Promise<void>;
  readonly cancel: () => void;
  readonly startOver: () => void;
}

/** The mapping to read with: the guess, with what the person changed. */
export function mappingWith({ sheet, headerRow, columns }: Inspection, choices: Choices): ColumnMapping {
  return {
    sheet,
    headerRow,
    columns: columns.map(({ index, header, field }) => ({ header, field: choices.get(index) ?? field })),
  };
}

interface Opened {
  readonly file: FileRef | null;
  readonly inspection: Inspection | undefined;
  readonly choices: Choices;
  readonly summary: ImportSummary | null;
  readonly cancelled: boolean;
}

const nothing: Opened = {
  file: null,
  inspection: undefined,
  choices: new Map(),
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
  const { file, inspection, choices } = opened;
  const change = (part: Partial<Opened>): void => setOpened((before) => ({ ...before, ...part }));

  const open = async (pick: () => Promise<FileRef | null>): Promise<void> => {
    setPickError(undefined);
    try {
      const picked = await pick();
      if (picked !== null) {
        setOpened({ ...nothing, file: picked });
        run.reset();
        change({ inspection: await inspect.run({ file: picked }) });
      }
    } catch (error) {
      setPickError(toAppError(error));
    }
  };

  const look: ImportFlow['look'] = async ({ sheet = inspection?.sheet ?? null, headerRow = null }) => {
    const seen = file === null ? undefined : await inspect.run({ file, sheet, headerRow });
    if (seen !== undefined) {
      change({ inspection: seen, choices: nothing.choices });
    }
  };

  const read = async (): Promise<void> => {
    if (file !== null && inspection !== undefined) {
      change({ cancelled: false });
      const summary = await run.run({ file, mapping: mappingWith(inspection, choices) });
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
    setTarget: (index, target) => change({ choices: new Map(choices).set(index, target) }),
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

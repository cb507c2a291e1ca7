import { Button } from '@mantine/core';

import type { Request } from '#shared/contract/operations.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { importingWords } from '../../words/importing.ts';

const words = importingWords.memory;

interface SaveMappingButtonProps {
  readonly name: string;
  readonly mapping: Request<'importing.saveMapping'>['mapping'];
  readonly label: string;
  /** What a screen reader says, where the label alone stands on every line of a list. */
  readonly spoken?: string;
  readonly small?: boolean;
}

/** Writes a choice of columns as a file for a colleague or another PC. */
export function SaveMappingButton({ name, mapping, label, spoken, small = false }: SaveMappingButtonProps) {
  const files = useFiles();
  const saving = useCommand('importing.saveMapping');
  const save = async (): Promise<void> => {
    const target = await files.saveTarget(`${words.fileName}-${fileNamePart(name)}.json`);
    if (target !== null && (await saving.run({ mapping, name, target })) !== undefined) {
      await files.deliver(target);
    }
  };
  const { state } = saving;
  return (
    <>
      <Button
        variant="default"
        size={small ? 'compact-sm' : 'md'}
        aria-label={spoken}
        onClick={() => void save()}
        disabled={state.status === 'running'}
      >
        {label}
      </Button>
      <output>{state.status === 'done' && words.saved(state.output.name)}</output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </>
  );
}

/** What is left of a name when it is to be part of a file's name. */
function fileNamePart(name: string): string {
  return name
    .replace(/\.\w{1,5}$/u, '')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}

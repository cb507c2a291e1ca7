import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';

import type { CaseRecord } from '#shared/domain/population/case.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { PersonTextHint } from './person-text-hint.tsx';
import classes from './review.module.css';
import { useSavedText } from './use-saved-text.ts';

interface SavedFieldProps {
  readonly label: string;
  /** The key that leads to the field. */
  readonly keys: string;
  /** The name by which its key finds it. */
  readonly field: string;
  readonly stored: string;
  readonly record: CaseRecord;
  readonly disabled: boolean;
  readonly maxLength: number;
  readonly placeholder?: string;
  /** Several lines: it grows with what is written. */
  readonly growing?: boolean;
  readonly onSave: (text: string) => void;
}

/** A text of an item that saves itself, with a mark at once when it names a person. */
export function SavedField(props: SavedFieldProps) {
  const { label, keys, field, stored, record, growing = false, onSave, ...others } = props;
  const { text, change, flush } = useSavedText(stored, onSave);
  const leave = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('[data-item]')?.focus();
    // A shortcut pressed in the field, such as the one that closes the case, acts on what is written.
    if (event.ctrlKey || event.metaKey) flush();
  };
  const shared = {
    ...others,
    label: <FieldLabel words={label} keys={keys} />,
    'data-field': field,
    value: text,
    onBlur: flush,
    onKeyDown: leave,
  };
  return (
    <div className={classes['savedField']}>
      {growing ? (
        <Textarea
          {...shared}
          rows={1}
          classNames={{ input: classes['growing'] ?? '' }}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...shared} onChange={(event) => change(event.currentTarget.value)} />
      )}
      <PersonTextHint text={text} record={record} />
    </div>
  );
}

function FieldLabel({ words, keys }: { words: string; keys: string }): ReactNode {
  return (
    <>
      {words} <KeyHint keys={keys} />
    </>
  );
}

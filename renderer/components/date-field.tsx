import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

import { parseDanishDate } from '#shared/domain/calendar/parse-date.ts';

import { commonWords } from '../words/common.ts';
import { formatDate } from './formats.ts';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** ISO `yyyy-mm-dd`, or '' for none. */
  readonly value: string;
  readonly onChange: (iso: string) => void;
}

/** A date as these users write it: `31-01-2026`, `31/1-26`, `31.01.2026`. The browser's own field follows its language, not theirs. */
export function DateField({ value, onChange, error, ...others }: DateFieldProps) {
  const [text, setText] = useState(value === '' ? '' : formatDate(value));
  const [left, setLeft] = useState(true);
  const parsed = text.trim() === '' ? '' : parseDanishDate(text);
  const change = (next: string): void => {
    setText(next);
    const date = next.trim() === '' ? '' : parseDanishDate(next);
    if (date !== null) {
      onChange(date);
    }
  };
  return (
    <TextInput
      {...others}
      inputMode="numeric"
      placeholder={commonWords.datePlaceholder}
      value={text}
      error={left && parsed === null ? commonWords.dateInvalid : error}
      onFocus={() => setLeft(false)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => {
        setLeft(true);
        if (parsed !== null && parsed !== '') {
          setText(formatDate(parsed));
        }
      }}
    />
  );
}

import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';

import type { ItemAnswer } from '#shared/domain/review/answer.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';
import type { AnswerPatch } from './use-case-review.ts';

interface ItemNotesProps {
  readonly answer: ItemAnswer;
  readonly disabled: boolean;
  readonly onChange: (patch: AnswerPatch) => void;
}

const pauseBeforeSaving = 600;

/** A text that saves itself after a pause, when it is left, and when its item is left. */
function useSavedText(stored: string, save: (text: string) => void): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(stored);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | null>(null);
  const flush = (): void => {
    if (pending.current !== null) {
      clearTimeout(pending.current.timer);
      save(pending.current.text);
      pending.current = null;
    }
  };
  const flushNow = useEffectEvent(flush);
  useEffect(() => () => flushNow(), []);
  const change = (next: string): void => {
    setText(next);
    if (pending.current !== null) {
      clearTimeout(pending.current.timer);
    }
    pending.current = { text: next, timer: setTimeout(flush, pauseBeforeSaving) };
  };
  return [text, change, flush];
}

/** Note and evidence open under the item, never in a dialog. */
export function ItemNotes({ answer, disabled, onChange }: ItemNotesProps) {
  const [note, setNote, flushNote] = useSavedText(answer.note, (text) => onChange({ note: text }));
  const [evidence, setEvidence, flushEvidence] = useSavedText(answer.evidence, (text) => onChange({ evidence: text }));
  const leave = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.currentTarget.closest<HTMLElement>('[data-item]')?.focus();
    }
    // A shortcut pressed in the field, such as the one that closes the case, acts on what is written.
    if (event.ctrlKey || event.metaKey) {
      flushNote();
      flushEvidence();
    }
  };
  return (
    <div className={classes['notes']}>
      <Textarea
        label={
          <>
            {reviewWords.note} <KeyHint keys="n" />
          </>
        }
        placeholder={reviewWords.notePlaceholder}
        autosize
        minRows={1}
        maxLength={10_000}
        disabled={disabled}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={flushNote}
        onKeyDown={leave}
      />
      <TextInput
        label={
          <>
            {reviewWords.evidence} <KeyHint keys="b" />
          </>
        }
        maxLength={2_000}
        disabled={disabled}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        onBlur={flushEvidence}
        onKeyDown={leave}
      />
    </div>
  );
}

import { Button, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import type { PracticeAnswer, PracticeSheet } from '#shared/contract/practice.ts';
import { type AnswerValue, answerValues } from '#shared/domain/review/answer.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { answerLabels, shortLabelsOf } from '#shared/words/review.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useKeys } from '../../../hooks/use-keys.tsx';
import { useNamedState } from '../../../hooks/use-named-state.ts';
import { practiceWords as words } from '../../../words/practice.ts';
import { AnswerButtons } from '../answer-buttons.tsx';
import classes from './practice.module.css';

interface PracticeQuestionsProps {
  readonly sheet: PracticeSheet;
  readonly reader: string;
}

/** The questions, one of them current: the answer keys act on it and go on to the next. */
export function PracticeQuestions({ sheet, reader }: PracticeQuestionsProps) {
  const save = useCommand('review.practiceAnswer');
  const finish = useCommand('review.practiceDone');
  const { items } = sheet;
  const valueOf = (id: string): AnswerValue | null => answerOf(sheet, id)?.value ?? null;
  const open = items.filter(({ id }) => valueOf(id) === null);
  const [current, setCurrent] = useState((open[0] ?? items[0])?.id ?? '');
  const [moved, setMoved] = useState(false);
  const goTo = (id: string | undefined): void => {
    if (id === undefined) return;
    setCurrent(id);
    setMoved(true);
  };
  const step = (steps: number): void => goTo(items[items.findIndex(({ id }) => id === current) + steps]?.id);
  const answer = (itemId: string, value: AnswerValue | null): void => {
    void save.run({ reader, itemId, value });
    setCurrent(itemId);
  };
  usePracticeKeys(step, (value) => {
    answer(current, value);
    step(1);
  });
  const failure = [save.state, finish.state].find((state) => state.status === 'failed');
  return (
    <Panel title={words.questions} note={words.answeredOf(items.length - open.length, items.length)}>
      <ol className={classes['questions']}>
        {items.map((item, index) => (
          <Question
            key={item.id}
            item={item}
            place={words.number(index + 1, items.length)}
            answer={answerOf(sheet, item.id)}
            current={item.id === current}
            takeFocus={moved && item.id === current}
            onAnswer={(value) => answer(item.id, value)}
            onNote={(note) => void save.run({ reader, itemId: item.id, note })}
          />
        ))}
      </ol>
      <ErrorNotice error={failure?.error} />
      {open.length > 0 ? (
        <p className={classes['text']}>
          {words.left(open.length)}{' '}
          <Button variant="subtle" onClick={() => goTo(open[0]?.id)}>
            {words.toFirst}
          </Button>
        </p>
      ) : (
        <div className={classes['text']}>
          <Button loading={finish.state.status === 'running'} onClick={() => void finish.run({ reader })}>
            {words.finish}
          </Button>
          <p className={classes['quiet']}>{words.finishHint}</p>
        </div>
      )}
    </Panel>
  );
}

function answerOf({ answers }: PracticeSheet, id: string): PracticeAnswer | undefined {
  return answers.find(({ itemId }) => itemId === id);
}

function usePracticeKeys(step: (steps: number) => void, say: (value: AnswerValue) => void): void {
  const { group, answer, next, previous } = words.keys;
  useKeys([
    { keys: ['j', 'ArrowDown'], words: next, group, run: () => step(1), repeats: true },
    { keys: ['k', 'ArrowUp'], words: previous, group, run: () => step(-1), repeats: true },
    ...answerValues.map((value, index) => ({
      keys: String(index + 1) as '1',
      words: answer(answerLabels[value]),
      group,
      run: () => say(value),
    })),
  ]);
}

interface QuestionProps {
  readonly item: TemplateItem;
  readonly place: string;
  readonly answer: PracticeAnswer | undefined;
  readonly current: boolean;
  readonly takeFocus: boolean;
  readonly onAnswer: (value: AnswerValue | null) => void;
  readonly onNote: (note: string) => void;
}

function Question({ item, place, answer, current, takeFocus, onAnswer, onNote }: QuestionProps) {
  const box = useRef<HTMLLIElement>(null);
  const [note, setNote] = useNamedState(answer?.note ?? '');
  useEffect(() => {
    if (takeFocus) {
      box.current?.focus({ preventScroll: true });
      box.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [takeFocus]);
  return (
    <li
      ref={box}
      tabIndex={-1}
      className={classes['question']}
      data-current={current || undefined}
      aria-labelledby={`question-${item.id}`}
    >
      <div>
        <span className={classes['name']}>{place}</span>
        <Title order={3} id={`question-${item.id}`} className={classes['title']}>
          {item.question}
        </Title>
        <p className={classes['quiet']}>{words.lookFor(item.evidence)}</p>
      </div>
      <AnswerButtons value={answer?.value ?? null} labels={shortLabelsOf(item)} disabled={false} onAnswer={onAnswer} />
      <TextInput
        label={words.note}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => note !== (answer?.note ?? '') && onNote(note)}
      />
    </li>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { CompileChoice } from '#shared/contract/compile.ts';
import type { CourseSummary } from '#shared/contract/course.ts';

import { DateField } from '../../components/date-field.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatDate } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { commonWords } from '../../words/common.ts';
import { courseWords as words } from '../../words/course.ts';
import classes from './course.module.css';

interface CourseFormProps {
  /** Null for a new course. */
  readonly course: CourseSummary | null;
  /** At least one. */
  readonly rounds: readonly CompileChoice[];
  readonly onSaved: (courseId: string) => void;
  /** Left out where there is nothing to go back to. */
  readonly onCancel?: (() => void) | undefined;
}

/** What a course is called, the round it begins from, and the day. */
export function CourseForm({ course, rounds, onSaved, onCancel }: CourseFormProps) {
  const begins = course ?? newCourse(rounds);
  const [name, setName] = useState(begins.name);
  const [baselineRoundId, setBaseline] = useState(begins.baselineRoundId);
  const [start, setStart] = useState(begins.start);
  const first = useFirstFocus<HTMLInputElement>();
  const [tried, setTried] = useState(false);
  const { state, run } = useCommand('course.save');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') first.current?.focus();
    if (name.trim() === '' || start === '') return;
    const saved = await run({ courseId: course?.courseId ?? null, name, baselineRoundId, start });
    if (saved !== undefined) onSaved(saved.courseId);
  };
  return (
    <Panel title={course === null ? words.create : words.change}>
      <form className={classes['form']} onSubmit={(event) => void save(event)}>
        <TextInput
          ref={first}
          label={words.name}
          placeholder={words.namePlaceholder}
          maxLength={100}
          value={name}
          error={tried && name.trim() === '' ? words.nameMissing : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.baseline}
          value={baselineRoundId}
          data={rounds.map((round) => ({
            value: round.roundId,
            label: words.baselineOption(round.name, round.unit, formatDate(round.asOf)),
          }))}
          onChange={(event) => setBaseline(event.currentTarget.value)}
        />
        <DateField
          label={words.start}
          value={start}
          error={tried && start === '' ? words.startMissing : undefined}
          onChange={setStart}
        />
        <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
        <div className={classes['buttons']}>
          <Button type="submit" loading={state.status === 'running'}>
            {words.save}
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {commonWords.cancel}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
}

/** The oldest round is proposed: what is measured later has a baseline then. */
function newCourse(rounds: readonly CompileChoice[]): Omit<CourseSummary, 'courseId'> {
  const oldest = rounds.at(-1);
  return { name: '', baselineRoundId: oldest?.roundId ?? '', start: oldest?.asOf ?? '' };
}

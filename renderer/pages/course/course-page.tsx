import { Button } from '@mantine/core';
import { useState } from 'react';

import type { CourseSummary } from '#shared/contract/course.ts';

import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatDate } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { courseWords as words } from '../../words/course.ts';
import { CourseBaseline } from './course-baseline.tsx';
import { CoursePlan } from './course-plan.tsx';
import { CourseStatus } from './course-status.tsx';
import classes from './course.module.css';

interface CoursePageProps {
  readonly course: CourseSummary;
  readonly onChange: () => void;
  readonly onRemoved: () => void;
}

/** One course on one page: where it is, its baseline, its plan, and the status on the same items. */
export function CoursePage({ course, onChange, onRemoved }: CoursePageProps) {
  const shown = useQuery('course.show', { courseId: course.courseId });
  return (
    <QueryView query={shown} height={640}>
      {({ start, analysisEnds, ends, phase, baseline, plan, areas, items, measurements }) => (
        <>
          <p className={classes['text']}>
            <StatusMark kind="neutral">{words.phases[phase]}</StatusMark>{' '}
            {words.span(formatDate(start), formatDate(analysisEnds), formatDate(ends))}
          </p>
          <Ways course={course} onChange={onChange} onRemoved={onRemoved} />
          <CourseBaseline baseline={baseline} />
          <CoursePlan plan={plan} />
          <CourseStatus areas={areas} items={items} measurements={measurements} />
        </>
      )}
    </QueryView>
  );
}

function Ways({ course: { courseId, name }, onChange, onRemoved }: CoursePageProps) {
  const files = useFiles();
  const [asking, setAsking] = useState(false);
  const writing = useCommand('course.write');
  const removing = useCommand('course.remove');
  const write = async (): Promise<void> => {
    const target = await files.saveTarget(words.file(name));
    if (target !== null && (await writing.run({ courseId, target })) !== undefined) await files.deliver(target);
  };
  const remove = async (): Promise<void> => {
    setAsking(false);
    if ((await removing.run({ courseId })) !== undefined) onRemoved();
  };
  const failed = [writing.state, removing.state].find(({ status }) => status === 'failed');
  return (
    <div>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={() => void write()} loading={writing.state.status === 'running'}>
          {words.write}
        </Button>
        <Button variant="default" onClick={onChange}>
          {words.change}
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.remove}
        </Button>
        <output className={classes['quiet']}>
          {writing.state.status === 'done' && words.written(writing.state.output.name)}
        </output>
      </div>
      <ErrorNotice error={failed?.status === 'failed' ? failed.error : undefined} />
      <ConfirmDialog
        opened={asking}
        title={words.removeAsk(name)}
        confirm={words.removeVerb}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      >
        <p>{words.removeText}</p>
      </ConfirmDialog>
    </div>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import type { CompileChoice } from '#shared/contract/compile.ts';
import type { CourseSummary } from '#shared/contract/course.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { courseWords as words } from '../../words/course.ts';
import { CourseForm } from './course-form.tsx';
import { CoursePage } from './course-page.tsx';
import classes from './course.module.css';

/** To år: the courses, the page of one of them, and the form of a new one. */
export function CourseView() {
  const { go } = useRoute();
  const courses = useQuery('course.list', {});
  const choices = useQuery('compile.choices', {});
  return (
    <div className={classes['view']}>
      <p className={classes['quiet']}>{words.intro}</p>
      <QueryView query={choices} height={320}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <EmptyState text={words.noRounds}>
              <Button onClick={() => go('sampling')}>{words.toSampling}</Button>
            </EmptyState>
          ) : (
            <QueryView query={courses} height={320}>
              {(list) => <Courses courses={list} rounds={rounds} />}
            </QueryView>
          )
        }
      </QueryView>
    </div>
  );
}

interface CoursesProps {
  readonly courses: readonly CourseSummary[];
  readonly rounds: readonly CompileChoice[];
}

function Courses({ courses, rounds }: CoursesProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [form, setForm] = useState<'none' | 'new' | 'change'>('none');
  const chosen = courses.find(({ courseId }) => courseId === wanted) ?? courses[0];
  const isForm = form !== 'none' || chosen === undefined;
  const saved = (courseId: string): void => {
    setForm('none');
    setWanted(courseId);
  };
  return (
    <>
      {chosen !== undefined && (
        <div className={classes['controls']}>
          <NativeSelect
            label={words.course}
            value={chosen.courseId}
            data={courses.map(({ courseId, name }) => ({ value: courseId, label: name }))}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          {form === 'none' && (
            <Button variant="default" onClick={() => setForm('new')}>
              {words.create}
            </Button>
          )}
        </div>
      )}
      {isForm && (
        <CourseForm
          course={form === 'change' && chosen !== undefined ? chosen : null}
          rounds={rounds}
          onSaved={saved}
          onCancel={chosen === undefined ? undefined : () => setForm('none')}
        />
      )}
      {chosen !== undefined && form === 'none' && (
        <CoursePage
          key={chosen.courseId}
          course={chosen}
          onChange={() => setForm('change')}
          onRemoved={() => setWanted(null)}
        />
      )}
    </>
  );
}

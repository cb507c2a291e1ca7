import { Button } from '@mantine/core';

import type { Course, PlanLine } from '#shared/domain/report/course/course.ts';
import type { Action } from '#shared/domain/review/action.ts';
import { recommendationWords } from '#shared/words/recommendations.ts';

import { formatDate, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { courseWords as words } from '../../words/course.ts';
import classes from './course.module.css';

/** The development plan under the eight recommendations, also those that hold nothing yet. */
export function CoursePlan({ plan }: Pick<Course, 'plan'>) {
  const { go } = useRoute();
  return (
    <Panel title={words.planTitle}>
      <ul className={classes['plan']}>
        {plan.map((line) => (
          <Line key={line.recommendation ?? ''} line={line} />
        ))}
      </ul>
      <Button variant="default" mt="md" onClick={() => go('actions')}>
        {words.toActions}
      </Button>
    </Panel>
  );
}

function Line({ line: { recommendation, actions, open, done } }: { line: PlanLine }) {
  return (
    <li>
      <h3>{recommendation === null ? words.noCategory : recommendationWords[recommendation]}</h3>
      <p className={classes['quiet']}>
        {actions.length === 0 ? words.noAction : words.planCount(formatNumber(open), formatNumber(done))}
      </p>
      {actions.length > 0 && (
        <ul className={classes['list']}>
          {actions.map((action) => (
            <li key={action.id}>
              {action.text} <span className={classes['quiet']}>({standing(action)})</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function standing({ owner, due, done }: Action): string {
  const when = due === null ? words.noDue : words.due(formatDate(due));
  return [owner, done === null ? when : words.done(formatDate(done))].filter(Boolean).join(', ');
}

import type { Course, CoursePoint } from '#shared/domain/report/course/course.ts';
import { figureText } from '#shared/domain/report/administrative/strengths.ts';

import { formatDate, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { courseWords as words } from '../../words/course.ts';
import classes from './course.module.css';

/** What works well and where the challenges are, each led by its figure. */
export function CourseBaseline({ baseline }: Pick<Course, 'baseline'>) {
  const { name, asOf, read, drawn, enough, works, challenges } = baseline;
  return (
    <Panel title={words.baselineTitle}>
      <p>{words.baselineText(name, formatDate(asOf), formatNumber(read), formatNumber(drawn))}</p>
      {enough ? (
        <div className={classes['both']}>
          <Points title={words.works} points={works} otherwise={words.noWorks} />
          <Points title={words.challenges} points={challenges} otherwise={words.noChallenges} />
        </div>
      ) : (
        <p className={classes['quiet']}>{words.tooFew}</p>
      )}
    </Panel>
  );
}

interface PointsProps {
  readonly title: string;
  readonly points: readonly CoursePoint[];
  readonly otherwise: string;
}

function Points({ title, points, otherwise }: PointsProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {points.length === 0 ? (
        <p className={classes['quiet']}>{otherwise}</p>
      ) : (
        <ul className={classes['list']}>
          {points.map(({ question, figure }) => (
            <li key={question}>
              {question} <span className={classes['quiet']}>({figureText(figure)})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

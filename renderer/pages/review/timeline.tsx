import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';

import { caseDeadlines, caseLanes } from '../../components/case-timeline.ts';
import { capitalise, formatDate, formatMoment } from '../../components/formats.ts';
import { TimelinePicture } from '../../components/timeline-picture.tsx';
import { reviewWords } from '../../words/review.ts';
import { type CaseEvent, caseEvents } from './case-events.ts';
import classes from './review.module.css';

interface TimelineProps {
  readonly record: CaseRecord;
  readonly asOf: string;
  readonly findings: readonly DateFinding[];
}

/** The case's course as a picture with its deadlines, then in words from the first to the last date; the day of the draw is a line, what lies after it is not yet. */
export function Timeline({ record, asOf, findings }: TimelineProps) {
  const events = caseEvents(record.values);
  if (events.length === 0) {
    return <p className={classes['quiet']}>{reviewWords.noDates}</p>;
  }
  const happened = events.filter(({ moment }) => moment.slice(0, 10) <= asOf);
  const planned = events.slice(happened.length);
  return (
    <>
      <TimelinePicture
        label={reviewWords.course}
        lanes={caseLanes(record, asOf)}
        deadlines={caseDeadlines(findings)}
        today={asOf}
      />
      <ol className={classes['timeline']}>
        {happened.map((event) => (
          <Event key={`${event.moment}${event.label}`} event={event} planned={false} />
        ))}
        <li className={classes['today']}>
          <span>{reviewWords.today(formatDate(asOf))}</span>
        </li>
        {planned.map((event) => (
          <Event key={`${event.moment}${event.label}`} event={event} planned />
        ))}
      </ol>
    </>
  );
}

function Event({ event, planned }: { event: CaseEvent; planned: boolean }) {
  const [date, time] = formatMoment(event.moment).split(' kl. ');
  return (
    <li className={classes['event']} data-planned={planned || undefined}>
      <time dateTime={event.moment}>{date}</time>
      <span>
        {capitalise(event.label)}
        {time !== undefined && ` kl. ${time}`}
        {planned && ` (${reviewWords.planned})`}
      </span>
    </li>
  );
}

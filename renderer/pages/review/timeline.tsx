import type { FieldValues } from '#shared/domain/importing/fields.ts';

import { capitalise, formatDate, formatMoment } from '../../components/formats.ts';
import { reviewWords } from '../../words/review.ts';
import { type CaseEvent, caseEvents } from './case-events.ts';
import classes from './review.module.css';

/** The case's dates from the first to the last; the day of the draw is a line, what lies after it is not yet. */
export function Timeline({ values, asOf }: { values: FieldValues; asOf: string }) {
  const events = caseEvents(values);
  if (events.length === 0) {
    return <p className={classes['quiet']}>{reviewWords.noDates}</p>;
  }
  const happened = events.filter(({ moment }) => moment.slice(0, 10) <= asOf);
  const planned = events.slice(happened.length);
  return (
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

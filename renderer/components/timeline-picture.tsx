import type { ReactNode } from 'react';

import { timelineWords as words } from '../words/timeline.ts';
import { formatDate, formatMoment } from './formats.ts';
import { StatusMark } from './status-mark.tsx';
import classes from './timeline-picture.module.css';
import { type TimelineScale, timelineScale } from './timeline-scale.ts';

export interface TimelineEvent {
  /** An ISO date or local date-time. */
  readonly date: string;
  readonly label: string;
  readonly kind: 'done' | 'planned';
}

export interface TimelineLane {
  readonly label: string;
  readonly events: readonly TimelineEvent[];
}

export interface TimelineDeadline {
  readonly label: string;
  readonly from: string;
  readonly until: string;
  readonly state: 'kept' | 'broken' | 'open';
}

interface TimelinePictureProps {
  /** What the timeline is of, for its table and for who cannot see it. */
  readonly label: string;
  readonly lanes: readonly TimelineLane[];
  readonly deadlines?: readonly TimelineDeadline[];
  /** The day the deadlines are judged on: a line through the picture. */
  readonly today: string;
}

const stateKinds = { kept: 'kept', broken: 'broken', open: 'unclear' } as const;

/** Events as dots on a lane for each kind, deadlines as brackets under them; the same as a table for who wants words. */
export function TimelinePicture({ label, lanes, deadlines = [], today }: TimelinePictureProps) {
  const events = lanes.flatMap((lane) => lane.events);
  if (events.length === 0) {
    return null;
  }
  const scale = timelineScale([
    today,
    ...events.map(({ date }) => date),
    ...deadlines.flatMap(({ from, until }) => [from, until]),
  ]);
  return (
    <figure className={classes['figure']} aria-label={label}>
      <div className={classes['picture']} aria-hidden="true">
        <Ticks scale={scale} />
        {lanes.map((lane) => (
          <Lane key={lane.label} lane={lane} scale={scale} today={today} />
        ))}
        {deadlines.map((deadline) => (
          <Deadline key={`${deadline.label}${deadline.from}`} deadline={deadline} scale={scale} today={today} />
        ))}
        <span className={classes['judged']}>{words.today(formatDate(today))}</span>
      </div>
      <details className={classes['details']}>
        <summary>{words.showTable}</summary>
        <EventTable label={label} lanes={lanes} />
        {deadlines.length > 0 && <DeadlineTable deadlines={deadlines} />}
      </details>
    </figure>
  );
}

function Ticks({ scale }: { scale: TimelineScale }) {
  return (
    <div className={classes['lane']}>
      <span />
      <span className={classes['ticks']}>
        {scale.ticks.map(({ at, label }) => (
          <span key={label} className={classes['tick']} style={{ left: `${at}%` }}>
            {label}
          </span>
        ))}
      </span>
    </div>
  );
}

function Track({ scale, today, children }: { scale: TimelineScale; today: string; children: ReactNode }) {
  return (
    <span className={classes['track']}>
      {scale.ticks.map(({ at, label }) => (
        <span key={label} className={classes['grid']} style={{ left: `${at}%` }} />
      ))}
      <span className={classes['today']} style={{ left: `${scale.at(today)}%` }} />
      {children}
    </span>
  );
}

function Lane({ lane, scale, today }: { lane: TimelineLane; scale: TimelineScale; today: string }) {
  return (
    <div className={classes['lane']}>
      <span className={classes['name']}>{lane.label}</span>
      <Track scale={scale} today={today}>
        {lane.events.map(({ date, label, kind }) => (
          <span
            key={`${date}${label}`}
            className={classes['dot']}
            data-kind={kind}
            style={{ left: `${scale.at(date)}%` }}
            title={`${formatMoment(date)}: ${label}`}
          />
        ))}
      </Track>
    </div>
  );
}

function Deadline({ deadline, scale, today }: { deadline: TimelineDeadline; scale: TimelineScale; today: string }) {
  const { label, from, until, state } = deadline;
  const left = scale.at(from);
  return (
    <div className={classes['lane']} data-deadline>
      <span className={classes['name']}>
        {label}
        <StatusMark kind={stateKinds[state]}>{words.states[state]}</StatusMark>
      </span>
      <Track scale={scale} today={today}>
        <span
          className={classes['bracket']}
          data-state={state}
          style={{ left: `${left}%`, width: `${Math.max(scale.at(until) - left, 1)}%` }}
          title={`${formatDate(from)} - ${formatDate(until)}`}
        />
      </Track>
    </div>
  );
}

function EventTable({ label, lanes }: { label: string; lanes: readonly TimelineLane[] }) {
  const events = lanes
    .flatMap((lane) => lane.events)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return (
    <table className={classes['table']} aria-label={words.table(label)}>
      <thead>
        <tr>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.event}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.date}${event.label}`}>
            <td>
              <time dateTime={event.date}>{formatMoment(event.date)}</time>
            </td>
            <td>{event.kind === 'planned' ? `${event.label} (${words.planned})` : event.label}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DeadlineTable({ deadlines }: { deadlines: readonly TimelineDeadline[] }) {
  return (
    <table className={classes['table']} aria-label={words.deadlines}>
      <thead>
        <tr>
          <th scope="col">{words.deadlines}</th>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.until}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {deadlines.map(({ label, from, until, state }) => (
          <tr key={`${label}${from}`}>
            <td>{label}</td>
            <td>
              <time dateTime={from}>{formatDate(from)}</time>
            </td>
            <td>
              <time dateTime={until}>{formatDate(until)}</time>
            </td>
            <td>{words.states[state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { YearOverview } from '#shared/domain/report/year-overview/year-overview.ts';
import { monthNames } from '#shared/words/calendar.ts';

import { capitalise, formatDate, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { yearWords as words } from '../../words/year.ts';
import classes from './year.module.css';

type Month = YearOverview['months'][number];

/** The twelve months with their rounds: what each was about, and how far it is. */
export function MonthCalendar({ year, months }: Pick<YearOverview, 'year' | 'months'>) {
  return (
    <Panel title={words.calendar(String(year))}>
      <ol className={classes['months']}>
        {months.map((month) => (
          <MonthCell key={month.month} {...month} />
        ))}
      </ol>
    </Panel>
  );
}

function MonthCell({ month, rounds }: Month) {
  return (
    <li className={classes['month']} data-empty={rounds.length === 0 || undefined}>
      <h3>{capitalise(monthNames[month - 1] ?? '')}</h3>
      {rounds.length === 0 ? (
        <p className={classes['quiet']}>{words.noRounds}</p>
      ) : (
        <ul className={classes['rounds']}>
          {rounds.map((round) => (
            <li key={round.roundId}>
              <p>{round.name.trim() === '' ? words.unnamed(formatDate(round.asOf)) : round.name}</p>
              <p className={classes['quiet']}>{[round.unit, round.theme].filter(Boolean).join(', ')}</p>
              <p className={classes['quiet']}>
                {words.read(formatNumber(round.closed), formatNumber(round.drawn))}
                {round.example && ` · ${words.example}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

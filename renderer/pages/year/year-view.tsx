import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import type { Output } from '#shared/contract/operations.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { yearWords as words } from '../../words/year.ts';
import { AreaDevelopment } from './area-development.tsx';
import { MonthCalendar } from './month-calendar.tsx';
import { PracticeEffects } from './practice-effects.tsx';
import classes from './year.module.css';

/** Året: the calendar of the rounds, the development of the areas, what changes led to, and the report of the year. */
export function YearView() {
  const { go } = useRoute();
  const [year, setYear] = useState<number | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const shown = useQuery('year.show', { year, unit }, { keepPrevious: true });
  return (
    <div className={classes['view']}>
      <QueryView query={shown} height={480}>
        {(overview) =>
          overview.years.length === 0 ? (
            <EmptyState text={words.empty}>
              <Button onClick={() => go('sampling')}>{words.toSampling}</Button>
            </EmptyState>
          ) : (
            <>
              <Choices overview={overview} onYear={setYear} onUnit={setUnit} />
              <MonthCalendar year={overview.year} months={overview.months} />
              <AreaDevelopment charts={overview.runCharts} />
              <PracticeEffects effects={overview.practice} />
              <CommitteeReport roundId={overview.committeeRoundId} />
            </>
          )
        }
      </QueryView>
    </div>
  );
}

interface ChoicesProps {
  readonly overview: Output<'year.show'>;
  readonly onYear: (year: number) => void;
  readonly onUnit: (unit: string) => void;
}

/** The unit only where there are several. */
function Choices({ overview: { year, years, unit, units }, onYear, onUnit }: ChoicesProps) {
  return (
    <div className={classes['controls']}>
      <NativeSelect
        label={words.year}
        value={String(year)}
        data={(years.includes(year) ? years : [year, ...years]).map(String)}
        onChange={(event) => onYear(Number(event.currentTarget.value))}
      />
      {units.length > 1 && (
        <NativeSelect
          label={words.unit}
          value={unit}
          data={units.map((name) => ({ value: name, label: name === '' ? words.own : name }))}
          onChange={(event) => onUnit(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

function CommitteeReport({ roundId }: { roundId: string | null }) {
  const { go } = useRoute();
  if (roundId === null) return null;
  return (
    <Panel title={words.committee}>
      <p className={classes['quiet']}>{words.committeeAbout}</p>
      <Button variant="default" mt="sm" onClick={() => go('report', { roundId, kind: 'year' })}>
        {words.toReport}
      </Button>
    </Panel>
  );
}

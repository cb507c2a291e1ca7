import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';

import type { ImportSummary } from '#shared/contract/importing.ts';
import type { RoundSummary, YearPlan } from '#shared/contract/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatInstant } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { newestFirst } from '../../hooks/use-latest-import.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { monthName, yearPlanWords as words } from '../../words/year-plan.ts';
import { YearProposal } from './year-proposal.tsx';
import { YearTable } from './year-table.tsx';
import classes from './year.module.css';

interface YearViewProps {
  readonly imports: readonly ImportSummary[];
  readonly onDrawn: (round: RoundSummary) => void;
}

const usualQuota = 12;
const mostPerYear = 1000;

/** The year: quotas per team or caseworker, how far they are reached, who is not covered, and the next draw. */
export function YearView({ imports, onDrawn }: YearViewProps) {
  const sources = newestFirst(imports);
  const [importId, setImportId] = useState(sources[0]?.importId ?? '');
  const [by, setBy] = useState<'team' | 'caseworker'>('team');
  const [perYear, setPerYear] = useState<number | string>(usualQuota);
  const [month, setMonth] = useState<string>();
  const valid = typeof perYear === 'number' && Number.isInteger(perYear) && perYear >= 1;
  const request = { importId, by, perYear: Number(perYear), ...(month === undefined ? {} : { month }) };
  const year = useQuery('sampling.yearPlan', valid ? request : null, { keepPrevious: true });
  const plan = year.data;
  return (
    <div className={classes['view']}>
      <Panel title={words.title}>
        <p>{words.intro}</p>
        <div className={classes['choices']}>
          <fieldset className={classes['by']}>
            <legend>{words.by}</legend>
            <SegmentedControl
              value={by}
              onChange={(value) => setBy(value === 'caseworker' ? 'caseworker' : 'team')}
              data={Object.entries(words.byChoices).map(([value, label]) => ({ value, label }))}
            />
          </fieldset>
          <NumberInput
            label={words.perYear}
            className={classes['number']}
            min={1}
            max={mostPerYear}
            allowDecimal={false}
            value={perYear}
            onChange={setPerYear}
          />
          <NativeSelect
            label={words.month}
            value={plan?.month ?? ''}
            data={plan === undefined ? [] : monthsOf(plan)}
            onChange={(event) => setMonth(event.currentTarget.value)}
          />
          {sources.length > 1 && (
            <NativeSelect
              label={words.source}
              value={importId}
              data={sources.map((one) => ({
                value: one.importId,
                label: `${one.fileName}, ${formatCount(one.cases, 'sag', 'sager')}, ${formatInstant(one.importedAt)}`,
              }))}
              onChange={(event) => setImportId(event.currentTarget.value)}
            />
          )}
        </div>
      </Panel>
      <ErrorNotice error={year.error} />
      {plan !== undefined && year.error === undefined && (
        <>
          <YearTable plan={plan} by={by} />
          <YearProposal key={JSON.stringify([request, plan.month])} importId={importId} plan={plan} onDrawn={onDrawn} />
        </>
      )}
    </div>
  );
}

/** The months of the plan's year. */
function monthsOf({ month }: YearPlan): readonly { readonly value: string; readonly label: string }[] {
  const year = month.slice(0, 4);
  return Array.from({ length: 12 }, (_, index) => {
    const value = `${year}-${String(index + 1).padStart(2, '0')}`;
    return { value, label: monthName(value) };
  });
}

import { Button } from '@mantine/core';
import { useState } from 'react';

import type { RoundSummary, YearPlan } from '#shared/contract/sampling.ts';
import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { monthName, yearPlanWords as words } from '../../words/year-plan.ts';
import { DrawDialog } from './draw-dialog.tsx';
import classes from './year.module.css';

interface YearProposalProps {
  readonly importId: string;
  readonly plan: YearPlan;
  readonly onDrawn: (round: RoundSummary) => void;
}

/** The draw that brings every group up to its quota: first in words and counts, then as any other draw. */
export function YearProposal({ importId, plan: year, onDrawn }: YearProposalProps) {
  const [shown, setShown] = useState(false);
  const month = monthName(year.month);
  if (year.plan === null) {
    return <p>{words.nothingDue(month)}</p>;
  }
  if (!shown) {
    return (
      <Button className={classes['propose']} onClick={() => setShown(true)}>
        {words.propose(month)}
      </Button>
    );
  }
  return <Proposal importId={importId} year={year} plan={year.plan} onDrawn={onDrawn} />;
}

interface ProposalProps extends Pick<YearProposalProps, 'importId' | 'onDrawn'> {
  readonly year: YearPlan;
  readonly plan: SamplingPlanInput;
}

function Proposal({ importId, year, plan, onDrawn }: ProposalProps) {
  const [drawing, setDrawing] = useState(false);
  const preview = useQuery('sampling.preview', { importId, plan });
  const { data } = preview;
  const drawn = data?.parts.reduce((sum, part) => sum + part.drawn, 0) ?? 0;
  const cases = formatCount(drawn, 'sag', 'sager');
  return (
    <Panel title={words.proposal(monthName(year.month))}>
      <ul className={classes['names']}>
        {sentences(year).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{words.rest}</p>
      <ErrorNotice error={preview.error} />
      {data !== undefined && (
        <>
          <p className={classes['quiet']}>
            {words.counts(cases, formatCount(data.populationSize, 'sag', 'sager'), data.drawNumber)}
            {data.excluded.map(({ reason, count }) => (
              <span key={reason} className={classes['line']}>
                {words.held(formatCount(count, 'sag', 'sager'), reason)}
              </span>
            ))}
          </p>
          <Button disabled={drawn === 0} onClick={() => setDrawing(true)}>
            {words.draw(cases)}
          </Button>
          <DrawDialog
            importId={importId}
            plan={plan}
            preview={data}
            opened={drawing}
            onClose={() => setDrawing(false)}
            onDrawn={onDrawn}
          />
        </>
      )}
    </Panel>
  );
}

/** The plan in words: one line for each number of cases, its groups by name. */
function sentences({ groups }: YearPlan): readonly string[] {
  const proposed = groups.filter((group) => group.proposed > 0);
  const numbers = [...new Set(proposed.map((group) => group.proposed))].toSorted((a, b) => a - b);
  return numbers.map((number) => {
    const names = proposed.filter((group) => group.proposed === number).map(({ name }) => name);
    const cases = formatCount(number, 'sag', 'sager');
    const [only = ''] = names;
    return names.length === 1 ? words.one(cases, only) : words.each(cases, names.join(', '));
  });
}

import { Radio } from '@mantine/core';
import { useState } from 'react';

import { suppressionThreshold } from '#shared/domain/report/suppression.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatNumber } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { reportWords } from '../../words/report.ts';
import classes from './report.module.css';

const { threshold: words } = reportWords;
const choices = [3, 5, 10] as const;

/** The smallest group that the committee's reports may show; kept for all rounds, and in force at once. */
export function ThresholdChoice() {
  const settings = useQuery('report.settings', {});
  const saving = useCommand('report.setSettings');
  // What was chosen stands at once; what could not be kept gives way to what is.
  const [wanted, setWanted] = useState<number | null>(null);
  const choose = async (value: string): Promise<void> => {
    const chosen = suppressionThreshold.safeParse(Number(value));
    if (!chosen.success) return;
    setWanted(chosen.data);
    if ((await saving.run({ threshold: chosen.data })) === undefined) setWanted(null);
  };
  return (
    <QueryView query={settings} height={92}>
      {({ threshold }) => (
        <Radio.Group
          label={words.label}
          description={words.sentence(formatNumber(wanted ?? threshold))}
          value={String(wanted ?? threshold)}
          onChange={(value) => void choose(value)}
        >
          <div className={classes['choices']}>
            {choices.map((cases) => (
              <Radio key={cases} size="sm" value={String(cases)} label={words.option(formatNumber(cases))} />
            ))}
          </div>
          <ErrorNotice error={saving.state.status === 'failed' ? saving.state.error : undefined} />
        </Radio.Group>
      )}
    </QueryView>
  );
}

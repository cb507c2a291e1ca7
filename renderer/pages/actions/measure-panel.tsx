import { Button } from '@mantine/core';

import type { LaterSample } from '#shared/contract/review.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatDate } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { measureWords as words } from '../../words/actions.ts';
import { commonWords } from '../../words/common.ts';
import classes from './actions.module.css';
import { ChangeWords } from './change-words.tsx';

interface MeasurePanelProps {
  readonly action: Action;
  readonly onDone: () => void;
}

/** The later samples that can close a change of practice, each with the item before and after. */
export function MeasurePanel({ action, onDone }: MeasurePanelProps) {
  const measures = useQuery('review.measures', { id: action.id });
  const setting = useCommand('review.setActionDone');
  const close = async ({ measure }: LaterSample): Promise<void> => {
    const request = { id: action.id, done: true, measuredIn: measure.roundId };
    if ((await setting.run(request)) !== undefined) onDone();
  };
  return (
    <section className={classes['measure']} aria-label={words.title}>
      <p className={classes['strong']}>{words.title}</p>
      <QueryView query={measures} height={80}>
        {(found) => (
          <>
            {found !== null && <p className={classes['quiet']}>{words.question(found.question)}</p>}
            {found === null || found.later.length === 0 ? (
              <p>{words.nothingLater}</p>
            ) : (
              <ul className={classes['list']}>
                {found.later.map((later) => (
                  <li key={later.measure.roundId} className={classes['later']}>
                    <div>
                      <p className={classes['strong']}>{roundName(later)}</p>
                      <ChangeWords before={found.before} after={later.measure} />
                    </div>
                    <Button
                      onClick={() => void close(later)}
                      loading={setting.state.status === 'running'}
                      aria-label={words.use(roundName(later))}
                    >
                      {words.close}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
      <p className={classes['quiet']}>{words.counted}</p>
      <ErrorNotice error={setting.state.status === 'failed' ? setting.state.error : undefined} />
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onDone}>
          {commonWords.cancel}
        </Button>
      </div>
    </section>
  );
}

function roundName({ name, asOf }: LaterSample): string {
  return words.round(name, formatDate(asOf));
}

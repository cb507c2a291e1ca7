import { Button } from '@mantine/core';
import { useState } from 'react';

import type { KeptPopulation } from '#shared/contract/deletion.ts';

import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { formatCount } from '../../../components/formats.ts';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useQuery } from '../../../hooks/use-query.ts';
import { deletionWords } from '../../../words/deletion.ts';
import classes from '../security.module.css';

const words = deletionWords.populations;

/** The workspace knows neither its name nor how many cases it has. */
function isNewer({ why }: KeptPopulation): boolean {
  return why === 'newer-than-copy';
}

function nameOf(kept: KeptPopulation): string {
  return isNewer(kept) ? words.newer : kept.fileName;
}

/** The imports whose cases still lie here: what none of them is needed for can go at once. */
export function PopulationsPanel() {
  const query = useQuery('deletion.populations', {});
  const [asked, setAsked] = useState<KeptPopulation | null>(null);
  const { state, run } = useCommand('deletion.removePopulation');
  const remove = async (importId: string): Promise<void> => {
    await run({ importId });
    setAsked(null);
    query.refetch();
  };
  return (
    <Panel title={words.title}>
      <div className={classes['stack']}>
        <p className={classes['text']}>{words.text}</p>
        <QueryView query={query} height={80}>
          {(list) =>
            list.length === 0 ? (
              <p>{words.none}</p>
            ) : (
              <ul className={classes['rounds']}>
                {list.map((kept) => (
                  <li key={kept.importId} className={classes['round']}>
                    <div>
                      <p className={classes['name']}>{nameOf(kept)}</p>
                      <p className={classes['quiet']}>
                        {!isNewer(kept) && `${formatCount(kept.cases, ...words.cases)} · `}
                        {words.why[kept.why]}
                      </p>
                    </div>
                    {kept.why !== 'open-round' && (
                      <Button
                        variant="default"
                        aria-label={words.removeOf(nameOf(kept))}
                        onClick={() => setAsked(kept)}
                      >
                        {words.remove}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
        <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      </div>
      <ConfirmDialog
        opened={asked !== null}
        title={words.removeTitle(asked === null ? '' : nameOf(asked))}
        confirm={words.remove}
        busy={state.status === 'running'}
        onConfirm={() => asked !== null && void remove(asked.importId)}
        onClose={() => setAsked(null)}
      >
        <p>
          {asked !== null && isNewer(asked)
            ? words.removeNewerText
            : words.removeText(formatCount(asked?.cases ?? 0, ...words.cases))}
        </p>
      </ConfirmDialog>
    </Panel>
  );
}

import { useState } from 'react';

import type { BackupSummary } from '#shared/contract/backups.ts';

import { formatInstant } from '../../../components/formats.ts';
import { Notice } from '../../../components/notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';
import { BackupTable } from './backup-table.tsx';
import { ChosenBackup } from './chosen-backup.tsx';

const words = securityWords.backups;

/** The copies, newest first; one is chosen to see what differs, and to put back. */
export function BackupsTab() {
  const query = useQuery('backups.list', {});
  const [chosen, setChosen] = useState<BackupSummary | null>(null);
  const [gone, setGone] = useState<readonly string[] | null>(null);
  const { refetch } = query;
  return (
    <>
      {gone !== null && (
        <Notice title={words.restored}>{gone.length > 0 && words.restoredGone(gone.join(', '))}</Notice>
      )}
      <Panel title={words.title}>
        <div className={classes['stack']}>
          <p className={classes['text']}>{words.text}</p>
          <p className={classes['text']}>{words.keys}</p>
          <QueryView query={query} height={200}>
            {(list) =>
              list.length === 0 ? <p>{words.none}</p> : <BackupTable list={list} chosen={chosen} onChoose={setChosen} />
            }
          </QueryView>
        </div>
      </Panel>
      {chosen !== null && (
        <ChosenBackup
          key={chosen.id}
          backup={chosen}
          when={formatInstant(chosen.at)}
          onRestored={(names) => {
            setGone(names);
            setChosen(null);
            refetch();
          }}
        />
      )}
    </>
  );
}

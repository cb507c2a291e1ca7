import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import type { BackupSummary } from '#shared/contract/backups.ts';

import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { StatusMark } from '../../../components/status-mark.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';
import { ComparedTable } from './compared-table.tsx';
import { RestoreForm } from './restore-form.tsx';

const words = securityWords.backups;

interface ChosenBackupProps {
  readonly backup: BackupSummary;
  readonly when: string;
  readonly onRestored: (gone: readonly string[]) => void;
}

/** One copy: what differs from now, and putting it back. */
export function ChosenBackup({ backup, when, onRestored }: ChosenBackupProps) {
  const [shown, setShown] = useState<'compare' | 'restore' | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const comparison = useQuery('backups.compare', shown === null ? null : { id: backup.id });
  return (
    <Panel title={words.chosen(when)}>
      <div className={classes['stack']}>
        {!backup.readable && <StatusMark kind="broken">{words.unreadable}</StatusMark>}
        <div className={classes['ways']}>
          <Button
            ref={first}
            variant="default"
            disabled={!backup.readable}
            aria-expanded={shown === 'compare'}
            onClick={() => setShown(shown === 'compare' ? null : 'compare')}
          >
            {words.compare}
          </Button>
          <Button variant="default" disabled={!backup.readable} onClick={() => setShown('restore')}>
            {words.restore}
          </Button>
        </div>
        {shown !== null && (
          <QueryView query={comparison} height={160}>
            {({ rows }) => <ComparedTable rows={rows} when={when} />}
          </QueryView>
        )}
        {shown === 'restore' && (
          <RestoreForm
            backup={backup}
            when={when}
            gone={comparison.data?.rows.filter(({ what }) => what === 'population-gone') ?? []}
            onRestored={onRestored}
            onCancel={() => setShown(null)}
          />
        )}
      </div>
    </Panel>
  );
}

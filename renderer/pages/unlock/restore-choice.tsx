import { Button, Radio } from '@mantine/core';
import { useState } from 'react';

import type { BackupSummary } from '#shared/contract/backups.ts';

import { formatInstant } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { securityWords } from '../../words/security.ts';
import { unlockWords } from '../../words/settings.ts';
import { RestoreForm } from '../security/backups/restore-form.tsx';
import classes from './unlock-page.module.css';

const words = unlockWords.restore;
const { kinds } = securityWords.backups;

/** The copies beside the workspace's file, and putting one of them in its place. What is there now is kept. */
export function RestoreChoice({ onBack }: { onBack?: () => void }) {
  const query = useQuery('backups.list', {});
  const [chosen, setChosen] = useState<BackupSummary | null>(null);
  return (
    <div className={classes['form']}>
      <QueryView query={query} height={160}>
        {(list) => {
          const readable = list.filter((backup) => backup.readable);
          return readable.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Radio.Group
              label={words.choose}
              value={chosen?.id ?? null}
              onChange={(id) => setChosen(readable.find((backup) => backup.id === id) ?? null)}
            >
              <div className={classes['choices']}>
                {readable.map(({ id, at, kind }) => (
                  <Radio key={id} value={id} label={formatInstant(at)} description={kinds[kind]} />
                ))}
              </div>
            </Radio.Group>
          );
        }}
      </QueryView>
      {chosen !== null && (
        <RestoreForm
          key={chosen.id}
          backup={chosen}
          when={formatInstant(chosen.at)}
          gone={[]}
          broken
          onRestored={() => undefined}
          onCancel={() => setChosen(null)}
        />
      )}
      {onBack !== undefined && (
        <Button variant="default" className={classes['submit']} onClick={onBack}>
          {unlockWords.forgotten.back}
        </Button>
      )}
    </div>
  );
}

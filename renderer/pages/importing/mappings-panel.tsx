import { Button } from '@mantine/core';
import { useState } from 'react';

import type { RememberedMapping } from '#shared/contract/importing.ts';

import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatInstant } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';
import { SaveMappingButton } from './save-mapping-button.tsx';

const { memory: words, units } = importingWords;

/** The remembered choices of columns: to save as a file, or to forget. */
export function MappingsPanel() {
  const query = useQuery('importing.mappings', {});
  const forgetting = useCommand('importing.forgetMapping');
  const [asked, setAsked] = useState<RememberedMapping | null>(null);
  const forget = async (): Promise<void> => {
    if (asked !== null) {
      await forgetting.run({ headersKey: asked.headersKey });
      query.refetch();
      setAsked(null);
    }
  };
  return (
    <Panel title={words.list}>
      <QueryView query={query} height={48}>
        {(mappings) =>
          mappings.length === 0 ? (
            <p className={classes['quiet']}>{words.none}</p>
          ) : (
            <ul className={classes['mappings']}>
              {mappings.map((mapping) => (
                <MappingLine key={mapping.headersKey} mapping={mapping} onForget={() => setAsked(mapping)} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <ErrorNotice error={forgetting.state.status === 'failed' ? forgetting.state.error : undefined} />
      <ConfirmDialog
        opened={asked !== null}
        title={words.forgetTitle(asked?.name ?? '')}
        confirm={words.forget}
        busy={forgetting.state.status === 'running'}
        onConfirm={() => void forget()}
        onClose={() => setAsked(null)}
      >
        <p>{words.forgetText}</p>
      </ConfirmDialog>
    </Panel>
  );
}

function MappingLine({ mapping: remembered, onForget }: { mapping: RememberedMapping; onForget: () => void }) {
  const { name, savedAt, mapping } = remembered;
  return (
    <li className={classes['mapping']}>
      <span>
        <strong>{name}</strong>{' '}
        <span className={classes['quiet']}>
          {formatCount(mapping.columns.length, ...units.column)}, {words.savedAt(formatInstant(savedAt))}
        </span>
      </span>
      <span className={classes['buttons']}>
        <SaveMappingButton name={name} mapping={mapping} label={words.saveOne} spoken={words.saveOneOf(name)} small />
        <Button variant="default" size="compact-sm" aria-label={words.forgetOne(name)} onClick={onForget}>
          {words.forget}
        </Button>
      </span>
    </li>
  );
}

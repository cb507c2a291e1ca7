import { Button } from '@mantine/core';

import type { Overview } from '#shared/contract/workspace.ts';

import { formatDate } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { securityWords } from '../../words/security.ts';
import classes from './start.module.css';

const words = securityWords.reminders;

/** Rounds whose day is near or past, and a workspace that a forgotten passphrase would close for good; else nothing. */
export function RemindersPanel({ retention }: Pick<Overview, 'retention'>) {
  const { go } = useRoute();
  const slots = useQuery('workspace.status', {}).data?.slots;
  const noRecovery = slots !== undefined && !slots.includes('recovery');
  if (retention.length === 0 && !noRecovery) return null;
  return (
    <Panel title={words.title}>
      <ul className={classes['actions']}>
        {retention.map(({ roundId, name, retainUntil, due }) => (
          <li key={roundId} className={classes['waiting']}>
            <div>
              <StatusMark kind={due ? 'critical' : 'partly'}>{due ? words.due(name) : words.soon(name)}</StatusMark>
              <div className={classes['actionNote']}>
                {due ? words.dueSince(formatDate(retainUntil)) : words.soonAt(formatDate(retainUntil))}
              </div>
            </div>
          </li>
        ))}
        {noRecovery && (
          <li className={classes['waiting']}>
            <div>
              <StatusMark kind="missing">{words.noRecovery}</StatusMark>
              <div className={classes['actionNote']}>{words.noRecoveryText}</div>
            </div>
          </li>
        )}
      </ul>
      <div className={classes['foot']}>
        {retention.length > 0 && (
          <Button variant="default" onClick={() => go('security', { part: 'deletion' })}>
            {words.toDeletion}
          </Button>
        )}
        {noRecovery && (
          <Button variant="default" onClick={() => go('security', { part: 'keys' })}>
            {words.makeRecovery}
          </Button>
        )}
      </div>
    </Panel>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';

import type { OpenCritical } from '#shared/domain/report/compile/compilation.ts';

import { formatDate, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { listWords } from '../../words/compile.ts';
import classes from './compile.module.css';
import { unitName } from './unit-name.ts';

const { critical: words } = listWords;
/** So many lines first: the late ones stand on top. */
const fewLines = 12;

/** What was promised about something critical and is not done: what, who and when. */
export function CriticalTable({ actions }: { actions: readonly OpenCritical[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const { go } = useRoute();
  const shown = showsAll ? actions : actions.slice(0, fewLines);
  return (
    <Panel title={words.title} note={formatNumber(actions.length)} className={classes['panel']}>
      {actions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <Scrolled label={listWords.table(words.title)}>
            <table className={classes['table']}>
              <thead>
                <tr>
                  {(['what', 'who', 'when', 'unit', 'case'] as const).map((column) => (
                    <th key={column} scope="col">
                      {words.columns[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((action) => (
                  <Line key={`${action.roundId} ${action.id}`} action={action} />
                ))}
              </tbody>
            </table>
          </Scrolled>
          <div className={classes['ways']}>
            {shown.length < actions.length && (
              <Button variant="default" onClick={() => setShowsAll(true)}>
                {words.all(formatNumber(actions.length))}
              </Button>
            )}
            <Button variant="default" onClick={() => go('actions')}>
              {words.toActions}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}

function Line({ action: { text, owner, due, late, unit, caseId } }: { action: OpenCritical }) {
  return (
    <tr>
      <th scope="row">{text}</th>
      <td>{owner === '' ? words.noOwner : owner}</td>
      <td>{due === null ? words.noDue : <Due due={due} late={late} />}</td>
      <td>{unitName(unit)}</td>
      <td>{caseId ?? ''}</td>
    </tr>
  );
}

function Due({ due, late }: { due: string; late: boolean }) {
  const date = formatDate(due);
  return late ? <StatusMark kind="broken">{words.late(date)}</StatusMark> : date;
}

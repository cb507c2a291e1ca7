import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import type { ExchangeConflict, RoundExchange } from '#shared/contract/exchange.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { capitalise, formatNumber } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { ConflictTable } from './conflict-table.tsx';
import classes from './exchange.module.css';

const words = exchangeWords.conflicts;

/** What two people wrote differently, one case of it at a time; a person decides which stands. */
export function ConflictView({ round: { roundId, roundName } }: { round: RoundExchange }) {
  const { go } = useRoute();
  const conflicts = useQuery('exchange.conflicts', { roundId });
  return (
    <Panel title={words.title(roundName)}>
      <div className={classes['stack']}>
        <Button variant="default" onClick={() => go('exchange', { part: 'collect' })}>
          {words.back}
        </Button>
        <QueryView query={conflicts} height={400}>
          {(list) => <Deciding roundId={roundId} list={list} />}
        </QueryView>
      </div>
    </Panel>
  );
}

function Deciding({ roundId, list }: { roundId: string; list: readonly ExchangeConflict[] }) {
  const [place, setPlace] = useState(0);
  const [decided, setDecided] = useState(0);
  const { state, run, reset } = useCommand('exchange.decide');
  const heading = useRef<HTMLHeadingElement>(null);
  const at = Math.min(place, list.length - 1);
  const conflict = list[at];
  const cell = conflict?.cell;
  useEffect(() => heading.current?.focus(), [cell]);
  const move = (step: number): void => {
    reset();
    setPlace(at + step);
  };
  if (conflict === undefined) return <Notice title={words.none} />;
  const choose = async (versionId: string): Promise<void> => {
    if ((await run({ roundId, cell: conflict.cell, versionId })) !== undefined) setDecided(decided + 1);
  };
  return (
    <>
      <p className={classes['lead']}>{words.text}</p>
      <output className={classes['quiet']}>{decided > 0 && words.decided}</output>
      <section className={classes['stack']} aria-label={words.place(formatNumber(at + 1), formatNumber(list.length))}>
        <div className={classes['line']}>
          <h3 ref={heading} tabIndex={-1}>
            {words.place(formatNumber(at + 1), formatNumber(list.length))}
          </h3>
          <Button variant="default" disabled={at === 0} onClick={() => move(-1)}>
            {words.previous}
          </Button>
          <Button variant="default" disabled={at >= list.length - 1} onClick={() => move(1)}>
            {words.next}
          </Button>
        </div>
        <div>
          <p className={classes['name']}>{conflict.question === '' ? words.whats[conflict.what] : conflict.question}</p>
          <p className={classes['quiet']}>{placeOf(conflict)}</p>
        </div>
        <ConflictTable
          roundId={roundId}
          conflict={conflict}
          busy={state.status === 'running'}
          onChoose={(versionId) => void choose(versionId)}
        />
        <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      </section>
    </>
  );
}

/** A case from elsewhere has no number here but that of the sample. */
function placeOf({ caseId, number, reading, question, what }: ExchangeConflict): string {
  const known = caseId !== null && !/^[0-9a-f]{64}$/u.test(caseId) ? words.caseId(caseId) : '';
  const parts = [
    known,
    number === '' ? '' : words.caseNumber(number),
    caseId === null ? words.noCase : '',
    question === '' || what === 'answer' ? '' : words.whats[what],
    reading === 2 ? words.second : '',
  ];
  return capitalise(parts.filter(Boolean).join(', '));
}

import { Button, Table } from '@mantine/core';

import type { ExchangeLine, RoundExchange } from '#shared/contract/exchange.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { formatDate, formatInstant, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { commonWords } from '../../words/common.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { roundMark } from '../../words/rounds.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import { usePersonName } from './use-person-name.ts';

const words = exchangeWords.collect;
const columns = ['unit', 'head', 'sent', 'closed', 'last', 'state'] as const;

interface StatusPanelProps {
  readonly round: RoundExchange;
  /** The round itself, for what it is marked with. */
  readonly summary: RoundSummary | undefined;
}

/** Who was sent what of a round, what came back, and who is waited for since when. */
export function StatusPanel({ round, summary }: StatusPanelProps) {
  const { go } = useRoute();
  const { roundId, roundName, asOf, lines, notSent, conflicts } = round;
  const isOwn = summary === undefined || summary.role === 'own';
  const complete = lines.filter(isComplete).length;
  const mark = summary === undefined ? '' : roundMark(summary);
  return (
    <Panel title={roundName} note={[words.asOf(formatDate(asOf)), mark].filter(Boolean).join(', ')}>
      <div className={classes['stack']}>
        <p>{words.summary(formatNumber(complete), formatNumber(lines.length))}</p>
        <Scrolled label={words.table(roundName)}>
          <Table className={`${classes['table']} ${classes['status']}`} aria-label={words.table(roundName)}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column} scope="col" className={column === 'closed' ? (classes['number'] ?? '') : ''}>
                    {words.columns[column]}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <StatusLine key={line.exchangeId} line={line} />
              ))}
            </Table.Tbody>
          </Table>
        </Scrolled>
        {isOwn && notSent > 0 && (
          <div className={classes['line']}>
            <span>{words.notSent(caseCount(notSent))}</span>
            <Button variant="default" onClick={() => go('exchange', { part: 'send', roundId })}>
              {words.toSend}
            </Button>
          </div>
        )}
        {conflicts > 0 && (
          <Button onClick={() => go('exchange', { part: 'collect', view: 'conflicts', roundId })}>
            {words.decide(formatNumber(conflicts), conflicts === 1)}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function isComplete({ closed, cases, lastMadeAt }: ExchangeLine): boolean {
  return lastMadeAt !== null && closed >= cases;
}

function StatusLine({ line }: { line: ExchangeLine }) {
  const nameOf = usePersonName();
  const { kind, unit, head, sentAt, cases, closed, lastMadeAt } = line;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {unit === '' ? exchangeWords.wholeRound : unit}
        {kind === 'second-reading' && `, ${words.secondReading}`}
      </Table.Th>
      <Table.Td>{nameOf(head)}</Table.Td>
      <Table.Td className={classes['date'] ?? ''}>{kind === 'own' ? words.own : formatDate(sentAt)}</Table.Td>
      <Table.Td className={classes['number'] ?? ''}>
        {commonWords.of(formatNumber(closed), formatNumber(cases))}
      </Table.Td>
      <Table.Td>{lastMadeAt === null ? words.never : formatInstant(lastMadeAt)}</Table.Td>
      <Table.Td>
        <Waiting line={line} />
      </Table.Td>
    </Table.Tr>
  );
}

function Waiting({ line }: { line: ExchangeLine }) {
  const { daysWaiting } = line;
  if (isComplete(line)) return <StatusMark kind="done">{words.complete}</StatusMark>;
  return (
    <StatusMark kind="missing">
      {daysWaiting === 0 ? words.waitingToday : words.waitingSince(formatNumber(daysWaiting), daysWaiting === 1)}
    </StatusMark>
  );
}

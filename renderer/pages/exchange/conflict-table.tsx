import { Button, Table } from '@mantine/core';

import type { ExchangeConflict } from '#shared/contract/exchange.ts';
import { templateItems } from '#shared/domain/review/template.ts';
import { shortLabelsOf } from '#shared/words/review.ts';

import { formatInstant } from '../../components/formats.ts';
import { Scrolled } from '../../components/scrolled.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { type ConflictRow, conflictRows } from './conflict-fields.ts';
import classes from './exchange.module.css';
import { usePersonName } from './use-person-name.ts';

const words = exchangeWords.conflicts;

interface ConflictTableProps {
  readonly roundId: string;
  readonly conflict: ExchangeConflict;
  readonly busy: boolean;
  readonly onChoose: (versionId: string) => void;
}

/** The versions side by side, each with who wrote it and when; what differs is told by a word too. */
export function ConflictTable({ roundId, conflict, busy, onChoose }: ConflictTableProps) {
  const nameOf = usePersonName();
  const labels = useItemLabels(roundId, conflict);
  const { versions } = conflict;
  return (
    <Scrolled label={words.table}>
      <Table className={classes['versions'] ?? ''} aria-label={words.table} miw={200 * versions.length}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td className={classes['label'] ?? ''} />
            {versions.map(({ versionId }, index) => (
              <Table.Th key={versionId} scope="col">
                {words.column(index + 1)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Line label={words.who} texts={versions.map(({ by }) => (by === '' ? words.unnamed : nameOf(by)))} />
          <Line label={words.when} texts={versions.map(({ at }) => formatInstant(at))} />
          {conflictRows(versions, labels).map(({ field, texts, differs }) => (
            <Line key={field} label={words.fields[field]} texts={texts} differs={differs} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Td />
            {versions.map(({ versionId }, index) => (
              <Table.Td key={versionId}>
                <Button disabled={busy} onClick={() => onChoose(versionId)}>
                  {words.use(index + 1)}
                </Button>
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Scrolled>
  );
}

interface LineProps extends Pick<ConflictRow, 'texts'> {
  readonly label: string;
  readonly differs?: boolean;
}

function Line({ label, texts, differs = false }: LineProps) {
  return (
    <Table.Tr data-differs={differs || undefined}>
      <Table.Th scope="row">
        {label}
        {differs && <span className={classes['differs']}>{words.differs}</span>}
      </Table.Th>
      {texts.map((text, index) => (
        // A column is a version; the place in the row is all that tells two of the same text apart.
        <Table.Td key={`${index} ${text}`}>{text === '' ? words.empty : text}</Table.Td>
      ))}
    </Table.Tr>
  );
}

/** What the answers to this item are called: an item may ask to what degree. */
function useItemLabels(roundId: string, { what, cell, caseId, versions }: ExchangeConflict) {
  const isAnswer = what === 'answer' && caseId !== null && cell !== '';
  const { data } = useQuery('review.open', isAnswer ? { roundId, caseId } : null);
  const content = versions[0]?.content;
  const itemId = content?.what === 'answer' ? content.answer.itemId : null;
  const item = data === undefined ? undefined : templateItems(data.template).find(({ id }) => id === itemId);
  return item === undefined ? undefined : shortLabelsOf(item);
}

import { Button, Checkbox, Table } from '@mantine/core';

import type { LikelyNamePlace } from '#shared/contract/exchange.ts';

import { formatNumber } from '../../components/formats.ts';
import { Scrolled } from '../../components/scrolled.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import classes from './exchange.module.css';

const words = exchangeWords.answers.likely;
/** As many as the core tells. */
const mostPlaces = 500;

interface LikelyNamesProps {
  readonly roundId: string;
  readonly places: readonly LikelyNamePlace[];
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}

/** What may still name somebody, place by place, each with the way to mend it; sent only when a person has read it. */
export function LikelyNames({ roundId, places, seen, onSeen }: LikelyNamesProps) {
  const count = new Set(places.flatMap((place) => [...place.words, ...place.hints])).size;
  return (
    <section className={classes['stack']}>
      <h3 className={classes['listed']}>{words.title(formatNumber(count), count === 1)}</h3>
      <p className={classes['quiet']}>{words.text}</p>
      <Scrolled label={words.table}>
        <Table className={`${classes['table']} ${classes['likely']}`} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.columns.words}</Table.Th>
              <Table.Th scope="col">{words.columns.where}</Table.Th>
              <Table.Th scope="col">{words.columns.text}</Table.Th>
              <Table.Th scope="col">{words.columns.open}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {places.map((place, index) => (
              <PlaceRow key={`${index} ${place.caseId ?? ''} ${place.field}`} roundId={roundId} place={place} />
            ))}
          </Table.Tbody>
        </Table>
      </Scrolled>
      {places.length === mostPlaces && <p className={classes['quiet']}>{words.most(formatNumber(mostPlaces))}</p>}
      <p className={classes['quiet']}>{words.limits}</p>
      <Checkbox label={words.seen} checked={seen} onChange={(event) => onSeen(event.currentTarget.checked)} />
    </section>
  );
}

function PlaceRow({ roundId, place }: { roundId: string; place: LikelyNamePlace }) {
  const { go } = useRoute();
  const { caseId, field, question, text } = place;
  const found = [...place.words, ...place.hints.map((word) => words.hint(word))].join(', ');
  const where = words.fields[field];
  return (
    <Table.Tr>
      <Table.Td>{found}</Table.Td>
      <Table.Td>
        {caseId === null ? words.noCase(where) : words.inCase(where, caseId)}
        {question !== '' && <div className={classes['quiet']}>{question}</div>}
      </Table.Td>
      <Table.Td>{text}</Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={caseId === null ? words.openActions : words.openCase(caseId)}
          onClick={() => (caseId === null ? go('actions') : go('review', { roundId, caseId }))}
        >
          {words.open}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

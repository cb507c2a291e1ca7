import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';

import type { SecondReadingLine, SecondReadings } from '#shared/contract/second-reading.ts';
import { isClosed, type ReviewState } from '#shared/domain/review/answer.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { StatusMark } from '../../../components/status-mark.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useRoute } from '../../../hooks/use-route.tsx';
import { reviewWords } from '../../../words/review.ts';
import { secondReadingWords as words } from '../../../words/second-reading.ts';
import { Scrolled } from '../../../components/scrolled.tsx';
import classes from './second-reading.module.css';

interface SecondReadingListProps {
  readonly roundId: string;
  readonly readings: SecondReadings;
}

/** The picked cases with both states; a second reader says who he or she is, and begins. */
export function SecondReadingList({ roundId, readings }: SecondReadingListProps) {
  const { route, go } = useRoute();
  const [reader, setReader] = useState(route.params['reader'] ?? '');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const start = useCommand('review.startSecond');
  const read = async (caseId: string): Promise<void> => {
    if (reader.trim() === '') {
      setMissing(true);
      field.current?.focus();
    } else if ((await start.run({ roundId, caseId, reader })) !== undefined) {
      go('review', { roundId, caseId, reading: '2', reader: reader.trim() });
    }
  };
  return (
    <Panel title={words.listTitle} note={words.drawn(readings.lines.length, readings.cases)}>
      <TextInput
        ref={field}
        className={classes['reader']}
        label={words.reader}
        description={words.readerHint}
        maxLength={200}
        value={reader}
        error={missing && reader.trim() === '' ? words.readerMissing : undefined}
        onChange={(event) => setReader(event.currentTarget.value)}
      />
      <ErrorNotice error={start.state.status === 'failed' ? start.state.error : undefined} />
      <Scrolled label={words.listTable}>
        <table className={classes['table']}>
          <thead>
            <tr>
              {Object.values(words.columns).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {readings.lines.map((line) => (
              <ReadingRow
                key={line.caseId}
                line={line}
                onRead={() => void read(line.caseId)}
                onCompare={() => go('review', { view: 'second', roundId, caseId: line.caseId, reader })}
              />
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Panel>
  );
}

interface ReadingRowProps {
  readonly line: SecondReadingLine;
  readonly onRead: () => void;
  readonly onCompare: () => void;
}

function ReadingRow({ line, onRead, onCompare }: ReadingRowProps) {
  const { caseId, firstReader, firstState, secondReader, secondState, answered, items } = line;
  const closed = isClosed(secondState);
  const act = secondReader === '' ? words.begin : words.goOn;
  return (
    <tr>
      <th scope="row">{caseId}</th>
      <td>
        <ReadingMark state={firstState} reader={firstReader} />
      </td>
      <td>
        <ReadingMark state={secondState} reader={secondReader} />
        {secondState === 'draft' && <span className={classes['note']}>{words.answered(answered, items)}</span>}
      </td>
      <td>
        {!closed && (
          <Button size="xs" variant="default" onClick={onRead} aria-label={words.actOn(act, caseId)}>
            {act}
          </Button>
        )}
        {closed && isClosed(firstState) && (
          <Button size="xs" variant="default" onClick={onCompare} aria-label={words.actOn(words.compare, caseId)}>
            {words.compare}
          </Button>
        )}
        {closed && !isClosed(firstState) && words.wait}
      </td>
    </tr>
  );
}

function ReadingMark({ state, reader }: { readonly state: ReviewState; readonly reader: string }) {
  const kind = isClosed(state) ? 'done' : state === 'not-started' ? 'neutral' : 'info';
  return <StatusMark kind={kind}>{words.state(reviewWords.queueState[state], reader)}</StatusMark>;
}

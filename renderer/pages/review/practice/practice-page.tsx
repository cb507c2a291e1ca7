import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { PracticeSheet } from '#shared/contract/practice.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';

import { Page } from '../../../components/page.tsx';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { StatusMark } from '../../../components/status-mark.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { useRoute } from '../../../hooks/use-route.tsx';
import { practiceWords as words } from '../../../words/practice.ts';
import { PracticeFile } from './practice-file.tsx';
import { PracticeQuestions } from './practice-questions.tsx';
import { PracticeResultPanel } from './practice-result-panel.tsx';
import classes from './practice.module.css';

/** Øvesag: everybody answers the same invented case alone, and then sees where they differ. */
export function PracticePage() {
  const { route, go } = useRoute();
  const { reader, roundId } = route.params;
  const sheet = useQuery('review.practiceCase', { reader: reader ?? null });
  const open = (name?: string): void =>
    go('review', {
      view: 'practice',
      ...(roundId === undefined ? {} : { roundId }),
      ...(name === undefined ? {} : { reader: name }),
    });
  return (
    <Page
      title={sheet.data?.title ?? words.heading}
      note={reader === undefined ? undefined : words.answersAs(reader)}
      actions={
        <>
          {reader !== undefined && (
            <Button variant="subtle" onClick={() => open()}>
              {words.otherReader}
            </Button>
          )}
          <Button variant="subtle" onClick={() => go('review', roundId === undefined ? {} : { roundId })}>
            {words.toReview}
          </Button>
        </>
      }
    >
      <QueryView query={sheet} height={480}>
        {(found) =>
          reader === undefined ? <Begin sheet={found} onBegin={open} /> : <Case sheet={found} reader={reader} />
        }
      </QueryView>
    </Page>
  );
}

/** The case file beside the questions; once the reader is done, beside what everybody answered. */
function Case({ sheet, reader }: { readonly sheet: PracticeSheet; readonly reader: string }) {
  const done = sheet.readers.some((one) => one.done && isSameReader(one.reader, reader));
  if (done) {
    return (
      <>
        <PracticeResultPanel sheet={sheet} reader={reader} />
        <PracticeFile sheet={sheet} />
      </>
    );
  }
  return (
    <div className={classes['columns']}>
      <PracticeFile sheet={sheet} scrolls />
      <PracticeQuestions key={reader} sheet={sheet} reader={reader} />
    </div>
  );
}

function Begin({ sheet, onBegin }: { readonly sheet: PracticeSheet; readonly onBegin: (reader: string) => void }) {
  const [name, setName] = useState('');
  const known = sheet.readers.some(({ reader }) => isSameReader(reader, name));
  return (
    <>
      <Panel title={words.who}>
        <p className={classes['text']}>{words.intro}</p>
        <form
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            onBegin(name.trim());
          }}
        >
          <TextInput
            label={words.who}
            description={words.whoHint}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {known ? words.goOn : words.begin}
          </Button>
        </form>
      </Panel>
      <Panel title={words.readers}>
        {sheet.readers.length === 0 && <p className={classes['text']}>{words.noReaders}</p>}
        <ul className={classes['readers']}>
          {sheet.readers.map(({ reader, answered, done }) => (
            <li key={reader}>
              <span>{reader}</span>
              <StatusMark kind={done ? 'done' : 'info'}>
                {done ? words.done : words.answeredOf(answered, sheet.items.length)}
              </StatusMark>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

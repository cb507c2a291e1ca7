import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { RoundExchange } from '#shared/contract/exchange.ts';

import { formatDate } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import { SavedPackage } from './saved-package.tsx';
import { usePackageSaving } from './use-package-saving.ts';
import { usePersonName } from './use-person-name.ts';
import { useReaderName } from './use-reader-name.ts';

const words = exchangeWords.send;

interface SecondReadingPackageProps {
  readonly roundId: string;
  readonly sent: RoundExchange | undefined;
}

/** Cases for somebody who reads them a second time without seeing the first answers. */
export function SecondReadingPackage({ roundId, sent }: SecondReadingPackageProps) {
  const whole = useQuery('exchange.shares', { roundId, by: 'whole' });
  const readings = useQuery('review.secondReadings', { roundId });
  return (
    <Panel title={words.second.title}>
      <div className={classes['stack']}>
        <p>{words.second.text}</p>
        <QueryView query={whole} height={200}>
          {([all]) => (
            <QueryView query={readings} height={200}>
              {({ lines }) => (
                <BlindForm
                  roundId={roundId}
                  all={all?.caseIds ?? []}
                  picked={lines.map(({ caseId }) => caseId)}
                  fileName={all?.fileName ?? ''}
                />
              )}
            </QueryView>
          )}
        </QueryView>
        <SentBlind sent={sent} />
      </div>
    </Panel>
  );
}

interface BlindFormProps {
  readonly roundId: string;
  readonly all: readonly string[];
  readonly picked: readonly string[];
  readonly fileName: string;
}

function BlindForm({ roundId, all, picked, fileName }: BlindFormProps) {
  const { name: head, isGiven, field } = useReaderName('');
  const [which, setWhich] = useState(picked.length > 0 ? 'picked' : 'all');
  const { state, save } = usePackageSaving<unknown>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isGiven()) return;
    const caseIds = [...(which === 'picked' ? picked : all)];
    await save({
      fileName,
      hasPassphrase: true,
      send: (application, target, passphrase) =>
        application['exchange.send']({
          roundId,
          kind: 'second-reading',
          unit: '',
          head,
          caseIds,
          passphrase: passphrase ?? '',
          target,
        }),
    });
  };
  return (
    <>
      <form className={classes['fields']} onSubmit={(event) => void submit(event)} aria-label={words.second.title}>
        {picked.length === 0 ? (
          <p>
            {words.second.all(caseCount(all.length))}
            <br />
            <span className={classes['quiet']}>{words.second.pick}</span>
          </p>
        ) : (
          <Radio.Group label={words.second.which} value={which} onChange={setWhich}>
            <div className={classes['choices']}>
              <Radio value="picked" label={words.second.picked(caseCount(picked.length))} />
              <Radio value="all" label={words.second.all(caseCount(all.length))} />
            </div>
          </Radio.Group>
        )}
        <TextInput label={words.second.head} {...field} />
        <div>
          <Button type="submit" loading={state.status === 'running'}>
            {exchangeWords.save.cases}
          </Button>
        </div>
      </form>
      <SavedPackage state={state} />
    </>
  );
}

function SentBlind({ sent }: { sent: RoundExchange | undefined }) {
  const nameOf = usePersonName();
  const lines = sent?.lines.filter(({ kind }) => kind === 'second-reading') ?? [];
  return lines.map(({ exchangeId, sentAt, head, cases }) => (
    <p key={exchangeId} className={classes['quiet']}>
      {words.sentBefore(formatDate(sentAt), nameOf(head), caseCount(cases))}
    </p>
  ));
}

import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';

import type { RoundExchange, UnitShare } from '#shared/contract/exchange.ts';

import { formatDate } from '../../components/formats.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import { SavedPackage } from './saved-package.tsx';
import type { ShareBy } from './share-ways.ts';
import { usePackageSaving } from './use-package-saving.ts';
import { usePersonName } from './use-person-name.ts';
import { useReaderName } from './use-reader-name.ts';

const words = exchangeWords.send;

interface UnitPackageProps {
  readonly roundId: string;
  readonly by: ShareBy;
  readonly share: UnitShare;
  readonly sent: RoundExchange | undefined;
}

/** One unit: its cases, who reads them, and the button that saves the file. */
export function UnitPackage({ roundId, by, share, sent }: UnitPackageProps) {
  const { unit, caseIds, fileName } = share;
  const nameOf = usePersonName();
  const earlier = sent?.lines.findLast((line) => line.kind === 'cases' && line.unit === unit);
  const { name: head, isGiven, field } = useReaderName(earlier?.head ?? '');
  const { state, save } = usePackageSaving<unknown>();
  const shown = unitName(unit, by, nameOf);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isGiven()) return;
    await save({
      fileName,
      hasPassphrase: true,
      send: (application, target, passphrase) =>
        application['exchange.send']({
          roundId,
          kind: 'cases',
          unit,
          head,
          caseIds: [...caseIds],
          passphrase: passphrase ?? '',
          target,
        }),
    });
  };
  return (
    <>
      <form className={classes['package']} onSubmit={(event) => void submit(event)}>
        <p>
          <span className={classes['name']}>{shown}</span>
          <br />
          <span>{caseCount(caseIds.length)}</span>
        </p>
        <TextInput label={words.head} aria-label={words.headFor(shown)} {...field} />
        <Button type="submit" loading={state.status === 'running'} aria-label={words.saveFor(shown)}>
          {exchangeWords.save.cases}
        </Button>
      </form>
      {earlier !== undefined && state.status !== 'saved' && (
        <p className={classes['quiet']}>
          {words.sentBefore(formatDate(earlier.sentAt), nameOf(earlier.head), caseCount(earlier.cases))}. {words.more}
        </p>
      )}
      {earlier === undefined && sent?.notSent === 0 && <p className={classes['quiet']}>{words.twice}</p>}
      <SavedPackage state={state} />
    </>
  );
}

function unitName(unit: string, by: ShareBy, nameOf: ReturnType<typeof usePersonName>): string {
  if (by === 'whole') return exchangeWords.wholeRound;
  if (unit === '') return exchangeWords.noUnit;
  return by === 'caseworker' ? nameOf(unit, 'caseworker') : unit;
}

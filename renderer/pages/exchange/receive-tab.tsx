import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';

import type { PackageSummary, ReceivedCases } from '#shared/contract/exchange.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { formatInstant, formatNumber } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import { PackageDrop } from './package-drop.tsx';
import { usePersonName } from './use-person-name.ts';
import { useReceiving } from './use-receiving.ts';

const words = exchangeWords.receive;

/** A package of cases: the file, the passphrase from the telephone, what is in it, and then the round. */
export function ReceiveTab() {
  const receiving = useReceiving();
  const { file, step, busy, error } = receiving;
  return (
    <Panel title={words.title}>
      <div className={classes['stack']}>
        <PackageDrop
          label={file === null ? words.choose : words.other}
          hint={words.drop}
          isMain={file === null}
          busy={busy}
          onFiles={([chosen]) => {
            if (chosen !== undefined) void receiving.choose(chosen);
          }}
        >
          {file !== null && <strong className={classes['name']}>{file.name}</strong>}
        </PackageDrop>
        {step.at === 'choose' && <ErrorNotice error={error} />}
        {step.at === 'passphrase' && (
          <PassphraseForm
            key={file?.name}
            label={words.passphrase}
            button={words.open}
            busy={busy}
            onGiven={(passphrase) => void receiving.open(passphrase)}
          >
            <ErrorNotice error={error} />
          </PassphraseForm>
        )}
        {step.at === 'opened' && (
          <OpenedPackage summary={step.summary} busy={busy} onTake={() => void receiving.take()}>
            <ErrorNotice error={error} />
          </OpenedPackage>
        )}
        {step.at === 'received' && <Received received={step.received} kind={step.kind} />}
      </div>
    </Panel>
  );
}

interface PassphraseFormProps {
  readonly label: string;
  readonly button: string;
  readonly busy: boolean;
  readonly onGiven: (passphrase: string) => void;
  readonly children: ReactNode;
}

/** Written as it is heard, so it is seen while it is written. */
export function PassphraseForm({ label, button, busy, onGiven, children }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase.trim() !== '') onGiven(passphrase);
  };
  return (
    <form className={classes['fields']} onSubmit={submit}>
      <TextInput
        ref={field}
        label={label}
        description={words.passphraseHint}
        value={passphrase}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {children}
      <div>
        <Button type="submit" disabled={passphrase.trim() === ''} loading={busy}>
          {button}
        </Button>
      </div>
    </form>
  );
}

interface OpenedPackageProps {
  readonly summary: PackageSummary;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly children: ReactNode;
}

function OpenedPackage({ summary, busy, onTake, children }: OpenedPackageProps) {
  const { go } = useRoute();
  const nameOf = usePersonName();
  const button = useFirstFocus<HTMLButtonElement>();
  const { kind, period, unit, municipality, head, cases, template, madeAt } = summary;
  const values = { round: period, unit, municipality, head: nameOf(head), cases: formatNumber(cases), template };
  const facts = Object.entries({ ...values, madeAt: formatInstant(madeAt) })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name: words.facts[name as keyof typeof words.facts], value }));
  return (
    <section className={classes['fields']} aria-label={words.summary}>
      {kind !== null && <p className={classes['name']}>{words.kinds[kind]}</p>}
      <FactList facts={facts} />
      {children}
      <div>
        {kind === 'result' ? (
          <>
            <p>{words.isResult}</p>
            <Button ref={button} onClick={() => go('exchange', { part: 'collect' })}>
              {words.toCollect}
            </Button>
          </>
        ) : (
          <Button ref={button} loading={busy} onClick={onTake}>
            {words.take(caseCount(cases))}
          </Button>
        )}
      </div>
    </section>
  );
}

interface ReceivedProps {
  readonly received: ReceivedCases;
  readonly kind: PackageSummary['kind'];
}

function Received({ received: { roundId, cases, added }, kind }: ReceivedProps) {
  const { go } = useRoute();
  const button = useFirstFocus<HTMLButtonElement>();
  return (
    <>
      <Notice title={receivedTitle(cases, added)}>
        {kind === 'second-reading' && <p>{words.kinds[kind]}</p>}
        <p>{words.afterwards}</p>
      </Notice>
      <Button ref={button} onClick={() => go('review', { roundId })}>
        {words.toReview}
      </Button>
    </>
  );
}

function receivedTitle(cases: number, added: number): string {
  if (added === 0) return words.takenBefore;
  return added < cases ? words.takenMore(caseCount(added), caseCount(cases)) : words.taken(caseCount(cases));
}

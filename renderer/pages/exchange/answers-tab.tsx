import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { ResultPreview } from '#shared/contract/exchange.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { roundLabel } from '../../words/rounds.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import { LikelyNames } from './likely-names.tsx';
import { Listed } from './package-contents.tsx';
import { SavedPackage } from './saved-package.tsx';
import { usePackageSaving } from './use-package-saving.ts';

const words = exchangeWords.answers;

/** The answers home: rounds that were received first, then those that were drawn here. */
export function AnswersTab({ rounds }: { rounds: readonly RoundSummary[] }) {
  const { go, route } = useRoute();
  const [wanted, setWanted] = useState(route.params['roundId']);
  const own = rounds.filter(({ role }) => role === 'own');
  const choices = [...rounds.filter(({ role }) => role === 'received' || role === 'second-reading'), ...own];
  const round = choices.find(({ roundId }) => roundId === wanted) ?? choices[0];
  if (round === undefined) {
    return (
      <EmptyState text={words.none}>
        <Button onClick={() => go('exchange', { part: 'receive' })}>{words.toReceive}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      {choices.length > 1 && (
        <Panel>
          <NativeSelect
            className={classes['fields'] ?? ''}
            label={exchangeWords.round}
            value={round.roundId}
            data={choices.map((one) => ({
              value: one.roundId,
              label: exchangeWords.roundOption(roundLabel(one), caseCount(one.drawn)),
            }))}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        </Panel>
      )}
      <AnswersOf key={round.roundId} round={round} />
    </>
  );
}

function AnswersOf({ round }: { round: RoundSummary }) {
  const { roundId } = round;
  const [withNames, setWithNames] = useState(false);
  const [seen, setSeen] = useState('');
  const preview = useQuery('exchange.previewResult', { roundId, withNames }, { keepPrevious: true });
  return (
    <Panel title={words.what} note={roundLabel(round)}>
      <QueryView query={preview} height={320}>
        {(told) => {
          const shown = JSON.stringify(told.likelyNames);
          const hasSeen = told.likelyNames.length === 0 || seen === shown;
          return (
            <div className={classes['stack']}>
              <ToldFacts told={told} withNames={withNames} />
              <NamesChoice withNames={withNames} onChange={setWithNames} />
              <Listed title={words.stays} lines={withNames ? words.staysWith : words.staysWithout} />
              {told.likelyNames.length > 0 && (
                <LikelyNames
                  roundId={roundId}
                  places={told.likelyNames}
                  seen={hasSeen}
                  onSeen={(isSeen) => setSeen(isSeen ? shown : '')}
                />
              )}
              <AnswersForm round={round} told={told} withNames={withNames} isReady={hasSeen} />
            </div>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function ToldFacts({ told, withNames }: { told: ResultPreview; withNames: boolean }) {
  const { cases, closed, answers, actions, hiddenPlaces } = told;
  const facts = [
    { name: words.facts.closed, value: words.closed(formatNumber(closed), caseCount(cases)) },
    { name: words.facts.answers, value: formatNumber(answers) },
    { name: words.facts.actions, value: formatNumber(actions) },
    ...(withNames
      ? []
      : [{ name: words.facts.hidden, value: words.places(formatNumber(hiddenPlaces), hiddenPlaces === 1) }]),
  ];
  return (
    <div className={classes['fields']}>
      <FactList facts={facts} />
      {closed < cases && <p className={classes['quiet']}>{words.notAll}</p>}
    </div>
  );
}

/** Without names unless somebody chooses otherwise, with what follows from it beside the choice. */
function NamesChoice({ withNames, onChange }: { withNames: boolean; onChange: (withNames: boolean) => void }) {
  const forbidden = useQuery('system.policy', {}).data?.forbidInternalExport === true;
  return (
    <Radio.Group
      label={words.names}
      value={withNames ? 'with' : 'without'}
      onChange={(value) => onChange(value === 'with')}
    >
      <div className={classes['choices']}>
        <Radio value="without" label={words.without} description={words.withoutText} />
        <Radio
          value="with"
          label={words.with}
          description={forbidden ? words.forbidden : words.withText}
          disabled={forbidden}
        />
      </div>
    </Radio.Group>
  );
}

interface AnswersFormProps {
  readonly round: RoundSummary;
  readonly told: ResultPreview;
  readonly withNames: boolean;
  /** False while words that may be names are not confirmed. */
  readonly isReady: boolean;
}

function AnswersForm({ round: { roundId, role }, told, withNames, isReady }: AnswersFormProps) {
  const department = useQuery('workspace.status', {}).data?.department ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const unit = role === 'own' ? (typed ?? department) : '';
  const { state, save } = usePackageSaving<Output<'exchange.sendResult'>>();
  const submit = (): Promise<void> =>
    save({
      fileName: unit === '' ? told.fileName : `${unit} ${told.fileName}`,
      hasPassphrase: told.needsPassphrase,
      send: (application, target, passphrase) =>
        application['exchange.sendResult']({ roundId, unit, withNames, passphrase, target }),
    });
  return (
    <>
      {role === 'own' && (
        <TextInput
          className={classes['fields'] ?? ''}
          label={words.unit}
          description={words.unitHint}
          value={unit}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {!told.needsPassphrase && <p className={classes['quiet']}>{words.noPassphrase}</p>}
      {!isReady && <p className={classes['quiet']}>{words.likely.first}</p>}
      <Button loading={state.status === 'running'} disabled={!isReady} onClick={() => void submit()}>
        {exchangeWords.save.answers}
      </Button>
      <SavedPackage state={state}>
        {({ cases, closed, hiddenPlaces }) => (
          <span>
            {words.done(formatNumber(closed), caseCount(cases))}
            {hiddenPlaces > 0 && ` ${words.hiddenPlaces(formatNumber(hiddenPlaces), hiddenPlaces === 1)}`}
          </span>
        )}
      </SavedPackage>
    </>
  );
}

import { Button, Input, NativeSelect, SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';

import type { RoundExchange } from '#shared/contract/exchange.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import { PackageContents } from './package-contents.tsx';
import { SecondReadingPackage } from './second-reading-package.tsx';
import { type ShareBy, shareWays } from './share-ways.ts';
import { UnitPackages } from './unit-packages.tsx';

const words = exchangeWords.send;
const kinds = ['cases', 'second-reading'] as const;

interface SendTabProps {
  readonly rounds: readonly RoundSummary[];
  readonly status: readonly RoundExchange[];
}

/** Which round, to read or to read a second time, and how the cases are shared out. Only rounds that were drawn here. */
export function SendTab({ rounds, status }: SendTabProps) {
  const { go, route } = useRoute();
  const own = rounds.filter(({ role }) => role === 'own');
  const [wanted, setWanted] = useState(route.params['roundId']);
  const [kind, setKind] = useState<(typeof kinds)[number]>('cases');
  const [by, setBy] = useState<ShareBy>('team');
  const round = own.find(({ roundId }) => roundId === wanted) ?? own[0];
  if (round === undefined) {
    return (
      <EmptyState text={words.none}>
        <Button onClick={() => go('sampling')}>{words.toSampling}</Button>
      </EmptyState>
    );
  }
  const { roundId } = round;
  const sent = status.find((one) => one.roundId === roundId);
  return (
    <>
      <Panel title={words.what}>
        <div className={classes['fields']}>
          <NativeSelect
            label={exchangeWords.round}
            value={roundId}
            data={own.map((one) => ({
              value: one.roundId,
              label: exchangeWords.roundOption(one.name, caseCount(one.drawn)),
            }))}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <Choice
            label={words.kind}
            value={kind}
            data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'cases')}
          />
          {kind === 'cases' && (
            <Choice
              label={words.by}
              value={by}
              data={shareWays.map((value) => ({ value, label: words.byChoices[value] }))}
              onChange={(next) => setBy(shareWays.find((one) => one === next) ?? 'team')}
            />
          )}
        </div>
      </Panel>
      {kind === 'cases' ? (
        <UnitPackages key={`${roundId} ${by}`} roundId={roundId} by={by} sent={sent} />
      ) : (
        <SecondReadingPackage key={roundId} roundId={roundId} sent={sent} />
      )}
      <PackageContents kind={kind} />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly data: { value: string; label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, data, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }}>
      <div>
        <SegmentedControl aria-labelledby={id} value={value} data={data} onChange={onChange} />
      </div>
    </Input.Wrapper>
  );
}

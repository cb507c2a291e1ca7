import { Button, NativeSelect } from '@mantine/core';

import type { CompileChoice } from '#shared/contract/compile.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { formatNumber } from '../../components/formats.ts';
import { reportWords as words } from '../../words/report.ts';
import { roundTitle } from '../compile/round-title.ts';
import { RoundsPanel } from '../compile/rounds-panel.tsx';
import type { ReportRounds } from './use-report-rounds.ts';

interface RoundChoiceProps {
  readonly rounds: readonly RoundSummary[];
  readonly chosen: ReportRounds;
  /** Whether there is more than one round that can stand with others. */
  readonly several: boolean;
}

/** Stands for the rounds together: the others are ids. */
const together = '*';

/** One round, or several together. */
export function RoundChoice({ rounds, chosen, several }: RoundChoiceProps) {
  const [only] = chosen.rounds;
  const isOne = chosen.selection === null;
  return (
    <>
      {rounds.length > 1 && (
        <NativeSelect
          aria-label={words.round}
          value={isOne ? (only?.roundId ?? '') : together}
          data={[
            ...(isOne ? [] : [{ value: together, label: words.together(formatNumber(chosen.rounds.length)) }]),
            ...rounds.map(({ roundId, unit, name, record: { asOf } }) => ({
              value: roundId,
              label: roundTitle({ unit, name, asOf }),
            })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            if (value !== together) chosen.showOne(value);
          }}
        />
      )}
      {several && (
        <Button variant="default" onClick={chosen.toggle}>
          {isOne ? words.several : words.one}
        </Button>
      )}
    </>
  );
}

/** Which rounds the report is about, where they are several. */
export function SeveralRounds({ choices, chosen }: { choices: readonly CompileChoice[]; chosen: ReportRounds }) {
  return chosen.selection === null ? null : (
    <RoundsPanel rounds={choices} choice={chosen.selection} onChange={chosen.showSeveral} />
  );
}

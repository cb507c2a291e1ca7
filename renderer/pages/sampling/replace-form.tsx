import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { RoundSummary } from '#shared/contract/sampling.ts';
import { type ReplacementReason, replacementReasons } from '#shared/domain/sampling/draw-record.ts';
import { replacementReasonWords } from '#shared/words/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { samplingWords } from '../../words/sampling.ts';
import classes from './drawn.module.css';

/** A case that cannot be reviewed gives its place to the next in the row; which one, nobody chooses. */
export function ReplaceForm({ round, onDone }: { round: RoundSummary; onDone: () => void }) {
  const replaced = new Set(round.record.replaced.map(({ caseId }) => caseId));
  const cases = round.record.cases.map(({ caseId }) => caseId).filter((caseId) => !replaced.has(caseId));
  const [caseId, setCaseId] = useState(cases[0] ?? '');
  const [reason, setReason] = useState<ReplacementReason>('cannot-be-opened');
  const replacing = useCommand('sampling.replace');
  const replace = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await replacing.run({ roundId: round.roundId, caseId, reason })) !== undefined) {
      onDone();
    }
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void replace(event)}>
      <NativeSelect
        label={samplingWords.replaceCase}
        value={caseId}
        data={cases}
        onChange={(event) => setCaseId(event.currentTarget.value)}
      />
      <NativeSelect
        label={samplingWords.replaceReason}
        description={samplingWords.replaceNote}
        value={reason}
        data={replacementReasons.map((value) => ({ value, label: replacementReasonWords[value] }))}
        onChange={(event) => setReason(event.currentTarget.value as ReplacementReason)}
      />
      <ErrorNotice error={replacing.state.status === 'failed' ? replacing.state.error : undefined} />
      <Button type="submit" loading={replacing.state.status === 'running'}>
        {samplingWords.replaceButton}
      </Button>
    </form>
  );
}

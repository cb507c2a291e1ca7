import type { ImportSummary } from '#shared/contract/importing.ts';

import { formatDecimal, formatFingerprint } from '../../components/formats.ts';
import { importingWords } from '../../words/importing.ts';
import { CheckView } from './check-view.tsx';
import classes from './importing.module.css';
import { Step } from './step.tsx';
import type { ImportFlow } from './use-import-flow.ts';

const words = importingWords.check;

/** The line that adds up, and what each of its numbers holds. */
export function CheckStep({ flow: { summary } }: { flow: ImportFlow }) {
  return (
    <Step
      title={importingWords.steps.check}
      waiting={importingWords.waiting.check}
      reached={summary !== null}
      note={summary === null ? undefined : words.time(formatDecimal(summary.ms / 1_000))}
    >
      {summary !== null && (
        <>
          <CheckView key={summary.importId} summary={summary} />
          <Fingerprint summary={summary} />
        </>
      )}
    </Step>
  );
}

function Fingerprint({ summary }: { summary: ImportSummary }) {
  return (
    <p className={classes['quiet']}>
      {words.fingerprint} <code>{formatFingerprint(summary.frameFingerprint)}</code>
    </p>
  );
}

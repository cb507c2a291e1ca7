import { useEffect, useRef } from 'react';

import type { ImportSummary } from '#shared/contract/importing.ts';

import { formatCount, formatDecimal, formatFingerprint, formatNumber } from '../../components/formats.ts';
import { importingWords } from '../../words/importing.ts';
import { CheckView } from './check-view.tsx';
import classes from './importing.module.css';
import { Step } from './step.tsx';
import type { ImportFlow } from './use-import-flow.ts';

const { check: words, units } = importingWords;

/** The line that adds up, and what each of its numbers holds. */
export function CheckStep({ flow: { summary } }: { flow: ImportFlow }) {
  const place = useRef<HTMLDivElement>(null);
  const importId = summary?.importId;
  useEffect(() => {
    if (importId !== undefined) {
      place.current?.focus({ preventScroll: true });
      place.current?.scrollIntoView({ block: 'start' });
    }
  }, [importId]);
  return (
    <div ref={place} tabIndex={-1} className={classes['checkPlace']}>
      <output className="visually-hidden">{summary !== null && announcement(summary)}</output>
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
    </div>
  );
}

function announcement({ rows, cases }: ImportSummary): string {
  return words.announced(
    formatCount(rows.total, ...units.line),
    formatCount(cases, ...units.case),
    words.rejected(formatNumber(rows.rejected)),
  );
}

function Fingerprint({ summary }: { summary: ImportSummary }) {
  return (
    <p className={classes['quiet']}>
      {words.fingerprint} <code>{formatFingerprint(summary.frameFingerprint)}</code>
    </p>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatPercent } from '../../components/formats.ts';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { importingWords } from '../../words/importing.ts';
import { type Blocker, listInWords } from './blockers.ts';
import type { ColumnState } from './column-state.ts';
import classes from './importing.module.css';
import { JumpLink } from './jump-link.tsx';
import type { ImportFlow } from './use-import-flow.ts';

const { columns: words, reading: readingWords, units } = importingWords;

interface RunBarProps {
  readonly flow: ImportFlow;
  readonly states: readonly ColumnState[];
  readonly blockers: readonly Blocker[];
}

/** Always in sight at the foot of the table: what stands in the way, what is left out, and the reading. */
export function RunBar({ flow, states, blockers }: RunBarProps) {
  const { opening, readError, cancelled, summary } = flow;
  return (
    <div className={classes['run']} data-sticky={summary === null || undefined}>
      <ReadPart flow={flow} ready={blockers.length === 0 && !opening} />
      <div className={classes['runText']}>
        <output>
          <Blockers blockers={blockers} />
        </output>
        {blockers.length === 0 && <p className={classes['quiet']}>{leftOutWords(states)}</p>}
        <output>{cancelled && readingWords.cancelled}</output>
      </div>
      <ErrorNotice error={readError} />
    </div>
  );
}

function Blockers({ blockers }: { blockers: readonly Blocker[] }) {
  return blockers.length === 0 ? null : (
    <>
      <strong>{words.before}</strong>
      <ul className={classes['blockers']}>
        {blockers.map(({ text, index }) => (
          <li key={text}>{index === null ? text : <JumpLink index={index}>{text}</JumpLink>}</li>
        ))}
      </ul>
    </>
  );
}

function leftOutWords(states: readonly ColumnState[]): string {
  const out = states.filter(({ target }) => target === 'ignore').map(({ name }) => name);
  return out.length === 0
    ? words.nothingLeftOut
    : words.leftOut(formatCount(out.length, ...units.column), listInWords(out));
}

/** The button, or the reading it started. Focus comes back to the button when the reading ends without a result. */
function ReadPart({ flow, ready }: { flow: ImportFlow; ready: boolean }) {
  const { reading, summary } = flow;
  const button = useRef<HTMLButtonElement>(null);
  const wasReading = useRef(false);
  const isReading = reading !== null;
  useEffect(() => {
    if (wasReading.current && !isReading && summary === null) {
      button.current?.focus();
    }
    wasReading.current = isReading;
  }, [isReading, summary]);
  return reading === null ? (
    <Button
      ref={button}
      onClick={() => void flow.read()}
      disabled={!ready}
      variant={summary === null ? 'filled' : 'default'}
    >
      {summary === null ? words.read : words.readAgain}
    </Button>
  ) : (
    <ProgressPanel
      label={readingWords.label}
      progress={reading.progress}
      count={({ done, total, rows }) => readingWords.count(formatPercent(done / total), rowsRead(rows))}
      cancelling={reading.cancelling}
      onCancel={flow.cancel}
    />
  );
}

function rowsRead(rows: number | undefined): string | null {
  return rows === undefined || rows === 0 ? null : formatCount(rows, 'række', 'rækker');
}

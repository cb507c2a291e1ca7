import { Button } from '@mantine/core';
import { useState } from 'react';

import type { RoundSummary } from '#shared/contract/sampling.ts';

import { formatCount, formatFingerprint, formatInstant } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { roundLabel } from '../../words/rounds.ts';
import { samplingWords } from '../../words/sampling.ts';
import { DrawnPapers } from './drawn-papers.tsx';
import { heldOut, partName } from './drawn-parts.ts';
import classes from './drawn.module.css';
import { EnlargeForm } from './enlarge-form.tsx';
import { ReplaceForm } from './replace-form.tsx';

interface DrawnFactsProps {
  readonly round: RoundSummary;
  readonly onNew: () => void;
  readonly onSheet: () => void;
}

/** What the draw is made from, the ways on, and what was done with the sample since. */
export function DrawnFacts({ round, onNew, onSheet }: DrawnFactsProps) {
  const { go } = useRoute();
  const [form, setForm] = useState<'replace' | 'enlarge' | null>(null);
  const toggle = (wanted: 'replace' | 'enlarge') => () => setForm(form === wanted ? null : wanted);
  const close = (): void => setForm(null);
  return (
    <Panel title={samplingWords.drawn(formatInstant(round.record.drawnAt))} note={roundLabel(round)}>
      <Recipe round={round} />
      <div className={classes['buttons']}>
        <Button onClick={() => go('review', { roundId: round.roundId })}>{samplingWords.toReview}</Button>
        {round.role === 'own' && (
          <>
            <Button variant="default" aria-expanded={form === 'replace'} onClick={toggle('replace')}>
              {samplingWords.replace}
            </Button>
            <Button variant="default" aria-expanded={form === 'enlarge'} onClick={toggle('enlarge')}>
              {samplingWords.enlarge}
            </Button>
          </>
        )}
        <Button variant="default" onClick={onNew}>
          {samplingWords.newDraw}
        </Button>
      </div>
      {form === 'replace' && <ReplaceForm round={round} onDone={close} />}
      {form === 'enlarge' && <EnlargeForm round={round} onDone={close} />}
      <DrawnPapers round={round} onSheet={onSheet} />
    </Panel>
  );
}

function Recipe({ round: { record } }: { round: RoundSummary }) {
  const lines = [
    ...(record.redrawReason === null ? [] : [samplingWords.redrawBecause(record.redrawReason)]),
    ...heldOut(record).map(({ reason, count }) => samplingWords.held(formatCount(count, 'sag', 'sager'), reason)),
    ...(record.enlargements ?? []).map(({ at, added, partIndex, reason }) => {
      const text = samplingWords.enlarged(
        formatInstant(at),
        formatCount(added, 'sag', 'sager'),
        record.plan.parts.length > 1 ? partName(record, partIndex) : null,
      );
      return reason === null ? text : samplingWords.because(text, reason);
    }),
    samplingWords.anyone,
  ];
  return (
    <p className={classes['facts']}>
      {samplingWords.list(formatCount(record.populationSize, 'sag', 'sager'), '')}
      <code>{formatFingerprint(record.populationFingerprint)}</code>
      <br />
      {samplingWords.seed} <code>{record.seed}</code>, {samplingWords.method(record.method, record.drawNumber)}
      {lines.map((line, index) => (
        <span key={index} className={classes['line']}>
          {line}
        </span>
      ))}
    </p>
  );
}

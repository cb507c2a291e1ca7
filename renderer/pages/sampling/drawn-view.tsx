import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { RoundSummary, StratumPlaces } from '#shared/contract/sampling.ts';
import type { DrawnStratum } from '#shared/domain/sampling/draw-record.ts';
import { drawnBecause, replacementReasonWords } from '#shared/words/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatFingerprint, formatInstant, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { samplingWords } from '../../words/sampling.ts';
import { FramePicture } from './frame-picture.tsx';
import { ReplaceForm } from './replace-form.tsx';
import classes from './sampling.module.css';

/** After the draw: what was drawn, how anyone repeats it, and the ways on. It can be repeated, never edited. */
export function DrawnView({ round, onNew }: { round: RoundSummary; onNew: () => void }) {
  const { record } = round;
  const places = useQuery('sampling.places', { roundId: round.roundId });
  useEffect(() => {
    document.querySelector('h1')?.scrollIntoView({ block: 'end' });
  }, []);
  const parts = [...new Set(record.strata.map(({ partIndex }) => partIndex))];
  return (
    <div className={classes['columns']}>
      <div className={classes['left']}>
        <DrawFacts round={round} onNew={onNew} />
        <Panel title={samplingWords.drawnCases} note={formatCount(record.cases.length, 'sag', 'sager')}>
          <DrawnTable round={round} />
        </Panel>
      </div>
      <div className={classes['right']}>
        {parts.map((partIndex) => {
          const strata = record.strata.filter((stratum) => stratum.partIndex === partIndex);
          const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
          const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
          return (
            <Panel
              key={partIndex}
              title={samplingWords.frameDrawn(formatCount(size, 'sag', 'sager'), formatNumber(drawn))}
            >
              <FramePicture
                strata={strata.map((stratum) => ({ ...stratum, places: placesOf(places.data ?? [], stratum) }))}
                drawn
              />
            </Panel>
          );
        })}
      </div>
    </div>
  );
}

function placesOf(all: readonly StratumPlaces[], { partIndex, name }: DrawnStratum): readonly number[] {
  return all.find((stratum) => stratum.partIndex === partIndex && stratum.name === name)?.places ?? [];
}

function DrawFacts({ round, onNew }: { round: RoundSummary; onNew: () => void }) {
  const { record } = round;
  const { go } = useRoute();
  const files = useFiles();
  const saving = useCommand('sampling.saveRecord');
  const [replacing, setReplacing] = useState(false);
  const saveRecord = async (): Promise<void> => {
    const target = await files.saveTarget(`kontrolark-${record.asOf}-nr-${record.drawNumber}.json`);
    if (target !== null && (await saving.run({ roundId: round.roundId, target })) !== undefined) {
      await files.deliver(target);
    }
  };
  return (
    <Panel title={samplingWords.drawn(formatInstant(record.drawnAt))} note={round.name}>
      <p className={classes['facts']}>
        {samplingWords.list(formatCount(record.populationSize, 'sag', 'sager'), '')}
        <code>{formatFingerprint(record.populationFingerprint)}</code>
        <br />
        {samplingWords.seed} <code>{record.seed}</code>, {samplingWords.method(record.method, record.drawNumber)}
        <br />
        {record.redrawReason !== null && (
          <>
            {samplingWords.redrawBecause(record.redrawReason)}
            <br />
          </>
        )}
        {samplingWords.anyone}
      </p>
      <div className={classes['buttons']}>
        <Button onClick={() => go('review', { roundId: round.roundId })}>{samplingWords.toReview}</Button>
        <Button variant="default" onClick={() => void saveRecord()}>
          {samplingWords.saveRecord}
        </Button>
        <Button variant="default" aria-expanded={replacing} onClick={() => setReplacing(!replacing)}>
          {samplingWords.replace}
        </Button>
        <Button variant="default" onClick={onNew}>
          {samplingWords.newDraw}
        </Button>
      </div>
      <ErrorNotice error={saving.state.status === 'failed' ? saving.state.error : undefined} />
      {replacing && <ReplaceForm round={round} onDone={() => setReplacing(false)} />}
      {record.replaced.map(({ caseId, replacedBy, reason }) => (
        <p key={caseId} className={classes['quiet']}>
          {samplingWords.replacedList(caseId, replacedBy, replacementReasonWords[reason])}
        </p>
      ))}
    </Panel>
  );
}

function DrawnTable({ round }: { round: RoundSummary }) {
  const { go } = useRoute();
  const { record, roundId } = round;
  const replaced = new Set(record.replaced.map(({ caseId }) => caseId));
  return (
    <div className={classes['tableScroll']}>
      <table className={classes['table']} aria-label={samplingWords.drawnTable}>
        <thead>
          <tr>
            <th scope="col">{samplingWords.caseNumber}</th>
            <th scope="col">{samplingWords.why}</th>
          </tr>
        </thead>
        <tbody>
          {record.cases.map((drawn) => (
            <tr key={drawn.caseId} data-replaced={replaced.has(drawn.caseId) || undefined}>
              <td>
                {replaced.has(drawn.caseId) ? (
                  drawn.caseId
                ) : (
                  <button
                    type="button"
                    className={classes['link']}
                    onClick={() => go('review', { roundId, caseId: drawn.caseId })}
                  >
                    {drawn.caseId}
                  </button>
                )}
              </td>
              <td>{drawnBecause(drawn, record.plan)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

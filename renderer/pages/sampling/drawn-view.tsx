import { useEffect } from 'react';

import type { RoundSummary, StratumPlaces } from '#shared/contract/sampling.ts';
import type { DrawnStratum } from '#shared/domain/sampling/draw-record.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { samplingWords } from '../../words/sampling.ts';
import { DrawnFacts } from './drawn-facts.tsx';
import { DrawnLog } from './drawn-log.tsx';
import { partName, partsOf } from './drawn-parts.ts';
import { DrawnTable } from './drawn-table.tsx';
import { FramePicture } from './frame-picture.tsx';
import classes from './drawn.module.css';

interface DrawnViewProps {
  readonly rounds: readonly RoundSummary[];
  readonly round: RoundSummary;
  readonly onChoose: (roundId: string) => void;
  readonly onNew: () => void;
  readonly onSheet: () => void;
}

/** After the draw: what was drawn, how anyone repeats it, and the ways on. It can be repeated, never edited. */
export function DrawnView({ rounds, round, onChoose, onNew, onSheet }: DrawnViewProps) {
  const { record } = round;
  useEffect(() => {
    document.querySelector('h1')?.scrollIntoView({ block: 'end' });
  }, []);
  return (
    <div className={classes['columns']}>
      <div className={classes['side']}>
        <DrawnFacts round={round} onNew={onNew} onSheet={onSheet} />
        <Panel title={samplingWords.drawnCases} note={formatCount(record.cases.length, 'sag', 'sager')}>
          <DrawnTable round={round} />
        </Panel>
      </div>
      <div className={classes['side']}>
        <DrawnPictures round={round} />
        {rounds.length > 1 && <DrawnLog rounds={rounds} chosen={round.roundId} onChoose={onChoose} />}
      </div>
    </div>
  );
}

/** One picture for each part of the plan: every case of its frame a dot, the drawn ones filled. */
function DrawnPictures({ round: { record, roundId } }: { round: RoundSummary }) {
  const places = useQuery('sampling.places', { roundId });
  const parts = partsOf(record);
  return parts.map((partIndex) => {
    const strata = record.strata.filter((stratum) => stratum.partIndex === partIndex);
    const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
    const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
    const counts = samplingWords.frameDrawn(formatCount(size, 'sag', 'sager'), formatNumber(drawn));
    const titled = parts.length > 1 ? { title: partName(record, partIndex), note: counts } : { title: counts };
    return (
      <Panel key={partIndex} {...titled}>
        <FramePicture
          strata={strata.map((stratum) => ({ ...stratum, places: placesOf(places.data ?? [], stratum) }))}
          drawn
        />
      </Panel>
    );
  });
}

function placesOf(all: readonly StratumPlaces[], { partIndex, name }: DrawnStratum): readonly number[] {
  return all.find((stratum) => stratum.partIndex === partIndex && stratum.name === name)?.places ?? [];
}

import type { DrawnCase, DrawnStratum } from '../sampling/draw-record.ts';

type Place = Pick<DrawnCase, 'partIndex' | 'stratum' | 'rank'>;
type Stratum = Pick<DrawnStratum, 'partIndex' | 'name'>;

/**
 * What a drawn case is called where its case number must not stand: the part, the stratum within the part and the rank
 * within the stratum, each from 1: `1-3-012`. It names one case of a round, and stays when the sample is enlarged,
 * because an enlargement adds ranks and no strata. `strata` are those of the draw's record; 0 stands for one that is
 * not among them.
 */
export function samplingNumber({ partIndex, stratum, rank }: Place, strata: readonly Stratum[]): string {
  const ofPart = strata.filter((each) => each.partIndex === partIndex);
  const place = ofPart.findIndex(({ name }) => name === stratum) + 1;
  return `${partIndex + 1}-${place}-${String(rank).padStart(3, '0')}`;
}
